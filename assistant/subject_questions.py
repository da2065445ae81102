"""Training data importer: the example questions of a profile's subjects are examples of intents.

They show the classifier what people ask of this organisation: of its articles (``ask_article``), figures and lists
(``ask_statistic``), indicators (``ask_indicator``) and kinds of service (``ask_modality``). Which of them is meant is
found in the store, so that a new article needs no training. The profile is ``$PROFILE`` (default ``unv``), as for every
part of the service.
"""

import csv
import os
from pathlib import Path
from typing import Any, Dict, List, Optional, Text, Tuple, Union

import yaml
from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
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


class SubjectQuestions(TrainingDataImporter):
    """Adds the questions to Rasa's training data; stories, domain and configuration come from the files."""

    def __init__(
        self,
        config_file: Optional[Text] = None,
        domain_path: Optional[Text] = None,
        training_data_paths: Optional[Union[List[Text], Text]] = None,
        **kwargs: Any,
    ) -> None:
        """Rasa's constructor; nothing of it is needed."""

    def get_nlu_data(self, language: Optional[Text] = "en") -> TrainingData:
        """Some of the questions as examples of their intents."""
        some = list(questions(profile_folder()).items())[::EVERY]
        return TrainingData([Message.build(text=text, intent=INTENTS[kind]) for text, (kind, _) in some])

    def get_domain(self) -> Domain:
        """None of its own."""
        return Domain.empty()

    def get_stories(self, exclusion_percentage: Optional[int] = None) -> StoryGraph:
        """None of its own."""
        return StoryGraph([])

    def get_conversation_tests(self) -> StoryGraph:
        """None of its own."""
        return StoryGraph([])

    def get_config(self) -> Dict[Text, Any]:
        """None of its own."""
        return {}

    def get_config_file_for_auto_config(self) -> Optional[Text]:
        """None of its own."""
        return None
