"""What stands in a cell of a list, read exactly: areas as 0.01 m², shares as whole numbers, no floats from
text.

Every reader takes the cell as text and answers a value, or None when the cell is empty; what cannot be
understood raises `Unclear` with the code of a note in `wording.roster`.
"""

import re
import tomllib
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from meeting_app import resources

LEAST_AREA_C, MOST_AREA_C = 500, 50_000
OLDEST_BORN = 1900
FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x00A0: 0x20}
PHONE = re.compile(r"\+?\d{7,15}")
YEAR = re.compile(r"(\d{4})(?:\D.*|\d{2,4})?")
FRACTION = re.compile(r"(\d{1,6})/(\d{1,6})")
PERCENT = re.compile(r"(\d{1,3})(?:\.(\d{1,2}))?%")


class Unclear(ValueError):
    """A cell that cannot be taken as it is. `code` and `params` make the sentence."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code, self.params = code, params


@cache
def words() -> dict[str, Any]:
    """The vocabulary of lists."""
    with resources.path("roster", "words.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _form(name: str) -> re.Pattern[str]:
    return re.compile(words()["forms"][name])


def plain(text: str) -> str:
    """Full-width letters, digits and blanks as ASCII; no blanks at the ends."""
    return text.translate(FULL_WIDTH).strip()


def tight(text: str) -> str:
    """The same without any blank."""
    return "".join(plain(text).split())


def name_of(text: str) -> str | None:
    """A person's name without blanks inside (张 三); several names in one cell and figures are refused."""
    name = plain(text)
    if not name.isascii():
        name = "".join(name.split())
    if not name:
        return None
    if len([part for part in _form("between_names").split(name) if part.strip()]) > 1:
        raise Unclear("several_names", name=name[:40])
    if len(name) > 80 or any(c.isdigit() for c in name) or not any(c.isalpha() for c in name):
        raise Unclear("name_unclear", name=name[:40])
    return name


def _number(form: str, text: str, code: str) -> int | None:
    text = tight(text)
    if not text:
        return None
    found = _form(form).match(text)
    if found is None:
        raise Unclear(code, text=text[:20])
    return int(found[1])


def building_of(text: str) -> str | None:
    """3, 3栋, 3# and 3号楼 are 3号楼; another name of a house stays as it is."""
    text = tight(text)
    if not text:
        return None
    found = _form("building_number").match(text)
    if found is None:
        return text[:40]
    return str(words()["forms"]["building"]).format(number=int(found[1]))


def stairway_of(text: str) -> int | None:
    """2 or 2单元."""
    return _number("stairway_number", text, "stairway_unclear")


def storey_of(text: str) -> int | None:
    """5 or 5层."""
    return _number("storey_number", text, "storey_unclear")


def room_of(text: str) -> str | None:
    """501 or 501室, as it stands on the door."""
    text = tight(text)
    if not text:
        return None
    found = _form("room_number").match(text)
    if found is None:
        raise Unclear("room_unclear", text=text[:20])
    return found[1].upper()


def place_of(text: str) -> tuple[str, int, str] | None:
    """A place in one cell, 3-2-501 or 3号楼2单元501室: building, stairway (1 when none is said), room."""
    found = _form("place").match(tight(text)) or _form("place_in_words").match(tight(text))
    if found is None:
        return None
    building = building_of(found["building"])
    assert building is not None
    return building, int(found["stairway"] or 1), found["room"].upper()


def storey_from_room(room: str) -> int | None:
    """501 lies on the fifth storey, 1203 on the twelfth; None when the room does not say."""
    digits = room.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits[:-2]) if digits.isdigit() and len(digits) in (3, 4) else None


def area_of(text: str) -> int | None:
    """89.50, 89.5㎡ or 1,083.26 as hundredths of a square metre; at most two decimals."""
    text = tight(text)
    if not text:
        return None
    found = _form("area_number").match(text)
    if found is None:
        raise Unclear("area_unclear", text=text[:20])
    return int(found["whole"].replace(",", "")) * 100 + int((found["rest"] or "").ljust(2, "0"))


def figure_text(value: float) -> str:
    """A number of a spreadsheet as it was typed: 89.5 is "89.5", 3.0 is "3", 6.1000000000000005 is "6.1"."""
    try:
        exact = Decimal(repr(value))
        rounded = exact.quantize(Decimal("0.01"))
    except InvalidOperation:
        return str(value)
    near = rounded if abs(exact - rounded) < Decimal("0.000001") else exact
    return format(near.normalize(), "f")


def phone_of(text: str) -> str | None:
    """A telephone number without blanks and dashes."""
    text = re.sub(r"[\s\-()（）]", "", plain(text))
    if not text:
        return None
    if not PHONE.fullmatch(text):
        raise Unclear("phone_unclear", text=text[:20])
    return text


def relation_of(text: str) -> str | None:
    """owner, family or tenant."""
    text = plain(text).lower()
    if not text:
        return None
    for relation, names in words()["relations"].items():
        if text in names:
            return str(relation)
    raise Unclear("relation_unclear", text=text[:20])


def share_of(text: str) -> tuple[int, int] | None:
    """1/2, 50%, 33.33% or the whole, as numerator and denominator."""
    text = tight(text)
    if not text:
        return None
    if text in words()["forms"]["whole_share"]:
        return 1, 1
    if found := FRACTION.fullmatch(text):
        share = int(found[1]), int(found[2])
    elif found := PERCENT.fullmatch(text):
        share = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")), 10_000
    else:
        raise Unclear("share_unclear", text=text[:20])
    if not 0 < share[0] <= share[1]:
        raise Unclear("share_unclear", text=text[:20])
    return share


def birth_year_of(text: str, newest: int) -> int | None:
    """1975, 1975-03 or 19750312; nothing before 1900 or after `newest`."""
    text = tight(text)
    if not text:
        return None
    found = YEAR.fullmatch(text)
    if found is None or not OLDEST_BORN <= int(found[1]) <= newest:
        raise Unclear("birth_year_unclear", text=text[:20])
    return int(found[1])
