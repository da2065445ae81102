"""Says what a kind of volunteer service is and who is eligible, with the date of every condition."""

from __future__ import annotations

from actions.answer import Answer, Choice, Source, payload
from actions.base import Desk, DeskAction, Question
from store import models as m
from store.modalities import all_keys, describe, is_older
from store.subjects import MODALITY, is_clear, of_kind
from texts.dates import DATE, written_date


class ActionModality(DeskAction):
    """One kind of service, or the list of them."""

    action_name = "action_modality"
    intent = "ask_modality"

    def answer(self, question: Question, desk: Desk) -> Answer:
        named = desk.knowledge.gazetteer.find(question.text, question.language, {"modality"})
        keys = [str(question.given["modality"])] if "modality" in question.given else [x.key for x in named]
        keys = list(dict.fromkeys(keys)) or _described(question)
        if not keys:
            return _list(desk)
        if len(keys) > 1:
            return _several(keys, desk)
        return _one(keys[0], desk)


def _described(question: Question) -> list[str]:
    """The kind of service that the message describes without naming it, if one leaves the others behind."""
    found = of_kind(question.found, MODALITY)
    return [found[0].key] if is_clear(found) else []


def _one(key: str, desk: Desk) -> Answer:
    found = describe(desk.session, key, (desk.language, desk.profile.default_language))
    if found is None:
        return _list(desk)
    rules = found.rules
    lines = [f"**{desk.name('modality', key)}** – {found.summary}", ""]
    lines += [desk.say("modality-rules"), *(f"- {rule_line(rule, desk)}" for rule in rules)] if rules else []
    if not rules:
        lines.append(desk.say("modality-no-rules"))
    if any(rule.confidence != "high" for rule in rules):
        lines += ["", desk.say("article-confidence-medium")]
    sources = {(rule.source_title, rule.source_url): rule for rule in rules}
    return Answer(
        "\n".join(lines),
        sources=[source_of(rule, desk) for rule in sources.values()],
        choices=[Choice(desk.say("modality-search"), payload("search_assignments", modality=key))],
        understood={"query": {"modality": key}},
        slots={"offered": None},
        rateable=True,
    )


def _several(keys: list[str], desk: Desk) -> Answer:
    """Kinds that are compared: the summaries one below the other."""
    lines = []
    for key in keys:
        found = describe(desk.session, key, (desk.language, desk.profile.default_language))
        if found is not None:
            lines.append(f"- **{desk.name('modality', key)}** – {found.summary}")
    return Answer(
        "\n".join(lines), choices=_buttons(keys, desk), understood={"query": {"modality": keys}}, rateable=True
    )


def _list(desk: Desk) -> Answer:
    keys = all_keys(desk.session)
    lines = [desk.say("modality-list"), *(f"- {desk.name('modality', key)}" for key in keys)]
    return Answer("\n".join(lines), choices=_buttons(keys, desk), understood={"query": {"modality": keys}})


def _buttons(keys: list[str], desk: Desk) -> list[Choice]:
    return [Choice(desk.name("modality", key), payload("ask_modality", modality=key)) for key in keys]


def rule_line(rule: m.ModalityRule, desk: Desk) -> str:
    """A rule with its value and date."""
    key = "modality-rule-older" if is_older(rule) else "modality-rule"
    date = written_date(rule.as_of, desk.language, desk.texts)
    return desk.say(key, rule=rule_name(rule, desk), value=_value(rule, desk), date=date)


def source_of(rule: m.ModalityRule, desk: Desk) -> Source:
    """Where a rule stands. A date that is none is given in words."""
    as_of = rule.as_of if DATE.fullmatch(rule.as_of) else written_date(rule.as_of, desk.language, desk.texts)
    return Source(rule.source_title, rule.source_url, "", as_of)


def rule_name(rule: m.ModalityRule, desk: Desk) -> str:
    """What the rule is about: the minimum age."""
    name = f"rule-{rule.rule}"
    return desk.say(name) if desk.texts.has(desk.language, name) else rule.rule


def _value(rule: m.ModalityRule, desk: Desk) -> str:
    """A number with its unit, a range of numbers, a list of languages, or words of the catalogue."""
    unit = f"unit-{rule.unit}"
    if desk.texts.has(desk.language, unit) and rule.value.replace("-", "").isdigit():
        last = int(rule.value.split("-")[-1])
        return desk.say(unit, count=last, value=rule.value.replace("-", "–"))
    if rule.unit == "any_of":
        names = desk.join(desk.name("language", code) for code in rule.value.split("|"))
        return desk.say("value-any-language", languages=names)
    words = f"value-{rule.value}"
    return desk.say(words) if desk.texts.has(desk.language, words) else rule.value
