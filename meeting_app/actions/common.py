"""Small things that several actions need: local dates, pinyin keys, codes, states that must hold."""

import secrets
from datetime import date, datetime

from meeting_app.domain import codes
from meeting_app.domain.clock import Clock
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.basics import ZONE, clock_of, local_day
from meeting_app.storage.readings import initials_of, pinyin_of, readings_of
from meeting_app.storage.tables import Meeting, Person
from meeting_app.storage.tables.meeting import ClockColumns
from meeting_app.storage.work import Work

BADGE_LENGTH = 6


def today(work: Work) -> date:
    """The local date of the action."""
    return local_day(work.now.wall_ms)


def wall_ms(moment: datetime) -> int:
    """UTC milliseconds of an aware datetime."""
    return round(moment.timestamp() * 1000)


def random_code(length: int) -> str:
    """A fresh code with its check character."""
    return codes.code_from_number(secrets.randbits(5 * length), length)


def text_of(value: str, most: int, what: str, *, needed: bool = True) -> str:
    """A text field as it is kept: trimmed, without control characters, not empty when needed, not longer than
    its column.
    """
    kept = "".join(c for c in value if c in "\n\t" or c.isprintable()).strip()
    if needed and not kept:
        raise Refusal("text_needed", what=what)
    if len(kept) > most:
        raise Refusal("text_too_long", what=what, length=len(kept), most=most)
    return kept


def set_clock(row: ClockColumns, clock: Clock) -> None:
    """Keep a stopwatch's new state."""
    row.clock_limit_ms = clock.limit_ms
    row.clock_elapsed_ms = clock.elapsed_ms
    row.since_wall_ms = clock.since.wall_ms if clock.since else None
    row.since_mono_ms = clock.since.mono_ms if clock.since else None
    row.since_boot = clock.since.boot if clock.since else None


def meeting_in(work: Work, meeting_id: str, *states: str) -> Meeting:
    """The meeting, when it is in one of the states; its journal rows and images are kept under it."""
    meeting = work.get(Meeting, meeting_id)
    if states and meeting.state not in states:
        raise Refusal("meeting_state", state=meeting.state)
    work.meeting_id = meeting.id
    return meeting


def living(work: Work, person_id: str) -> Person:
    """The person, when the record was neither merged nor forgotten."""
    person = work.get(Person, person_id)
    if person.merged_into or person.forgotten:
        raise Refusal("person_not_active", name=person.name)
    return person


def set_name(person: Person, name: str) -> None:
    """Give a person a name, and what is typed to find it."""
    person.name = name
    person.initials, person.pinyin, person.readings = initials_of(name), pinyin_of(name), readings_of(name)


__all__ = ["ZONE", "clock_of", "initials_of", "local_day", "pinyin_of"]

PLANNED = ("draft", "convened")
UNDER_WAY = ("live",)
NOT_OVER = ("draft", "convened", "live")
