"""Turns a question about figures into a query: metric, members, years, measure and what to do with them.

Nothing is looked up by whole sentences. The words of the store (``words.csv``) say what is to be done (compare, order,
show the years), the names say what it is about, and how well each metric fits comes from ``store.subjects``. Every
series (or, where members are compared, every group of series) that has to do with the question is weighed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from store.counted import (
    MONEY,
    UNTOLD,
    is_another_matter,
    is_counted,
    is_measured,
    limit_of,
    of_a_thing,
    unit_of,
    untold,
)
from store.figures import CHANGE, COUNTRIES, SHARE, FigureTable, Group, Series
from store.indicators import numbers_in
from store.names import Gazetteer, Mention
from store.years import is_span, years_of

PERCENT = "percent"
YEARS, INDICATOR, INITIATIVE = "year", "indicator", "initiative"
# Words that are names of a kind only where figures are asked for: 'national' alone is no kind of service in a search.
SHORT = {"category": "modality"}
# Kinds that say where: a figure is never about another place than the one that was named.
GEOGRAPHY = ("country", "region", "city")

VALUE, COMPARE, SUM, ORDER, EACH, SERIES, DIFFER = "value", "compare", "sum", "order", "each", "series", "change"

# What each kind of evidence adds to how well the metric fits the question (about -0.2 to 1).
NAMED_WORD = 0.17  # a word of the question that names the metric, at most three of them
NAMED_HEADLINE = 0.14  # the same for the headline metric, however many words
NAMED_BESIDE = 0.0  # and where the question names another metric besides
COVERED = 0.3  # a member named in the question that the series is about
UNCOVERED = -0.2  # a member named in the question that it is not about
IMPLIED = 0.15  # a kind of service named in the question that the metric's own name says: online volunteers
PAID = 0.2  # volunteers that a country pays for, and the question speaks of money
UNPAID = -0.35  # the same, and the question says nothing of money
UNASKED = -0.2  # a member that the series is about and nobody asked for
HEADLINE = 0.12  # the metric that is meant when none is named
RIGHT_YEAR = 0.2  # there is a figure for a year that was asked for
RIGHT_MEASURE = 0.05  # there is a share, a change
BY_NAME = 0.05  # a group is along a dimension that the question names: countries rather than nationalities
BEHIND = 0.25  # so much less a group may weigh than the best series where an order or all members are asked for
SAME_UNIT, OTHER_UNIT = 0.2, -0.15  # what is counted is (not) what was asked for: 'how many countries'
UNNAMED_UNIT = -0.3  # the same for what the question does not name: volunteers are asked for, and these are regions
MEANT = 0.3  # from this fit on a metric that is not named is the length of time or the sum that is asked for
ONE_YEAR = -0.15  # years are to be compared, and there is only one
NO_SHARE = -0.35  # a share is asked for, and there is none nor any part to calculate it from


@dataclass(frozen=True)
class FigureQuery:
    """What a question asks for.

    ``operation``: value; compare (the members ``among`` of the dimension ``by``); sum of them; order (the ``limit``
    first by value, ``largest`` or smallest first, 0: all); each (all members of ``by``); series (the years); change
    between years. ``years`` empty means the newest; ``measure`` empty means any, the level first. ``missing`` are
    things named in the question that the figures of this metric are not about; ``named``: the question uses one of the
    metric's names; ``picture``: a chart is asked for; ``since``: the year is where it begins; ``other_unit``: weeks or
    money are asked for, and the metric counts neither.
    """

    metric: str
    members: dict[str, str] = field(default_factory=dict)
    years: tuple[int, ...] = ()
    measure: str = ""
    missing: tuple[str, ...] = ()
    named: bool = False
    operation: str = VALUE
    by: str = ""
    among: tuple[str, ...] = ()
    largest: bool = True
    limit: int = 0
    picture: bool = False
    since: bool = False
    other_unit: bool = False

    def as_dict(self) -> dict[str, Any]:
        """For the record kept with the answer: what is not at its default."""
        return {
            name: value
            for name, value in asdict(self).items()
            if name == "metric" or value not in ("", (), {}, False, 0)
        }


@dataclass(frozen=True)
class _Words:
    """What the question names, sorted out."""

    text: str
    language: str
    mentions: list[Mention]
    members: list[Mention]
    years: tuple[int, ...]
    measure: str
    operations: set[str]
    nouns: list[str]
    metrics: dict[str, Mention]
    short: frozenset[Mention]
    unit: str
    untold: list[Mention]


class FigureQuestions:
    """Understands questions about the figures of a table with the names of the store."""

    def __init__(
        self, table: FigureTable, gazetteer: Gazetteer, metrics: Sequence[str],
        examples: Mapping[tuple[str, str], Sequence[str]],
    ) -> None:  # fmt: skip
        """``metrics``: their keys in the profile's order; the first that something is known of is the headline.

        ``examples``: what people say when they ask for a metric, by metric and language.
        """
        self._table = table
        self._gazetteer = gazetteer
        self._examples = examples
        self._wholes = {(dimension, whole) for (dimension, _), whole in table.wholes.items()}
        counted = table.metrics()
        self._named_with: dict[tuple[str, str], frozenset[tuple[str, str]]] = {}
        self._headline = next((key for key in metrics if key in counted), None)
        self._units_of = {metric: {row.unit for row in table.of_metric(metric)} for metric in counted}
        self._always_about = {
            metric: frozenset.intersection(*(frozenset(dict(x.members)) for x in table.of_metric(metric)))
            for metric in counted
        }
        self._dimensions_of = {metric: table.dimensions_of(metric) for metric in counted}
        # What a metric's own name says need not be covered by a member: online volunteers, women trained.
        self._implied = {
            metric: {
                (mention.kind, mention.key)
                for language in gazetteer.languages
                for mention in gazetteer.find(gazetteer.shown("metric", metric, language), language)
            }
            for metric in counted
        }

    def query(
        self, question: str, language: str, fits: Mapping[str, float], indicators: Sequence[str] = ()
    ) -> FigureQuery | None:
        """The query that ``question`` asks, or None when the store has no figures at all.

        ``fits`` says how well each metric fits the question, ``indicators`` are those that do, best first
        (``store.subjects``).
        """
        if not self._table:
            return None
        words = self._words(question, language, indicators)
        return self._of_several(words, fits) or self._of_one(words, fits)

    def is_headline(self, metric: str) -> bool:
        """Whether it is the metric that is meant when none is named."""
        return metric == self._headline

    def _words(self, question: str, language: str, indicators: Sequence[str]) -> _Words:
        found = self._gazetteer.find(question, language)
        found = [mention for mention in found if mention.kind not in SHORT or not of_a_thing(mention, found)]
        mentions = [replace(mention, kind=SHORT.get(mention.kind, mention.kind)) for mention in found]
        short = frozenset(new for new, mention in zip(mentions, found, strict=True) if new != mention)
        members = _clearest([mention for mention in mentions if self._is_member(mention)], self._table)
        members = [self._known(mention) for mention in members]
        nouns = _free("dimension", mentions, members)
        if INDICATOR in nouns:
            numbers = [number for number in numbers_in(question) if (INDICATOR, number) in self._table.by_member]
            members += [Mention(INDICATOR, number, 0, 0, number) for number in numbers]
        # The name of an indicator may have the name of a metric in it.
        metrics = {x.key: x for x in mentions if x.kind == "metric" and not any(_within(x, y) for y in members)}
        # A figure that there is of each indicator, and the question says in its own words which one it means.
        of_each = {key for key in metrics if INDICATOR in self._dimensions_of.get(key, ())}
        if of_each and not any(mention.kind == INDICATOR for mention in members):
            known = (key for key in indicators if (INDICATOR, key) in self._table.by_member)
            members += [Mention(INDICATOR, key, 0, 0, key) for key in [*known][:1]]
        # Years and per cent signs in the names of metrics and members are no wishes.
        plain = _without([*metrics.values(), *members], question)
        measures = _free("measure", mentions, members)
        return _Words(
            plain, language, mentions, members, years_of(plain), _measure(plain, measures),
            set(_free("operation", mentions, members)), nouns, metrics, short, unit_of(mentions, language),
            untold(question, language, mentions, members),
        )  # fmt: skip

    def _known(self, mention: Mention) -> Mention:
        """The other of two where only it has figures: who asks for the men is answered from the share of women."""
        both = self._gazetteer.keys(mention.kind)
        if len(both) != 2 or (mention.kind, mention.key) in self._table.by_member:
            return mention
        (other,) = set(both) - {mention.key}
        return replace(mention, key=other) if (mention.kind, other) in self._table.by_member else mention

    def _is_member(self, mention: Mention) -> bool:
        kinds = COUNTRIES if mention.kind == "country" else (mention.kind,)
        return any((kind, mention.key) in self._table.by_member or kind in self._table.dimensions for kind in kinds)

    # --- several series: comparisons, orders, breakdowns --------------------------------------------------------------

    def _of_several(self, words: _Words, fits: Mapping[str, float]) -> FigureQuery | None:
        among = _alternatives(words.members)
        ordered = bool(words.operations & {"most", "least"})
        limit = limit_of(words.text, words.mentions) if ordered else 0
        if ordered and words.nouns == [YEARS] and not words.years and not among:
            query = self._of_one(words, fits)
            return query and _with(
                query, operation=ORDER, by=YEARS, largest="least" not in words.operations, limit=limit
            )
        wanted: list[tuple[str, tuple[str, ...]]] = list(among.items())
        if not wanted and (ordered or "each" in words.operations):
            wanted = [(noun, ()) for noun in _dimensions(words.nouns)]
        best: tuple[float, Group, tuple[str, ...]] | None = None
        for dimension, keys in wanted:
            for group in self._candidates(dimension, keys, words.members):
                weight = self._weigh_group(group, keys, words, fits)
                if best is None or weight > best[0]:
                    best = weight, group, keys
        if best is None:
            return None
        weight, group, keys = best
        if not keys and weight < self._best_of_one(_without_nouns(words) if ordered else words, fits)[0] - BEHIND:
            return None
        named = tuple(key for key in keys if key in group.series)
        if keys and len(named) < 2:
            return None
        operation = ORDER if ordered else EACH
        if keys:
            operation = SUM if "sum" in words.operations and not ordered else COMPARE
        if not keys and ordered and len(group.series) < 2:
            return None
        others = [mention for mention in words.members if mention.key not in keys]
        uncovered = self._missing(group.metric, group.others, others, words)
        return FigureQuery(
            group.metric, group.others, words.years, words.measure, tuple(uncovered), group.metric in words.metrics,
            operation, group.by, named, "least" not in words.operations, limit, "chart" in words.operations,
            other_unit=self._is_another_matter(group.metric, words, fits),
        )  # fmt: skip

    def _candidates(self, dimension: str, keys: Sequence[str], members: Sequence[Mention]) -> Iterable[Group]:
        """The groups along a dimension that have two of the wanted members, and nothing else that nobody named.

        Where there are none, also those about something else.
        """
        kinds = COUNTRIES if dimension == "country" else (dimension,)
        groups = [group for kind in kinds for group in self._table.groups_by.get(kind, ())]
        named = {mention.key for mention in members}
        plain = [group for group in groups if all(k in named for d, k in group.others.items() if d != group.by)]
        for some in (plain, groups):
            found = [group for group in some if len(group.series.keys() & set(keys) if keys else group.series) >= 2]
            if found:
                return found
        return []

    def _weigh_group(self, group: Group, keys: Sequence[str], words: _Words, fits: Mapping[str, float]) -> float:
        others = [mention for mention in words.members if mention.key not in keys]
        # 'Which mission': what is common to the group is said by the noun, if not by name.
        whole = (group.by, group.others.get(group.by, ""))
        said = "mission" in words.nouns and bool(whole[1]) and whole not in {(m.kind, m.key) for m in others}
        given = {d: k for d, k in group.others.items() if not (said and d == group.by)}
        score = self._weigh(group.metric, given, others, words, fits) + (COVERED if said else 0)
        score += COVERED * sum(key in group.series for key in keys) + (
            BY_NAME if group.by == _named_countries(words.nouns) else 0
        )
        score += RIGHT_YEAR if group.years.intersection(words.years) else 0
        score += RIGHT_MEASURE * 2 if words.measure in group.measures else 0
        return score + 0.01 * min(len(group.series), 10)

    # --- one series ---------------------------------------------------------------------------------------------------

    def _of_one(self, words: _Words, fits: Mapping[str, float]) -> FigureQuery:
        _, best = self._best_of_one(words, fits)
        uncovered = self._missing(best.metric, best.members, words.members, words)
        uncovered = uncovered or self._wider(best, words)
        operation = _operation(words)
        measure = "" if operation == SERIES and words.measure == CHANGE else words.measure
        said = {m.kind: m.key for m in words.mentions if m.kind in best.members and self._known(m) != m}
        return FigureQuery(
            best.metric, {**best.members, **said}, words.years, measure, tuple(uncovered), best.metric in words.metrics,
            operation, picture="chart" in words.operations, since="since" in words.operations,
            other_unit=self._is_another_matter(best.metric, words, fits),
        )  # fmt: skip

    def _best_of_one(self, words: _Words, fits: Mapping[str, float]) -> tuple[float, Series]:
        operation = _operation(words)

        def weigh(series: Series) -> float:
            score = self._weigh(series.metric, series.members, words.members, words, fits)
            score += RIGHT_YEAR if series.years.intersection(words.years) else 0
            score += ONE_YEAR if operation in (SERIES, DIFFER) and _one_year(series) else 0
            score += RIGHT_MEASURE if words.measure in series.measures else 0
            return score + (NO_SHARE if words.measure == SHARE and not _has_share(series) else 0)

        return max(((weigh(series), series) for series in self._near(words.members)), key=lambda pair: pair[0])

    def _missing(
        self, metric: str, members: Mapping[str, str], mentions: Sequence[Mention], words: _Words
    ) -> list[str]:  # fmt: skip
        """The things that the question names and a series is not about, as they are written there.

        What no figure is about (a partner, a virtual campus) is context where the metric knows nothing of its kind.
        """
        _, uncovered = _coverage(members, mentions, words.metrics.get(metric), self._wholes)
        untold = [x.text for x in words.untold if not self._belongs(x, metric, words.language)]
        return untold + [
            mention.text
            for mention in uncovered
            if (mention.kind, mention.key) not in self._implied[metric]
            and not (mention in words.short and mention.kind not in self._dimensions_of[metric])
            # 'Was the target met': no kind of indicator, where a figure is of one.
            and not (mention.kind == INITIATIVE and INDICATOR in self._dimensions_of[metric])
            # 'The UN mission in Afghanistan (UNAMA)': the whole is named beside its part.
            and self._table.wholes.get((mention.kind, members.get(mention.kind, ""))) != mention.key
            and (
                mention.kind in GEOGRAPHY
                or mention.kind in self._dimensions_of[metric]
                or (
                    (mention.kind == "host" or (mention.kind, mention.key) in self._table.by_member)
                    and not self._belongs(mention, metric, words.language)
                )
            )
        ]

    def _wider(self, series: Series, words: _Words) -> list[str]:
        """The things in the question that a series is only in part about, as they are written there.

        Women with UNHCR in one region are not the women with UNHCR, unless every figure of the metric is of a region.
        """
        own = [x for x in words.members if x.key in series.members.values()]
        asked = {x.key for x in own} | {key for _, key in self._implied[series.metric]}
        unasked = {d for d, key in series.members.items() if key not in asked and d != INITIATIVE}
        plain = {d for d in unasked if any(d not in dict(x.members) for x in self._table.of_metric(series.metric))}
        if unasked and series.measures == {SHARE} and words.measure != SHARE:
            # How many from the South a part are says nothing of how many there are.
            return [x.text for x in own] or [self._gazetteer.shown("metric", series.metric, words.language)]
        return [x.text for x in own] if plain else []

    def _belongs(self, mention: Mention, metric: str, language: str) -> bool:
        """Whether people name a host or project when they ask for a metric that is not told apart by it.

        The ILO belongs to the surveys of volunteer work.
        """
        if (metric, language) not in self._named_with:
            texts = self._examples.get((metric, language), ())
            found = (x for text in texts for x in self._gazetteer.find(text, language, {"host", "initiative", *UNTOLD}))
            self._named_with[metric, language] = frozenset((x.kind, x.key) for x in found)
        return (mention.kind, mention.key) in self._named_with[metric, language]

    def _is_another_matter(self, metric: str, words: _Words, fits: Mapping[str, float]) -> bool:
        """Whether time or money is asked for, and not the one that a metric is about."""
        if is_another_matter(words.unit, self._units_of[metric]):
            return True
        meant = metric in words.metrics or fits.get(metric, 0.0) >= MEANT
        return is_measured(words.unit) and not meant

    def _of_money(self, words: _Words) -> bool:
        """Whether the question speaks of money: of donors, of dollars, of volunteers that somebody pays for."""
        named = words.metrics.keys() - {self._headline}
        paid = any("donor" in self._dimensions_of.get(metric, ()) for metric in named)
        return paid or "paid" in words.operations or any(x.key in ("donor", MONEY) for x in words.mentions)

    def _near(self, members: Sequence[Mention]) -> list[Series]:
        """The series that a question with these members may mean."""
        return self._table.near([
            [(kind, mention.key) for kind in (COUNTRIES if mention.kind == "country" else (mention.kind,))]
            for mention in members
        ])  # fmt: skip

    def _weigh(
        self, metric: str, members: Mapping[str, str], mentions: Sequence[Mention], words: _Words,
        fits: Mapping[str, float],
    ) -> float:  # fmt: skip
        name = words.metrics.get(metric)
        others_named = words.metrics.keys() - {metric}
        score = fits.get(metric, 0.0) + (HEADLINE if metric == self._headline and not others_named else 0)
        if name:  # 'volunteers' stands in most questions and says less
            headline = NAMED_BESIDE if others_named else NAMED_HEADLINE
            score += headline if metric == self._headline else NAMED_WORD * min(3, name.end - name.start)
        if words.unit:
            other = OTHER_UNIT if name else UNNAMED_UNIT
            # 'What percentage of the volunteers': a rate is counted in nothing else.
            rate = words.measure == SHARE and PERCENT in self._units_of[metric]
            score += SAME_UNIT if rate or is_counted(words.unit, self._units_of[metric]) else other
        if "donor" in members and "persons" in self._units_of[metric]:
            score += PAID if self._of_money(words) else UNPAID
        covered, uncovered = _coverage(members, mentions, name, self._wholes)
        implied = [mention.kind for mention in uncovered if (mention.kind, mention.key) in self._implied[metric]]
        # 'Online volunteers' are a metric of their own; those who use them are another one.
        named = implied.count("modality") if "persons" in self._units_of[metric] else 0
        score += UNCOVERED * (len(uncovered) - len(implied)) + IMPLIED * named
        # What every figure of a metric is about need not be asked for where the metric is named.
        always = self._always_about[metric] if name else frozenset()
        unasked = max(0, len(members.keys() - always) - covered)
        return score + COVERED * covered + UNASKED * unasked


def _with(query: FigureQuery, **changes: Any) -> FigureQuery:
    return FigureQuery(**{**asdict(query), **changes})


def _without_nouns(words: _Words) -> _Words:
    """Without the metrics that are named by what is to be ordered alone: 'which entity hosted most' counts none."""
    nouns = [mention for mention in words.mentions if mention.kind == "dimension"]
    metrics = {key: x for key, x in words.metrics.items() if not any(noun.overlaps(x) for noun in nouns)}
    return replace(words, metrics=metrics)


def _operation(words: _Words) -> str:
    """What to do with one series."""
    spans = len(words.years) == 2 and is_span(words.text)
    one_year = len(words.years) == 1 and "since" not in words.operations
    if words.operations & {"series", "chart"} and not (one_year and words.measure == CHANGE):
        return SERIES
    # 'How many fewer in 2019': than the year before.
    if words.measure == CHANGE or (words.years and len(words.years) <= 2 and "difference" in words.operations):
        return DIFFER
    if len(words.years) > 1 and "sum" in words.operations:
        return SUM
    return SERIES if spans else VALUE


def _named_countries(nouns: Sequence[str]) -> str:
    """The dimension of countries that nouns stand for, the one that says most of them: nationality before country."""
    named = [noun for noun in COUNTRIES if noun in nouns]
    return named[-1] if named else ""


def _dimensions(nouns: Iterable[str]) -> list[str]:
    """The dimensions that nouns of the question stand for; missions are entities."""
    return list(dict.fromkeys("host" if noun == "mission" else noun for noun in nouns if noun != YEARS))


def _alternatives(members: Sequence[Mention]) -> dict[str, tuple[str, ...]]:
    """The kinds of which the question names several things, with their keys: UNFPA or WFP, women and men."""
    named: dict[str, dict[str, None]] = {}
    for mention in members:
        crossing = [o for o in members if o is not mention and o.kind == mention.kind and o.overlaps(mention)]
        if not crossing:
            named.setdefault(mention.kind, {})[mention.key] = None
    return {kind: tuple(keys) for kind, keys in named.items() if len(keys) > 1}


def _within(one: Mention, other: Mention) -> bool:
    return other.start <= one.start and one.end <= other.end and _length(other) > _length(one)


def _breaks(one: Mention, place: Mention) -> bool:
    """Whether something else than a place has a part of a place's name in it."""
    crossing = one.overlaps(place) and not _within(place, one) and (one.start, one.end) != (place.start, place.end)
    return one.kind not in GEOGRAPHY and place.kind in GEOGRAPHY and crossing


