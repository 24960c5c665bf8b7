"""Phrases that several pages of the office say: days left, spans, places, chips.

Codes and dates come from `wording`.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final, Protocol

from meeting_app.i18n import _, ngettext
from meeting_app.wording import times

SOON_DAYS: Final = 3
HOUR_MS: Final = 3_600_000
MINUTE_MS: Final = 60_000
DAY_MS: Final = 24 * HOUR_MS


class Housed(Protocol):
    """Where somebody lives, as the queries tell it."""

    @property
    def building(self) -> str:
        """The building's name; "" when none is known."""

    @property
    def stairway(self) -> int:
        """The stairway's number; 0 when none is known."""

    @property
    def room(self) -> str:
        """The room's number."""


def weekday_day(day: date) -> str:
    """Saturday, 19 September / 9月19日 星期六."""
    return _("{weekday}, {day}").format(weekday=times.weekday(day), day=times.day(day))


def moment(at: datetime) -> str:
    """Saturday, 19 September, 14:30."""
    return _("{day}, {time}").format(day=weekday_day(at.date()), time=times.clock(at))


def hours(ms: int) -> str:
    """A duration in hours and minutes: 2 h, 1 h 30 min, 8 min."""
    whole, minutes = divmod(max(0, ms) // MINUTE_MS, 60)
    if not whole:
        return _("{n} min").format(n=minutes)
    if not minutes:
        return _("{n} h").format(n=whole)
    return _("{hours} h {minutes} min").format(hours=whole, minutes=minutes)


def until(at: datetime, now_ms: int) -> str:
    """How long until then, in the unit that matters: hours on the day itself, else days."""
    left = round(at.timestamp() * 1000) - now_ms
    if left <= 0:
        return _("the time has come")
    if left < DAY_MS:
        return _("in {span}").format(span=hours(left))
    days = (at.date() - times.local(now_ms).date()).days
    return ngettext("in {n} day", "in {n} days", days).format(n=days)


def days_left(days: int | None) -> tuple[str, str]:
    """A due date's chip: words and tone, by the days left (negative = late, None = no date)."""
    if days is None:
        return _("no date"), "plain"
    if days < 0:
        return ngettext("{n} day late", "{n} days late", -days).format(n=-days), "danger"
    if days == 0:
        return _("due today"), "warn"
    text = ngettext("{n} day left", "{n} days left", days).format(n=days)
    return text, "warn" if days <= SOON_DAYS else "plain"


def place(lives: Housed | None) -> str:
    """Building, stairway and room as people say them; "" when nothing is known."""
    if lives is None or not lives.building:
        return ""
    if not lives.room:
        return lives.building
    if not lives.stairway:
        return _("{building} {room}").format(building=lives.building, room=lives.room)
    return _("{building}, stairway {stairway}, {room}").format(
        building=lives.building, stairway=lives.stairway, room=lives.room
    )


def joined(parts: Iterable[str]) -> str:
    """Facts beside each other; empty ones are left out."""
    return ("\uff0c" if times.is_chinese() else ", ").join(part for part in parts if part)


def listed(names: Iterable[str]) -> str:
    """Names in a row."""
    return ("\u3001" if times.is_chinese() else ", ").join(names)


def phone_shown(phone: str) -> str:
    """A phone number as it stands on a screen that others may see: the middle four digits are hidden."""
    return f"{phone[:-8]}****{phone[-4:]}" if len(phone) >= 11 else phone


def sentences(parts: Iterable[str]) -> str:
    """Sentences after each other: with a blank between them, except in Chinese."""
    return ("" if times.is_chinese() else " ").join(part for part in parts if part)
