"""Judges what people tell of themselves by the rules of a kind of service: met, not met, or not known.

Rules are data of the profile (``modality_rules.csv``), each with its source and date. Nothing is ever met that is not
known: a fact that is missing, or a rule that this module does not understand, leaves it open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from store import models as m
from store.facts import LEVELS, WEEKS_A_MONTH, Facts
from store.modalities import is_older

MET, NOT_MET, UNKNOWN = "met", "not_met", "unknown"
# What the rules of a kind of service come to. ``older``: only rules that are superseded, or of low confidence, are not
# met; ``none``: there are no rules to judge by.
YES, NO, OLDER, OPEN, NONE = "yes", "no", "older", "open", "none"
LOW = "low"

# Facts in the order in which they are asked for.
ASKED = (
    "ages", "nationality", "residence", "country", "student", "refugee", "education", "experience", "languages",
    "weeks",
)  # fmt: skip
# Levels of education: from which a rule is surely met, and below which surely not.
EDUCATION: Mapping[str, tuple[str, str]] = {
    "secondary": ("secondary", "secondary"),
    "technical": ("bachelor", "technical"),  # a technical diploma may be of another kind than the rule means
    "bachelor": ("bachelor", "bachelor"),
    "master": ("master", "master"),
    "bachelor_or_higher_technical_diploma": ("bachelor", "technical"),
}
# What opens a way for some people and asks nothing of the others.
PERMITS = frozenset({"legal_residence_refugee_stateless"})
_RANGE = re.compile(r"^(\d+)(?:-(\d+))?$")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class Judgement:
    """A rule and what it comes to; ``missing`` are the facts that would decide it."""

    rule: m.ModalityRule
    outcome: str
    missing: tuple[str, ...] = ()

    @property
    def firm(self) -> bool:
        """Whether the rule holds today, as far as a good source says."""
        return not is_older(self.rule) and self.rule.confidence != LOW


def judge(rules: Iterable[m.ModalityRule], facts: Facts) -> list[Judgement]:
    """The rules that can be judged, each with its outcome; of superseded ones the newest, if none replaced it."""
    return [
        Judgement(rule, outcome, _missing(rule, facts) if outcome == UNKNOWN else ())
        for rule in _counting(rules)
        for outcome in (_JUDGES[rule.rule](rule, facts),)
    ]


def told_only(rules: Iterable[m.ModalityRule]) -> list[m.ModalityRule]:
    """Conditions of the service that are no requirement of a person: hours, the first contract, what is typical."""
    return [rule for rule in rules if not _is_judged(rule) and not is_older(rule)]


def verdict(judgements: Sequence[Judgement]) -> str:
    """What all rules together come to."""
    if not judgements:
        return NONE
    failed = [judgement for judgement in judgements if judgement.outcome == NOT_MET]
    if any(judgement.firm for judgement in failed):
        return NO
    if failed:
        return OLDER
    return OPEN if any(judgement.outcome == UNKNOWN for judgement in judgements) else YES


def missing(judgements: Iterable[Judgement]) -> list[str]:
    """The facts that would decide what is open, in the order to ask for them."""
    wanted = {name for judgement in judgements for name in judgement.missing}
    return [name for name in ASKED if name in wanted]


def _counting(rules: Iterable[m.ModalityRule]) -> list[m.ModalityRule]:
    """One rule of each name, or all that hold today."""
    judged = [rule for rule in rules if _is_judged(rule)]
    replaced = {rule.rule for rule in judged if not is_older(rule)}
    newest: dict[str, m.ModalityRule] = {}
    for rule in judged:
        if is_older(rule) and (rule.rule not in newest or _year(rule) > _year(newest[rule.rule])):
            newest[rule.rule] = rule
    return [rule for rule in judged if not is_older(rule) or (rule.rule not in replaced and newest[rule.rule] is rule)]


def _is_judged(rule: m.ModalityRule) -> bool:
    return rule.rule in _JUDGES and rule.value not in PERMITS


def _year(rule: m.ModalityRule) -> int:
    """The year a rule is of; an undated one is the oldest."""
    found = _YEAR.search(rule.as_of)
    return int(found[0]) if found else 0


# --- one function for each kind of rule -------------------------------------------------------------------------------


def _outcome(met: bool | None) -> str:
    return UNKNOWN if met is None else MET if met else NOT_MET


def _limits(rule: m.ModalityRule) -> tuple[int, int] | None:
    """The number of a rule, or the two ends of its range."""
    found = _RANGE.match(rule.value)
    return (int(found[1]), int(found[2] or found[1])) if found else None


def _min_age(rule: m.ModalityRule, facts: Facts) -> str:
    limits = _limits(rule)
    if facts.ages is None or limits is None:
        return UNKNOWN
    youngest, oldest = facts.ages
    return _outcome(True if youngest >= limits[0] else False if oldest < limits[0] else None)


def _max_age(rule: m.ModalityRule, facts: Facts) -> str:
    limits = _limits(rule)
    if facts.ages is None or limits is None:
        return UNKNOWN
    youngest, oldest = facts.ages
    return _outcome(True if oldest <= limits[1] else False if youngest > limits[1] else None)


def _education(rule: m.ModalityRule, facts: Facts) -> str:
    if not facts.education or rule.value not in EDUCATION:
        return UNKNOWN
    surely, perhaps = (LEVELS.index(level) for level in EDUCATION[rule.value])
    level = LEVELS.index(facts.education)
    return _outcome(True if level >= surely else False if level < perhaps else None)


def _experience(rule: m.ModalityRule, facts: Facts) -> str:
    limits = _limits(rule)
    return UNKNOWN if facts.experience is None or limits is None else _outcome(facts.experience >= limits[0])


def _languages(rule: m.ModalityRule, facts: Facts) -> str:
    wanted = set(rule.value.split("|"))
    if wanted & set(facts.languages):
        return MET
    # Who names some languages may speak others too.
    return NOT_MET if facts.all_languages else UNKNOWN


def _nationality(rule: m.ModalityRule, facts: Facts) -> str:
    """Whether somebody is a national of the country of service; of refugees and the stateless that leaves it open."""
    if not facts.nationality or not facts.country:
        return UNKNOWN
    same = facts.nationality == facts.country
    if rule.value == "country_of_service":
        protected = facts.refugee or facts.stateless
        return MET if same else UNKNOWN if protected else NOT_MET
    return _outcome(not same) if rule.value == "not_country_of_service" else UNKNOWN


def _residence(rule: m.ModalityRule, facts: Facts) -> str:
    """Whether somebody lives in the country that hosts them; whether they do so legally nobody knows here."""
    if rule.value != "host_country" or not facts.residence:
        return UNKNOWN
    if facts.country:
        return _outcome(facts.residence == facts.country)
    if not facts.nationality:
        return UNKNOWN
    return _outcome(facts.residence != facts.nationality)


def _status(rule: m.ModalityRule, facts: Facts) -> str:
    known = {"student": facts.student, "refugee_or_asylum_seeker": facts.refugee}
    return _outcome(known.get(rule.value))


def _min_time(weeks: float) -> Callable[[m.ModalityRule, Facts], str]:
    def judged(rule: m.ModalityRule, facts: Facts) -> str:
        limits = _limits(rule)
        return UNKNOWN if facts.weeks is None or limits is None else _outcome(facts.weeks >= limits[0] * weeks)

    return judged


def _max_time(weeks: float) -> Callable[[m.ModalityRule, Facts], str]:
    def judged(rule: m.ModalityRule, facts: Facts) -> str:
        limits = _limits(rule)
        return UNKNOWN if facts.weeks is None or limits is None else _outcome(facts.weeks <= limits[1] * weeks)

    return judged


_JUDGES: Mapping[str, Callable[[m.ModalityRule, Facts], str]] = {
    "min_age": _min_age, "max_age": _max_age, "education": _education, "experience_years": _experience,
    "languages": _languages, "nationality": _nationality, "residence": _residence, "status": _status,
    "min_months": _min_time(WEEKS_A_MONTH), "max_months": _max_time(WEEKS_A_MONTH), "max_weeks": _max_time(1.0),
}  # fmt: skip


def _missing(rule: m.ModalityRule, facts: Facts) -> tuple[str, ...]:
    """The facts that a rule needs and that are not known; none where knowing more would not help."""
    needs = {
        "min_age": ("ages",), "max_age": ("ages",), "education": ("education",), "experience_years": ("experience",),
        "languages": ("languages",), "nationality": ("nationality", "country"), "min_months": ("weeks",),
        "max_months": ("weeks",), "max_weeks": ("weeks",),
        "residence": ("residence", "nationality") if rule.value == "host_country" else (),
        "status": {"student": ("student",), "refugee_or_asylum_seeker": ("refugee",)}.get(rule.value, ()),
    }[rule.rule]  # fmt: skip
    known = facts.known()
    # Languages that were named by the way are perhaps not all.
    return tuple(name for name in needs if name not in known or name == "languages")