def _free(kind: str, mentions: Sequence[Mention], members: Sequence[Mention]) -> list[str]:
    """The words of a kind that stand by themselves: not 'oldest' in a metric's name."""
    longer = [*members, *(mention for mention in mentions if mention.kind == "metric")]
    free = (
        mention.key
        for mention in mentions
        if mention.kind == kind and not any(_within(mention, other) for other in longer)
    )
    return list(dict.fromkeys(free))


def _clearest(members: Sequence[Mention], table: FigureTable) -> list[Mention]:
    """The mentions without those inside or across a longer name; of two readings the one with figures."""
    longest = [
        mention
        for mention in members
        if not any(_within(mention, other) or _breaks(mention, other) for other in members)
    ]
    known = {(m.kind, m.start, m.end) for m in longest if (m.kind, m.key) in table.by_member}
    return [m for m in longest if (m.kind, m.key) in table.by_member or (m.kind, m.start, m.end) not in known]


def _length(mention: Mention) -> int:
    return mention.end - mention.start


def _coverage(
    members: Mapping[str, str], mentions: Sequence[Mention], name: Mention | None, wholes: Collection[tuple[str, str]]
) -> tuple[int, list[Mention]]:
    """How many of the ``members`` the question names, and which of its names they are not about.

    A place inside the name of an entity, or a word inside the metric's name, need not be covered by itself. ``wholes``
    are the members that others are part of.
    """
    own = {
        # 'Finland' is named as a country also where it is a donor or a nationality.
        (kind, key)
        for dimension, key in members.items()
        for kind in (dimension, "country" if dimension in COUNTRIES else dimension)
    }
    covering = [mention for mention in mentions if (mention.kind, mention.key) in own]
    spans = [(mention.start, mention.end) for mention in covering]
    if name is not None:
        spans.append((name.start, name.end))
    hosted = any(mention.kind == "host" and ("host", mention.key) not in wholes for mention in covering)
    uncovered = {
        mention.text: mention
        for mention in mentions
        if not any(start <= mention.start and mention.end <= end for start, end in spans)
        # 'the mission in South Sudan': the entity says the place already.
        and not (hosted and mention.kind in ("country", "region"))
    }
    return len({(mention.kind, mention.key) for mention in covering}), list(uncovered.values())


def _one_year(series: Series) -> bool:
    """Whether a series has nothing to compare: one year, and no change that its source gives."""
    return len(series.years) < 2 and CHANGE not in series.measures


def _has_share(series: Series) -> bool:
    """Whether a series has a percentage, or is about a part of something."""
    return bool(series.members) or any(row.unit == PERCENT for row in series.rows)


def _without(mentions: Sequence[Mention], question: str) -> str:
    """The question without names that have digits in them."""
    for mention in mentions:
        if any(character.isdigit() for character in mention.text):
            pattern = r"\W*".join(map(re.escape, mention.text.split()))
            question = re.sub(rf"{pattern}\s*[%٪]?", " ", question)
    return question


def _measure(question: str, named: Sequence[str]) -> str:
    if CHANGE in named:  # 'by how many per cent did it rise'
        return CHANGE
    return SHARE if "%" in question or "٪" in question else next(iter(named), "")
