"""Subject ranker: which subject's example questions a message looks like, by weighted character n-grams.

A subject is an article, a metric, an indicator or a kind of service. One linear support vector machine a subject, over
tf-idf weights, complements the nearness of sentence vectors that the action server measures live: vectors know meaning,
n-grams names, terms and typos. On 240 questions written apart from the examples, with 203 articles, the right one came
first for 88 of 100 with vectors alone, for 92 with this alone, for 97 with both (docs/architecture.md). A subject that
was added after the training has no score here and is found by its vectors.
"""

import json
import os
import sys
from hashlib import sha256
from multiprocessing import get_context
from typing import Any, Callable, Dict, List, Optional, Text, Tuple, Type

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix
from sklearn.base import clone
from sklearn.svm import LinearSVC

from assistant.ngrams import Ngrams
from assistant.subject_questions import ARTICLE, profile_folder, questions
from store.encoder import encode_known

# What the action server reads in the tracker's latest message.
RANKING = "subject_ranking"
# So many subjects are worth telling.
TOLD = 30
# A machine sees every how-manyth question of others from the beginning, so many more that are like its own, and then at
# most so many more at a time while it is fitted roughly; others count from this margin on (-1 in theory).
SAMPLED, FIRST_ADDED, MOST_ADDED = 40, 500, 1500
ROUGHLY, TOO_NEAR = 0.5, -0.95


class OneAgainstAll:
    """Fits the machine of one subject after another: its own questions against all others.

    Most questions of others are so far away that they have no part in the solution. So the machine is fitted on those
    that may have one, and again with those that then turn out to be too near, until there are none: the solution is
    that of all questions, and takes a fourth of the time.
    """

    def __init__(self, machine: LinearSVC, features: csr_matrix, names: np.ndarray) -> None:
        """``names``: the subject of each row of ``features``."""
        self._machine, self._features, self._names = machine, features, names
        self._doubles = features.astype(np.float64)  # what liblinear works with

    def fit(self, subjects: List[Text]) -> Tuple[Any, Any]:
        """Weights, shape (subjects, n-grams), and biases of the machines."""
        fitted = [self._fit(self._names == subject) for subject in subjects]
        weights = np.vstack([machine.coef_[0].astype(np.float16) for machine in fitted])
        return weights, np.array([machine.intercept_[0] for machine in fitted], np.float32)

    def _fit(self, own: np.ndarray) -> LinearSVC:
        chosen = own.copy()
        chosen[::SAMPLED] = True
        # Before there is a machine: the questions that are most like its own.
        nearness = self._features @ np.asarray(self._features[own].mean(axis=0), np.float32).ravel()
        wanted, most = ~chosen, FIRST_ADDED
        while True:
            added = _highest(nearness, wanted, most)
            chosen[added] = True
            rows, is_rough = np.flatnonzero(chosen), added.size == most
            machine = clone(self._machine)
            if is_rough:
                machine.set_params(tol=ROUGHLY)
            machine.fit(self._doubles[rows], own[rows])
            nearness = self._features @ machine.coef_[0].astype(np.float32) + machine.intercept_[0]
            wanted, most = ~chosen & (nearness > TOO_NEAR), MOST_ADDED
            if not (is_rough or wanted.any()):
                return machine


def _highest(values: np.ndarray, among: np.ndarray, most: int) -> np.ndarray:
    """The places of the highest values where ``among`` is true, at most so many."""
    places = np.flatnonzero(among)
    return places[np.argpartition(-values[places], most)[:most]] if places.size > most else places


# What forked processes find in place: a function that holds the data cannot be sent to them.
_inherited: Dict[Text, Callable[[List[Text]], Any]] = {}


def _in_processes(work: Callable[[List[Text]], Any], subjects: List[Text]) -> List[Any]:
    """``work`` on parts of ``subjects``, one a core. Liblinear is not safe in threads; forks share what is there."""
    cores = (os.cpu_count() or 1) if sys.platform == "linux" else 1
    if cores == 1:
        return [work(subjects)]
    parts = [part.tolist() for part in np.array_split(np.array(subjects), cores) if part.size]
    _inherited["work"] = work
    with get_context("fork").Pool(len(parts)) as pool:
        return pool.map(_work, parts)


