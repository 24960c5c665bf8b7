"""Phrases that several parts of the live window say: places, deviations, how somebody stands in the queue."""

from collections.abc import Iterable
from typing import Final

from meeting_app.domain.agenda import ItemState, PlannedItem, TimePlan, time_plan
from meeting_app.domain.clock import Instant
from meeting_app.i18n import _, ngettext
from meeting_app.queries.basics import HomePlace
from meeting_app.queries.floor import SpeechView
from meeting_app.queries.live import LiveView
from meeting_app.queries.meetings import fixed_ms
from meeting_app.wording import times

MINUTE_MS: Final = 60_000
SHORT_MS: Final = 30_000


def room(home: HomePlace) -> str:
    """Building, stairway and room: how a household is found at the desk; "" when it is not known."""
    if not home.building:
        return ""
    if not home.stairway:
        return _("{building} {room}").format(building=home.building, room=home.room).strip()
    return _("{building} stairway {stairway} {room}").format(
        building=home.building, stairway=home.stairway, room=home.room
    )


def storey(home: HomePlace) -> str:
    """Building, stairway and storey: enough to know a speaker by."""
    if not home.building:
        return ""
    if not home.stairway or not home.storey:
        return home.building
    return _("{building} stairway {stairway}, storey {storey}").format(
        building=home.building, stairway=home.stairway, storey=home.storey
    )


def deviation(ms: int | None) -> str:
    """By how many whole minutes an item ran over or under: +2, −1, 0; "" while it is not finished."""
    if ms is None:
        return ""
    whole = times.minutes(ms)
    return f"+{whole}" if whole > 0 else f"\u2212{-whole}" if whole < 0 else "0"


def plan_now(view: LiveView, now: Instant) -> TimePlan:
    """The plan against the clock at this moment, from what the view holds; nothing is asked again."""
    starts = round(view.starts_at.timestamp() * 1000)
    items = [
        PlannedItem(
            item.planned_ms, item.clock.elapsed(now), ItemState(item.state), item.clock.limit_ms,
            fixed_ms(item.fixed_minute, view.starts_at),
        )
        for item in view.items
    ]  # fmt: skip
    agreed = None if view.agreed_end is None else round(view.agreed_end.timestamp() * 1000) - starts
    return time_plan(items, now.wall_ms - starts, agreed)


def lateness(ms: int) -> tuple[str, str]:
    """How the meeting stands against its plan, and the tone of it."""
    whole = times.minutes(ms)
    if not whole:
        return _("on time"), "ok"
    hours, rest = divmod(abs(whole), 60)
    if hours:
        said = _("{h} h {n} min late") if whole > 0 else _("{h} h {n} min early")
    else:
        said = _("{n} min late") if whole > 0 else _("{n} min early")
    return said.format(h=hours, n=rest), "warn" if whole > 0 else "ok"


def turns(speech: SpeechView) -> str:
    """Why somebody stands where he stands in the queue."""
    if speech.first_time:
        return _("first time, asked at {time}").format(time=times.clock(speech.asked_at))
    return ngettext("spoke {n} time, {span}", "spoke {n} times, {span}", speech.turns).format(
        n=speech.turns, span=times.spoken(speech.spoken_ms)
    )


def people(count: int) -> str:
    """A number of persons."""
    return ngettext("{n} person", "{n} people", count).format(n=count)


def joined(*parts: str) -> str:
    """Facts beside each other; empty ones are left out."""
    return ("\uff0c" if times.is_chinese() else ", ").join(part for part in parts if part)


def sentences(*parts: str) -> str:
    """Sentences after each other: with a blank between them, except in Chinese."""
    return ("" if times.is_chinese() else " ").join(part for part in parts if part)


def listed(parts: Iterable[object]) -> str:
    """Things of one kind in a row."""
    return ("\u3001" if times.is_chinese() else ", ").join(str(part) for part in parts)
