"""Intent classifier: a linear support vector machine on the sentence vector and weighted character n-grams.

The vector carries the meaning across languages, the n-grams carry names, typos and short words. Classes are weighted
against their frequency. ``confidence`` is a softmax of the margins: it orders the intents and is not a probability.
Training takes seconds; docs/architecture.md has the measurements against the alternatives.
"""

import json
from collections import Counter
from typing import Any, Dict, List, Text, Type

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.svm import LinearSVC

RANKING = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntentClassifier(IntentClassifier, GraphComponent):
    """Reads the sentence features of a dense and a sparse featurizer."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """Featurizers stand before it in the pipeline."""
        return [Featurizer]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """``C``: the weight of errors; ``ngram_weight``: n-grams against the vector; ``sharpness`` of the softmax;
        ``weights``: classes that count more or less than their balanced share."""
        return {"C": 0.5, "ngram_weight": 0.7, "sharpness": 4.0, "weights": {}}

    def __init__(self, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource) -> None:
        """An untrained classifier: it leaves messages as they are."""
        self._config = {**self.get_default_config(), **config}
        self._model_storage = model_storage
        self._resource = resource
        self._classes: List[Text] = []
        self._coefficients = np.zeros((0, 0), np.float32)
        self._intercepts = np.zeros(0, np.float32)
        self._idf = np.zeros(0, np.float32)

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "LinearIntentClassifier":
        """Rasa's constructor for training."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit on all examples that have an intent."""
        examples = [e for e in training_data.intent_examples if e.get(INTENT) and e.get(TEXT)]
        counts, vectors = self._counts(examples), self._vectors(examples)
        weigher = TfidfTransformer(sublinear_tf=True).fit(counts)
        self._idf = weigher.idf_.astype(np.float32)
        intents = [e.get(INTENT) for e in examples]
        machine = LinearSVC(C=self._config["C"], class_weight=self._class_weights(intents))
        machine.fit(self._together(counts, vectors), intents)
        self._classes = [str(name) for name in machine.classes_]
        coefficients, intercepts = machine.coef_, machine.intercept_
        if len(self._classes) == 2:  # one row stands for both
            coefficients, intercepts = np.vstack([-coefficients, coefficients]), np.hstack([-intercepts, intercepts])
        self._coefficients = coefficients.astype(np.float32)
        self._intercepts = intercepts.astype(np.float32)
        self._persist()
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Set ``intent`` and ``intent_ranking``."""
        spoken = [message for message in messages if message.get(TEXT)]
        if not spoken or not self._classes:
            return messages
        features = self._together(self._counts(spoken), self._vectors(spoken))
        margins = np.asarray(features @ self._coefficients.T) + self._intercepts
        for message, row in zip(spoken, margins):
            weights = np.exp(self._config["sharpness"] * (row - row.max()))
            confidences = weights / weights.sum()
            order = np.argsort(-confidences)[:RANKING]
            ranking = [{"name": self._classes[i], "confidence": float(confidences[i])} for i in order]
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _class_weights(self, intents: List[Text]) -> Dict[Text, float]:
        """Every class weighs the same however many examples it has, times its own weight."""
        sizes = Counter(intents)
        share = len(intents) / len(sizes)
        return {name: share / size * self._config["weights"].get(name, 1.0) for name, size in sizes.items()}

    @staticmethod
    def _counts(messages: List[Message]) -> csr_matrix:
        return vstack([message.get_sparse_features(TEXT)[1].features for message in messages]).tocsr()

    @staticmethod
    def _vectors(messages: List[Message]) -> np.ndarray:
        return np.vstack([message.get_dense_features(TEXT)[1].features for message in messages])

    def _together(self, counts: csr_matrix, vectors: np.ndarray) -> csr_matrix:
        """Vectors beside n-grams weighted by rarity, each part of length about 1."""
        grams = counts.astype(np.float32)
        grams.data = 1 + np.log(grams.data)
        grams = grams.multiply(self._idf).tocsr()
        norms = np.sqrt(np.asarray(grams.multiply(grams).sum(axis=1)).ravel())
        norms[norms == 0] = 1
        grams = grams.multiply((self._config["ngram_weight"] / norms)[:, None]).tocsr()
        return hstack([csr_matrix(vectors), grams]).tocsr().astype(np.float32)

    def _persist(self) -> None:
        with self._model_storage.write_to(self._resource) as folder:
            np.savez_compressed(
                str(folder / "weights.npz"),
                coefficients=self._coefficients.astype(np.float16),
                intercepts=self._intercepts,
                idf=self._idf,
            )
            (folder / "classes.json").write_text(json.dumps(self._classes), encoding="utf-8")

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "LinearIntentClassifier":
        """Rasa's constructor for use; numbers and names only, nothing that could run."""
        classifier = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            with np.load(str(folder / "weights.npz"), allow_pickle=False) as weights:
                classifier._coefficients = weights["coefficients"].astype(np.float32)
                classifier._intercepts = weights["intercepts"]
                classifier._idf = weights["idf"]
            classifier._classes = json.loads((folder / "classes.json").read_text(encoding="utf-8"))
        return classifier

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing later in the pipeline needs predictions for the examples."""
        return training_data

    @classmethod
    def validate_config(cls, config: Dict[Text, Any]) -> None:
        """Nothing more than Rasa checks itself."""
