"""Which names of the web platform are newer than a version of Chrome, by MDN's browser-compat-data (CC0).

``npm pack @mdn/browser-compat-data``, unpack it, then ``python tests/newer_names.py package/data.json`` writes
``tests/data/newer_than_chrome_106.json``, with which tests/test_old_browsers.py reads the widget.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CHROME = 106
OUTPUT = Path(__file__).parent / "data" / f"newer_than_chrome_{CHROME}.json"


def features(tree: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Every feature below ``tree``: its path, and whether Chrome has it without prefix or flag."""
    for name, below in tree.items():
        if name.startswith("__"):
            continue
        if "__compat" in below:
            yield (*path, name), _is_there(below["__compat"]["support"]["chrome"])
        yield from features(below, (*path, name))


def _is_there(support: Any) -> bool:
    for each in support if isinstance(support, list) else [support]:
        plain = not any(key in each for key in ("prefix", "alternative_name", "flags"))
        if plain and _version(each.get("version_added")) <= CHROME < _version(each.get("version_removed")):
            return True
    return False


def _version(said: Any) -> float:
    number = str(said).strip("≤")
    return int(number) if number.isdigit() else float("inf")


def missing(tree: dict[str, Any], depth: range) -> list[str]:
    """Names that no feature of ``tree`` at these depths has which Chrome has: ``at`` of one thing excuses another."""
    there: dict[str, bool] = defaultdict(bool)
    for path, known in features(tree):
        name = path[-1].removesuffix("_static")
        if len(path) in depth and "_" not in name:
            there[name] |= known
    return sorted(name for name, known in there.items() if not known)


def values(properties: dict[str, Any]) -> list[str]:
    """``property: keyword`` for the keywords of CSS."""
    found = [path for path, known in features(properties) if len(path) == 2 and not known]
    return sorted(f"{name}: {value}" for name, value in found if "_" not in value)


def main(source: Path) -> None:
    """Write the names."""
    data = json.loads(source.read_text(encoding="utf-8"))
    css = data["css"]
    names = {
        "source": f"@mdn/browser-compat-data {data['__meta']['version']}, CC0-1.0",
        "script": missing({**data["javascript"]["builtins"], **data["api"]}, range(1, 3)),
        "property": missing(css["properties"], range(1, 2)),
        "selector": missing(css["selectors"], range(1, 2)),
        "at-rule": missing(css["at-rules"], range(1, 2)),
        "function": missing(css["types"], range(1, 3)),
        "value": values(css["properties"]),
    }
    OUTPUT.write_text(json.dumps(names, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
