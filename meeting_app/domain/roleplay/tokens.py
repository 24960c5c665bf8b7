"""What the codes on the papers of a play say: which sheet it is, and nothing of what stands on it.

A sheet's token is like YR1-7K2Q-T03-R5 (the play's four characters, the table, kind and number of the sheet),
that of a half of a stance poll like YR1-7K2Q-A-0C9F4, where the last part is random and belongs to nobody.
All characters keep a QR code in its alphanumeric mode.
"""

import hashlib
import re
from dataclasses import dataclass
from typing import Final

from meeting_app.domain.codes import code_from_number, normalise

PREFIX: Final = "YR1"
CARD, CLUE, PROPOSAL, OBSERVER, HOST = "R", "C", "P", "O", "H"
HALVES: Final = ("B", "A")  # before, after
_PLAY_LENGTH: Final = 4
_SHEET: Final = re.compile(r"YR1-([0-9A-Z]{4})-T(\d{2,3})-([RCPOH])(\d{1,3})")
_HALF: Final = re.compile(r"YR1-([0-9A-Z]{4})-([BA])-([0-9A-Z]{2,12})")


@dataclass(frozen=True, slots=True)
class SheetToken:
    """A sheet of one table: `kind` is CARD, CLUE, PROPOSAL, OBSERVER or HOST, `number` counts from 1."""

    play: str
    table: int
    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class PollToken:
    """Half of a poll sheet; `half` is B (before) or A (after), `code` the random code of both halves."""

    play: str
    half: str
    code: str


def _number(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest(), "big")


def play_token(play_id: str) -> str:
    """The four characters by which sheets of a play are told from those of another."""
    return code_from_number(_number(f"play:{play_id}"), _PLAY_LENGTH + 1)[:_PLAY_LENGTH]


def sheet_token(play: str, table: int, kind: str, number: int) -> str:
    """What the code of a sheet says."""
    return f"{PREFIX}-{play}-T{table:02}-{kind}{number}"


def half_token(play: str, half: str, code: str) -> str:
    """What the code of half a poll sheet says."""
    return f"{PREFIX}-{play}-{half}-{code}"


def poll_code(text: str) -> str:
    """The code that was typed from half a poll sheet, or scanned there."""
    read = read_token(text)
    return read.code if isinstance(read, PollToken) else normalise(text)


def read_token(text: str) -> SheetToken | PollToken | None:
    """What a scanned text names; None when it is no token of ours."""
    word = text.strip().upper()
    if sheet := _SHEET.fullmatch(word):
        return SheetToken(sheet[1], int(sheet[2]), sheet[3], int(sheet[4]))
    if half := _HALF.fullmatch(word):
        return PollToken(*half.groups())
    return None
