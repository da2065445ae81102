"""Review in the console: verdicts on answers, and questions that visitors' choices teach. Rules: ``desk.review``."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Path, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy import select

from desk import review
from desk.access import Reviews
from desk.api import LARGEST, Desk
from desk.console import Protected, page
from desk.errors import DeskError
from store import models as m
from texts.language import direction

router = APIRouter(prefix="/staff/review", include_in_schema=False)
Before = Annotated[int, Query(ge=0, le=LARGEST)]
Number = Annotated[int, Path(ge=0, le=LARGEST)]
Word = Annotated[str, Form()]


@router.get("")
def review_page(
    request: Request, desk: Desk, staff: Reviews, show: str = "unhelpful", before: Before = 0
) -> HTMLResponse:
    """Answers to be judged, and questions that wait for an editor."""
    language = desk.profile.language(staff.language)
    with desk.database.read() as session:
        answers, examples = review.answered(session, show, before), review.proposed(session)
        ids = {each.enquiry.article for each in answers} | {each.article_id for each in examples}
        texts = session.scalars(select(m.ArticleText).where(m.ArticleText.article_id.in_(ids))).all()
    titles = {text.article_id: text.title for text in texts if text.language == desk.profile.default_language}
    titles |= {text.article_id: text.title for text in texts if text.language == language}
    more = answers[review.SHOWN - 1].enquiry.id if len(answers) > review.SHOWN else 0
    return page(
        request, "review", staff, answers=answers[: review.SHOWN], examples=examples[: review.SHOWN],
        more_examples=len(examples) > review.SHOWN, titles=titles, show=show, shows=review.SHOW, more=more,
        code_dir=direction,
    )  # fmt: skip


@router.post("/answers/{enquiry_id}", dependencies=Protected)
def judge(
    desk: Desk, staff: Reviews, enquiry_id: Number, verdict: Word = "", show: Word = "unhelpful"
) -> RedirectResponse:  # fmt: skip
    """Write a verdict down."""
    if show not in review.SHOW:
        raise DeskError(422, "invalid")
    with desk.database.write() as session:
        review.judge(session, staff, enquiry_id, verdict)
    return RedirectResponse(f"/staff/review?show={show}", 303)


@router.post("/examples/{conversation_id}/{seq}", dependencies=Protected)
def decide(
    desk: Desk, staff: Reviews, conversation_id: str, seq: Number, article: Word = "", deed: Word = ""
) -> RedirectResponse:  # fmt: skip
    """Take a question into the article's draft, or dismiss it."""
    if deed not in ("take", "dismiss"):
        raise DeskError(422, "invalid")
    with desk.database.write() as session:
        review.decide(session, desk.profile, staff, conversation_id, seq, article, deed == "take")
    return RedirectResponse("/staff/review#h-examples", 303)
