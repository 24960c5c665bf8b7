"""What stands in a cell of a list, read exactly: areas as 0.01 m², shares as whole numbers, no floats from
text.

Every reader takes the cell as text and answers a value, or None when the cell is empty; what cannot be
understood raises `Unclear` with the code of a note in `wording.roster`.
"""

import re
import tomllib
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from meeting_app import resources

LEAST_AREA_C, MOST_AREA_C = 500, 50_000
OLDEST_BORN = 1900
FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x00A0: 0x20}
PHONE = re.compile(r"\+?\d{7,15}")
# A mobile number of the mainland as a foreign telephone would dial it.
ABROAD = re.compile(r"^(?:\+|00)?86(1\d{10})$")
# Days since 30 December 1899, as spreadsheets count them: what is left of a date without its format.
SERIAL, DAY_NOUGHT = re.compile(r"[1-9]\d{4}"), date(1899, 12, 30)
# What a spreadsheet shows where a formula failed, and a formula that was never reckoned.
# The sign before the latter tells it from a text that begins with "=".
FORMULA = "\ufffc"
FAULT = re.compile(rf"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!)|{FORMULA}.*", re.DOTALL)
YEAR = re.compile(r"(\d{4})(?:\D.*|\d{2,4})?")
DASHES = re.compile("[-\u2010-\u2015\u2212\uff0d~]")
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
def form(name: str) -> re.Pattern[str]:
    return re.compile(words()["forms"][name])


def plain(text: str) -> str:
    """Full-width letters, digits and blanks as ASCII; no blanks at the ends."""
    return text.translate(FULL_WIDTH).strip()


def tight(text: str) -> str:
    """The same without any blank."""
    return "".join(plain(text).split())


def parts_of(text: str, marks: str) -> list[str]:
    """The parts of a cell between the marks of that name; what stands in brackets is not parted."""
    between = words()["forms"][marks]
    parts, depth = [""], 0
    for sign in plain(text):
        depth += (sign == "(") - (sign == ")")
        if sign in between and depth <= 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts if part.strip()]


def said(text: str) -> str:
    """The cell, "" when it says that there is nothing: 无, 不详, a dash."""
    return "" if tight(text).strip("()").lower() in words()["forms"]["nothing"] else text


def name_of(text: str) -> str | None:
    """One person's name without blanks inside (张 三); several names and figures are refused."""
    name = plain(text)
    if not name.isascii():
        name = "".join(name.split())
    if not name:
        return None
    if len(name) > 80 or any(c.isdigit() for c in name) or not any(c.isalpha() for c in name):
        raise Unclear("name_unclear", name=name[:40])
    return name


def _number(pattern: str, text: str, code: str) -> int | None:
    text = tight(text)
    if not text:
        return None
    found = form(pattern).match(digits(text))
    if found is None:
        raise Unclear(code, text=text[:20])
    return int(found[1])


def digits(text: str) -> str:
    """Chinese numerals as figures: 三号楼 and 叁号楼 are 3号楼, 十二 is 12, 五〇一 is 501."""
    signs = words()["forms"]["numerals"]
    text = text.translate(str.maketrans(*words()["forms"]["numerals_of_banks"]))
    return re.sub(f"[{signs}]+", lambda found: _figure(found[0], signs), text)


def _figure(text: str, signs: str) -> str:
    """Numerals one by one, or by tens and hundreds when those are named."""
    ten, hundred = signs[-2], signs[-1]
    values = [max(0, signs.index(sign) - 1) for sign in text]
    if ten not in text and hundred not in text:
        return "".join(str(value) for value in values)
    total = figure = 0
    for sign, value in zip(text, values, strict=True):
        if sign in (ten, hundred):
            total += (figure or 1) * (10 if sign == ten else 100)
            figure = 0
        else:
            figure = value
    return str(total + figure)


def building_of(text: str) -> str | None:
    """3, 3栋, 3#, 三号楼 and 3号楼 are 3号楼; another name of a house stays as it is."""
    text = tight(text)
    if not text:
        return None
    found = form("building_number").match(digits(text))
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
    found = form("room_number").match(DASHES.sub("-", digits(text)))
    if found is None:
        raise Unclear("room_unclear", text=text[:20])
    return found[1].upper()


def area_of(text: str) -> int | None:
    """89.50, 89.5㎡, 89,50 or 1,083.26 as hundredths of a square metre; at most two decimals."""
    text = tight(text)
    if not text:
        return None
    found = form("area_number").match(text)
    if found is None:
        raise Unclear("area_unclear", text=text[:20])
    whole, rest = (found["whole"], found["rest"]) if found["whole"] else (found["whole2"], found["rest2"])
    return int(whole.replace(",", "")) * 100 + int((rest or "").ljust(2, "0"))


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
    """A telephone number without blanks, dashes and the country's +86; whose it is, in brackets, is left
    out.
    """
    number = ABROAD.sub(r"\1", re.sub(r"\([^()\d]*\)|[\s\-.()]", "", plain(text)))
    if not number:
        return None
    if not PHONE.fullmatch(number):
        raise Unclear("phone_unclear", text=plain(text)[:20])
    return number


def _one_of(table: str, text: str, code: str) -> str | None:
    """The key of the table under which the word stands."""
    text = plain(text).lower()
    if not text:
        return None
    for key, names in words()[table].items():
        if text in names:
            return str(key)
    raise Unclear(code, text=text[:20])


def relation_of(text: str) -> str | None:
    """owner, family or tenant."""
    return _one_of("relations", text, "relation_unclear")


def gender_of(text: str) -> str | None:
    """Female or male."""
    return _one_of("genders", text, "gender_unclear")


def state_of(text: str) -> str | None:
    """Whether a unit is sold, unsold or undelivered."""
    return _one_of("states", text, "state_unclear")


def purpose_of(text: str) -> str | None:
    """What a unit is for: home, parking, storage or shop."""
    return _one_of("purposes", text, "purpose_unclear")


def person_number_of(text: str) -> int | None:
    """The number that a person has on the roster."""
    text = tight(text)
    if text and not (text.isdecimal() and len(text) < 10):
        raise Unclear("number_unclear", text=text[:20])
    return int(text) if text else None


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
    """1975, 1975-03, 19750312 or 27465, the day as a spreadsheet counts; nothing before 1900 or after
    `newest`.
    """
    text = tight(text)
    if not text:
        return None
    if SERIAL.fullmatch(text):
        text = str((DAY_NOUGHT + timedelta(int(text))).year)
    found = YEAR.fullmatch(text)
    if found is None or not OLDEST_BORN <= int(found[1]) <= newest:
        raise Unclear("birth_year_unclear", text=text[:20])
    return int(found[1])
