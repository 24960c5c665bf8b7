"""The rows of a list as people: what each row says, held against the rows above it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from meeting_app.actions.roster import capacity_words, cells, owners, places
from meeting_app.actions.roster.cells import Unclear, words
from meeting_app.actions.roster.entry import Entry, Note
from meeting_app.actions.roster.headings import Columns, Head, heading, repeats
from meeting_app.actions.roster.places import Place
from meeting_app.actions.roster.watch import Watch

LONG_NAME: Final = 4
# Notes on one person of a row that names several; the others are on the unit and count for all.
OF_A_PERSON: Final = frozenset(
    {"birth_year_unclear", "gender_unclear", "capacity_unclear", "number_unclear", "relation_unclear"}
)
ABOVE_GROUND: Final = ("home", "shop", "")
# Where a formula that failed takes the row with it.
VITAL: Final = ("name", "building", "house", "stairway", "room")
# The room is not merely silent: it cannot be used.
NO_ROOM: Final = frozenset({"room_unclear", "rooms_several", "formula_failed"})
NOWHERE: Final = Place("", None, "")
Get = Callable[..., Any]


class Reader:
    """Reads the rows of one sheet in their order; `newest` is the latest possible year of birth.

    Merged cells come filled; where a list was saved without its merged cells, the building and the stairway
    of the row above hold on, and an empty room is asked about.
    """

    def __init__(self, head: Head, newest: int) -> None:
        self.head, self.newest = head, newest
        self.columns: Columns = head.columns
        self._above = _titled(head)
        self._housed = self._above.building != ""
        self._rows = head.sheet.rows[head.last + 1 :]
        lonely = _lonely_blanks([row for _line, row in self._rows], head.columns)
        self._alone = {self._rows[place][0] for place in lonely}

    def entries(self, watch: Watch) -> list[Entry]:
        """Everybody in the sheet."""
        found: list[Entry] = []
        for line, row in self._rows:
            watch.step()
            found.extend(self.row(line, row))
        return found

    def row(self, line: int, row: Sequence[str]) -> list[Entry]:
        """The people of a row; one entry that says why for a row that is no person."""
        entry = Entry(line, self.head.sheet.title)
        aside = self._aside(row)
        if aside:
            entry.say(aside)
            return [entry]
        if line in self.head.sheet.hidden_rows:
            entry.say("row_hidden")
        get = self._getter(entry, row)
        self._read_unit(entry, get)
        self._read_person(entry, get)
        return self._people(entry, get, row)

    def _getter(self, entry: Entry, row: Sequence[str]) -> Get:
        def get(name: str, reader: Callable[[str], Any]) -> Any:
            text = cells.said(_cell(row, self.columns, name))
            if cells.FAULT.fullmatch(text):
                entry.say_once(
                    "formula_failed" if name in VITAL else "formula_open",
                    text=text.lstrip(cells.FORMULA)[:30],
                )
                return None
            try:
                return reader(text)
            except Unclear as problem:
                entry.say(problem.code, **problem.params)
                return None

        return get

    def _aside(self, row: Sequence[str]) -> str:
        """The code of a row that is no person; "" for one that may be."""
        texts = list(dict.fromkeys(text for text in row if text))
        if any(_is_sum(text) for text in texts[:3]):
            return "sum_row"
        if repeats(row, self.head):
            return "heading_again"
        if len(texts) == 1:
            house = places.house_line(texts[0])
            if house is not None and (house.building or self._above.building):
                self._above = replace(house, building=house.building or self._above.building)
                self._housed = True
                return "house_line"
            return "" if self._may_stand_alone(row) else "no_row"
        return "" if any(_cell(row, self.columns, name) for name in ("name", "room", "phone")) else "no_row"

    def _may_stand_alone(self, row: Sequence[str]) -> bool:
        """A row of one cell is one when it is a name below a room, or a place."""
        name, room = _cell(row, self.columns, "name"), _cell(row, self.columns, "room")
        try:
            return bool(owners.named(name) and self._above.room) if name else bool(cells.room_of(room))
        except Unclear:
            return places.place_of(room) is not None

    def _read_unit(self, entry: Entry, get: Get) -> None:
        entry.purpose = get("purpose", cells.purpose_of) or ""
        entry.state = get("state", cells.state_of) or ""
        self._settle(entry, self._place(entry, get))
        self._read_storey(entry, get)
        entry.area_c = get("area", cells.area_of) or 0
        usual = entry.purpose in ABOVE_GROUND
        if usual and entry.area_c and not cells.LEAST_AREA_C <= entry.area_c <= cells.MOST_AREA_C:
            entry.say("area_unusual", area=f"{entry.area_c // 100}.{entry.area_c % 100:02d}")

    def _place(self, entry: Entry, get: Get) -> Place:
        """What the columns of the place say together."""
        house = get("building", places.house_of) or get("house", places.house_and_stairway_of) or NOWHERE
        stairway = get("stairway", cells.stairway_of) or house.stairway
        text = get("room", cells.plain) or ""
        several = places.count_of(text)
        if several > 1:
            entry.say("rooms_several", count=several)
            return Place(house.building, stairway, "")
        whole = places.place_of(text)
        if whole and (house.building or self._housed) and not whole.parking:
            whole = _beside_a_house(whole, house.building or self._above.building)
        whole = whole or places.within_house(text)
        if whole is None:
            return Place(house.building, stairway, get("room", cells.room_of) or "")
        if whole.parking:
            entry.purpose = entry.purpose or "parking"
        stairway = stairway if whole.stairway is None else whole.stairway
        return Place(house.building or whole.building, stairway, whole.room)

    def _settle(self, entry: Entry, said: Place) -> None:
        """The place, with what the rows above say where this one is silent."""
        above = self._above
        own = said.building != ""
        building = said.building or above.building
        if building and not own and entry.line in self._alone:
            entry.say("building_above", building=building)
        stairway = said.stairway
        if stairway is None and building == above.building:
            stairway = above.stairway
            if own and stairway not in (None, 1) and "stairway" not in self.columns.places:
                entry.say("stairway_above", building=building, stairway=stairway)
        room = said.room
        if not room and not own and above.room and not _spoilt(entry):
            room = above.room
            entry.say("room_above", building=building, room=room)
        entry.building, entry.stairway, entry.room = building, stairway or 1, room
        if not building:
            entry.say("building_missing")
        if not room and not _spoilt(entry):
            entry.say("room_missing")
        if building and room:
            self._above = Place(building, stairway, room)

    @staticmethod
    def _read_storey(entry: Entry, get: Get) -> None:
        storey = get("storey", cells.storey_of)
        if entry.purpose in ("parking", "storage"):
            entry.storey = places.BASEMENT if storey is None else storey
            return
        entry.storey = storey or places.storey_from_room(entry.room) or 0
        if entry.room and not entry.storey and not _spoilt(entry):
            entry.say("storey_missing", room=entry.room)

    def _read_person(self, entry: Entry, get: Get) -> None:
        entry.birth_year = get("birth_year", lambda text: cells.birth_year_of(text, self.newest))
        entry.gender = get("gender", cells.gender_of) or ""
        entry.groups = get("groups", capacity_words.groups_of) or ()
        entry.capacities = get("capacities", capacity_words.capacities_of) or ()
        entry.number = get("number", cells.person_number_of)

    def _people(self, entry: Entry, get: Get, row: Sequence[str]) -> list[Entry]:
        """One entry for each name of the row, with its own share and telephone."""
        state = _state_in(get("name", cells.plain) or "")
        if state:
            entry.state = entry.state or state
        named = [] if state else (get("name", owners.named) or [])
        if not named:
            vacant = _cell(row, self.columns, "name") != ""
            return [self._nobody(entry, get, vacant=vacant)]
        shares = owners.shared_out(get("share", cells.plain) or "", len(named), "between_shares")
        phones = owners.shared_out(get("phone", cells.plain) or "", len(named), "between_phones")
        relation = get("relation", cells.relation_of)
        made = [entry] + [_beside(entry, part) for part in range(1, len(named))]
        for one, name, share, phone in zip(made, named, shares, phones, strict=True):
            self._fill(one, name, share, phone, relation)
        _share_equally(made)
        return made

    def _fill(self, entry: Entry, name: owners.Named, share: str, phone: str, relation: str | None) -> None:
        entry.name = name.name
        entry.share = name.share or _said(entry, cells.share_of, share)
        entry.phone = _phone(entry, phone)
        usual = "owner" if entry.share or self.columns.owners else "family"
        entry.relation = relation or name.relation or usual
        if name.aside:
            entry.say("name_aside", name=name.name, aside=name.aside)
        if len(name.name) > LONG_NAME and not name.name.isascii() and "·" not in name.name:
            entry.say("name_long", name=name.name)

    def _nobody(self, entry: Entry, get: Get, *, vacant: bool) -> Entry:
        """A unit without anybody: the developer's, or one whose owner the list does not know."""
        if entry.state == "unsold" or "name_unclear" in _codes(entry):
            return entry
        phone = get("phone", cells.plain) or ""
        known = entry.building and entry.room and (vacant or entry.area_c or phone)
        entry.say("owner_missing" if known else "name_missing")
        return entry


