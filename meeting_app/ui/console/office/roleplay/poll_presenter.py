"""The poll of a play without widgets: progress, typed digits, what moved."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from meeting_app.domain.roleplay.stance import LEAST, Shift, hundredths
from meeting_app.i18n import _, ngettext
from meeting_app.queries.roleplay.annex import AnnexShift
from meeting_app.queries.roleplay.polls import PollDesk, poll_desk
from meeting_app.ui.console.office import words

if TYPE_CHECKING:
    from meeting_app.queries.roleplay.types import PollProgress
    from meeting_app.ui.qt.office import Office

BLANK = "0-"


def desk(office: "Office", play_id: str) -> PollDesk:
    """What the page of typing shows."""
    return office.records.ask(poll_desk, play_id=play_id)


def progress_line(progress: "PollProgress") -> str:
    """30 sheets, 12 before, 10 after, 9 with both halves."""
    sheets = ngettext("{n} sheet", "{n} sheets", progress.sheets).format(n=progress.sheets)
    before = _("{n} before").format(n=progress.before)
    after = _("{n} after").format(n=progress.after)
    both = _("{n} with both halves").format(n=progress.paired)
    return words.joined((sheets, before, after, both))


def typed_answers(text: str, questions: Sequence[str]) -> dict[str, int] | None:
    """One digit for each question in order, 0 or - for what was left blank; None when it does not fit."""
    signs = "".join(text.split())
    if len(signs) != len(questions) or not set(signs) <= set("12345" + BLANK):
        return None
    return {question: int(sign) for question, sign in zip(questions, signs, strict=True) if sign not in BLANK}


def _points(hundredth: int) -> str:
    sign = "+" if hundredth > 0 else "−" if hundredth < 0 else ""
    whole, rest = divmod(abs(hundredth), 100)
    return f"{sign}{whole}.{rest:02}"


def shift_line(line: AnnexShift) -> str:
    """How a question moved, as far as it may be told."""
    moved: Shift = line.shift
    if moved.change is None or moved.mean_before is None or moved.mean_after is None:
        return _("{n} pairs; nothing is told below {least}.").format(n=moved.pairs, least=LEAST)
    change = moved.change
    told = _("{before} → {after} (change {change}, between {low} and {high}; {n} pairs)").format(
        before=_points(hundredths(moved.mean_before)).lstrip("+"),
        after=_points(hundredths(moved.mean_after)).lstrip("+"),
        change=_points(hundredths(change.mean)),
        low=_points(change.low_c),
        high=_points(change.high_c),
        n=moved.pairs,
    )
    return _("{told}, for orientation only").format(told=told) if moved.orientation else told
