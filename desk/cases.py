"""A request on any device: its case number and its secret code open it, without the chat and without e-mail.

The code is a keyed digest of the case number: nothing that opens a case is stored, and the store without the
installation's key tells nobody a code. In the stored message stands a mark; only its visitor is shown the code.
"""

from __future__ import annotations

import hmac
import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.context import Context
from desk.errors import DeskError
from store.models import Conversation, Message, Ticket

# No letters that look like digits, no vowels that make words: easy to read out on a telephone.
LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ"
CODE_LENGTH = 10
_MARK = re.compile(r"\[code of ([0-9A-Z]{4}-[0-9A-Z]{4})\]")


def mark(case: str) -> str:
    """What stands for the code of a case in a stored message."""
    return f"[code of {case}]"


def code_of(context: Context, case: str) -> str:
    """The secret code of a case, such as ``K7TR2-9BDFM``."""
    number, letters = int(context.vault.digest(f"case {case}"), 16), ""
    for _ in range(CODE_LENGTH):
        number, letter = divmod(number, len(LETTERS))
        letters += LETTERS[letter]
    return f"{letters[:5]}-{letters[5:]}"


def told(context: Context, ticket: Ticket, language: str) -> str:
    """Where the answer to ``ticket`` can be read without the chat; for a message of the desk itself."""
    link = f"{context.settings.address}/case"
    return context.texts(language, "case-code", case=ticket.case, code=mark(ticket.case), link=link)


def shown(context: Context, message: Message) -> str:
    """The text of a message for its visitor: with the code, where the desk itself put the mark."""
    if message.author != "system":
        return message.text
    return _MARK.sub(lambda found: code_of(context, found[1]), message.text)


def access(context: Context, session: Session, case: str, code: str) -> Ticket:
    """The request of a case number, if the code is its own; blanks, hyphens and small letters do not matter.

    Raises ``DeskError`` 404, the same whether or not there is such a case.
    """
    number = _plain(case)
    number = f"{number[:4]}-{number[4:]}"
    right = hmac.compare_digest(_plain(code_of(context, number)).encode(), _plain(code).encode())
    ticket = session.scalars(select(Ticket).where(Ticket.case == number)).first()
    if ticket is None or not right:
        raise DeskError(404, "case-unknown")
    return ticket


def _plain(text: str) -> str:
    return re.sub(r"[\s\u2010-\u2015-]", "", text).upper()


def conversation_of(context: Context, session: Session, case: str, code: str, lock: bool = False) -> Conversation:
    """The conversation of a request, if the code is its own. With ``lock`` it is held for this transaction.

    Raises ``DeskError`` 404.
    """
    ticket = access(context, session, case, code)
    return session.get_one(Conversation, ticket.conversation_id, with_for_update=lock or None)


def exchanged(session: Session, ticket: Ticket) -> list[Message]:
    """What staff and the visitor have written since the request was made, in order."""
    wanted = (
        Message.conversation_id == ticket.conversation_id, Message.author.in_(("visitor", "staff")),
        Message.at >= ticket.opened_at,
    )  # fmt: skip
    return list(session.scalars(select(Message).where(*wanted).order_by(Message.seq)))
