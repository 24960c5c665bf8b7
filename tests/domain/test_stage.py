"""The closed loop: forwards only, nothing skipped silently."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.stage import ORDER, Stage, StageRecord, check_move, following, overdue

stages = st.sampled_from(ORDER)


def test_six_stages_in_order() -> None:
    walked: list[Stage] = [Stage.COLLECTED]
    while (after := following(walked[-1])) is not None:
        walked.append(after)
    assert tuple(walked) == ORDER
    assert len(ORDER) == 6


@given(stages, stages, st.sampled_from(["", "  ", "a reason"]))
def test_a_move(present: Stage, target: Stage, reason: str) -> None:
    steps = ORDER.index(target) - ORDER.index(present)
    if steps == 1 or (steps > 1 and reason.strip()):
        assert len(check_move(present, target, reason)) == steps - 1
        return
    with pytest.raises(Refusal) as refused:
        check_move(present, target, reason)
    assert refused.value.code == ("stage_backwards" if steps <= 0 else "stage_skip_needs_reason")


@pytest.mark.parametrize(
    ("entered", "left", "due", "late"),
    [
        (date(2026, 1, 1), None, date(2026, 1, 9), True),
        (date(2026, 1, 1), None, date(2026, 1, 10), False),
        (date(2026, 1, 1), date(2026, 1, 5), date(2026, 1, 9), False),
        (None, None, date(2026, 1, 9), False),
        (date(2026, 1, 1), None, None, False),
    ],
)
def test_overdue(entered: date | None, left: date | None, due: date | None, late: bool) -> None:
    assert overdue(StageRecord(Stage.DRAFTING, entered, left, due), date(2026, 1, 10)) is late
