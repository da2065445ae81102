"""The catalogue of texts: complete in every language, with the same variables, and translated."""

from __future__ import annotations

import ast
import csv
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax.ast import Message, NumberLiteral, SelectExpression
from fluent.syntax.visitor import Visitor

from desk import (
    applications,
    console_articles,
    editing,
    enquiries,
    figures_shown,
    finding,
    overview,
    ownership,
    permissions,
    satisfaction,
    tickets,
    volunteer_requests,
)
from store import articles, eligibility, facts, request_reading
from store.applications import STATUSES
from store.profile import ROOT as PROFILES
from store.profile import Profile, load_profile
from store.volunteer_requests import FUNDING, OF_LINES, OF_REQUEST
from texts.catalogue import FOLDER, Catalogue, TextError, locale_of, variables_of
from texts.catalogue import message_ids as messages_of
from texts.language import SUPPORTED

message_ids = functools.cache(messages_of)
# What the desk waits for, the buttons of applications (but the one whose title is a reference), and the mails.
STEPS = {"identity", "code", "email", "email-code", "phone", "alert"}
OFFERED = set(applications.DEEDS) - {"application"}
MAILS = {
    "request-confirm", "request-confirmed", "request-changed", "request-withdrawn", "request-code", "code",
    "email-code", "email-changed", "phone-changed", "withdrawn", "alert", "alert-confirm", "correction",
    "answer", "answer-hidden", "alarm", "alarm-urgent",
}  # fmt: skip
ALERT_PAGES = {"confirm", "confirmed", "stop", "stopped"}
CODE = FOLDER.parent
VERDICTS = {eligibility.YES, eligibility.NO, eligibility.OLDER, eligibility.OPEN, eligibility.NONE}
FIGURE_TABLES = {
    "days", "outcomes", "queues", "satisfaction", "hours", "weekdays", "topics", "unanswered", "helpful", "unhelpful",
}  # fmt: skip
COUNTS = (0, 1, 2, 3, 5, 11, 21, 100)
FILES = sorted(path.name for path in (FOLDER / "en").glob("*.ftl"))
PROFILE_NAMES = sorted(path.parent.name for path in PROFILES.glob("*/profile.yml"))
# Texts that are rightly the same in another language: words that both languages have, and mere patterns.
SAME = {
    "*": {"assignment-city", "button-without", "chart-title", "colon", "eligibility-line", "figure", "figure-list",
          "figure-members", "list-separator", "money-millions", "money-millions-vowel", "organisation",
          "request-counted", "request-fact", "request-facts-separator"},
    "fr": {"table-score", "console-score", "console-page", "console-article", "console-sources", "console-assistant",
           "console-role-agent", "site-conditions", "widget-menu", "widget-conversation", "widget-log", "widget-source",
           "widget-sources", "widget-author-assistant", "statistics-total", "statistics-group-money",
           "statistics-source", "request-field-organisation", "account-code"},
    "es": {"eligibility-answer-no", "console-queue-general",
           "console-priority-3", "console-role-supervisor", "widget-no", "request-choice-no", "statistics-total",
           "figures", "figures-members", "service-column-no", "satisfaction-no"},
}  # fmt: skip
# Texts whose default stands for several forms: Arabic years from 11 on have one, a place in a queue is no quantity.
ONE_FORM = {("ar", "unit-ages"), ("ar", "queued")}


@functools.cache
def _catalogue(profile: str) -> Catalogue:
    return load_profile(profile).catalogue()


def _sets() -> Iterator[tuple[str, Path, Path]]:
    """Every pair of a file in the language that is written first and its translation."""
    for language in SUPPORTED[1:]:
        for name in FILES:
            yield language, FOLDER / "en" / name, FOLDER / language / name
        yield language, FOLDER / "starter" / "en.ftl", FOLDER / "starter" / f"{language}.ftl"
    for profile in PROFILE_NAMES:
        first, *others = load_profile(profile).languages
        folder = PROFILES / profile / "texts"
        for language in others:
            for path in sorted((folder / first).glob("*.ftl")):
                yield language, path, folder / language / path.name


