"""Intent classifier: a linear support vector machine on the sentence vector, character n-grams and words.

The vector carries the meaning across languages, n-grams of characters carry names and typos, words and pairs of words
the wording. Classes are weighted against their frequency. ``confidence`` is a softmax of the margins: it orders the
intents and is not a probability. docs/architecture.md has the measurements against the alternatives.
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
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack
from sklearn.svm import LinearSVC

from assistant.ngrams import Ngrams

RANKING = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntentClassifier(IntentClassifier, GraphComponent):
    """Reads the sentence vector of a dense featurizer and the text."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """A dense featurizer stands before it in the pipeline."""
        return [DenseFeaturizer]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """``C``: the weight of errors; ``tolerance``: where the training stops (finer ones changed no margin by more
        than 0.005); ``ngram_weight``, ``word_weight``: n-grams and words against the vector;
        ``sharpness`` of the softmax; ``weights``: classes that count more or less than their balanced share."""
        return {"C": 1.0, "tolerance": 0.01, "ngram_weight": 0.7, "word_weight": 0.7, "sharpness": 4.0, "weights": {}}

    def __init__(self, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource) -> None:
        """An untrained classifier: it leaves messages as they are."""
        self._config = {**self.get_default_config(), **config}
        self._model_storage = model_storage
        self._resource = resource
        self._classes: List[Text] = []
        self._views = [Ngrams("char_wb", (2, 4), min_df=2), Ngrams("word", (1, 2))]
        # Shapes (numbers of the vector, classes) and for each view (n-grams, classes): a message takes a few rows.
        self._of_vector = np.zeros((0, 0), np.float32)
        self._of_views: List[np.ndarray] = []
        self._intercepts = np.zeros(0, np.float32)

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
        texts, intents = [e.get(TEXT) for e in examples], [e.get(INTENT) for e in examples]
        self._fit(texts, np.vstack([self._vector(e) for e in examples]), intents, self._class_weights(intents))
        self._persist()
        return self._resource

    def _fit(self, texts: List[Text], vectors: np.ndarray, labels: List[Text], weights: Dict[Text, float]) -> None:
        """Fit the machine: ``vectors`` are those of ``texts``, ``weights`` the weight of each label."""
        parts = [weight * view.fit(texts) for weight, view in zip(self._weights_of_views(), self._views)]
        machine = LinearSVC(C=self._config["C"], tol=self._config["tolerance"], class_weight=weights)
        machine.fit(hstack([csr_matrix(vectors), *parts]).tocsr(), labels)
        self._classes = [str(name) for name in machine.classes_]
        coefficients, intercepts = machine.coef_, machine.intercept_
        if len(self._classes) == 2:  # one row stands for both
            coefficients, intercepts = np.vstack([-coefficients, coefficients]), np.hstack([-intercepts, intercepts])
        ends = np.cumsum([vectors.shape[1], *(part.shape[1] for part in parts)])
        # Half precision in the model's file, and therefore already here.
        kept = coefficients.T.astype(np.float16).astype(np.float32)
        self._of_vector, *self._of_views = np.split(kept, ends[:-1])
        self._intercepts = intercepts.astype(np.float32)

    def process(self, messages: List[Message]) -> List[Message]:
        """Set ``intent`` and ``intent_ranking``."""
        if not self._classes:
            return messages
        for message in messages:
            if not message.get(TEXT):
                continue
            margins = self._margins(message.get(TEXT), self._vector(message))
            weights = np.exp(self._config["sharpness"] * (margins - margins.max()))
            confidences = weights / weights.sum()
            order = np.argsort(-confidences)[:RANKING]
            ranking = [{"name": self._classes[i], "confidence": float(confidences[i])} for i in order]
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _margins(self, text: Text, vector: np.ndarray) -> np.ndarray:
        """How far a text with its vector is on the side of each class."""
        margins = vector @ self._of_vector + self._intercepts
        for weight, view, coefficients in zip(self._weights_of_views(), self._views, self._of_views):
            columns, weights = view.of(text)
            margins = margins + weight * (weights @ coefficients[columns])
        return margins

    def _class_weights(self, intents: List[Text]) -> Dict[Text, float]:
        """Every class weighs the same however many examples it has, times its own weight."""
        sizes = Counter(intents)
        share = len(intents) / len(sizes)
        return {name: share / size * self._config["weights"].get(name, 1.0) for name, size in sizes.items()}

    @staticmethod
    def _vector(message: Message) -> np.ndarray:
        return message.get_dense_features(TEXT)[1].features[0]

    def _weights_of_views(self) -> List[float]:
        return [self._config["ngram_weight"], self._config["word_weight"]]

    def _persist(self) -> None:
        with self._model_storage.write_to(self._resource) as folder:
            coefficients = np.vstack([self._of_vector, *self._of_views]).astype(np.float16)
            np.savez_compressed(str(folder / "weights.npz"), coefficients=coefficients, intercepts=self._intercepts)
            kept = {"classes": self._classes, "views": [view.kept() for view in self._views]}
            (folder / "names.json").write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")

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
            kept = json.loads((folder / "names.json").read_text(encoding="utf-8"))
            classifier._classes = kept["classes"]
            classifier._views = [view.restore(known) for view, known in zip(classifier._views, kept["views"])]
            sizes = np.cumsum([len(view.columns) for view in reversed(classifier._views)])[::-1]
            with np.load(str(folder / "weights.npz"), allow_pickle=False) as weights:
                coefficients = weights["coefficients"].astype(np.float32)
                classifier._intercepts = weights["intercepts"]
            # The rows of the views are the last ones.
            classifier._of_vector, *classifier._of_views = np.split(coefficients, len(coefficients) - sizes)
        return classifier

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing later in the pipeline needs predictions for the examples."""
        return training_data

    @classmethod
    def validate_config(cls, config: Dict[Text, Any]) -> None:
        """Nothing more than Rasa checks itself."""
