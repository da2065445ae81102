"""What is public is described, each thing on the page where it belongs, and no link in a page leads nowhere."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from desk import widget_examples
from desk.app import create_app
from desk.commands import app
from desk.settings import Settings
from store import rows
from store.datafile import DataError, Row, read_csv
from texts.language import SUPPORTED

ROOT = Path(__file__).parent.parent
DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def written(name: str) -> set[str]:
    """Everything that stands in `code marks` on a page."""
    return set(re.findall(r"`([^`\n]+)`", page(name)))


def missing(wanted: Iterator[str] | list[str], name: str) -> list[str]:
    found = written(name)
    return [thing for thing in wanted if thing not in found]


def test_every_setting_is_in_the_table_with_its_default() -> None:
    table = dict(re.findall(r"^\| `([A-Z_]+)` \| (.+?) \|", page("docs/settings.md"), re.MULTILINE))
    wrong = []
    for name, field in Settings.model_fields.items():
        default = json.dumps(field.default) if isinstance(field.default, bool) else str(field.default)
        expected = "empty" if default == "" else f"`{default}`"
        if table.get(name.upper()) != expected:
            wrong.append(f"{name.upper()}: the page says {table.get(name.upper())}, the code {expected}")
    assert not wrong, "docs/settings.md: " + "; ".join(wrong)
    unknown = sorted(set(table) - {name.upper() for name in Settings.model_fields})
    assert not unknown, f"docs/settings.md has settings that do not exist: {unknown}"


def test_every_intent_and_action_is_explained() -> None:
    wanted = [*DOMAIN["intents"], *DOMAIN["actions"]]
    assert wanted
    assert not missing(wanted, "docs/architecture.md"), "add them to the table 'What it understands'"


def test_every_route_of_the_api_is_explained(tmp_path: Path) -> None:
    paths = create_app(Settings(var=tmp_path)).openapi()["paths"]
    routes = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    assert routes
    in_page = {text for text in written("docs/architecture.md") if re.match(r"(GET|POST|PUT|DELETE) /", text)}
    assert sorted(routes - in_page) == [], "docs/architecture.md, 'Chat API', lacks these"
    assert sorted(in_page - routes) == [], "docs/architecture.md describes routes that do not exist"


def test_every_make_target_is_listed() -> None:
    targets = re.findall(r"^([a-z-]+):.*##", page("Makefile"), re.MULTILINE)
    assert "run" in targets
    assert not missing([f"make {target}" for target in targets], "docs/settings.md")


def commands(command: Any, name: str) -> Iterator[str]:
    """The command lines that a command offers, with their arguments in capitals."""
    below = getattr(command, "commands", None)
    if below is None:
        arguments = [each.name.upper() for each in command.params if each.param_type_name == "argument"]
        yield " ".join([name, *arguments])
        return
    for word, inner in below.items():
        if not inner.hidden:
            yield from commands(inner, f"{name} {word}")


def test_every_command_is_listed() -> None:
    wanted = list(commands(typer.main.get_command(app), "desk"))
    assert "desk run" in wanted
    assert not missing(wanted, "docs/settings.md")


def widget_interface() -> list[set[str]]:
    """What a page can use of the widget, as its sources have it: attributes, properties, methods, events."""
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "widget").glob("*.js"))
    styles = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "widget").glob("*.css"))
    element = page("widget/volunteer-chat.js")
    observed = re.search(r"observedAttributes = \[([^\]]*)\]", element)
    assert observed
    attributes = set(re.findall(r"'([a-z-]+)'", observed[1]))
    attributes |= set(re.findall(r"(?:this|#host)\.getAttribute\('([a-z-]+)'", scripts))
    properties = set(re.findall(r"--volunteer-chat-[a-z-]*[a-z]", scripts + styles))
    events = {f"volunteer-chat:{name}" for name in re.findall(r"#emit\('([a-z-]+)'\)", element)}
    events |= set(re.findall(r"CustomEvent\('(volunteer-chat:[a-z-]+)'", scripts))
    method = r"^  (?:async )?((?!constructor|\w+Callback)[a-z]\w*\([a-z, ]*\)) \{"
    methods = set(re.findall(method, element, re.MULTILINE))
    assert "greeting" in attributes
    assert properties
    assert events
    assert "send(text)" in methods
    return [attributes, properties, methods, events]


def test_every_attribute_property_method_and_event_of_the_widget_is_listed() -> None:
    assert not missing(sorted(set[str]().union(*widget_interface())), "widget/README.md")


def test_every_attribute_property_method_and_event_of_the_widget_has_a_live_example() -> None:
    attributes, properties, methods, events = widget_interface()
    assert {name for name, _, _ in widget_examples.ATTRIBUTES} | {"desk"} == attributes
    assert {name for name, _, _ in widget_examples.PROPERTIES} == properties
    assert {name for name, _, _ in widget_examples.METHODS} == {method.split("(")[0] for method in methods}
    assert set(widget_examples.EVENTS) == events


def profile_files() -> dict[str, type[Row]]:
    """The tables of a profile and what their rows are, as ``store/rows.py`` has them."""
    shared = {path.name for path in (ROOT / "store" / "data").glob("*.csv")}
    models = [model for model in vars(rows).values() if isinstance(model, type) and issubclass(model, Row)]
    found = {name: model for model in models for name in re.findall(r"\w+\.csv", model.__doc__ or "")}
    return {name: model for name, model in found.items() if name not in shared and model is not Row}


def test_every_file_and_column_of_a_profile_is_listed() -> None:
    table = dict(re.findall(r"^\| `(\w+\.csv)` \| (.+?) \|", page("docs/profiles.md"), re.MULTILINE))
    files = profile_files()
    assert sorted(table) == sorted(files)
    for name, model in files.items():
        listed = re.findall(r"(\*?)`(\w+)`", table[name])
        expected = [("" if field.is_required() else "*", column) for column, field in model.model_fields.items()]
        assert listed == expected, f"docs/profiles.md, columns of {name}"


def test_the_example_rows_of_a_profile_are_right(tmp_path: Path) -> None:
    files = profile_files()
    read = set()
    for token in MarkdownIt().parse(page("docs/profiles.md")):
        if token.type != "fence" or token.info != "csv":
            continue
        columns = token.content.splitlines()[0].split(",")
        names = [column for column in columns if column in SUPPORTED and len(column) == 2]
        fitting = [name for name, model in files.items() if set(columns) - set(names) <= set(model.model_fields)]
        path = tmp_path / "rows.csv"
        path.write_text(token.content, encoding="utf-8")
        for name in fitting:
            try:
                lines = read_csv(path, files[name], [] if "en" in files[name].model_fields else names)
            except DataError:
                continue
            assert lines
            read.add(name)
            break
        else:
            pytest.fail(f"rows of no file:\n{token.content}")
    assert len(read) == sum(token.info == "csv" for token in MarkdownIt().parse(page("docs/profiles.md")))


def pages() -> list[Path]:
    """Every Markdown page of the repository, articles too."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.md"],
        cwd=ROOT, capture_output=True, check=True,
    )  # fmt: skip
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def all_tokens(text: str) -> Iterator[Token]:
    for token in MarkdownIt().enable("table").parse(text):
        yield token
        yield from token.children or []


