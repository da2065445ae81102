"""'We need two nurses in Chad': takes a partner's request, asks for what is missing, sums it up, passes it on.

What a message means is decided by ``store.request_reading``; here is what follows from it. Nothing is passed on before
the summary was confirmed; the desk then stores it and writes to the contact.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

from actions.answer import Answer
from actions.base import REQUEST, Desk, DeskAction, Question
from actions.request_form import SLOT, Dialogue, turn_of
from actions.request_texts import asked, known, offered, online_keys, problem_texts, step_button, summary
from store.modalities import all_keys
from store.request_reading import CHANGE, CONFIRM, GUESS, Turn, left_open, opening
from store.request_words import heard
from store.volunteer_requests import FUNDING, SOON, Draft, Line, Problem, Wanted, next_wanted


class ActionVolunteerRequest(DeskAction):
    """A request for volunteers, from the first sentence to the deed that stores it."""

    action_name = "action_volunteer_request"
    intent = REQUEST

    def answer(self, question: Question, desk: Desk) -> Answer:
        before = Dialogue.of(question.slots.get(SLOT))
        if not question.typed and "request" in question.given:
            return _begun(Dialogue(Draft.of(json.loads(str(question.given["request"])))), desk)
        if not question.typed:
            return _pressed(question.given, before or Dialogue(), desk)
        if before is None or before.sent:
            return _opened(question, desk)
        turn = turn_of(before, question.text, question.language, desk.knowledge.gazetteer)
        if turn is None:
            turn = _resumed(question, before, desk)
        return _answered(turn, before, desk)


def _opened(question: Question, desk: Desk) -> Answer:
    """The first message of a request."""
    today = dt.datetime.now(dt.UTC).date()
    first = heard(question.text, question.language, desk.knowledge.gazetteer, today)
    if not first.tells and first.steps & {"cancel", "later", "resume"}:
        return Answer(desk.say("request-nothing"), slots={SLOT: None})
    turn = opening(first, today)
    return _goes_on(turn.draft, turn.problems, desk, first=True)


def _resumed(question: Question, before: Dialogue, desk: Desk) -> Turn:
    """A request that was left and is spoken of again: what is new goes into it."""
    turn = turn_of(replace(before, open=True), question.text, question.language, desk.knowledge.gazetteer)
    return turn if turn is not None and turn.kind in ("value", "cancel") else Turn("resume", before.draft)


def _begun(dialogue: Dialogue, desk: Desk) -> Answer:
    """A request of the store that its contact wants to change."""
    return _shown(replace(dialogue, wanted=Wanted(CHANGE)), [summary(dialogue.draft, desk)], desk)


def _pressed(given: dict[str, Any], before: Dialogue, desk: Desk) -> Answer:
    """What a button stands for: a step, or a value such as ``funding=own``."""
    step = str(given.get("step", ""))
    if step == "email":
        wanted = Wanted("email")
        return _shown(
            replace(before, draft=replace(before.draft, email=""), wanted=wanted, open=True, sent=False), [], desk
        )
    if step == "send" and before.sent:
        return _passed_on(before.draft, desk)
    if step == "yes":
        step = "send"
    elif step == "no":
        step = "change"
    if step in ("send", "change", "cancel", "later", "resume", "skip"):
        return _answered(Turn(step, before.draft), before, desk)  # type: ignore[arg-type] # each is a kind
    return _goes_on(_with_fact(before.draft, *str(given.get("fact", "")).partition("=")[::2], desk), (), desk)


def _with_fact(draft: Draft, name: str, value: str, desk: Desk) -> Draft:
    """The draft with the value of a button; unchanged for one that no button of ours has."""
    if name == "funding" and value in FUNDING:
        return replace(draft, funding=value)
    fits = (name == "modality" and value in all_keys(desk.session)) or (name == "start" and value == SOON)
    if not fits:
        return draft
    draft = draft if draft.lines else replace(draft, lines=(Line(),))
    for position, line in enumerate(draft.lines):
        if not getattr(line, name):
            draft = draft.with_line(position, **{name: value})
    return draft


def _answered(turn: Turn, before: Dialogue, desk: Desk) -> Answer:
    """What follows from a message to a request that is there already."""
    match turn.kind:
        case "cancel":
            return Answer(desk.say("request-cancelled"), slots={SLOT: None, "asked": None, "offered": None})
        case "later":
            closed = replace(before, open=False)
            back = [step_button("resume", desk), step_button("cancel", desk)]
            return Answer(desk.say("request-later"), choices=back, slots={SLOT: closed.slot()})
        case "resume":
            told = [desk.say("request-known", facts=known(before.draft, desk))] if before.draft else []
            return _shown(replace(before, open=True), told, desk)
        case "question" if turn.guess is not None:
            return _shown(replace(before, wanted=Wanted(GUESS), guess=turn.guess, open=True), [], desk)
    return _stepped(turn, before, desk)


def _stepped(turn: Turn, before: Dialogue, desk: Desk) -> Answer:
    """What follows from 'yes', 'no' and 'leave it open', by what is waited for; else from what was told."""
    waiting = before.wanted.field if before.wanted else ""
    match turn.kind, waiting:
        case "send", "guess" if before.guess is not None:
            return _goes_on(before.guess, (), desk)
        case "send", "confirm" if _missing(before.draft, desk) is None:
            return _passed_on(before.draft, desk)
        case "change", "confirm":
            return _shown(replace(before, wanted=Wanted(CHANGE)), [], desk)
        case "skip", _ if before.wanted is not None:
            left = left_open(before.draft, before.wanted)
            return _goes_on(left.draft, left.problems, desk)
    return _goes_on(turn.draft, turn.problems, desk, told=turn.draft != before.draft)


def _missing(draft: Draft, desk: Desk) -> Wanted | None:
    return next_wanted(draft, online_keys(desk))


def _goes_on(
    draft: Draft, problems: tuple[Problem, ...], desk: Desk, first: bool = False, told: bool = True
) -> Answer:  # fmt: skip
    """Says what was wrong and what is known now, and asks for the next thing, or whether all is right."""
    wanted = _missing(draft, desk)
    blocks = [desk.say("request-start")] if first else []
    blocks += problem_texts(problems, desk)
    if wanted is None:
        return _shown(Dialogue(draft, Wanted(CONFIRM)), [*blocks, summary(draft, desk)], desk)
    if told and draft:
        blocks.append(desk.say("request-known", facts=known(draft, desk)))
    return _shown(Dialogue(draft, wanted), blocks, desk)


def _shown(dialogue: Dialogue, blocks: list[str], desk: Desk) -> Answer:
    """The blocks and the open question."""
    if dialogue.wanted is None:
        dialogue = replace(dialogue, wanted=_missing(dialogue.draft, desk) or Wanted(CONFIRM))
    wanted = dialogue.wanted.field if dialogue.wanted else ""
    return Answer(
        "\n\n".join([*blocks, asked(dialogue, desk)]), choices=offered(dialogue, desk),
        # Names of people are not kept with the message.
        understood={"query": {"wanted": wanted}},
        slots={SLOT: dialogue.slot(), "asked": None, "offered": None},
    )  # fmt: skip


def _passed_on(draft: Draft, desk: Desk) -> Answer:
    """The desk stores the request. The slot keeps it, so that a button can send it again if the desk could not."""
    sent = Dialogue(draft, Wanted(CONFIRM), open=False, sent=True)
    return Answer(
        desk.say("request-passed-on"), do=[{"kind": "request_volunteers", "request": draft.kept()}],
        slots={SLOT: sent.slot(), "asked": None, "offered": None},
    )  # fmt: skip