def _work(part: List[Text]) -> Any:
    return _inherited["work"](part)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SubjectRanker(IntentClassifier, GraphComponent):
    """Sets ``subject_ranking``: the best subjects with their margins (about -2 to 2), best first."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """None: it makes its own n-grams."""
        return []

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """``C``: the weight of errors; ``tolerance``: where the training of a machine stops; n-grams of ``min_ngram``
        to ``max_ngram`` letters that stand in at least ``min_df`` questions."""
        return {"C": 1.0, "tolerance": 0.1, "min_ngram": 2, "max_ngram": 4, "min_df": 3}

    @classmethod
    def fingerprint_addon(cls, config: Dict[Text, Any]) -> Optional[Text]:
        """The questions, which do not come through Rasa's training data."""
        return sha256(repr(questions(profile_folder())).encode()).hexdigest()

    def __init__(self, config: Dict[Text, Any], model_storage: ModelStorage, resource: Resource) -> None:
        """An untrained ranker: it leaves messages as they are."""
        self._config = {**self.get_default_config(), **config}
        self._model_storage = model_storage
        self._resource = resource
        self._subjects: List[Text] = []
        sizes = (self._config["min_ngram"], self._config["max_ngram"])
        self._ngrams = Ngrams("char_wb", sizes, self._config["min_df"])
        # Shape (n-grams, subjects): the few rows that a message uses are quick to take.
        self._weights = np.zeros((0, 0), np.float16)
        self._biases = np.zeros(0, np.float32)

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SubjectRanker":
        """Rasa's constructor for training."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit on the questions of the profile; with fewer than two subjects there is nothing to rank."""
        examples = questions(profile_folder())
        names = np.array([key if kind == ARTICLE else f"{kind}:{key}" for kind, key in examples.values()])
        self._subjects = sorted(set(names.tolist()))
        if len(self._subjects) > 1:
            features = self._ngrams.fit(examples)
            machine = LinearSVC(C=self._config["C"], tol=self._config["tolerance"])
            parts = _in_processes(OneAgainstAll(machine, features, names).fit, self._subjects)
            self._weights = np.vstack([weights for weights, _ in parts]).T.copy()
            self._biases = np.hstack([biases for _, biases in parts])
        # The action server measures how near a message is to the same questions; so it starts with their vectors there.
        encode_known(list(examples))
        self._persist()
        return self._resource

    def process(self, messages: List[Message]) -> List[Message]:
        """Set ``subject_ranking``."""
        if not self._biases.size:
            return messages
        for message in messages:
            if not message.get(TEXT):
                continue
            columns, weights = self._ngrams.of(message.get(TEXT))
            margins = weights @ self._weights[columns].astype(np.float32) + self._biases
            best = np.argsort(-margins)[:TOLD]
            ranking = [{"subject": self._subjects[i], "margin": round(float(margins[i]), 4)} for i in best]
            message.set(RANKING, ranking, add_to_output=True)
        return messages

    def _persist(self) -> None:
        with self._model_storage.write_to(self._resource) as folder:
            kept = {"subjects": self._subjects, "ngrams": self._ngrams.kept()}
            np.savez_compressed(str(folder / "weights.npz"), weights=self._weights, biases=self._biases)
            (folder / "names.json").write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "SubjectRanker":
        """Rasa's constructor for use; numbers and names only, nothing that could run."""
        ranker = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            kept = json.loads((folder / "names.json").read_text(encoding="utf-8"))
            with np.load(str(folder / "weights.npz"), allow_pickle=False) as arrays:
                ranker._weights, ranker._biases = arrays["weights"], arrays["biases"]
            ranker._ngrams.restore(kept["ngrams"])
            ranker._subjects = kept["subjects"]
        return ranker

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing later in the pipeline needs rankings of the examples."""
        return training_data

    @classmethod
    def validate_config(cls, config: Dict[Text, Any]) -> None:
        """Nothing more than Rasa checks itself."""
