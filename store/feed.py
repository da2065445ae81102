"""Fetches a feed of assignments over HTTP: conditional requests, retries with back-off, and limits of everything.

The address is given by who runs the service. Only http and https are spoken, at most three redirects are followed, and
further pages must be at the same place as the page that names them.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

import requests
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

from store.postings import Page, read_page

TEMPORARY = frozenset({408, 425, 429, 500, 502, 503, 504})
REDIRECTS = 3
LONGEST_PAUSE = 30.0


class FeedError(Exception):
    """A feed cannot be read: which address, what happened."""


class TemporaryError(FeedError):
    """It may go well a little later; ``after`` is how many seconds the server asks to wait."""

    def __init__(self, text: str, after: float = 0.0) -> None:
        super().__init__(text)
        self.after = after


@dataclass(frozen=True)
class Limits:
    """How long (seconds), how much (bytes of a page, after unpacking), how many pages, how often."""

    connect: float = 5.0
    read: float = 20.0
    page_time: float = 120.0
    page_size: int = 20_000_000
    pages: int = 500
    attempts: int = 4
    pause: float = 0.5


@dataclass(frozen=True)
class Seen:
    """A page as it was last read: its address and what the server said to recognise it by."""

    url: str
    etag: str = ""
    last_modified: str = ""

    def headers(self) -> dict[str, str]:
        """What makes a request conditional."""
        wanted = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in wanted.items() if value}


@dataclass(frozen=True)
class _Reply:
    text: str
    seen: Seen
    following: str


def without_login(url: str) -> str:
    """The address without a name and password, for the store and for the terminal.

    Raises ``FeedError`` when it is not one of http or https.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise FeedError(f"{url!r} is no address: {error}") from error
    if parts.scheme not in ("http", "https") or not host:
        raise FeedError(f"{url!r} is no address of a feed; it begins with http:// or https://")
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def fetch(url: str, known: Sequence[Seen], limits: Limits) -> tuple[list[Page], list[Seen]] | None:
    """Every page of a feed, or None when no page has changed since ``known``.

    Raises ``FeedError`` when it cannot be read, ``ImportErrors`` when a page is not of the form.
    """
    address = without_login(url)
    with _session(url) as session:
        if known and known[0].url == address and _unchanged(session, known, limits):
            return None
        pages: list[Page] = []
        seen: list[Seen] = []
        while address:
            if any(address == page.url for page in seen):
                raise FeedError(f"{seen[-1].url}: its next page {address} was read before")
            if len(seen) == limits.pages:
                raise FeedError(f"{address}: more than {limits.pages} pages")
            reply = _get(session, Seen(address), limits)
            if reply is None:
                raise FeedError(f"{address}: answered 304 to a request without conditions")
            page = read_page(reply.text, address)
            pages.append(page)
            seen.append(reply.seen)
            address = _next(address, page.next or reply.following)
        return pages, seen


@contextmanager
def _session(url: str) -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.max_redirects = REDIRECTS
        session.headers.update({"Accept": "application/json", "User-Agent": "volunteer-service-desk"})
        parts = urlsplit(url)
        if parts.username is not None:
            session.auth = (unquote(parts.username), unquote(parts.password or ""))
        yield session


def _unchanged(session: requests.Session, known: Sequence[Seen], limits: Limits) -> bool:
    """Whether every page is as it was; one that cannot be recognised, or that is gone, may have changed."""
    try:
        return all(page.headers() and _get(session, page, limits) is None for page in known)
    except TemporaryError:
        raise
    except FeedError:
        return False  # reading everything anew will say what is wrong, if it still is


def _next(address: str, following: str) -> str:
    """The address of the next page; empty on the last one."""
    if not following:
        return ""
    there = without_login(urljoin(address, following))
    if urlsplit(there)[:2] != urlsplit(address)[:2]:
        raise FeedError(f"{address}: its next page {there} is at another place")
    return there


def _get(session: requests.Session, page: Seen, limits: Limits) -> _Reply | None:
    """One page, tried again after passing failures; None when it has not changed."""
    grow = wait_exponential_jitter(multiplier=limits.pause, max=LONGEST_PAUSE, jitter=limits.pause)

    def pause(state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = error.after if isinstance(error, TemporaryError) else 0.0
        return max(min(asked, LONGEST_PAUSE), grow(state))

    retrying = Retrying(
        retry=retry_if_exception_type(TemporaryError),
        stop=stop_after_attempt(limits.attempts),
        wait=pause,
        reraise=True,
    )
    return retrying(_get_once, session, page, limits)


def _get_once(session: requests.Session, page: Seen, limits: Limits) -> _Reply | None:
    try:
        with session.get(
            page.url, headers=page.headers(), stream=True, timeout=(limits.connect, limits.read)
        ) as response:
            status = f"{page.url}: HTTP {response.status_code} {response.reason}"
            if response.status_code == requests.codes.not_modified:
                return None
            if response.status_code in TEMPORARY:
                raise TemporaryError(status, _seconds(response.headers.get("Retry-After", "")))
            if response.status_code != requests.codes.ok:
                raise FeedError(status)
            text = _body(response, page.url, limits)
            seen = Seen(page.url, response.headers.get("ETag", ""), response.headers.get("Last-Modified", ""))
            return _Reply(text, seen, response.links.get("next", {}).get("url", ""))
    except (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError) as error:
        raise TemporaryError(f"{page.url}: {error}") from error
    except requests.RequestException as error:
        raise FeedError(f"{page.url}: {error}") from error


def _body(response: requests.Response, url: str, limits: Limits) -> str:
    """The text of a page, read until a limit is exceeded."""
    until = time.monotonic() + limits.page_time
    body = bytearray()
    for chunk in response.iter_content(65_536):
        body += chunk
        if len(body) > limits.page_size:
            raise FeedError(f"{url}: more than {limits.page_size} bytes")
        if time.monotonic() > until:
            raise FeedError(f"{url}: not finished after {limits.page_time:g} seconds")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FeedError(f"{url}: not UTF-8: {error}") from error


def _seconds(header: str) -> float:
    """The seconds that ``Retry-After`` asks for; a date there counts as nothing, the usual pause is enough."""
    return float(header) if header.isascii() and header.isdigit() else 0.0
