"""What people type into the office's fields, read strictly: money to the fen, whole numbers, shares.

Nothing is rounded and nothing is guessed; what cannot be read is None and the field says so.
"""

import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from meeting_app.domain.vote_plan import MOST_FEN

# Ten thousand, a hundred million and the yuan as they are typed in Chinese.
_UNITS: Final = {"\u4e07": 10_000, "\u4ebf": 100_000_000}
_ENDINGS: Final = ("\u5143", "yuan", "\u00a5")
FEN_PER_YUAN: Final = 100


def plain(text: str) -> str:
    """Full-width digits and signs as half-width ones, no blanks, no thousands separators."""
    return "".join(unicodedata.normalize("NFKC", text).split()).replace(",", "")


def fen_of(text: str) -> int | None:
    """Yuan as typed ("37500", "1,200.50", "65" and the sign for ten thousand) in fen.

    None when it is no exact amount of at least 0.
    """
    typed = plain(text).lower()
    for ending in _ENDINGS:
        typed = typed.removesuffix(ending).removeprefix(ending)
    factor = 1
    if typed and typed[-1] in _UNITS:
        factor, typed = _UNITS[typed[-1]], typed[:-1]
    if not typed or not typed.replace(".", "", 1).isdigit() or not typed.isascii():
        return None
    try:
        fen = Decimal(typed) * factor * FEN_PER_YUAN
    except InvalidOperation:
        return None
    exact = fen == fen.to_integral_value() and fen <= MOST_FEN
    return int(fen) if exact else None


def yuan_of(fen: int) -> str:
    """Fen as it is typed again: no separators, two decimals only where there are fen."""
    yuan, rest = divmod(fen, FEN_PER_YUAN)
    return f"{yuan}.{rest:02}" if rest else str(yuan)


def whole_of(text: str) -> int | None:
    """A whole number of at least 0; None for anything else."""
    typed = plain(text)
    return int(typed) if typed.isdigit() and typed.isascii() and len(typed) <= 9 else None


def year_of(text: str) -> int | None:
    """A year of birth with four digits; None for anything else."""
    year = whole_of(text)
    return year if year is not None and 1880 <= year <= 2200 else None


def day_of(text: str) -> date | None:
    """A day as 2026-01-01, 2026.1.1 or 2026/1/1; None for anything else."""
    parts = plain(text).replace(".", "-").replace("/", "-").split("-")
    if len(parts) != 3 or not all(part.isdigit() and part.isascii() and len(part) <= 4 for part in parts):
        return None
    try:
        return date(*map(int, parts))
    except ValueError:
        return None


def minute_of(text: str) -> int | None:
    """A time of day ("15:30", "1530", with a full-width colon) as minutes after midnight; None for anything
    else.
    """
    digits = plain(text).replace(":", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) in (3, 4)):
        return None
    hours, minutes = int(digits[:-2]), int(digits[-2:])
    return hours * 60 + minutes if hours < 24 and minutes < 60 else None
