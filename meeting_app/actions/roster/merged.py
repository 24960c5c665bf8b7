"""Merged cells of a spreadsheet: every cell of the block reads as its first one.

A streaming reader tells nothing of merged cells, so their list is read from the sheet's own XML; it stands
behind the rows, in a few lines, and is found without building a tree.
"""

import re
import zipfile
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from openpyxl.utils.cell import range_boundaries

CHUNK: Final = 1 << 20
OVERLAP: Final = 200
# A sheet with more blocks than this is no list; the rest of them stays unmerged.
MOST_BLOCKS: Final = 50_000
BLOCK: Final = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})\"")


class Merged:
    """The blocks of one sheet, by the row in which they begin; rows must be asked for in their order."""

    def __init__(self, blocks: Sequence[tuple[int, int, int, int]] = ()) -> None:
        self._begin: dict[int, list[tuple[int, int, int, int]]] = defaultdict(list)
        for block in blocks:
            self._begin[block[1]].append(block)
        self._open: list[tuple[int, int, int, str]] = []

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


def merged_of(packed: zipfile.ZipFile, member: str) -> Merged:
    """The merged cells of the sheet that lies under that name in the file."""
    found: list[tuple[int, int, int, int]] = []
    with packed.open(member) as file:
        rest = b""
        while chunk := file.read(CHUNK):
            text = rest + chunk
            last = 0
            for hit in BLOCK.finditer(text):
                found.append(_bounds(hit[1]))
                last = hit.end()
                if len(found) >= MOST_BLOCKS:
                    return Merged(found)
            rest = text[max(last, len(text) - OVERLAP) :]
    return Merged(found)


def _bounds(reference: bytes) -> tuple[int, int, int, int]:
    left, top, right, bottom = range_boundaries(reference.decode("ascii"))
    return left or 1, top or 1, right or 1, bottom or 1
