"""Weighted n-grams of a text: rare ones count more, repeated ones a little more, the whole has length 1.

The weights are those of scikit-learn's ``TfidfVectorizer``, which makes them for training. For one message it takes
longer than all linear machines together, so a message is looked up in the vocabulary here, with the same result.
"""

from collections import Counter
from typing import Any, Dict, Iterable, Text, Tuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer


class Ngrams:
    """N-grams of ``sizes`` of characters (``char_wb``) or words (``word``) that stand in ``min_df`` texts or more."""

    def __init__(self, analyzer: Text, sizes: Tuple[int, int], min_df: int = 1) -> None:
        """Knows no n-gram yet."""
        # Words of one letter too: 'I', 'a' and every Chinese character between spaces.
        self._vectorizer = TfidfVectorizer(
            analyzer=analyzer,
            ngram_range=sizes,
            min_df=min_df,
            token_pattern=r"(?u)\b\w+\b",  # noqa: S106 - no password
            sublinear_tf=True,
            dtype=np.float32,
        )
        self._analyze = self._vectorizer.build_analyzer()
        self.columns: Dict[Text, int] = {}
        self.rarity = np.zeros(0, np.float32)

    def fit(self, texts: Iterable[Text]) -> csr_matrix:
        """Learn the n-grams of ``texts``; returns their weights, shape (texts, n-grams)."""
        weights = self._vectorizer.fit_transform(texts)
        self.columns = {ngram: int(column) for ngram, column in self._vectorizer.vocabulary_.items()}
        self.rarity = self._vectorizer.idf_.astype(np.float32)
        return weights

    def of(self, text: Text) -> Tuple[np.ndarray, np.ndarray]:
        """The columns that a text uses, and their weights."""
        counts = Counter(self.columns[ngram] for ngram in self._analyze(text) if ngram in self.columns)
        columns = np.fromiter(counts, np.intp, len(counts))
        weights = (1 + np.log(np.fromiter(counts.values(), np.float32, len(counts)))) * self.rarity[columns]
        return columns, weights / (np.linalg.norm(weights) or 1)

    def kept(self) -> Dict[Text, Any]:
        """What ``restore`` needs, as JSON: the n-grams by their columns, and how rare they are."""
        ngrams = sorted(self.columns, key=self.columns.__getitem__)
        return {"ngrams": ngrams, "rarity": [round(float(rarity), 6) for rarity in self.rarity]}

    def restore(self, kept: Dict[Text, Any]) -> "Ngrams":
        """The n-grams of ``kept``."""
        self.columns = {ngram: column for column, ngram in enumerate(kept["ngrams"])}
        self.rarity = np.array(kept["rarity"], np.float32)
        return self
