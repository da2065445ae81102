"""Files that staff ask for: what may come, who sees it, and that it goes; over HTTP, with real files."""

from __future__ import annotations

import http.client
import io
import json
import os
import struct
import time
import uuid
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from PIL import Image
from PIL.ExifTags import Base
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from support import Desk, Staff, Visitor, a_picture, utterance
from test_chat_page import Browser

from desk.file_check import LARGEST, MOST_PIXELS
from desk.files import MOST, ORPHAN_SECONDS
from desk.retention import expire
from store import models as m
from texts.language import SUPPORTED

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def asking(desk: Desk, language: str = "en", queue: str = "") -> tuple[Visitor, Staff, int]:
    """A visitor whom Anna asks for a file."""
    visitor, anna = desk.visitor(language), desk.staff("anna")
    ticket = anna.ticket(visitor.ask_person()["queue"]["case"])
    anna.does(ticket, "claim")
    anna.does(ticket, "ask-file", text="Your certificate, please")
    return visitor, anna, ticket


def send(visitor: Visitor, name: str, content: bytes, client_id: str = "") -> httpx.Response:
    """Send a file as the widget does."""
    data = {"client_id": client_id or str(uuid.uuid4())}
    return visitor.request("POST", "/files", data=data, files={"file": (name, content, "image/png")})


def a_pdf(change: Callable[[PdfWriter], object] = lambda _: None) -> bytes:
    """A PDF of one page, changed."""
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(72, 72)
    change(writer)
    writer.write(out)
    return out.getvalue()


def an_archive(name: str = "word/vbaProject.bin") -> bytes:
    """A ZIP archive, as office files are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "x")
    return out.getvalue()


def said_to_be(width: int, height: int) -> bytes:
    """A small PNG whose header claims another size."""
    small = a_picture()
    header = b"IHDR" + struct.pack(">II", width, height) + small[24:29]
    return small[:12] + header + struct.pack(">I", zlib.crc32(header)) + small[33:]


def test_a_file_comes_only_when_it_is_asked_for(any_desk: Desk) -> None:
    """Before: refused, no control. Asked: what may be sent. It comes once, and only staff can fetch it."""
    visitor, anna = any_desk.visitor(), any_desk.staff("anna")
    ticket = anna.ticket(visitor.ask_person()["queue"]["case"])
    assert visitor.history()["file_request"] is None
    assert send(visitor, "a.png", a_picture()).json()["code"] == "file-not-asked"
    assert anna.do(ticket, "ask-file").status_code == 409, "only who has the conversation may ask"
    anna.does(ticket, "claim")
    anna.does(ticket, "ask-file", text="Your certificate, please")
    asked = visitor.history()
    assert "Anna" in asked["messages"][-1]["text"]
    assert "Your certificate, please" in asked["messages"][-1]["text"]
    assert asked["file_request"]["largest"] == LARGEST
    assert "5 MB" in asked["file_request"]["hint"]

    client_id = str(uuid.uuid4())
    reply = send(visitor, "../../my photo.exe", a_picture("JPEG"), client_id)
    assert reply.status_code == 201, reply.text
    assert "my photo.jpg" in reply.json()["messages"][-1]["text"]
    assert send(visitor, "again.png", a_picture("JPEG"), client_id).status_code == 201
    (file,) = any_desk.rows(m.VisitorFile)
    path = any_desk.settings.files / file.id
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)

    address = f"/staff/tickets/{ticket}/files/{file.id}"
    assert address in anna.http.get(f"/staff/tickets/{ticket}").text
    got = anna.http.get(address)
    assert got.content == path.read_bytes()
    assert got.headers["content-type"] == "image/jpeg"
    assert got.headers["content-disposition"] == "attachment; filename*=UTF-8''my%20photo.jpg"
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["content-security-policy"].startswith("sandbox;")
    looks = any_desk.rows(m.AuditEntry, m.AuditEntry.action == "file.viewed")
    assert [(look.actor, look.after) for look in looks] == [("anna", {"file": file.id})]
    assert any_desk.client.get(address, follow_redirects=False).status_code in (303, 401)
    copy = visitor.request("GET", "/export").json()["files"]
    assert [(each["name"], each["size"]) for each in copy] == [("my photo.jpg", file.size)]


@pytest.mark.parametrize("deed", ["hand-back", "close", "release", "withdraw-file"])
def test_the_request_ends(desk: Desk, deed: str) -> None:
    """With the conversation's owner, or when staff say so: no control any more, and nothing is taken."""
    visitor, anna, ticket = asking(desk)
    assert visitor.history()["file_request"]
    anna.does(ticket, deed)
    assert visitor.history()["file_request"] is None
    reply = send(visitor, "late.png", a_picture())
    assert (reply.status_code, reply.json()["code"]) == (409, "file-not-asked")
    assert desk.count(m.VisitorFile) == 0


