"""Dates, times of day and durations as people read them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from meeting_app.i18n import N_, _, language

ZONE = ZoneInfo("Asia/Shanghai")
WEEKDAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip
MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


def local(wall_ms: int) -> datetime:
    """An instant (UTC ms) in the hall's zone."""
    return datetime.fromtimestamp(wall_ms / 1000, UTC).astimezone(ZONE)


def day(value: date) -> str:
    """28 November / 11月28日."""
    return _("{day} {month_name}").format(
        day=value.day, month=value.month, month_name=_(MONTHS[value.month - 1])
    )


def full_day(value: date) -> str:
    """28 November 2026 / 2026年11月28日."""
    return _("{day} {month_name} {year}").format(
        day=value.day, month=value.month, month_name=_(MONTHS[value.month - 1]), year=value.year
    )


def weekday(value: date) -> str:
    """Saturday / 星期六."""
    return _(WEEKDAYS[value.weekday()])


def clock(value: datetime) -> str:
    """14:30."""
    return f"{value:%H:%M}"


def clock_seconds(wall_ms: int) -> str:
    """15:46:03, local."""
    return f"{local(wall_ms):%H:%M:%S}"


def countdown(remaining_ms: int) -> str:
    """1:24 left, +0:12 over; a second begun counts as left, so that a clock starts at its full time and ends
    at 0:00.
    """
    over = remaining_ms < 0
    seconds = -remaining_ms // 1000 if over else -(-remaining_ms // 1000)
    return f"{'+' if over else ''}{seconds // 60}:{seconds % 60:02d}"


def minutes(ms: int) -> int:
    """Whole minutes, rounded half away from zero."""
    return (abs(ms) + 30_000) // 60_000 * (1 if ms >= 0 else -1)


def spoken(ms: int) -> str:
    """1 min 36 s / 1 分 36 秒."""
    whole, seconds = divmod(ms // 1000, 60)
    return _("{minutes} min {seconds:02d} s").format(minutes=whole, seconds=seconds)


def is_chinese() -> bool:
    """Whether the reader's language is Chinese."""
    return language() == "zh_CN"