def _lonely_blanks(rows: Sequence[Sequence[str]], columns: Columns) -> frozenset[int]:
    """Rows whose house was probably forgotten: a single empty cell in a column that is filled.

    Where cells were merged, or only the first row of a house names it, many are empty, or several in a row.
    """
    if "building" not in columns.places:
        return frozenset()
    empty = [_cell(row, columns, "building") == "" for row in rows]
    if 3 * sum(empty) >= len(rows):
        return frozenset()
    beside = [False, *empty, False]
    return frozenset(
        place for place, blank in enumerate(empty) if blank and not beside[place] and not beside[place + 2]
    )


def _is_sum(text: str) -> bool:
    said = heading(text)
    return bool(cells.form("sums").match(said)) or said in words()["forms"]["sums_in_english"]


def _cell(row: Sequence[str], columns: Columns, name: str) -> str:
    place = columns.places.get(name)
    return row[place] if place is not None and place < len(row) else ""


def _codes(entry: Entry) -> frozenset[str]:
    return frozenset(code for code, _params in entry.notes)


def _spoilt(entry: Entry) -> bool:
    return bool(NO_ROOM & _codes(entry))


def _titled(head: Head) -> Place:
    """The house and stairway that stand above the whole list: as the sheet's name, in lines of their own, or
    in a title when no column speaks of houses.
    """
    known = NOWHERE
    for text in (head.sheet.title, *head.titles()):
        found = places.house_line(text)
        if found is None and not ("building" in head.columns.places or "house" in head.columns.places):
            found = places.house_in_title(text)
        if found is not None:
            known = Place(found.building or known.building, found.stairway, "")
    return known


