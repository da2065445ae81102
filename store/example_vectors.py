"""``python -m store.example_vectors``: computes and keeps the vectors of the profile's example questions.

It runs beside the training, which takes the questions in their order: here they are taken from the end, and the two
meet on the way.
"""

from __future__ import annotations

from store.encoder import encode_known
from store.load import DataFiles, article_words
from store.profile import load_profile
from store.settings import StoreSettings


def example_questions(files: DataFiles) -> list[str]:
    """Titles and questions of the articles in every language, and the questions of all other subjects."""
    articles = [text for words in article_words(files).values() for text in (words.title, *words.questions)]
    return [*articles, *(line.row.text for line in files.questions)]


if __name__ == "__main__":
    encode_known(example_questions(DataFiles(load_profile(StoreSettings().profile)))[::-1])
