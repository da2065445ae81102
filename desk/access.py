"""The permission of a route, declared where the route is: ``staff: Annotated[Staff, Depends(Requires("figures"))]``."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends

from desk import permissions
from desk.console import signed_in
from desk.errors import DeskError
from store.models import Staff


class Requires:
    """A dependency that gives the member of staff who is logged in. Raises ``DeskError`` 403 without ``right``."""

    def __init__(self, right: str) -> None:
        if right not in permissions.RIGHTS:
            raise ValueError(f"no right {right!r}; there are {', '.join(permissions.RIGHTS)}")
        self.right = right

    def __call__(self, staff: Annotated[Staff, Depends(signed_in)]) -> Staff:
        """Let in or refuse."""
        if not permissions.has(staff, self.right):
            raise DeskError(403, "forbidden")
        return staff


ManagesNotices = Annotated[Staff, Depends(Requires("notices"))]
SendsCorrections = Annotated[Staff, Depends(Requires("corrections"))]
ReadsFiles = Annotated[Staff, Depends(Requires("files"))]
SeesFigures = Annotated[Staff, Depends(Requires("figures"))]
ManagesQueues = Annotated[Staff, Depends(Requires("queues"))]
Reviews = Annotated[Staff, Depends(Requires("review"))]
ReadsAudit = Annotated[Staff, Depends(Requires("audit"))]
ManagesPeople = Annotated[Staff, Depends(Requires("people"))]
