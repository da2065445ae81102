"""``desk init``: writes an empty profile that starts, with every text that a profile must have."""

from __future__ import annotations

import re
from pathlib import Path

from store.profile import ROOT
from texts.catalogue import FOLDER
from texts.language import SUPPORTED

PROFILE = """\
# Settings of one organisation; docs/profiles.md explains every line.
languages: [en, fr, es, ar, zh, ru]   # the first is the one that articles are written in; take out what you do not use
demonstration: false
contacts:
  website: https://www.example.org
  support: support@example.org
  privacy: privacy@example.org
hours:
  timezone: UTC
  open:
    monday: ["09:00", "17:00"]
    tuesday: ["09:00", "17:00"]
    wednesday: ["09:00", "17:00"]
    thursday: ["09:00", "17:00"]
    friday: ["09:00", "17:00"]
  holidays: []
queues: [general, technical, partnerships, sensitive]
alarms:
  general: {after: 120}
  sensitive: {supervisors: 30, again: 60}
retention_days: 365
"""


def write(name: str, root: Path = ROOT) -> Path:
    """Write ``root/NAME``. Raises ``ValueError`` for a bad name, ``FileExistsError`` when it is there."""
    if not re.fullmatch(r"[a-z][a-z0-9-]*", name):
        raise ValueError(f"profile name {name!r}: lower-case letters, digits and hyphens, beginning with a letter")
    folder = root / name
    if folder.exists():
        raise FileExistsError(f"{folder} is there already; choose another name")
    (folder / "data").mkdir(parents=True)
    (folder / "profile.yml").write_text(PROFILE, encoding="utf-8")
    for language in SUPPORTED:
        (folder / "texts" / language).mkdir(parents=True)
        (folder / "knowledge" / language).mkdir(parents=True)
        text = (FOLDER / "starter" / f"{language}.ftl").read_text(encoding="utf-8")
        (folder / "texts" / language / "profile.ftl").write_text(text.replace("NAME", name), encoding="utf-8")
    return folder
