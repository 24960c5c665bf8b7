"""What a streaming reader does not tell of a sheet: merged cells, hidden rows and columns, formulas that were
never worked out.

All of it is read from the sheet's own XML, without building a tree.
"""

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Final

from openpyxl.utils.cell import column_index_from_string, coordinate_from_string, range_boundaries

from meeting_app.actions.roster.cells import FORMULA

CHUNK: Final = 1 << 20
# A piece of the XML that is looked for may lie across two chunks; what is found twice counts once.
OVERLAP: Final = 4_000
# A sheet with more blocks than this is no list; the rest of them stays unmerged.
MOST_BLOCKS: Final = 50_000
BLOCK: Final = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})\"")
HIDDEN_ROW: Final = re.compile(rb"<(?:\w+:)?row\s(?=[^>]*\bhidden=\"(?:1|true)\")[^>]*?\br=\"(\d{1,7})\"")
HIDDEN_COLUMNS: Final = re.compile(
    rb"<(?:\w+:)?col\s(?=[^>]*\bhidden=\"(?:1|true)\")(?=[^>]*\bmin=\"(\d{1,5})\")[^>]*?\bmax=\"(\d{1,5})\""
)
# A cell with a formula and no value: written by a program, or saved before it was reckoned.
UNRECKONED: Final = re.compile(
    rb"<(?:\w+:)?c\s[^>]*?\br=\"([A-Z]{1,3}\d{1,7})\"[^>]*>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]{0,2000})</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
Block = tuple[int, int, int, int]


class Marks:
    """What is marked on one sheet; rows must be asked for in their order. Columns are counted from 0."""

    def __init__(self) -> None:
        self._begin: dict[int, list[Block]] = defaultdict(list)
        self._open: list[tuple[int, int, int, str]] = []
        self._formulas: dict[int, dict[int, str]] = defaultdict(dict)
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()

    def add(self, text: bytes) -> None:
        """Everything that a piece of the XML says."""
        for block in _blocks(text):
            if block not in self._begin[block[1]] and len(self._begin) < MOST_BLOCKS:
                self._begin[block[1]].append(block)
        self.hidden_rows.update(int(hit[1]) for hit in HIDDEN_ROW.finditer(text))
        for hit in HIDDEN_COLUMNS.finditer(text):
            self.hidden_columns.update(range(int(hit[1]) - 1, min(int(hit[2]), 1_000)))
        for hit in UNRECKONED.finditer(text):
            letters, row = coordinate_from_string(hit[1].decode("ascii"))
            said = unescape((hit[2] or b"").decode("utf-8", "replace"))
            self._formulas[row][column_index_from_string(letters) - 1] = f"{FORMULA}={said}"

    def spelt(self, number: int, cells: list[str]) -> list[str]:
        """The row's cells, formulas without a value as they are written."""
        for place, formula in self._formulas.pop(number, {}).items():
            if place < len(cells):
                cells[place] = cells[place] or formula
        return cells

    def filled(self, number: int, cells: list[str]) -> list[str]:
        """The row's cells with what the blocks over them say."""
        self._open = [block for block in self._open if block[2] >= number]
        for left, _top, right, bottom in self._begin.pop(number, ()):
            if left <= len(cells):
                self._open.append((left, right, bottom, cells[left - 1]))
        for left, right, _bottom, text in self._open:
            for place in range(left - 1, min(right, len(cells))):
                cells[place] = cells[place] or text
        return cells


def marks_of(packed: zipfile.ZipFile, member: str) -> Marks:
    """What is marked on the sheet that lies under that name in the file."""
    marks = Marks()
    with packed.open(member) as file:
        rest = b""
        while chunk := file.read(CHUNK):
            text = rest + chunk
            marks.add(text)
            rest = text[-OVERLAP:]
    return marks


def _blocks(text: bytes) -> Iterator[Block]:
    for hit in BLOCK.finditer(text):
        yield _bounds(range_boundaries(hit[1].decode("ascii")))


def _bounds(said: Sequence[int | None]) -> Block:
    left, top, right, bottom = (one or 1 for one in said)
    return left, top, right, bottom
