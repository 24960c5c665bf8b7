"""Which column of a list is what: titles above, headings of one row or of two, other tables beside."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from meeting_app.actions.roster import cells
from meeting_app.actions.roster.cells import words
from meeting_app.actions.roster.sheets import Sheet
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _, language

HEAD_ROWS: Final = 20
NEEDED: Final = ("name", "room")


@dataclass(frozen=True, slots=True)
class Columns:
    """Place of each known column, and headings that nothing is done with. `owners` when the people of the
    list own what stands beside them; `again` is where a heading stands a second time.
    """

    places: dict[str, int]
    unused: tuple[str, ...]
    owners: bool
    again: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """A sheet with the place of its headings: `rows` of them, the last at `last`."""

    sheet: Sheet
    last: int
    rows: int
    columns: Columns

    def titles(self) -> list[str]:
        """What stands above the headings in lines of one cell."""
        above = [set(filter(None, row)) for _line, row in self.sheet.rows[: self.last - self.rows + 1]]
        return [texts.pop() for texts in above if len(texts) == 1]


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


@cache
def _like(text: str) -> str | None:
    """The field that a heading nobody knows probably names: 不动产登记面积, 现居住地址."""
    known = (name for name, form in words()["headings_like"].items() if re.search(form, heading(text)))
    return next(known, None)


def columns_in(
    row: Sequence[str], above: Sequence[str] = (), hidden: Collection[int] = frozenset()
) -> Columns:
    """The columns of a row of headings; where it says nothing known, the row above it speaks. A hidden column
    counts only when no visible one says the same, a likely heading only when no known one does.
    """
    left = _said(row, above, hidden)
    places: dict[str, int] = {}
    again: list[int] = []
    owners = False
    for reads in (_field, _like):
        still = []
        for place, texts in left:
            name, said = next(((reads(text), text) for text in texts if reads(text)), (None, ""))
            if name and name not in places:
                places[name] = place
                owners = owners or heading(said) in words()["owner_headings"]["names"]
                continue
            still.append((place, texts))
            if name and reads is _field and texts != _texts(row, above, place - 1):
                again.append(place)
        left = still
    unused = [texts[0].strip()[:40] for place, texts in left if texts != _texts(row, above, place - 1)]
    return Columns(places, tuple(dict.fromkeys(unused)), owners, tuple(again))


def _said(row: Sequence[str], above: Sequence[str], hidden: Collection[int]) -> list[tuple[int, list[str]]]:
    """(place, what stands there) of every column with a heading, the hidden ones last."""
    every = sorted(range(max(len(row), len(above))), key=lambda place: place in hidden)
    return [(place, texts) for place in every if (texts := _texts(row, above, place))]


def _texts(row: Sequence[str], above: Sequence[str], place: int) -> list[str]:
    return [line[place] for line in (row, above) if 0 <= place < len(line) and heading(line[place])]


def _best(sheet: Sheet) -> Head:
    """The sheet with the headings that say most; two rows of them only when they say more than one."""
    rows, hidden = sheet.rows, sheet.hidden_columns
    found = Head(sheet, 0, 1, Columns({}, (), owners=False))
    for index, (_line, row) in enumerate(rows[:HEAD_ROWS]):
        for above in ((), rows[index - 1][1] if index else ()):
            here = columns_in(row, above, hidden)
            if len(here.places) > len(found.columns.places):
                found = Head(sheet, index, 2 if above else 1, here)
    return found


def _tables(sheet: Sheet) -> list[Head]:
    """The lists of a sheet: one, or several that stand side by side under headings said again."""
    head = _of_owners(_best(sheet))
    cut = _cut(head)
    if not cut or not _whole(_best(_part(head, 0, cut))):
        return [head]
    rest = _tables(_part(head, cut, None))
    if not _whole(rest[0]):
        return [head]
    first = _best(_part(head, 0, cut))
    owners = head.columns.owners
    return [replace(one, columns=replace(one.columns, owners=owners)) for one in (first, *rest)]


def _cut(head: Head) -> int:
    """Where a second list begins, with headings like 序号 before those that are known; else 0."""
    if not head.columns.again:
        return 0
    said = [heading(text) for text in head.sheet.rows[head.last][1]]
    cut = head.columns.again[0]
    while cut > 1 and not _field(said[cut - 1]) and said[cut - 1] in said[: cut - 1]:
        cut -= 1
    return cut


def _part(head: Head, begin: int, end: int | None) -> Sheet:
    """Some columns of a sheet; titles above the headings stay."""
    top = head.last - head.rows + 1
    sheet = head.sheet
    cut = tuple((line, row[begin:end]) for line, row in sheet.rows[top:])
    hidden = frozenset(place - begin for place in sheet.hidden_columns if place >= begin)
    rows = (*sheet.rows[:top], *(row for row in cut if any(row[1])))
    return replace(sheet, rows=rows, hidden_columns=hidden)


def _whole(head: Head) -> bool:
    return all(name in head.columns.places for name in NEEDED)


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
    heads = [head for sheet in sheets if sheet.rows for head in _tables(sheet)]
    whole = [head for head in heads if _whole(head)]
    shown = [head for head in whole if not head.sheet.hidden] or whole
    if not shown:
        most = max(heads, key=lambda head: len(head.columns.places), default=None)
        missing = [name for name in NEEDED if most is None or name not in most.columns.places]
        raise Refusal("roster_columns", columns=_(", ").join(_usual(name) for name in missing))
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
        place < len(row) and (_field(row[place]) or _like(row[place])) == name
        for name, place in zip(NEEDED, places, strict=True)
    )
