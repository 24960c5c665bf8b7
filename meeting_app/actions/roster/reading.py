"""The rows of a list as people: which column is what, and what each row says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from meeting_app.actions.roster import cells
from meeting_app.actions.roster.cells import Unclear, words
from meeting_app.actions.roster.sheets import Row
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import language

HEAD_ROWS: Final = 12
Note = tuple[str, dict[str, object]]
# What stops a row; everything else can be confirmed by a person.
ERRORS: Final = frozenset(
    {
        "name_missing", "name_unclear", "several_names", "building_missing", "room_missing", "room_unclear",
        "stairway_unclear", "storey_unclear", "storey_missing", "sum_row", "twice_in_list", "shares_over",
        "share_unclear",
    }
)  # fmt: skip


@dataclass(slots=True)
class Entry:
    """A row as it was understood; `notes` are what is wrong or has to be asked, the gravest decides."""

    line: int
    name: str = ""
    building: str = ""
    stairway: int = 1
    storey: int = 0
    room: str = ""
    area_c: int = 0
    phone: str = ""
    relation: str = ""
    share: tuple[int, int] | None = None
    birth_year: int | None = None
    person_id: str | None = None
    notes: list[Note] = field(default_factory=list)

    @property
    def unit(self) -> tuple[str, int, str]:
        """Building, stairway and room: what a unit is known by."""
        return self.building, self.stairway, self.room

    def say(self, code: str, **params: object) -> None:
        """Something is wrong, or to be asked."""
        self.notes.append((code, params))

    @property
    def stopped(self) -> bool:
        """Whether the row cannot be taken."""
        return any(code in ERRORS for code, _params in self.notes)


@dataclass(frozen=True, slots=True)
class Columns:
    """Place of each known column, and headings that nothing is done with."""

    places: dict[str, int]
    unused: tuple[str, ...]
    owners: bool


def _heading(text: str) -> str:
    """A heading without blanks and without what stands in brackets."""
    text = cells.plain(text).lower()
    for opening, closing in ("()", "[]", "【】"):
        while opening in text and closing in text[text.index(opening) :]:
            start = text.index(opening)
            text = text[:start] + text[text.index(closing, start) + 1 :]
    return text.strip() if text.isascii() else "".join(text.split())


def _columns_in(row: Sequence[str]) -> Columns:
    places: dict[str, int] = {}
    unused: list[str] = []
    owners = False
    for place, text in enumerate(row):
        heading = _heading(text)
        field_name = next((name for name, known in words()["headings"].items() if heading in known), None)
        if field_name and field_name not in places:
            places[field_name] = place
            owners = owners or heading in words()["owner_headings"]["names"]
        elif heading:
            unused.append(text.strip()[:40])
    return Columns(places, tuple(unused), owners)


def _usual(name: str) -> str:
    """The usual heading of a column, in the reader's language."""
    chinese = language() == "zh_CN"
    return next(str(word) for word in words()["headings"][name] if word.isascii() != chinese)


def find_columns(rows: Sequence[Row]) -> tuple[int, Columns]:
    """(index of the heading's row, its columns). Refuses a list without names and rooms, and says what is
    missing.
    """
    best, found = 0, Columns({}, (), owners=False)
    for index, (_line, row) in enumerate(rows[:HEAD_ROWS]):
        here = _columns_in(row)
        if len(here.places) > len(found.places):
            best, found = index, here
    missing = [name for name in ("name", "room") if name not in found.places]
    if missing:
        raise Refusal("roster_columns", columns=", ".join(_usual(name) for name in missing))
    return best, found


class Reader:
    """Reads rows by their columns; `newest` is the latest possible year of birth."""

    def __init__(self, columns: Columns, newest: int) -> None:
        self.columns, self.newest = columns, newest

    def entry(self, line: int, row: Sequence[str]) -> Entry:
        """A row as it was understood."""
        entry = Entry(line)
        if _heading(row[0] if row else "") in words()["forms"]["sums"]:
            entry.say("sum_row")
            return entry
        get = self._getter(entry, row)
        entry.name = get("name", cells.name_of) or ""
        if not entry.name and not entry.notes:
            entry.say("name_missing")
        self._place(entry, row, get)
        entry.area_c = get("area", cells.area_of) or 0
        if entry.area_c and not cells.LEAST_AREA_C <= entry.area_c <= cells.MOST_AREA_C:
            entry.say("area_unusual", area=f"{entry.area_c // 100}.{entry.area_c % 100:02d}")
        entry.phone = get("phone", cells.phone_of) or ""
        entry.share = get("share", cells.share_of)
        entry.birth_year = get("birth_year", lambda text: cells.birth_year_of(text, self.newest))
        usual = "owner" if entry.share or self.columns.owners else "family"
        entry.relation = get("relation", cells.relation_of) or usual
        return entry

    def _getter(self, entry: Entry, row: Sequence[str]) -> Callable[[str, Callable[[str], Any]], Any]:
        def get(name: str, reader: Callable[[str], Any]) -> Any:
            place = self.columns.places.get(name)
            try:
                return reader(row[place]) if place is not None and place < len(row) else None
            except Unclear as problem:
                entry.say(problem.code, **problem.params)
                return None

        return get

    def _place(self, entry: Entry, row: Sequence[str], get: Callable[..., Any]) -> None:
        whole = get("room", cells.place_of)
        if whole:
            entry.building, entry.stairway, entry.room = whole
        else:
            entry.building = get("building", cells.building_of) or ""
            entry.stairway = get("stairway", cells.stairway_of) or 1
            entry.room = get("room", cells.room_of) or ""
            if not entry.building:
                entry.say("building_missing")
            if not entry.room and ("room_unclear" not in [code for code, _params in entry.notes]):
                entry.say("room_missing")
        entry.storey = get("storey", cells.storey_of) or cells.storey_from_room(entry.room) or 0
        if entry.room and not entry.storey:
            entry.say("storey_missing", room=entry.room)
