"""What the actions know of the store, kept in memory and renewed when the store's revision has moved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy.orm import Session

from store.arrivals import newest
from store.database import Database
from store.indicators import IndicatorFinder
from store.lists import ListFinder
from store.load import AREA
from store.names import Gazetteer, other_cities
from store.notices import AREA as NOTICES
from store.notices import NoticeIndex
from store.profile import Profile, load_profile
from store.settings import StoreSettings
from store.statistics import FigureFinder
from store.subjects import SubjectIndex
from store.sync import revision
from store.wish_words import WishReader
from texts.catalogue import Catalogue


class Knowledge:
    """The indexes over one state of the store."""

    def __init__(self, session: Session, profile: Profile, number: int) -> None:
        self.revision = number
        self.gazetteer = Gazetteer.load(session, profile.languages)
        self.wishes = WishReader.load(session, self.gazetteer)
        self.subjects = SubjectIndex.load(session)
        self.figures = FigureFinder(session, self.gazetteer)
        self.lists = ListFinder(session, self.gazetteer)
        self.indicators = IndicatorFinder(session, self.gazetteer)


class Library:
    """Gives every action a read-only session and the knowledge that belongs to the store's present state."""

    def __init__(self, settings: StoreSettings) -> None:
        self.profile = load_profile(settings.profile)
        self.texts: Catalogue = self.profile.catalogue()
        self._database = Database(settings.store_url)
        self._lock = Lock()
        self._knowledge: Knowledge | None = None
        self._notices: NoticeIndex | None = None
        self._assignments = 0

    @contextmanager
    def open(self) -> Iterator[tuple[Session, Knowledge]]:
        """A session and fresh knowledge."""
        with self._database.read() as session:
            yield session, self._current(session)

    def notices(self, session: Session) -> NoticeIndex:
        """The notices that are published now; they change without anything else."""
        number = revision(session, NOTICES)
        with self._lock:
            if self._notices is None or self._notices.revision != number:
                self._notices = NoticeIndex.load(session, self.profile.default_language)
            return self._notices

    def _current(self, session: Session) -> Knowledge:
        number, assignments = revision(session, AREA), newest(session)
        with self._lock:
            if (
                self._knowledge is None
                or self._knowledge.revision != number
                or (self._assignments != assignments and self._knowledge.gazetteer.cities != other_cities(session))
            ):
                self._knowledge = Knowledge(session, self.profile, number)
            self._assignments = assignments
            return self._knowledge
