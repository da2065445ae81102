"""Disclosure detector: does a message tell of harm or danger, or does it ask about the rules for it?

'My supervisor touches me' goes to staff at once; 'what is the policy on harassment?' is answered. The two share nearly
all words, so a machine of their own tells them apart: linear, as the intent classifier, with the same features, trained
on all examples, on messages of both kinds and on ordinary worries that sound near (``assistant/disclosures/``), and on
more of the profile's questions, which show how people tell of harmless matters. A long message is looked at sentence by
sentence too: what happened may stand in front of a harmless question. docs/architecture.md has the measurements.
"""

import csv
import re
from pathlib import Path
from typing import Any, Dict, List, Text, Tuple

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.intent_classifier import LinearIntentClassifier
from assistant.subject_questions import profile_folder, questions
from store.encoder import encode, encode_known

# What the action server reads in the tracker's latest message.
SENSITIVITY = "sensitivity"
PAIRS = Path(__file__).parent / "disclosures"
SENTENCES = re.compile(r"(?<=[.!?؟;…])\s+|(?<=[。！？；])|\n+")
# So many sentences of a message are looked at, the last ones.
MOST_SENTENCES = 6
# Every how-manyth of the profile's questions is read besides those that are examples of intents.
EVERY = 2
DISCLOSURE, RULE, ORDINARY, OTHER = "disclosure", "rule", "ordinary", "other"
LABELS = {"sensitive": DISCLOSURE, "policy": RULE, "ordinary": ORDINARY}


def pairs() -> List[Tuple[Text, Text]]:
    """Messages that tell of harm, that ask about rules in the same words, or that only sound near, with their labels.

    Raises ``KeyError`` for a kind that is none.
    """
    found = []
    for path in sorted(PAIRS.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        found += [(row["text"], LABELS[row["kind"]]) for row in rows]
    return found


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class DisclosureDetector(LinearIntentClassifier):
    """Sets ``sensitivity``: how much more a message is like a disclosure than like anything else (about -3 to 2)."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """``intent``: whose examples are disclosures; ``disclosure_weight``, ``rule_weight``: how much more one of them
        counts than another example, an ordinary worry as much as a rule; ``sentence_discount``: so much less a sentence
        counts than the whole message."""
        return {
            **LinearIntentClassifier.get_default_config(),
            "C": 0.5,
            "intent": "report_sensitive",
            "disclosure_weight": 6.0,
            "rule_weight": 3.0,
            "sentence_discount": 0.6,
        }

    def train(self, training_data: TrainingData) -> Resource:
        """Fit on all examples and the pairs; without examples of the intent there is nothing to detect."""
        examples = [e for e in training_data.intent_examples if e.get(INTENT) and e.get(TEXT)]
        told = [e.get(INTENT) == self._config["intent"] for e in examples]
        if any(told):
            asked = list(questions(profile_folder()))[1::EVERY]
            more = pairs() + [(text, OTHER) for text in asked]
            texts = [e.get(TEXT) for e in examples] + [text for text, _ in more]
            labels = [DISCLOSURE if is_told else OTHER for is_told in told] + [label for _, label in more]
            vectors = np.vstack([self._vector(e) for e in examples] + [encode_known([text for text, _ in more])])
            rule = self._config["rule_weight"]
            weights = {DISCLOSURE: self._config["disclosure_weight"], RULE: rule, ORDINARY: rule, OTHER: 1.0}
            self._fit(texts, vectors, labels, weights)
        self._persist()
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Set ``sensitivity``: the margin of the message, or of the sentence in it that tells most."""
        for message in messages if self._classes else []:
            text = message.get(TEXT)
            if text:
                margins = [self._margin(text, self._vector(message))]
                sentences = [part for part in SENTENCES.split(text) if part and part.strip()][-MOST_SENTENCES:]
                if len(sentences) > 1:
                    discount = self._config["sentence_discount"]
                    told = zip(sentences, encode(sentences))
                    margins += [self._margin(sentence, vector) - discount for sentence, vector in told]
                message.set(SENSITIVITY, float(max(margins)), add_to_output=True)
        return messages

    def _margin(self, text: Text, vector: np.ndarray) -> float:
        margins = dict(zip(self._classes, self._margins(text, vector)))
        return float(margins.pop(DISCLOSURE) - max(margins.values()))
