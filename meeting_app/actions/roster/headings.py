"""Which column of a list is what: titles above, headings of one row or of two, other tables beside."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from meeting_app.actions.roster import cells
from meeting_app.actions.roster.cells import words
from meeting_app.actions.roster.sheets import Row, Sheet
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import language

HEAD_ROWS: Final = 20
NEEDED: Final = ("name", "room")


@dataclass(frozen=True, slots=True)
class Columns:
    """Place of each known column, and headings that nothing is done with. `owners` when the people of the
    list own what stands beside them.
    """

    places: dict[str, int]
    unused: tuple[str, ...]
    owners: bool


@dataclass(frozen=True, slots=True)
class Head:
    """A sheet with the place of its headings: `rows` of them, the last at `last`."""

    sheet: Sheet
    last: int
    rows: int
    columns: Columns


def heading(text: str) -> str:
    """A heading without blanks and without what stands in brackets."""
    text = cells.plain(text).lower()
    for opening, closing in ("()", "[]", "【】"):
        while opening in text and closing in text[text.index(opening) :]:
            start = text.index(opening)
            text = text[:start] + text[text.index(closing, start) + 1 :]
    return text.strip() if text.isascii() else "".join(text.split())


@cache
def _fields() -> dict[str, str]:
    """Which field each known heading names."""
    return {said: name for name, known in words()["headings"].items() for said in known}


def _field(text: str) -> str | None:
    return _fields().get(heading(text))


def columns_in(row: Sequence[str], above: Sequence[str] = ()) -> Columns:
    """The columns of a row of headings; where it says nothing known, the row above it speaks."""
    places: dict[str, int] = {}
    unused: list[str] = []
    owners = False
    for place in range(max(len(row), len(above))):
        texts = [line[place] for line in (row, above) if place < len(line) and heading(line[place])]
        name, said = next(((_field(text), text) for text in texts if _field(text)), (None, ""))
        if name and name not in places:
            places[name] = place
            owners = owners or heading(said) in words()["owner_headings"]["names"]
        elif texts and not name:
            unused.append(texts[0].strip()[:40])
    return Columns(places, tuple(dict.fromkeys(unused)), owners)


def _best(rows: Sequence[Row]) -> tuple[int, int, Columns]:
    """(index of the last row of headings, how many rows, their columns); two rows only when they say more."""
    last, count, found = 0, 1, Columns({}, (), owners=False)
    for index, (_line, row) in enumerate(rows[:HEAD_ROWS]):
        for above in ((), rows[index - 1][1] if index else ()):
            here = columns_in(row, above)
            if len(here.places) > len(found.places):
                last, count, found = index, 2 if above else 1, here
    return last, count, found


def _of_owners(head: Head) -> Head:
    """A list of owners may say so in its title alone, or above its headings."""
    above = [text for _line, row in head.sheet.rows[: head.last + 1] for text in row if not _field(text)]
    signs = words()["owner_headings"]["signs"]
    owners = head.columns.owners or any(sign in text for text in (head.sheet.title, *above) for sign in signs)
    return replace(head, columns=replace(head.columns, owners=owners))


def heads_of(sheets: Sequence[Sheet]) -> tuple[list[Head], tuple[str, ...]]:
    """(the sheets that are lists with their headings, the titles of the others).

    A hidden sheet is left aside when a visible one is a list. Refuses a file without any list of names and
    rooms, and says which heading is missing.
    """
    heads = [_of_owners(Head(sheet, *_best(sheet.rows))) for sheet in sheets if sheet.rows]
    whole = [head for head in heads if all(name in head.columns.places for name in NEEDED)]
    shown = [head for head in whole if not head.sheet.hidden] or whole
    if not shown:
        most = max(heads, key=lambda head: len(head.columns.places), default=None)
        missing = [name for name in NEEDED if most is None or name not in most.columns.places]
        raise Refusal("roster_columns", columns=", ".join(_usual(name) for name in missing))
    left = tuple(head.sheet.title for head in heads if head not in shown and head.sheet.title)
    return shown, left


def _usual(name: str) -> str:
    """The usual heading of a column, in the reader's language."""
    chinese = language() == "zh_CN"
    return next(str(word) for word in words()["headings"][name] if word.isascii() != chinese)


def repeats(row: Sequence[str], head: Head) -> bool:
    """Whether a row below says the headings again, as printed lists do on every page."""
    places = [head.columns.places[name] for name in NEEDED]
    return all(
        place < len(row) and _field(row[place]) == name for name, place in zip(NEEDED, places, strict=True)
    )
