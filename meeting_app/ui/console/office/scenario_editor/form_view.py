"""A form of the editor: the fields of one part of the scenario, in a grid of two columns."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from meeting_app.domain.roleplay.finding import Finding
from meeting_app.domain.roleplay.texts import Path
from meeting_app.ui.console.office.scenario_editor.controls import (
    Box,
    ChoiceBox,
    FlagBox,
    Pasted,
    TableBox,
    TextBox,
    TicksBox,
    WatchBox,
)
from meeting_app.ui.console.office.scenario_editor.entries import Entry
from meeting_app.ui.console.office.scenario_editor.manuscript import Manuscript
from meeting_app.ui.console.office.scenario_editor.money import PayersBox
from meeting_app.ui.console.office.scenario_editor.telling import told
from meeting_app.ui.console.office.scenario_editor.turns import SuggestionsBox, turn_box
from meeting_app.ui.qt import theme

PLAIN: Final = {
    "flag": FlagBox, "walk_away": WatchBox, "choice": ChoiceBox, "ticks": TicksBox, "table": TableBox,
    "by_issue": SuggestionsBox, "swap": turn_box, "rotation": turn_box, "own": PayersBox,
}  # fmt: skip


class FormView(QWidget):
    """The fields of the part at `base`; they keep nothing themselves."""

    def __init__(
        self,
        manuscript: Manuscript,
        entries: Sequence[Entry],
        pasted: Pasted | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.manuscript = manuscript
        self.base: Path = ()
        self.boxes: list[Box] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.current().px(16))
        grid.setVerticalSpacing(theme.current().px(12))
        cell = 0
        for entry in entries:
            box = self._box(entry, pasted)
            line, place = divmod(cell, 2)
            if entry.wide and place:
                line, place = line + 1, 0
            grid.addWidget(box, line, place, 1, 2 if entry.wide else 1, Qt.AlignmentFlag.AlignTop)
            cell = line * 2 + place + (2 if entry.wide else 1)
            self.boxes.append(box)
        for place in (0, 1):
            grid.setColumnStretch(place, 1)
        grid.setRowStretch(cell // 2 + 1, 1)

    def _box(self, entry: Entry, pasted: Pasted | None) -> Box:
        kind = PLAIN.get(entry.kind)
        made: Box = TextBox(self.manuscript, entry, pasted) if kind is None else kind(self.manuscript, entry)
        made.setObjectName("_".join(map(str, entry.path)))
        return made

    def show_at(self, base: Path) -> None:
        """Show the part at a path, or the same that may have changed."""
        self.base = base
        for box in self.boxes:
            there = box.entry.shown(self.manuscript.scenario, base)
            box.setVisible(there)
            if there:
                box.show_at(base)

    def box(self, path: Path) -> Box | None:
        """The field of a value at a path from the part down, or of what is around it."""
        fitting = [box for box in self.boxes if path[: len(box.entry.path)] == box.entry.path]
        return max(fitting, key=lambda box: len(box.entry.path), default=None)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say at each field what the checks found there: the first that blocks, else the first."""
        for box in self.boxes:
            path = box.path()
            here = [one for one in findings if one.path[: len(path)] == path]
            first = next((one for one in here if one.blocks), here[0] if here else None)
            box.complain(
                told(self.manuscript.scenario, first) if first else "",
                blocks=first is not None and first.blocks,
            )

    def focus_path(self, path: Path) -> bool:
        """Put the keyboard at a value; False when the form has no field for it."""
        box = self.box(path[len(self.base) :])
        if box is None or box.isHidden():
            return False
        box.focus(path[len(box.path()) :])
        return True
