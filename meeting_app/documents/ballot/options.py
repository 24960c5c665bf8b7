"""The options of a ballot in rows: a box and a text, a text and a scale, or three large words.

All places are points from the upper left of the room that a face gives; a row is never divided.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from meeting_app.documents.ballot import wording
from meeting_app.documents.flow.block import MIDDLE
from meeting_app.documents.flow.measures import MM
from meeting_app.documents.flow.sense import title_lines
from meeting_app.documents.text.faces import Voice
from meeting_app.documents.text.ink import draw_lines, draw_rule, draw_text
from meeting_app.documents.text.lines import LEFT, Line, set_lines, text_width
from meeting_app.documents.text.style import INK, INK_SOFT, RULE, Span, Style
from meeting_app.queries.papers_ballot import BallotOption, BallotQuestion

_LEADING = 1.28
_SPREAD = 13 * MM


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes in points: words of the options, their notes, a box, the room between rows."""

    words: float
    note: float
    box: float
    gap: float


@dataclass(frozen=True, slots=True)
class Row:
    """One option as it was set."""

    number: int
    lines: tuple[Line, ...]
    notes: tuple[Line, ...]
    height: float


class OptionList:
    """The options of a question in a room of a given width."""

    def __init__(self, question: BallotQuestion, width: float, columns: int, sizes: Sizes) -> None:
        self.scale = wording.scale_of(question)
        self._numbers = wording.step_numbers(question)
        self._sizes, self._width, self._gutter = sizes, width, 6 * MM
        self.columns = 1 if self.scale else columns
        self.column = (width - self._gutter * (self.columns - 1)) / self.columns
        self._words = Style(Voice.BOLD, sizes.words)
        self._note = Style(Voice.SANS, sizes.note, INK_SOFT)
        self._number = Style(Voice.SANS, sizes.words * 0.72, INK_SOFT)
        options = wording.options_of(question)
        self.numbered = len(options) > 3 and not self.scale
        self._indent = 0.0 if self.scale else sizes.box + 3.2 * MM + self._number_room(len(options))
        self._graded = wording.has_words(question)
        self._head = self._scale_head() if self._graded else ()
        budget = any(option.cost_fen for option in options)
        self.rows = tuple(self._row(at, option, budget) for at, option in enumerate(options, 1))

    def _number_room(self, count: int) -> float:
        return text_width(str(count), self._number) + 2 * MM if self.numbered else 0.0

    @property
    def _step(self) -> float:
        """Width of one step of the scale."""
        share = 0.62 if len(self.scale) > 7 else 0.5 if self._graded else 0.44
        return min(self._width * share / max(1, len(self.scale)), 22 * MM)

    def _text_room(self) -> float:
        if self.scale:
            return self.column - self._step * len(self.scale) - 3 * MM
        return self.column - self._indent

    def _scale_head(self) -> tuple[tuple[Line, ...], ...]:
        """The words, and below them the number by which the office types the step (domain/ballot_entry)."""
        style = Style(Voice.BOLD, max(9.0, self._sizes.note))
        middle = replace(LEFT, align="center")
        return tuple(
            tuple(
                line
                for text in (word, *self._numbers[at : at + 1])
                for part in title_lines(text, style, self._step - 1.5 * MM)
                for line in set_lines([Span(part, style)], self._step - 1.5 * MM, middle)
            )
            for at, word in enumerate(self.scale)
        )

    @property
    def head_height(self) -> float:
        """Room of the words above a scale, once a page."""
        most = max((len(lines) for lines in self._head), default=0)
        return most * max(9.0, self._sizes.note) * _LEADING + 2 * MM if most else 0.0

    def _row(self, number: int, option: BallotOption, budget: bool) -> Row:
        note = option.note
        if budget:
            note = "，".join(part for part in (wording.yuan(option.cost_fen), option.note) if part)
        lines = tuple(set_lines([Span(option.text, self._words)], self._text_room()))
        notes = tuple(set_lines([Span(note, self._note)], self._text_room())) if note else ()
        tall = len(lines) * self._words.size * _LEADING + len(notes) * self._note.size * _LEADING
        return Row(number, lines, notes, max(tall, self._sizes.box) + self._sizes.gap)

    @property
    def words_size(self) -> float:
        """Size of the options' words, in points."""
        return self._words.size

    def is_even(self) -> bool:
        """Whether rows beside each other have one line and one note each, so that they stay level."""
        return self.columns == 1 or all(len(row.lines) == 1 and len(row.notes) < 2 for row in self.rows)

    def spread(self, pages: list[list[list[Row]]], room: float) -> list[list[list[Row]]]:
        """The rows of a single page drawn apart, so that they fill their room as far as looks well."""
        if len(pages) != 1:
            return pages
        most = max((len(rows) for rows in pages[0]), default=0)
        spare = room - self.height(pages[0])
        if not most or spare <= 0:
            return pages
        more = min(spare * 0.9 / most, _SPREAD)
        return [[[replace(row, height=row.height + more) for row in rows] for rows in pages[0]]]

    def pages(self, room: float, later: float) -> list[list[list[Row]]]:
        """Rows by page and column, the first page with `room` points of height, others with `later`."""
        pages: list[list[list[Row]]] = []
        rest = list(self.rows)
        while rest:
            height = (room if not pages else later) - self.head_height
            columns: list[list[Row]] = []
            each = -(-len(rest) // self.columns)
            while rest and len(columns) < self.columns:
                taken, tall = 0, 0.0
                while taken < min(each, len(rest)) and (tall + rest[taken].height <= height or not taken):
                    tall += rest[taken].height
                    taken += 1
                columns.append(rest[:taken])
                rest = rest[taken:]
            pages.append(columns)
        return pages

    def height(self, columns: Sequence[Sequence[Row]]) -> float:
        """What a page's rows need."""
        return self.head_height + max((sum(row.height for row in rows) for rows in columns), default=0.0)

    def draw(self, canvas: Any, left: float, top: float, columns: Sequence[Sequence[Row]]) -> None:
        """Draws a page's rows with their upper left at left, top (points from the lower left)."""
        self._draw_head(canvas, left, top)
        most = max(map(len, columns), default=0)
        for at, rows in enumerate(columns):
            x, y = left + at * (self.column + self._gutter), top - self.head_height
            for place, row in enumerate(rows, 1):
                self._draw_row(canvas, x, y, row)
                y -= row.height
                if place < most:  # the foot has a rule of its own
                    draw_rule(canvas, (x, y, x + self.column, y), 0.2 * MM, RULE)

    def _draw_head(self, canvas: Any, left: float, top: float) -> None:
        size = max(9.0, self._sizes.note)
        for at, lines in enumerate(self._head):
            x = left + self._width - self._step * (len(self.scale) - at) + 0.75 * MM
            y = top - self.head_height + 2 * MM + len(lines) * size * _LEADING
            placed = [
                (x, y - (n + 0.5) * size * _LEADING - MIDDLE * size, one) for n, one in enumerate(lines)
            ]
            draw_lines(canvas, placed)

    def _draw_row(self, canvas: Any, x: float, top: float, row: Row) -> None:
        sizes, middle = self._sizes, top - row.height / 2
        if self.scale:
            self._draw_scale(canvas, x + self.column, middle)
        else:
            draw_box(canvas, x, middle - sizes.box / 2, sizes.box)
        if self.numbered:
            right = x + self._indent - 2 * MM
            draw_text(
                canvas, right, middle - MIDDLE * self._number.size, str(row.number), self._number, "right"
            )
        tall = len(row.lines) * sizes.words * _LEADING + len(row.notes) * sizes.note * _LEADING
        y, placed = middle + tall / 2, []
        for lines, size in ((row.lines, sizes.words), (row.notes, sizes.note)):
            for line in lines:
                placed.append((x + self._indent, y - size * _LEADING / 2 - MIDDLE * size, line))
                y -= size * _LEADING
        draw_lines(canvas, placed)

    def _draw_scale(self, canvas: Any, right: float, middle: float) -> None:
        """Boxes under the words of a scale, or rings with the figures inside."""
        side = min(self._sizes.box, self._step - 2 * MM)
        figure = Style(Voice.SANS, side * 0.5)
        for at, step in enumerate(self.scale):
            x = right - self._step * (len(self.scale) - at) + self._step / 2
            if self._head:
                draw_box(canvas, x - side / 2, middle - side / 2, side)
            else:
                canvas.setStrokeColorRGB(*INK)
                canvas.setLineWidth(0.3 * MM)
                canvas.circle(x, middle, side / 2, stroke=1, fill=0)
                draw_text(canvas, x, middle - MIDDLE * figure.size, step, figure, "center")


def draw_box(canvas: Any, x: float, y: float, side: float) -> None:
    """An empty box to write into."""
    canvas.setStrokeColorRGB(*INK)
    canvas.setLineWidth(0.5 * MM)
    canvas.rect(x, y, side, side, stroke=1, fill=0)