def _name(value: object) -> str:
    return "-".join(value.relative_to(CODE).parts) if isinstance(value, Path) else str(value)


pairs = pytest.mark.parametrize(("language", "first", "other"), list(_sets()), ids=_name)


@pairs
def test_every_text_exists_in_every_language(language: str, first: Path, other: Path) -> None:
    """A text that is there in the first language is there in all, and there are no others."""
    assert set(message_ids(first)) == set(message_ids(other))


@pairs
def test_a_translation_uses_the_same_variables(language: str, first: Path, other: Path) -> None:
    """Nothing that the original says is lost, and nothing is asked for that nobody gives.

    Chinese has no plural, so that a number that only chooses the form need not appear.
    """
    chooses = {"count"} if language == "zh" else set()
    ours = {key: variables_of(message) - chooses for key, message in message_ids(first).items()}
    assert {key: variables_of(message) - chooses for key, message in message_ids(other).items()} == ours


@pairs
def test_texts_are_translated(language: str, first: Path, other: Path) -> None:
    """No text equals the original, but for a short list."""
    texts = {key: _source(message) for key, message in message_ids(first).items()}
    same = {key for key, message in message_ids(other).items() if _source(message) == texts.get(key)}
    assert same - SAME["*"] - SAME.get(language, set()) == set()


def _source(message: Message) -> str:
    """What a message says, without its comment."""
    text = FluentSerializer().serialize_entry(message)
    return text[text.index("=") :].strip()


@pytest.mark.parametrize("name", PROFILE_NAMES)
@pytest.mark.parametrize("count", COUNTS)
def test_every_text_can_be_said_with_any_number(name: str, count: int) -> None:
    """Whatever the count, every text comes out, without gaps or leftovers of its source."""
    profile = load_profile(name)
    texts = _catalogue(name)
    for language in profile.languages:
        for folder in (FOLDER, profile.folder / "texts"):
            for path in (folder / language).glob("*.ftl"):
                for key, message in message_ids(path).items():
                    said = texts(language, key, **dict.fromkeys(variables_of(message), count))
                    assert said.strip(), (language, key)
                    assert not re.search(r"[{}]|->|\[(one|few|other)\]", said), (language, key, said)


class _Selections(Visitor):
    def __init__(self) -> None:
        self.found: list[SelectExpression] = []

    def visit_SelectExpression(self, node: SelectExpression) -> None:
        self.found.append(node)
        self.generic_visit(node)


@pytest.mark.parametrize("language", SUPPORTED)
def test_plurals_have_every_form_of_the_language(language: str) -> None:
    """Where a text depends on a number, the forms that CLDR knows for whole numbers are all there.

    The default may stand for one of them (Arabic: 'other' for 'zero' as well would be two).
    """
    needed = {locale_of(language).plural_form(count) for count in range(201)}
    for name in FILES:
        for key, message in message_ids(FOLDER / language / name).items():
            selections = _Selections()
            selections.visit(message)
            for selection in selections.found:
                if any(isinstance(variant.key, NumberLiteral) for variant in selection.variants):
                    continue  # this number and every other: no plural
                forms = {variant.key.name for variant in selection.variants}
                if (language, key) in ONE_FORM:
                    continue
                assert len(needed - forms - {"zero"}) <= 1, (name, key, needed - forms)