def test_the_visitor_is_told_on_the_stream(desk: Desk) -> None:
    """That a file is asked for, as soon as it is."""
    visitor, anna = desk.visitor(), desk.staff("anna")
    ticket = anna.ticket(visitor.ask_person()["queue"]["case"])
    anna.does(ticket, "claim")
    with visitor.stream() as events:
        assert next(events).data["file_request"] is None
        anna.does(ticket, "ask-file")
        assert next(event for event in events if event.name == "state").data["file_request"]["accept"]


def _script(writer: PdfWriter) -> None:
    action = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)


def _attachment(writer: PdfWriter) -> None:
    writer.add_attachment("a.exe", b"MZ")


REFUSED = {
    "a zip": (an_archive("a.txt"), "file-kind"),
    "an office file with macros": (an_archive(), "file-kind"),
    "a web page": (b"<!doctype html><script>alert(1)</script>", "file-kind"),
    "an SVG": (SVG, "file-kind"),
    "a GIF": (a_picture("GIF"), "file-kind"),
    "a program": (b"MZ" + b"\0" * 200, "file-kind"),
    "half a picture": (a_picture("JPEG", (200, 200))[:400], "file-damaged"),
    "a PDF that is an archive too": (a_pdf() + an_archive(), "file-kind"),
    "a PDF with a script": (a_pdf(_script), "file-active"),
    "a PDF with a file in it": (a_pdf(_attachment), "file-active"),
    "a PDF with a password": (a_pdf(lambda writer: writer.encrypt("secret", algorithm="RC4-128")), "file-locked"),
    "a broken PDF": (b"%PDF-1.7\nnothing", "file-damaged"),
    "nothing": (b"", "file-empty"),
    "too much": (b"\x89PNG" + b"\0" * LARGEST, "file-too-large"),
    "a picture that would fill the memory": (said_to_be(8000, MOST_PIXELS // 8000 + 1), "file-pixels"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_refused(desk: Desk, what: str) -> None:
    """By its content, under whatever name; the reason is said, nothing is kept, and the next file can come."""
    content, code = REFUSED[what]
    visitor, _, _ = asking(desk)
    reply = send(visitor, "photo.png", content)
    assert (reply.status_code // 100, reply.json()["code"]) == (4, code)
    assert len(reply.json()["message"]) > 20
    assert desk.count(m.VisitorFile) == 0
    assert visitor.history()["file_request"]


def test_far_too_much_is_refused_at_the_door(desk: Desk) -> None:
    """Before it is read to its end."""
    visitor, _, _ = asking(desk)
    connection = http.client.HTTPConnection(desk.url.removeprefix("http://"), timeout=20)
    connection.request("POST", f"{visitor.path}/files", headers={**visitor.headers, "Content-Length": str(10**9)})
    reply = connection.getresponse()
    assert (reply.status, json.load(reply)["code"]) == (413, "file-too-large")
    connection.close()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_pictures_lose_what_they_tell(desk: Desk, kind: str) -> None:
    """Where and with what a picture was taken is gone; it stands upright; what hides behind its end is gone too."""
    exif = Image.Exif()
    exif[Base.Make], exif[Base.Orientation], exif[Base.ImageDescription] = "Camera", 6, "at home"
    more: dict[str, Any] = {"comment": b"at home"} if kind == "JPEG" else {}
    content = a_picture(kind, exif=exif.tobytes(), **more) + an_archive("at home")
    visitor, _, _ = asking(desk)
    assert send(visitor, "a", content).status_code == 201
    (file,) = desk.rows(m.VisitorFile)
    kept = (desk.settings.files / file.id).read_bytes()
    assert b"at home" not in kept
    with Image.open(io.BytesIO(kept)) as picture:
        assert (picture.format, picture.size, dict(picture.getexif())) == (kind, (8, 12), {})


def test_a_plain_pdf_comes(desk: Desk) -> None:
    """As it is, under its own name in any writing, without what deceives the eye."""
    visitor, _, _ = asking(desk, "ar")
    content = a_pdf()
    assert send(visitor, "شهادة[a]\u202egnp.pdf", content).status_code == 201
    (file,) = desk.rows(m.VisitorFile)
    assert file.name == "شهادةagnp.pdf"
    assert (desk.settings.files / file.id).read_bytes() == content


def test_not_more_than_the_limit(desk: Desk) -> None:
    """The control goes with the last one."""
    visitor, anna, ticket = asking(desk)
    for number in range(MOST):
        assert visitor.history()["file_request"], number
        assert send(visitor, f"{number}.png", a_picture()).status_code == 201
    assert visitor.history()["file_request"] is None
    assert send(visitor, "more.png", a_picture()).json()["code"] == "file-most"
    assert anna.do(ticket, "ask-file").status_code == 409


def test_files_of_a_report_are_invisible_outside(desk: Desk) -> None:
    """Who may not see the request is told that there is nothing, also under another request's address."""
    visitor, anna, ticket = asking(desk)
    assert send(visitor, "a.png", a_picture()).status_code == 201
    (file,) = desk.rows(m.VisitorFile)
    _, _, other = asking(desk)
    assert anna.http.get(f"/staff/tickets/{other}/files/{file.id}").status_code == 404
    celia = desk.staff("celia")
    celia.joins("sensitive")
    anna.does(ticket, "transfer", queue="sensitive")
    address = f"/staff/tickets/{ticket}/files/{file.id}"
    assert anna.http.get(address).status_code == 404
    assert desk.staff("adam", "administrator").http.get(address).status_code == 404
    assert celia.http.get(address).status_code == 200


def test_files_go_with_time(desk: Desk) -> None:
    """With their conversation; and what lies there without being known goes after an hour."""
    visitor, _, _ = asking(desk)
    assert send(visitor, "a.png", a_picture()).status_code == 201
    (file,) = desk.rows(m.VisitorFile)
    lost, new = desk.settings.files / "lost", desk.settings.files / "new"
    for path in (lost, new):
        path.write_bytes(b"x")
    before = time.time() - ORPHAN_SECONDS - 60
    os.utime(lost, (before, before))
    with desk.context.database.write() as session:
        expire(desk.context, session)
    assert [path.exists() for path in (desk.settings.files / file.id, lost, new)] == [True, False, True]
    with desk.context.database.write() as session:
        session.get_one(m.Conversation, visitor.id).updated_at = m.now().replace(year=2020)
    with desk.context.database.write() as session:
        expire(desk.context, session)
    assert not (desk.settings.files / file.id).exists()
    assert desk.count(m.VisitorFile) == 0


def test_a_form_without_a_script(desk: Desk) -> None:
    """``/chat`` has the same control as a plain form; what is refused is said on the page."""
    browser, anna = Browser(desk), desk.staff("anna")
    desk.assistant.says(utterance("Calling.", do=[{"kind": "hand_over", "reason": "asked"}]))  # type: ignore[attr-defined]
    browser.say("a person, please")
    assert "/chat/file" not in browser.page
    ticket = desk.rows(m.Ticket)[0].id
    anna.does(ticket, "claim")
    anna.does(ticket, "ask-file")
    browser.get("/chat")
    assert 'accept="image/jpeg,image/png,image/webp,application/pdf"' in browser.page

    def attach(name: str, content: bytes) -> None:
        client_id = {"client_id": str(uuid.uuid4())}
        browser._show(browser.http.post("/chat/file", data=client_id, files={"file": (name, content)}))

    attach("a.svg", SVG)
    assert browser.status == 415
    assert "This kind of file cannot be sent" in browser.words
    attach("large.png", b"x" * (LARGEST + 1))
    assert (browser.status, "larger than 5" in browser.words.replace("\u2068", "")) == (413, True)
    attach("", b"")
    assert "Please choose a file first" in browser.words
    attach("a.png", a_picture())
    assert "has arrived" in browser.words
    browser.close()


@pytest.mark.parametrize("language", SUPPORTED)
def test_it_speaks_the_language(desk: Desk, language: str) -> None:
    """What may be sent is said in the visitor's language, with its own units."""
    visitor, _, _ = asking(desk, language)
    hint = visitor.history()["file_request"]["hint"]
    assert desk.context.texts(language, "file-hint", size="5", count=5)[:8] == hint[:8]
    assert ("5 MB" in hint) == (language in ("en", "es", "zh")), hint
