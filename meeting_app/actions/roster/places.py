"""Where a person lives, as lists say it in one cell: 3-2-501, 3栋2单元501室, 三号楼二单元501."""

from dataclasses import dataclass

from meeting_app.actions.roster import cells
from meeting_app.actions.roster.cells import DASHES, digits, tight, words

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
BASEMENT = -1


@dataclass(frozen=True, slots=True)
class Place:
    """A place; `building` "" and `stairway` None where the cell does not say."""

    building: str
    stairway: int | None
    room: str
    parking: bool = False


def _said(text: str) -> str:
    return DASHES.sub("-", digits(tight(text))).upper()


def place_of(text: str) -> Place | None:
    """The place that a cell names in full; None when it names none, or only a room."""
    said = _said(text)
    for form in ("place", "place_in_words", "place_in_lane"):
        found = cells.form(form).match(said)
        if found is not None:
            stairway = int(found["stairway"]) if found["stairway"] else None
            return Place(_house(found["building"], found["sign"] or ""), stairway, found["room"])
    return _parking(said)


def _house(name: str, sign: str) -> str:
    building = cells.building_of(name + (sign if not name.isdecimal() else ""))
    assert building is not None
    return building


def _parking(said: str) -> Place | None:
    """地下车位B1-023, 2号车库A17: a house is named before it, or all lie in one garage."""
    found = cells.form("parking_place").match(said)
    if found is None:
        return None
    known = cells.form("house_line").match(found["lead"])
    building = _house_of(known["building"]) if known else str(words()["forms"]["garage"])
    return Place(building, None, found["room"], parking=True)


def _house_of(text: str) -> str:
    return cells.building_of(text) or ""


def within_house(text: str) -> Place | None:
    """2单元501 or 2-501 in a list whose houses stand in a column of their own."""
    found = cells.form("stairway_and_room").match(_said(text))
    return Place("", int(found["stairway"]), found["room"]) if found else None


def house_line(text: str) -> Place | None:
    """A line that only names a house, a stairway or both, above the rows that belong to it."""
    found = cells.form("house_line").match(_said(text))
    if found is None:
        alone = cells.form("stairway_line").match(_said(text))
        return Place("", int(alone["stairway"]), "") if alone else None
    return Place(_house_of(found["building"]), int(found["stairway"]) if found["stairway"] else None, "")


def house_in_title(text: str) -> Place | None:
    """The house that a title speaks of, 幸福小区3号楼2单元业主名册; None when it is about several."""
    found = list(cells.form("house_in_title").finditer(_said(text)))
    if len(found) != 1:
        return None
    stairway = found[0]["stairway"]
    return Place(_house_of(found[0]["building"]), int(stairway) if stairway else None, "")


def house_of(text: str) -> Place | None:
    """What a column of houses says: 3栋, or 3栋2单元."""
    found = house_line(text)
    if found is not None and found.building:
        return found
    building = cells.building_of(text)
    return Place(building, None, "") if building else None


def house_and_stairway_of(text: str) -> Place | None:
    """The same where the heading names both: 3-2 is house and stairway."""
    found = cells.form("house_and_stairway").match(_said(text))
    return Place(_house_of(found["building"]), int(found["stairway"]), "") if found else house_of(text)


def count_of(text: str) -> int:
    """How many rooms a cell names, when it names nothing else; else 1."""
    parts = cells.parts_of(text, "between_rooms")
    rooms = [part for part in parts if place_of(part) or within_house(part) or _is_room(part)]
    return len(parts) if len(parts) > 1 and len(rooms) == len(parts) else 1


def _is_room(text: str) -> bool:
    return cells.form("room_number").match(_said(text)) is not None


def storey_from_room(room: str) -> int | None:
    """501 lies on the fifth storey, 1203 on the twelfth, 10502 on the fifth of stairway 1; None when the room
    does not say.
    """
    number = room.rstrip(LETTERS)
    if not number.isdigit() or len(number) not in (3, 4, 5):
        return None
    return int(number[-4:-2]) if len(number) == 5 else int(number[:-2])
