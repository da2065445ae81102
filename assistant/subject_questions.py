"""Training data importer: the example questions of a profile's subjects are examples of intents.

They show the classifier what people ask of this organisation: of its articles (``ask_article``), figures and lists
(``ask_statistic``), indicators (``ask_indicator``) and kinds of service (``ask_modality``). Which of them is meant is
found in the store, so that a new article needs no training. The profile is ``$PROFILE`` (default ``unv``), as for every
part of the service. Of ``data/nlu`` only the files of the profile's languages are read.
"""

import csv
import os
from pathlib import Path
from typing import Any, Dict, List, Optional, Text, Tuple

import yaml
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

ARTICLE = "article"
INTENTS = {
    ARTICLE: "ask_article",
    "metric": "ask_statistic",
    "list": "ask_statistic",
    "indicator": "ask_indicator",
    "modality": "ask_modality",
}
# Every how-manyth question becomes an example of its intent: all of them make it no better and take Rasa, which
# fingerprints the data after each component, twice the time. ``assistant.subject_ranker`` reads them all.
EVERY = 4
# Languages that files of examples are named for.
SUPPORTED = ("ar", "en", "es", "fr", "ru", "zh")
ROOT = Path(__file__).parent.parent / "profiles"


def profile_folder() -> Path:
    """The folder of the chosen profile; ``$PROFILE`` is a name or a path."""
    profile = os.environ.get("PROFILE") or "unv"
    return Path(profile) if "/" in profile else ROOT / profile


def questions(profile: Path) -> Dict[Text, Tuple[Text, Text]]:
    """Every example question of every subject in every language, each once, with the subject's kind and key.

    Those of articles stand in ``knowledge/LANGUAGE/ID.md``, those of other subjects in ``data/questions.csv``.
    """
    found: Dict[Text, Tuple[Text, Text]] = {}
    for path in sorted(profile.glob("knowledge/*/*.md")):
        front = yaml.load(path.read_text(encoding="utf-8").split("\n---", 1)[0].lstrip("-\n"), Loader=yaml.CSafeLoader)
        for question in (front["title"], *front["questions"]):
            found.setdefault(str(question).strip(), (ARTICLE, front["id"]))
    others = profile / "data" / "questions.csv"
    if others.is_file():
        with others.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found.setdefault(row["text"].strip(), (row["kind"], row["key"]))
    return found


def languages(profile: Path) -> List[Text]:
    """The languages in which the profile's organisation answers."""
    settings = yaml.load((profile / "profile.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return list(settings["languages"])


class SubjectQuestions(RasaFileImporter):
    """Reads the files as Rasa's own importer does, and adds the questions to the examples.

    It is that importer and not one beside it, because Rasa copies and hashes all examples for each that it merges.
    """

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        """As Rasa's own importer; files of examples that are named for a language the profile has not are left out."""
        super().__init__(*arguments, **settings)
        spoken = languages(profile_folder())
        self._nlu_files = [
            path for path in self._nlu_files if Path(path).stem not in SUPPORTED or Path(path).stem in spoken
        ]

    def get_nlu_data(self, language: Optional[Text] = "en") -> TrainingData:
        """The examples of the files, and some of the questions as examples of their intents."""
        files = super().get_nlu_data(language)
        some = list(questions(profile_folder()).items())[::EVERY]
        asked = [Message.build(text=text, intent=INTENTS[kind]) for text, (kind, _) in some]
        return TrainingData(
            [*files.training_examples, *asked],
            files.entity_synonyms,
            files.regex_features,
            files.lookup_tables,
            files.responses,
        )
