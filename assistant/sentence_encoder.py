"""Dense featurizer: the Universal Sentence Encoder multilingual v3 (512 numbers, all six languages, no download).

One vector space for all languages lets an example in one language teach the others. Rasa needs real type annotations on
every method it calls, so this file must not import annotations from the future.
"""

from typing import Any, Callable, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from store.encoder import Vectors, encode, encode_known


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoder(DenseFeaturizer, GraphComponent):
    """Adds a sentence vector of length 1 to every message."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """No settings of its own; ``alias`` names the features."""
        return {**DenseFeaturizer.get_default_config(), "alias": "sentence_encoder"}

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceEncoder":
        """Rasa's constructor."""
        encode([""])  # loaded with the model, not at the first visitor's message
        return cls(execution_context.node_name, config)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Vectors for all examples; those that were encoded before are read."""
        self._add(training_data.training_examples, encode_known)
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Vectors for messages that have text."""
        self._add(messages, encode)
        return messages

    def _add(self, messages: List[Message], vectors_of: Callable[[List[Text]], Vectors]) -> None:
        spoken = [message for message in messages if message.get(TEXT)]
        for message, vector in zip(spoken, vectors_of([message.get(TEXT) for message in spoken])):
            message.add_features(Features(vector.reshape(1, -1), FEATURE_TYPE_SENTENCE, TEXT, self._config["alias"]))

    @classmethod
    def validate_config(cls, config: Dict[Text, Any]) -> None:
        """Nothing can be wrong."""