def _keys_in_code() -> Iterator[tuple[str, str]]:
    """Every text id that stands in the code or the templates, and where."""
    for folder in ("actions", "desk", "store"):
        for path in sorted((CODE / folder).glob("*.py")):
            yield from ((key, path.name) for key in _keys_in_python(path))
    for path in sorted((CODE / "desk" / "templates").rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        for key in re.findall(r"""\bt\(["']([a-z][a-z0-9-]*[a-z0-9])["']\s*[,)]""", text):
            yield key, path.name
    for path in sorted((CODE / "widget").glob("*.js")):
        for key in re.findall(r"""\.text\(\s*['"]([a-z][a-z0-9-]*)['"]""", path.read_text(encoding="utf-8")):
            yield f"widget-{key}", path.name


def _keys_in_python(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        places = {"say": 0, "texts": 1, "not_known": 1, "failure": 3, "tell": 3}
        if path.parent.name != "actions":
            places.pop("say")  # `desk` says things at the terminal, in English
        if name in places and len(node.args) > places[name]:
            yield from _constants(node.args[places[name]])
        if name == "DeskError":
            yield from (f"error-{key}" for key in _constants(node.args[1]))
        if name == "error_response":
            yield from (f"error-{key}" for key in _constants(node.args[2]))
        yield from (f"error-{key}" for k in node.keywords if k.arg == "error" for key in _constants(k.value))


def _constants(node: ast.expr) -> Iterator[str]:
    """The texts that an argument may be: itself, or the branches of a condition."""
    if isinstance(node, ast.IfExp):
        yield from (*_constants(node.body), *_constants(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value


def test_every_text_that_the_code_uses_exists() -> None:
    """No page, answer or error ends with 'no text'."""
    texts = _catalogue("unv")
    used = list(_keys_in_code())
    assert len(used) > 150
    assert [(key, where) for key, where in used if not texts.has("en", key)] == []


def _column(name: str, column: str) -> set[str]:
    with (PROFILES / "unv" / "data" / name).open(encoding="utf-8", newline="") as file:
        return {row[column] for row in csv.DictReader(file) if row[column]}


def test_every_text_that_is_put_together_exists(profile: Profile) -> None:
    """Ids made of a prefix and a value (``console-state-queued``) exist for every value there is."""
    values = {
        "console-state-": set(ownership.TRANSITIONS),
        "console-role-": set(permissions.ROLES),
        "console-queue-": set(profile.queues),
        "console-reason-": set(finding.REASONS),
        "console-resolution-": {"handed_back", "withdrawn", "no_answer_needed", "merged", *tickets.CLOSINGS},
        "queues-state-": set(finding.STATES),
        "queues-": {f"{when}-{what}" for when in ("due", "overdue") for what in ("answer", "solution")},
        "console-priority-": {"1", "3"},
        "console-": {"visitor", "assistant", "system"},
        "choice-": {"again", "resume", "withdraw", "wait", "cancel", "new-code", "email", "phone", *OFFERED},
        "choice-request-": {word.removeprefix("request-") for word in volunteer_requests.DEEDS},
        "request-state-": {"claimed", "confirmed", "working", "done", "withdrawn"},
        "request-field-": set(OF_REQUEST),
        "request-funding-": set(FUNDING),
        "request-ask-": {*OF_LINES, *OF_REQUEST, *(f"{name}-of" for name in OF_LINES if name != "profile")},
        "request-problem-form-": {*OF_LINES, *OF_REQUEST} - set(request_reading.NAMES),
        "request-problem-": {
            "number-least",
            "number-most",
            "start-past",
            "start-far",
            "start-day",
            "duration",
            "country-region",
            "lines",
            "needed",
            "name",
        },
        "request-choice-": {"send", "change", "cancel", "later", "resume", "skip", "yes", "no", "email"},
        "request-": {request_reading.CONFIRM, request_reading.CHANGE},
        "application-status-": set(STATUSES),
        "application-next-": set(STATUSES),
        "verify-form-": STEPS,
        "verify-remind-": STEPS,
        "contact-new-": {"email", "phone"},
        "mail-": {f"{name}-{part}" for name in MAILS for part in ("subject", "text")},
        "alert-": {f"{name}-{part}" for name in ALERT_PAGES for part in ("title", "text")},
        "case-": {"open", "claimed", "solved"},
        "colour-": {"green", "yellow", "red", "grey"},
        "table-": {"indicator", "target", "result", "score", "colour"},
        "article-confidence-": {"medium", "low"},
        "qualifier-": _column("statistics.csv", "qualifier"),
        "rule-": _column("modality_rules.csv", "rule"),
        "education-": _column("roles.csv", "education") | set(facts.LEVELS),
        "eligibility-": {eligibility.MET, eligibility.NOT_MET, eligibility.UNKNOWN},
        "eligibility-ask-": set(eligibility.ASKED),
        **dict.fromkeys(("eligibility-verdict-", "eligibility-many-"), VERDICTS),
        "eligibility-fact-": {
            *{"ages", "nationality", "residence", "country", "education", "experience", "languages", "weeks"},
            *{f"{name}-{said}" for name in ("student", "refugee", "stateless") for said in ("yes", "no")},
        },
        "widget-author-": {"visitor", "assistant", "staff", "system"},
        "widget-example-": {"1", "2", "3", "4"},
        "statistics-group-": {"other", *_column("metrics.csv", "group")},
        "editing-filter-": set(overview.FILTERS),
        "editing-state-": {"published", "outdated", "missing", *articles.OPEN, *editing.ONCE_PUBLISHED, "discarded"},
        "editing-do-": {*editing.STEPS, "publish", "withdraw", "undo", "republish", "confirm"},
        "editing-confidence-": set(console_articles.CONFIDENCES),
        "editing-outcome-": {"clear", "choice", "none"},
        "editing-": {"title", "body", "questions", "sources", "answered", *articles.FACTS},
        "error-article-": {"id", "title", "body", "questions", *articles.FACTS} - {"answered"},
        "service-column-": {
            *enquiries.OUTCOMES,
            *satisfaction.ANSWERS,
            *figures_shown.SECONDS,
            *figures_shown.SHARES,
            "day",
            "week",
            "month",
            "hour",
            "weekday",
            "language",
            "queue",
            "total",
            "requests",
            "asked",
            "intent",
            "article",
            "misses",
        },
        "satisfaction-": set(satisfaction.ANSWERS),
        "service-outcome-": set(enquiries.OUTCOMES),
        "service-table-": FIGURE_TABLES,
        "service-note-": FIGURE_TABLES,
        "error-": {"rate", "login-rate", "not-found", "not-allowed", "forbidden", "invalid"},
    }
    texts = _catalogue("unv")
    missing = [f"{prefix}{value}" for prefix, found in values.items() for value in found]
    assert [key for key in missing if not texts.has("en", key)] == []
    topics = ("assignments", "conditions", "application", "figures", "partners", "person")
    for topic in topics:
        for part in ("", "-text", "-question-1", "-question-2"):
            assert texts.has("en", f"site-{topic}{part}")


def test_a_missing_text_is_an_error_and_not_english() -> None:
    """Nobody is answered in a language they do not read because a translation is missing."""
    texts = Catalogue(("en", "fr"))
    with pytest.raises(TextError, match="no text 'nothing-like-it' in 'fr'"):
        texts("fr", "nothing-like-it")
    with pytest.raises(TextError, match="'es'"):
        texts("es", "greet")
    with pytest.raises(TextError, match="error-too-long"):
        texts("en", "error-too-long", length=3)


def test_a_profile_replaces_texts_of_the_service() -> None:
    """The greeting of the widget is the organisation's."""
    assert _catalogue("unv")("en", "widget-greeting") != Catalogue(("en",))("en", "widget-greeting")


def test_a_file_that_is_not_fluent_is_named(tmp_path: Path) -> None:
    """A mistake in a profile's texts is told with the file's name, not passed over."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "own.ftl").write_text("greet = Hello\nthis is no message\n", encoding="utf-8")
    with pytest.raises(TextError, match=r"own\.ftl: not understood: 'this is no message"):
        Catalogue(("en",), tmp_path)


def test_texts_for_the_browser_keep_their_variables() -> None:
    """The widget fills in names and numbers itself."""
    raw = _catalogue("unv").raw("en", "widget-")
    assert raw["widget-status-staff"] == "{$name} has joined and answers you here."
    assert all(key.startswith("widget-") for key in raw)
    assert FluentParser().parse("a = {$b}").body  # the form above is Fluent's own
