"""Mail leaves by a real SMTP server, encrypted where that was asked for, once; what cannot leave is tried again."""

from __future__ import annotations

import asyncio
import datetime as dt
import ipaddress
import mailbox
import smtplib
import ssl
import stat
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from sqlalchemy import update
from support import Desk, free_port, in_a_thread, wait_for

from desk import outbox
from desk.context import Context, make_context
from desk.mail import is_final, reason, smtp_server
from desk.masking import Vault
from desk.settings import Settings
from store import models as m

TO = "amina.otieno@example.org"


class Office:
    """A real SMTP server that counts what it is given and answers as told."""

    def __init__(self, **controller: Any) -> None:
        self.given: list[Any] = []
        self.answer, self.farewell, self.recipient = "250 OK", "221 Bye", "250 OK"
        self.controller = Controller(self, hostname="127.0.0.1", port=free_port(), **controller)
        self.controller.start()
        self.port = self.controller.port

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:
        """The protocol's hook."""
        if self.recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.recipient

    async def handle_DATA(self, _server: Any, session: Any, envelope: Any) -> str:
        """The protocol's hook."""
        self.given.append((envelope, session.ssl, session.authenticated))
        return self.answer

    async def handle_QUIT(self, server: Any, _session: Any, _envelope: Any) -> str:
        """The protocol's hook."""
        if not self.farewell:
            server.transport.abort()
        return self.farewell


@pytest.fixture
def make_office() -> Iterator[Callable[..., Office]]:
    """Starts mail servers."""
    offices: list[Office] = []

    def make(**controller: Any) -> Office:
        offices.append(Office(**controller))
        return offices[-1]

    yield make
    for office in offices:
        office.controller.stop()


@pytest.fixture
def make_context_of(make_settings: Callable[..., Settings]) -> Iterator[Callable[..., Context]]:
    """The parts of a desk that does not run, so that a test sends by itself."""
    made: list[Context] = []

    def make(backend: str = "sqlite", **values: Any) -> Context:
        made.append(make_context(make_settings(backend, **values)))
        return made[-1]

    yield make
    for context in made:
        in_a_thread(context.engine.close)
        context.database.close()


def put(context: Context, to: str = TO, minutes: float = 10) -> None:
    """A letter for the outbox."""
    with context.database.write() as session:
        outbox.add(context, session, to, "phone-changed", "en", m.now() + dt.timedelta(minutes=minutes))


def letters(context: Context) -> list[m.Letter]:
    with context.database.read() as session:
        return session.query(m.Letter).all()


