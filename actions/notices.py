"""A notice before the usual answer, or in its place: in an outage many ask the same.

It never stands in the way of a sensitive matter: what may tell of harm is answered as if there were no notice, and what
only comes near to it keeps its usual answer behind the notice. What an answer does (call a person, change the language)
is done in any case, and a person is always offered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale

from actions.answer import Answer
from store import models as m
from store.notices import words_in
from texts.catalogue import locale_of

if TYPE_CHECKING:
    from actions.base import Desk, Question


def with_notice(answer: Answer, notice_id: int, question: Question, desk: Desk) -> Answer:
    """``answer`` with the notice first, or the notice alone: where it is meant so or nothing else is known.

    The notice was published a moment ago; one that has been taken away since changes nothing.
    """
    notice = desk.session.get(m.Notice, notice_id)
    if notice is None:
        return answer
    text = _text(notice, desk)
    unknown = answer.understood.get("answered") is False
    if (notice.replaces or unknown) and not answer.do and not question.near_harm:
        alone = Answer(text, choices=[desk.call_person()], slots={"offered": "human"})
        alone.understood["notice"] = notice_id
        return alone
    answer.text = f"{text}\n\n{answer.text}"
    answer.understood |= {"notice": notice_id}
    calls = any(deed["kind"] == "hand_over" for deed in answer.do)
    person = desk.call_person()
    if not calls and person not in answer.choices:
        answer.choices.append(person)
    return answer


def _text(notice: m.Notice, desk: Desk) -> str:
    """The notice in the visitor's language, or in the profile's first one, which is then said."""
    words = words_in(notice, desk.language, desk.profile.default_language)
    parts = [f"**{words.title}**", words.body]
    if words.language != desk.language:
        name = Locale.parse(words.language).get_display_name(locale_of(desk.language)) or words.language
        parts.insert(0, desk.say("article-other-language", language=name))
    return "\n\n".join(parts)
