"""The closed loop of a topic: six stages, walked in order, never skipped silently (product.md, system 1)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from meeting_app.domain.refusal import Refusal


class Stage(StrEnum):
    """征集 酝酿 协商 公示 执行 反馈."""

    COLLECTED = "collected"
    DRAFTING = "drafting"
    DELIBERATION = "deliberation"
    PUBLICITY = "publicity"
    EXECUTION = "execution"
    FEEDBACK = "feedback"


ORDER: tuple[Stage, ...] = tuple(Stage)


@dataclass(frozen=True, slots=True)
class StageRecord:
    """One stage of one topic as it stands: dates are local, `skipped_reason` is set when it was left out on
    purpose.
    """

    stage: Stage
    entered_on: date | None = None
    left_on: date | None = None
    due_on: date | None = None
    skipped_reason: str | None = None


def following(stage: Stage) -> Stage | None:
    """The stage after this one; None after the last."""
    place = ORDER.index(stage) + 1
    return ORDER[place] if place < len(ORDER) else None


def stages_left_out(present: Stage, target: Stage) -> tuple[Stage, ...]:
    """The stages that a move from `present` to `target` would leave out. Raises Refusal for a move backwards
    or on the spot.
    """
    start, end = ORDER.index(present), ORDER.index(target)
    if end <= start:
        raise Refusal("stage_backwards", present=present, target=target)
    return ORDER[start + 1 : end]


def check_move(present: Stage, target: Stage, reason: str) -> tuple[Stage, ...]:
    """The stages left out by the move; leaving one out needs a reason in words."""
    left_out = stages_left_out(present, target)
    if left_out and not reason.strip():
        raise Refusal("stage_skip_needs_reason", stages=left_out)
    return left_out


def overdue(record: StageRecord, today: date) -> bool:
    """Whether a stage that was entered and not left is past its due date."""
    return (
        record.due_on is not None
        and record.entered_on is not None
        and record.left_on is None
        and today > record.due_on
    )
