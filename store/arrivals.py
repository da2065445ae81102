"""Which assignments are new: each is marked with the revision of the assignments that brought it first.

Revisions order what happened also where two imports run at once: the second waits for the first one's row.
"""

from __future__ import annotations

from sqlalchemy import insert, literal, select
from sqlalchemy.orm import Session

from store import models as m
from store.sync import Change, Sync, revision

AREA = "assignments"


def finish(sync: Sync) -> list[Change]:
    """Finish a load of assignments and mark those that are new; whoever writes assignments ends so."""
    changes = sync.finish(AREA)
    if any(changes):
        _mark(sync.session)
    return changes


def newest(session: Session) -> int:
    """The revision up to which every new assignment is in the store."""
    return revision(session, AREA)


def _mark(session: Session) -> None:
    known = select(m.Arrival.reference).where(m.Arrival.reference == m.Assignment.reference)
    new = select(m.Assignment.reference, literal(newest(session))).where(~known.exists())
    session.execute(insert(m.Arrival).from_select(["reference", "revision"], new))
