"""The public pages of the articles: plain HTML in every language, for people, search engines and links."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from support import Desk

from store.database import Database
from texts.language import SUPPORTED, direction

ARTICLE = "verification-code-missing"
MISSING = ("/help/de", f"/help/de/{ARTICLE}", "/help/en/no-such-article", "/help/en/..%2fsecret")


@pytest.fixture
def site(make_desk: Callable[..., Desk], loaded: Database) -> httpx.Client:
    """A browser's view of a desk whose store has the demonstration's articles."""
    return make_desk(database_url=loaded.url).client


@pytest.mark.parametrize("language", SUPPORTED)
def test_an_article_has_a_page(site: httpx.Client, language: str) -> None:
    """Its words, its source with the date, in its language and direction; nothing is needed but HTML."""
    reply = site.get(f"/help/{language}/{ARTICLE}")
    assert reply.status_code == 200
    assert f'<html lang="{language}" dir="{direction(language)}">' in reply.text
    assert "https://unv.nickelled.com/reset-a-password.html" in reply.text
    assert "support@unv.org" in reply.text


def test_all_articles_are_listed(site: httpx.Client) -> None:
    """Each with a link to its page."""
    listed = site.get("/help/ru").text
    assert f'<a href="/help/ru/{ARTICLE}">' in listed
    assert listed.count('<li><a href="/help/ru/') > 200


@pytest.mark.parametrize(
    "path", ["/help/de", f"/help/de/{ARTICLE}", "/help/en/no-such-article", "/help/en/..%2fsecret"]
)
def test_what_does_not_exist_is_not_found(site: httpx.Client, path: str) -> None:
    """A clear 404."""
    assert site.get(path).status_code == 404
