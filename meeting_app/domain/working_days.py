"""Periods of notice in local calendar days (民法典 arts 201, 203): the day of posting is not counted."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """A period of `days`: posted on `posted`, counted from `first` to `last`, both included."""

    posted: date
    days: int
    first: date
    last: date


def period(posted: date, days: int, holidays: Collection[date] = ()) -> Period:
    """The period that starts the day after posting; a last day on a public holiday moves on to the next
    working day.
    """
    last = posted + timedelta(days=days)
    while last in holidays:
        last += timedelta(days=1)
    return Period(posted, days, posted + timedelta(days=1), last)


@dataclass(frozen=True, slots=True)
class NoticeCheck:
    """Whether a meeting's notice is in time. `short_by` days are missing; `earliest` is the first lawful
    meeting day.
    """

    period: Period
    meeting_on: date
    earliest: date
    short_by: int

    @property
    def holds(self) -> bool:
        """Whether the full period has passed before the meeting's day."""
        return self.short_by == 0


def check_notice(posted: date, meeting_on: date, days: int, holidays: Collection[date] = ()) -> NoticeCheck:
    """The full period must have ended before the day of the meeting."""
    span = period(posted, days, holidays)
    earliest = span.last + timedelta(days=1)
    return NoticeCheck(span, meeting_on, earliest, max(0, (earliest - meeting_on).days))
