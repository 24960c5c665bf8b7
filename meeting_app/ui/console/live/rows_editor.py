"""The rows of the hall, typed once a meeting; they must add up to the votes present."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.live.box import SPACE, across, down
from meeting_app.ui.widgets import Button, Field, Label, QuietButton, Stepper

MOST_ROWS = 30


class RowLine(QWidget):
    """A row: its name, how many votes sit in it. Signals: changed, removed."""

    changed = Signal()
    removed = Signal()

    def __init__(self, label: str, votes: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = Field(_("Name of the row"), _("Row"))
        self.label.setMaxLength(40)
        self.label.setText(label)
        self.votes = Stepper(_("Votes in the row"), value=votes, most=max(most, votes))
        self.remove = QuietButton(_("Remove"), icon="trash-2")
        self.label.textEdited.connect(self.changed)
        self.votes.changed.connect(self.changed)
        self.remove.clicked.connect(self.removed)
        row = across()
        row.addWidget(self.label, 1)
        row.addWidget(self.votes)
        row.addWidget(self.remove)
        self.setLayout(row)


class RowsEditor(QWidget):
    """Signals: kept(rows) with (label, votes) pairs that add up, left when it is given up."""

    kept = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[RowLine] = []
        self._present = 0
        self.sum = Label("", bold=True)
        self.add = Button(_("Add a row"), icon="plus")
        self.keep = Button(_("Keep the rows"), icon="check")
        self.whole = QuietButton(_("Whole hall as one row"))
        self.close_button = QuietButton(_("Close"), icon="x")
        self.add.clicked.connect(self._add)
        self.keep.clicked.connect(self._keep)
        self.whole.clicked.connect(lambda: self.kept.emit(()))
        self.close_button.clicked.connect(self.left)
        self._list = QWidget()
        self._places = down(SPACE, gap=4, margins=(2, 2, 2, 2))
        self._list.setLayout(self._places)
        area = QScrollArea()
        area.setWidget(self._list)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = across(Label(_("Rows of the hall"), "h2"), SPACE, self.sum)
        lay = down(head, 8)
        lay.addWidget(area, 1)
        lay.addLayout(across(self.add, self.keep, self.whole, SPACE, self.close_button))
        self.setLayout(lay)

    def begin(self, rows: Sequence[tuple[str, int]], present: int) -> None:
        """Edit these rows; without any, all votes sit in a first one."""
        self._present = present
        while self._lines:
            self._drop(self._lines[-1])
        for label, votes in rows or ((_("Row {n}").format(n=1), present),):
            self._line(label, votes)
        self._show_sum()
        self._lines[0].label.setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> tuple[tuple[str, int], ...]:
        """What is typed."""
        return tuple((line.label.text().strip(), line.votes.value()) for line in self._lines)

    def _line(self, label: str, votes: int) -> RowLine:
        line = RowLine(label, votes, self._present)
        line.changed.connect(self._show_sum)
        line.removed.connect(lambda: self._remove(line))
        self._places.insertWidget(len(self._lines), line)
        self._lines.append(line)
        return line

    def _add(self) -> None:
        if len(self._lines) < MOST_ROWS:
            rest = max(0, self._present - sum(votes for _label, votes in self.rows()))
            line = self._line(_("Row {n}").format(n=len(self._lines) + 1), rest)
            line.label.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_sum()

    def _remove(self, line: RowLine) -> None:
        if len(self._lines) > 1:
            self._drop(line)
            self._show_sum()

    def _drop(self, line: RowLine) -> None:
        self._lines.remove(line)
        self._places.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _show_sum(self) -> None:
        total = sum(votes for _label, votes in self.rows())
        right = total == self._present and all(label for label, _votes in self.rows())
        self.sum.set_tone("ok" if total == self._present else "warn")
        self.sum.setText(_("{total} of {present} votes").format(total=total, present=self._present))
        self.keep.setEnabled(right)

    def _keep(self) -> None:
        self.kept.emit(self.rows())
