"""Periods of notice in calendar days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_app.domain.working_days import check_notice, period

DAY = date(2026, 11, 13)
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def test_the_day_of_posting_is_not_counted() -> None:
    span = period(DAY, 10)
    assert (span.first, span.last) == (date(2026, 11, 14), date(2026, 11, 23))


@pytest.mark.parametrize(("meeting_on", "short_by"), [(23, 1), (24, 0), (25, 0), (13, 11)])
def test_ten_full_days_before_the_meeting(meeting_on: int, short_by: int) -> None:
    check = check_notice(DAY, date(2026, 11, meeting_on), 10)
    assert check.earliest == date(2026, 11, 24)
    assert (check.short_by, check.holds) == (short_by, short_by == 0)


def test_a_last_day_on_holidays_moves_on() -> None:
    holidays = {date(2026, 10, day) for day in range(1, 8)}
    assert period(date(2026, 9, 25), 10, holidays).last == date(2026, 10, 8)
    assert check_notice(date(2026, 9, 25), date(2026, 10, 8), 10, holidays).short_by == 1


@given(days, days, st.integers(0, 60))
def test_a_meeting_on_the_earliest_day_is_in_time(posted: date, meeting_on: date, notice: int) -> None:
    check = check_notice(posted, meeting_on, notice)
    assert check_notice(posted, check.earliest, notice).holds
    assert not check_notice(posted, check.earliest - timedelta(days=1), notice).holds
    assert check.holds == (meeting_on >= check.earliest)
