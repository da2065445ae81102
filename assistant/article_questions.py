"""Training data importer: the example questions of a profile's articles are examples of ``ask_article``.

They show the classifier what people ask of this organisation; which article answers is found in the store, so that a
new article needs no training. The profile is ``$PROFILE`` (default ``unv``), as for every part of the service.
"""

import os
from pathlib import Path
from typing import Any, Dict, List, Optional, Text, Union

import yaml
from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

INTENT = "ask_article"
# Every how-manyth question becomes an example of the intent: all of them make it no better and take Rasa, which
# fingerprints the data after each component, twice the time. ``assistant.article_ranker`` reads them all.
EVERY = 4
ROOT = Path(__file__).parent.parent / "profiles"


def knowledge_folder() -> Path:
    """Where the articles of the chosen profile are; ``$PROFILE`` is a name or a path."""
    profile = os.environ.get("PROFILE") or "unv"
    return (Path(profile) if "/" in profile else ROOT / profile) / "knowledge"


def questions(folder: Path) -> Dict[Text, Text]:
    """The titles and example questions of every article in every language, each once, with the article's id."""
    found: Dict[Text, Text] = {}
    for path in sorted(folder.glob("*/*.md")):
        front = yaml.load(path.read_text(encoding="utf-8").split("\n---", 1)[0].lstrip("-\n"), Loader=yaml.CSafeLoader)
        for question in (front["title"], *front["questions"]):
            found.setdefault(str(question).strip(), front["id"])
    return found


class ArticleQuestions(TrainingDataImporter):
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
        """Some of the questions as examples of one intent."""
        some = list(questions(knowledge_folder()))[::EVERY]
        return TrainingData([Message.build(text=text, intent=INTENT) for text in some])

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
