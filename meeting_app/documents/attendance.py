"""Who was there and when: lists of names and the attendance table of the minutes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from meeting_app.documents import words
from meeting_app.documents.flow.block import Text, body
from meeting_app.documents.flow.measures import AREA_WIDTH, MM
from meeting_app.documents.flow.table import Cell, Column, Rows
from meeting_app.documents.text.clean import one_line, whole
from meeting_app.documents.text.faces import Voice
from meeting_app.documents.text.fit import fitted
from meeting_app.documents.text.style import Style
from meeting_app.queries.papers import Attendee, Presence

_STATES = {"excused": "请假", "absent": "缺席"}
_SMALL = Style(Voice.SANS, 10.0)
_NAME = Style(Voice.KAI, 13.0)
_SMALLEST, _ROOM = 8.5, 25 * MM
# So many rows of the table go with the signatures, so that these never stand on a page alone.
_WITH_SIGNATURES = 3
_LONG = 12


def names_in(names: Iterable[str]) -> str:
    """Names in a row, none broken over two lines."""
    return "、".join(whole(name) for name in names)


def attendance_table(people: Sequence[Attendee]) -> list[Rows | Text]:
    """Number, name, capacity and times, two persons beside each other and row by row, so that the order holds
    on every page. The last of the parts is short and goes with what follows.
    """
    if not people:
        return [body("没有签到记录。")]
    side = [Column(9 * MM, "right"), Column(28 * MM), Column(41 * MM)]
    rows = []
    for at in range(0, len(people), 2):
        right = _cells(people[at + 1]) if at + 1 < len(people) else ("", "", "")
        rows.append([*_cells(people[at]), *right])
    columns = [*side, *side]
    assert abs(sum(column.width for column in columns) - AREA_WIDTH) < 1
    head = ["号", "姓名", "身份和到会时间"] * 2
    table = Rows(columns, head, rows, _SMALL, before=2 * MM, after=4 * MM, pad=0.45 * MM)
    return [*table.with_tail(_WITH_SIGNATURES)] if len(rows) > _LONG else [table]


def _cells(person: Attendee) -> tuple[Cell | str, ...]:
    number = str(person.number) if person.number else "—"
    state = stay_words(person)
    note = "，".join(part for part in (person.place or person.capacity, state) if part)
    return number, _name(person.name), note


def _name(name: str) -> Cell:
    """A name on one line; one of several parts that would be tiny there goes over to a second."""
    style = fitted(name, _NAME, _ROOM)
    if style.size >= _SMALLEST or "·" not in name:
        return Cell(whole(name), style=style)
    parts = one_line(name).split("·")
    longest = min((fitted(f"{part}·", _NAME, _ROOM) for part in parts), key=lambda style: style.size)
    return Cell("·".join(map(whole, parts)), style=replace(longest, size=min(longest.size, _SMALLEST)))


def stay_words(person: Attendee) -> str:
    """Why somebody is not there, or when somebody was."""
    return _STATES.get(person.state) or _stays(person.stays) or "到会"


def _stays(stays: Sequence[Presence]) -> str:
    """14:02至15:10，15:20到: who came and stayed has no second time."""
    first: date | None = stays[0].since.date() if stays else None
    return "，".join(_stay(stay, first) for stay in stays)


def _stay(stay: Presence, first: date | None) -> str:
    since = words.clock(stay.since)
    if stay.since.date() != first:
        since = words.short_day(stay.since) + since
    return f"{since}至{words.clock(stay.until)}" if stay.until else f"{since}到"