def deliver(context: Context) -> None:
    in_a_thread(lambda: outbox.deliver(context))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(m.now() - dt.timedelta(days=1)).not_valid_after(m.now() + dt.timedelta(1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    path = tmp_path_factory.mktemp("certificate") / "server.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + secret)
    return path


def encrypted(certificate: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return context


def knows(_server: Any, _session: Any, _envelope: Any, _mechanism: str, login: Any) -> AuthResult:
    right = isinstance(login, LoginPassword) and (login.login, login.password) == (b"desk@example.org", b"p:w/d")
    return AuthResult(success=right, handled=False)


# --- how it leaves ----------------------------------------------------------------------------------------------------


def test_without_a_server_mail_goes_into_a_maildir(make_context_of: Callable[..., Context]) -> None:
    """In VAR/mail, which mail programs can read and other users of the machine cannot."""
    context = make_context_of()
    put(context)
    deliver(context)
    folder = context.settings.var / "mail"
    (message,) = mailbox.Maildir(folder)
    assert (message["To"], message["From"]) == (TO, "support@example.org")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert letters(context) == []


@pytest.mark.filterwarnings("ignore:Requiring AUTH")  # aiosmtpd counts only STARTTLS as TLS
@pytest.mark.parametrize("scheme", ["smtps", "smtp+starttls"])
def test_mail_leaves_encrypted_with_user_and_password(
    make_office: Callable[..., Office], make_context_of: Callable[..., Context], certificate: Path, scheme: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """By TLS from the beginning or by STARTTLS; special characters of the password are percent-encoded."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    tls = encrypted(certificate)
    how: dict[str, Any] = {"ssl_context": tls} if scheme == "smtps" else {"tls_context": tls, "require_starttls": True}
    how["auth_require_tls"] = scheme != "smtps"
    office = make_office(authenticator=knows, auth_required=True, **how)
    context = make_context_of(
        smtp_url=f"{scheme}://desk%40example.org:p%3Aw%2Fd@127.0.0.1:{office.port}", mail_from="desk@example.org"
    )
    put(context)
    deliver(context)
    ((envelope, session_tls, authenticated),) = office.given
    assert envelope.rcpt_tos == [TO]
    assert envelope.mail_from == "desk@example.org"
    assert authenticated
    assert session_tls is not None or scheme == "smtps"


@pytest.mark.parametrize("scheme", ["smtps", "smtp+starttls"])
@pytest.mark.parametrize("has_certificate", [False, True])
def test_a_server_that_is_not_trusted_gets_nothing(
    make_office: Callable[..., Office], make_context_of: Callable[..., Context], certificate: Path, scheme: str,
    has_certificate: bool,
) -> None:  # fmt: skip
    """One without encryption, or with a certificate that nobody knows: the mail stays in the outbox."""
    office = make_office(**({"tls_context": encrypted(certificate)} if has_certificate else {}))
    context = make_context_of(smtp_url=f"{scheme}://127.0.0.1:{office.port}")
    put(context)
    deliver(context)
    assert office.given == []
    assert [letter.attempts for letter in letters(context)] == [1]


# --- once, and not before it has left ---------------------------------------------------------------------------------


@pytest.mark.parametrize("farewell", ["221 Bye", "421 Service not available", ""])
def test_a_letter_is_sent_once(
    make_office: Callable[..., Office], make_context_of: Callable[..., Context], farewell: str
) -> None:
    """However often the outbox is looked at, and however the server takes its leave."""
    office = make_office()
    office.farewell = farewell
    context = make_context_of(smtp_url=f"smtp://127.0.0.1:{office.port}")
    put(context)
    put(context, to="")  # for nobody
    deliver(context)
    deliver(context)
    assert len(office.given) == 1
    assert letters(context) == []


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_what_could_not_be_sent_is_tried_again_later_and_later(
    make_office: Callable[..., Office], make_context_of: Callable[..., Context], backend: str,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """With growing pauses, then it is sent; the address is in no log."""
    office = make_office()
    office.answer = f"451 {TO} try again"
    context = make_context_of(backend, smtp_url=f"smtp://127.0.0.1:{office.port}")
    put(context)
    pauses = []
    for _ in range(3):
        deliver(context)
        deliver(context)  # not due
        (letter,) = letters(context)
        pauses.append(round((letter.next_at - m.now()).total_seconds()))
        with context.database.write() as session:
            session.execute(update(m.Letter).values(next_at=m.now()))
    assert (pauses, len(office.given)) == ([5, 10, 20], 3)
    office.answer = "250 OK"
    deliver(context)
    assert (letters(context), len(office.given)) == ([], 4)
    logged = capsys.readouterr().out
    assert logged.count("tried again later") == 3
    assert "451" in logged
    assert TO not in logged


def test_a_server_that_is_not_there(make_context_of: Callable[..., Context]) -> None:
    """The letter stays."""
    context = make_context_of(smtp_url=f"smtp://127.0.0.1:{free_port()}")
    put(context)
    deliver(context)
    assert [letter.attempts for letter in letters(context)] == [1]


@pytest.mark.parametrize(("answer", "recipient"), [("554 no", "250 OK"), ("250 OK", f"550 no {TO}")])
def test_what_the_server_does_not_want_is_given_up(
    make_office: Callable[..., Office], make_context_of: Callable[..., Context], answer: str, recipient: str,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """It would say the same the next time. The address is in no log."""
    office = make_office()
    office.answer, office.recipient = answer, recipient
    context = make_context_of(smtp_url=f"smtp://127.0.0.1:{office.port}")
    put(context)
    deliver(context)
    assert letters(context) == []
    logged = capsys.readouterr().out
    assert "mail given up" in logged
    assert TO not in logged


def test_a_letter_that_is_too_late_is_not_sent(
    make_office: Callable[..., Office], make_context_of: Callable[..., Context]
) -> None:
    """A code that does not hold any more would only confuse."""
    office = make_office()
    context = make_context_of(smtp_url=f"smtp://127.0.0.1:{office.port}")
    put(context, minutes=-1)
    deliver(context)
    assert (letters(context), office.given) == ([], [])


def test_letters_of_a_lost_key_are_given_up(make_context_of: Callable[..., Context]) -> None:
    """They cannot be read any more; the ones after them are sent."""
    context = make_context_of()
    with context.database.write() as session:
        old = Vault(Fernet.generate_key()).lock("{}")
        session.add(m.Letter(ciphertext=old, next_at=m.now(), expires_at=m.now() + dt.timedelta(days=1)))
    put(context)
    deliver(context)
    assert len(mailbox.Maildir(context.settings.maildir)) == 1
    assert letters(context) == []


def test_the_store_holds_no_address_in_clear(make_context_of: Callable[..., Context]) -> None:
    """Nor the text, which may hold a code."""
    context = make_context_of()
    put(context)
    (letter,) = letters(context)
    assert TO not in letter.ciphertext
    assert "telephone" not in letter.ciphertext


def test_a_desk_that_ends_while_it_sends_does_not_send_twice(
    make_office: Callable[..., Office], make_desk: Callable[..., Desk]
) -> None:
    """It waits for the server's answer and takes the letter out of the outbox before it goes."""
    office = make_office()
    slow = office.handle_DATA

    async def answer(server: Any, session: Any, envelope: Any) -> str:
        taken = await slow(server, session, envelope)
        await asyncio.sleep(0.5)
        return taken

    office.handle_DATA = answer  # type: ignore[method-assign]
    desk = make_desk(smtp_url=f"smtp://127.0.0.1:{office.port}")
    put(desk.context)
    desk.context.bus.publish(outbox.OUTBOX)
    wait_for(lambda: office.given, "the mail")
    desk.stop()
    assert desk.count(m.Letter) == 0


# --- settings ---------------------------------------------------------------------------------------------------------


def test_addresses_of_servers() -> None:
    """Usual ports, user and password decoded; the password is not shown."""
    server = smtp_server("smtp+starttls://desk%40a.org:p%40ss@mail.example.org")
    assert (server.host, server.port, server.user, server.password) == ("mail.example.org", 587, "desk@a.org", "p@ss")
    assert "p@ss" not in repr(server)
    assert smtp_server("smtps://mail.example.org").port == 465
    assert smtp_server("smtp://127.0.0.1:2525").port == 2525


@pytest.mark.parametrize(
    "url", ["mail.example.org", "http://mail.example.org", "smtp://", "smtp://user:password@mail.example.org"]
)
def test_addresses_that_cannot_be(url: str) -> None:
    """Named at start; a password does not travel unencrypted."""
    with pytest.raises(ValueError, match="smtp"):
        Settings(smtp_url=url, _env_file=None)


def test_reasons_do_not_quote_the_server() -> None:
    """It may have named the address."""
    refused = smtplib.SMTPRecipientsRefused({TO: (550, b"no such user")})
    assert is_final(refused)
    assert reason(refused) == "recipient refused: [550]"
    assert not is_final(smtplib.SMTPRecipientsRefused({TO: (450, b"busy")}))
    assert TO not in reason(smtplib.SMTPSenderRefused(550, TO.encode(), TO))
    assert not is_final(smtplib.SMTPAuthenticationError(535, b"wrong"))


def test_a_message_is_complete(make_context_of: Callable[..., Context]) -> None:
    """What other mail servers expect; machines are asked not to answer."""
    context = make_context_of()
    put(context)
    sent: list[EmailMessage] = []
    context.post = sent.append
    deliver(context)
    (message,) = sent
    assert all(message[name] for name in ("From", "To", "Subject", "Date", "Message-ID"))
    assert message["Auto-Submitted"] == "auto-generated"
    assert context.texts("en", "organisation") in message.get_content()
