"""Tables: set once, split between rows with the head repeated, and inside a row when a row is taller than a
page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reportlab.platypus import Flowable

from meeting_app.documents.flow.block import MIDDLE
from meeting_app.documents.flow.marks import draw_mark, fill_pattern
from meeting_app.documents.flow.measures import AREA_HEIGHT, FRESH, MM, TABLE, TABLE_HEAD
from meeting_app.documents.text.ink import draw_lines, draw_rule
from meeting_app.documents.text.lines import Line, Shape, set_lines
from meeting_app.documents.text.style import INK, RULE, Span, Style
from meeting_app.documents.text.tags import Node, part

_PAD_X = 2 * MM
_PAD_Y = 0.75 * MM
_LINE_HEIGHT = 1.36
_THICK, _THIN = 0.5 * MM, 0.2 * MM
_KEY = 4 * MM


@dataclass(frozen=True, slots=True)
class Column:
    """Width in points and alignment ("left", "right", "center")."""

    width: float
    align: str = "left"


class Cell(NamedTuple):
    """Text of a cell; `choice` puts pattern and mark of a vote's choice before it, `style` overrides the
    table's.
    """

    text: str
    choice: str = ""
    style: Style | None = None
    key: bool = True


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that has been set: lines by column."""

    cells: tuple[Cell, ...]
    lines: tuple[tuple[Line, ...], ...]

    @property
    def count(self) -> int:
        """Lines of its tallest cell."""
        return max(map(len, self.lines), default=1)


class Rows(Flowable):
    """A table with horizontal rules only."""

    def __init__(
        self,
        columns: Sequence[Column],
        head: Sequence[Cell | str],
        rows: Sequence[Sequence[Cell | str]],
        style: Style = TABLE,
        *,
        before: float = 0.0,
        after: float = 0.0,
        pad: float = _PAD_Y,
        whole: bool = False,
    ) -> None:
        super().__init__()
        self._columns, self._style, self._pad, self._whole = tuple(columns), style, pad, whole
        bold = replace(TABLE_HEAD, size=style.size)
        self._head = self._set(head, bold) if head else None
        self._rows = [self._set(row, style) for row in rows]
        self.spaceBefore, self.spaceAfter = before, after
        self.width = sum(column.width for column in columns)
        self._node = Node("Table")

    def _set(self, cells: Sequence[Cell | str], style: Style) -> _Row:
        done = tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in cells)
        lines = []
        for column, cell in zip(self._columns, done, strict=True):
            room = column.width - 2 * _PAD_X - _lead(cell)
            spans = [Span(cell.text, cell.style or style)]
            lines.append(tuple(set_lines(spans, room, Shape(align=column.align))))
        return _Row(done, tuple(lines))

    @property
    def _leading(self) -> float:
        return self._style.size * _LINE_HEIGHT

    def _height(self, row: _Row) -> float:
        return row.count * self._leading + 2 * self._pad

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Platypus: its size."""
        self.height = sum(map(self._height, self._shown())) + _THICK
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Platypus: the rows that fit and a table of the rest with the same head; nothing when it is to stay
        whole.
        """
        if self._whole and self.wrap(0, 0)[1] <= AREA_HEIGHT:
            return []
        left = height - _THICK - (self._height(self._head) if self._head else 0.0)
        fits = 0
        while fits < len(self._rows) and left >= self._height(self._rows[fits]):
            left -= self._height(self._rows[fits])
            fits += 1
        if fits >= len(self._rows):
            return [self]
        if fits == 0:
            return self._split_row(left)
        return [self._part(self._rows[:fits], True), self._part(self._rows[fits:], False)]

    def _split_row(self, left: float) -> list[Flowable]:
        """Cuts the first row, which does not fit: only when most of a page would not hold it either."""
        count = int((left - 2 * self._pad) // self._leading)
        row = self._rows[0]
        if count < 3 or row.count - count < 1 or row.count < 12:
            return []
        upper = _Row(row.cells, tuple(lines[:count] for lines in row.lines))
        plain = tuple(cell._replace(choice="") for cell in row.cells)
        lower = _Row(plain, tuple(lines[count:] for lines in row.lines))
        return [self._part([upper], True), self._part([lower, *self._rows[1:]], False)]

    def with_tail(self, count: int) -> "list[Rows]":
        """The table without its last rows, and these, which have a head only at the top of a page."""
        main, tail = self._part(self._rows[:-count], True), self._part(self._rows[-count:], False, Tail)
        return [main, tail]

    def _has_head(self) -> bool:
        return True

    def _shown(self) -> list[_Row]:
        return [self._head, *self._rows] if self._head is not None and self._has_head() else self._rows

    def _part(self, rows: list[_Row], first: bool, kind: "type[Rows] | None" = None) -> "Rows":
        half = (kind or Rows)(self._columns, (), (), self._style, pad=self._pad)
        half._head, half._rows, half._node = self._head, rows, self._node
        half.spaceBefore = self.spaceBefore if first else 0.0
        half.spaceAfter = 0.0 if first else self.spaceAfter
        return half

    def draw(self) -> None:
        """Platypus: draws at the canvas's origin."""
        y = self.height
        if self._has_head():
            self._rule(y, _THICK, INK)
        with part(self.canv, self._node):
            for row in self._shown():
                with part(self.canv, "TR"):
                    self._place(row, y, "TH" if row is self._head else "TD")
                y -= self._height(row)
                if row is self._head:
                    self._rule(y, _THICK, INK)
                else:
                    self._rule(y, _THIN, RULE)

    def _rule(self, y: float, width: float, colour: tuple[float, float, float]) -> None:
        draw_rule(self.canv, (0, y, self.width, y), width, colour)

    def _place(self, row: _Row, top: float, kind: str) -> None:
        """Draws the row's cells with their marks."""
        x, y = 0.0, top - self._pad - self._leading / 2
        for column, cell, lines in zip(self._columns, row.cells, row.lines, strict=True):
            if cell.choice and lines:
                _draw_key(self.canv, cell, x, y, column, lines[0].width)
            left, size = x + _PAD_X + _lead(cell), (cell.style or self._style).size
            placed = [
                (left, y - index * self._leading - MIDDLE * size, line) for index, line in enumerate(lines)
            ]
            draw_lines(self.canv, placed, kind)
            x += column.width


class Tail(Rows):
    """The last rows of a table, tied to what stands below it. It has a head where it begins a page."""

    def _has_head(self) -> bool:
        return bool(getattr(self, FRESH, False))


def _lead(cell: Cell) -> float:
    """Room for pattern and mark before the text."""
    if not cell.choice:
        return 0.0
    both = cell.key and cell.choice != "none"
    return (2 * _KEY + 2 * MM) if both else _KEY + MM


def _draw_key(canvas: object, cell: Cell, x: float, middle: float, column: Column, width: float) -> None:
    """Pattern square and mark, or the mark alone, before the first line."""
    at = x + _PAD_X
    if column.align == "right":
        at = x + column.width - _PAD_X - width - _lead(cell)
    if cell.key:
        fill_pattern(canvas, cell.choice, at + 0.2 * MM, middle - _KEY / 2 + 0.2 * MM, 3.6 * MM, 3.6 * MM)  # type: ignore[arg-type]
        at += _KEY + MM
    if cell.choice != "none":
        draw_mark(canvas, cell.choice, at, middle - 1.7 * MM, 3.4 * MM)  # type: ignore[arg-type]
