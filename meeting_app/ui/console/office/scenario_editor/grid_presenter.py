"""A list of a scenario's parts as a table: what its cells say, what typing and pasting do. Without Qt.

The row after the last one is empty; what is typed there makes a new part.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from meeting_app.domain.roleplay import editing
from meeting_app.domain.roleplay.model import Effect
from meeting_app.domain.roleplay.texts import Path
from meeting_app.ui.console.office.scenario_editor import typing_in
from meeting_app.ui.console.office.scenario_editor.entries import (
    Entry,
    Offer,
    Unreadable,
    as_typed,
    from_typed,
)
from meeting_app.ui.console.office.scenario_editor.manuscript import Manuscript

CHOSEN: Final = ("choice", "place")
AMOUNTS: Final = ("money", "area", "number")


class GridPresenter:
    """The parts in the list `entry` below a base path."""

    def __init__(self, manuscript: Manuscript, entry: Entry) -> None:
        self._manuscript, self.entry = manuscript, entry
        self.columns = entry.columns
        self.base: Path = ()

    @property
    def path(self) -> Path:
        """Where the list stands."""
        return (*self.base, *self.entry.path)

    def items(self) -> tuple[Any, ...]:
        """The parts."""
        found: tuple[Any, ...] = editing.value_at(self._manuscript.scenario, self.path)
        return found

    def offered(self, row: int, column: int) -> tuple[Offer, ...]:
        """What can be chosen in a cell."""
        entry = self.columns[column]
        items = self.items()
        if entry.kind == "place" and row < len(items):
            return _places(self._manuscript, items[row])
        return entry.offered(self._manuscript.scenario, (*self.path, row))

    def value(self, row: int, column: int) -> Any:
        """The value of a cell; None in the empty row."""
        items = self.items()
        if row >= len(items):
            return None
        entry = self.columns[column]
        return _place(items[row]) if entry.kind == "place" else editing.value_at(items[row], entry.path)

    def text(self, row: int, column: int) -> str:
        """What a cell says."""
        value, entry = self.value(row, column), self.columns[column]
        if value is None:
            return ""
        if entry.kind in CHOSEN:
            return dict(self.offered(row, column)).get(str(value), str(value))
        return "" if entry.kind in ("money", "area") and value == 0 else as_typed(entry, value)

    def put(self, row: int, column: int, typed: str) -> None:
        """Type into a cell, or choose. Raises Unreadable."""
        items, entry = self.items(), self.columns[column]
        if entry.kind in CHOSEN and not typed:
            return
        value = typed if entry.kind in CHOSEN else from_typed(entry, typed)
        if row < len(items):
            changed = _with(items[row], entry, value)
            self._manuscript.put((*self.path, row), changed)
        elif value not in ("", 0, ()):
            self._add(_with(self._new(), entry, value))

    def _new(self) -> Any:
        assert self.entry.new is not None
        return self.entry.new(self._manuscript.scenario, self.path)

    def _add(self, item: Any) -> None:
        self._manuscript.take(editing.inserted(self._manuscript.scenario, self.path, len(self.items()), item))

    def remove(self, row: int) -> None:
        """Take a part away, and what referred to it."""
        if row < len(self.items()):
            self._manuscript.take(editing.removed(self._manuscript.scenario, self.path, row))

    def move(self, row: int, by: int) -> int:
        """Move a part up or down; answers where it then stands."""
        to = row + by
        if not (row < len(self.items()) and 0 <= to < len(self.items())):
            return row
        self._manuscript.take(editing.moved(self._manuscript.scenario, self.path, row, to))
        return to

    def paste(self, row: int, column: int, text: str) -> int:
        """Paste a stretch of a table or paragraphs from a cell on; answers how many cells were understood.

        It is one step back.
        """
        block = self._split(typing_in.cells_of(text), column)
        fresh, taken = Manuscript(self._manuscript.scenario), 0
        inner = GridPresenter(fresh, self.entry)
        inner.base = self.base
        for down, cells in enumerate(block):
            if not any(cells):
                continue
            place = min(row + down, len(inner.items()))
            taken += inner.paste_row(place, column, cells)
        self._manuscript.take(fresh.scenario)
        return taken

    def paste_row(self, row: int, column: int, cells: Sequence[str]) -> int:
        """Cells side by side into one row."""
        taken = 0
        for at, cell in zip(range(column, len(self.columns)), cells, strict=False):
            typed = self._meant(row, at, cell)
            if typed is None:
                continue
            try:
                self.put(row, at, typed)
            except Unreadable:
                continue
            taken += 1
        return taken

    def _meant(self, row: int, column: int, cell: str) -> str | None:
        """The value that a pasted cell means; None for a choice that is not offered."""
        if self.columns[column].kind not in CHOSEN:
            return cell
        wanted = "".join(cell.split()).casefold()
        return next(
            (
                value
                for value, words in self.offered(row, column)
                if wanted in ("".join(words.split()).casefold(), value)
            ),
            None,
        )

    def _split(self, block: tuple[tuple[str, ...], ...], column: int) -> tuple[tuple[str, ...], ...]:
        """Plain paragraphs pasted into a table of titles and texts: each becomes a title and a text."""
        paths = [entry.path for entry in self.columns]
        texts = column == 0 and paths[:2] == [("title",), ("text",)]
        if not texts or any(len(cells) > 1 for cells in block) or len(block) < 2:
            return block
        long = any(len(cells[0]) > 2 * typing_in.MOST_TITLE for cells in block)
        colons = any(typing_in.titled(cells[0])[1] != cells[0] for cells in block)
        return (
            tuple(typing_in.titled(cells[0]) if cells[0] else ("",) for cells in block)
            if (long or colons)
            else block
        )


def _with(item: Any, entry: Entry, value: Any) -> Any:
    """The part with a cell changed; an effect of another kind forgets what it was on."""
    if isinstance(item, Effect) and entry.path == ("kind",) and value != item.kind:
        return replace(item, kind=value, issue="", option="", value="")
    if entry.kind == "place":
        issue, _point, option = str(value).partition(".")
        return (
            replace(item, issue=issue, option=option) if item.kind == "score" else replace(item, value=value)
        )
    return editing.put(item, entry.path, value)


def _place(effect: Effect) -> str:
    return f"{effect.issue}.{effect.option}" if effect.kind == "score" and effect.option else effect.value


def _places(manuscript: Manuscript, effect: Effect) -> tuple[Offer, ...]:
    """What an effect can be on: an option, a value, or nothing."""
    from meeting_app.ui.console.office.scenario_editor import names

    if effect.kind == "score":
        return tuple(names.options(manuscript.scenario))
    return tuple(names.values(manuscript.scenario)) if effect.kind == "weight" else ()
