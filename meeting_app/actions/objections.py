"""Objections to what is on public notice, and their answers."""

from datetime import date

from meeting_app.actions.common import text_of, today
from meeting_app.domain.refusal import Refusal
from meeting_app.storage.tables import Objection, Paper
from meeting_app.storage.work import Work

LENGTH = 2_000
NAME = 80


def note_objection(
    work: Work, *, paper_id: str, text: str, raised_by: str = "", received_on: date | None = None
) -> str:
    """Write down an objection; refused outside the days of the public notice. Returns its id."""
    paper = work.get(Paper, paper_id)
    day = received_on or today(work)
    first, last = paper.public_from, paper.public_to
    if first is None or last is None:
        raise Refusal("not_public")
    if not first <= day <= last:
        raise Refusal("objection_outside", first=first, last=last)
    work.meeting_id = paper.meeting_id
    row = work.add(
        Objection(
            paper_id=paper.id, received_on=day, raised_by=raised_by.strip()[:NAME],
            text=text_of(text, LENGTH, "objection"),
        )
    )  # fmt: skip
    return row.id


def answer_objection(work: Work, *, objection_id: str, answer: str) -> None:
    """Write down what was answered; a later answer takes its place."""
    row = work.get(Objection, objection_id)
    paper = work.get(Paper, row.paper_id)
    work.meeting_id = paper.meeting_id
    row.answer, row.answered_on = text_of(answer, LENGTH, "answer"), today(work)