def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    tokens = list(MarkdownIt().parse(path.read_text(encoding="utf-8")))
    titles = [after.content for token, after in pairwise(tokens) if token.type == "heading_open"]
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def broken_links(path: Path) -> list[str]:
    broken = []
    for token in all_tokens(path.read_text(encoding="utf-8")):
        target = str(token.attrs.get("href") or token.attrs.get("src") or "")
        if not target or re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (path.parent / name).resolve() if name else path
        if not file.exists() or (anchor and file.suffix == ".md" and anchor not in anchors(file)):
            broken.append(target)
    return broken


def test_no_relative_link_is_broken() -> None:
    found = {str(path.relative_to(ROOT)): broken for path in pages() if (broken := broken_links(path))}
    assert not found


def test_a_broken_link_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text("# A heading, here\n", encoding="utf-8")
    path = tmp_path / "page.md"
    text = "[a](other.md) [b](other.md#a-heading-here) [c](https://x.org)\n\n|d|\n|-|\n|[e](no.md)|\n"
    path.write_text(text, encoding="utf-8")
    assert broken_links(path) == ["no.md"]
    path.write_text("![f](no.png) [g](other.md#nothing)", encoding="utf-8")
    assert broken_links(path) == ["no.png", "other.md#nothing"]


@pytest.mark.parametrize(
    "name", ["README.md", "docs/adapt.md", "docs/editors.md", "docs/profiles.md", "CONTRIBUTING.md"]
)
def test_pages_name_only_files_that_exist(name: str) -> None:
    """Paths in code marks, where they have no placeholder in capitals."""
    folders = ("actions", "assistant", "bench", "data", "desk", "docs", "profiles", "store", "tests", "texts", "widget")
    paths = [text for text in written(name) if text.split("/")[0] in folders and "/" in text]
    made = {"actions/opening_hours.py", "data/nlu.yml", "actions/actions.py"}
    gone = [text for text in paths if not re.search(r"[A-Z*…]{2,}|[*]", text) and text not in made]
    assert not [text for text in gone if not (ROOT / text).exists()]