def _beside_a_house(whole: Place, building: str) -> Place:
    """With a column for houses, 2-501 is stairway and room; 3-2-501 says the house once more."""
    if whole.building == building or whole.stairway is not None:
        return whole
    number = re.match(r"\d{1,2}(?!\d)", whole.building)
    return Place("", int(number[0]) if number else None, whole.room)


def _state_in(text: str) -> str:
    """The state of a unit that stands where a name would: 未售, 开发商."""
    said = cells.tight(text).lower()
    return next((str(state) for state, known in words()["states"].items() if said in known), "")


def _beside(entry: Entry, part: int) -> Entry:
    """Another person of the same row: the unit's words are said once, the person's own are not shared."""
    mine: list[Note] = [note for note in entry.notes if note[0] not in OF_A_PERSON]
    return replace(
        entry, part=part, notes=mine, birth_year=None, gender="", groups=(), capacities=(), number=None
    )


def _said(entry: Entry, reader: Callable[[str], Any], text: str) -> Any:
    try:
        return reader(text)
    except Unclear as problem:
        entry.say(problem.code, **problem.params)
        return None


def _phone(entry: Entry, text: str) -> str:
    """The first number of the cell; a second one is pointed out."""
    several = cells.parts_of(text, "between_phones")
    if len(several) > 1:
        entry.say("phone_second", text=several[1][:20])
    return _said(entry, cells.phone_of, several[0] if several else "") or ""


def _share_equally(people: Sequence[Entry]) -> None:
    """Owners in one cell without shares own alike (Civil Code art. 309)."""
    owning = [one for one in people if one.relation == "owner"]
    if len(owning) > 1 and not any(one.share for one in owning):
        for one in owning:
            one.share = (1, len(owning))
            one.say("shares_equal", count=len(owning))
