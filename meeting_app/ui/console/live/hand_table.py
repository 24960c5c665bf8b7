"""The rows of seats with a cell for each teller. Digits and Enter move from teller to teller, row to row."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QRegularExpression, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QSizePolicy, QWidget

from meeting_app.domain.hand_count import RowState
from meeting_app.i18n import _
from meeting_app.ui.console.live.box import SPACE, across, down
from meeting_app.ui.console.live.hands_presenter import RowShown
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import Button, IconLabel, Label

# A label that may be cut has no width of its own; these have the width of their column.
FIXED = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
LABEL, VOTES, CELL, CELL_ROOM, CELL_HIGH = 104, 64, 72, 112, 40
REMARKS = {
    RowState.AGREED: ("check", "ok"),
    RowState.DIFFERENT: ("triangle-alert", "warn"),
    RowState.ONE_TELLER: ("", "muted"),
    RowState.EMPTY: ("", "muted"),
}


class HandCell(QLineEdit):
    """What one teller reports for one row: digits only.

    Signals: entered() at Enter, moved(rows) at Up and Down.
    """

    entered = Signal()
    moved = Signal(int)

    def __init__(self, position: int, teller: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.position, self.teller = position, teller
        self._kept = ""
        self._apart = False
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,4}"), self))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._take_theme()
        theme.events().changed.connect(self._take_theme)

    def _take_theme(self) -> None:
        now = theme.current()
        self.setFont(now.font("h2", bold=False))
        self.setFixedSize(now.px(CELL), now.px(CELL_HIGH))
        colours = now.colours
        ground = (
            f"background: {colours.warn_tint}; border: 2px solid {colours.warn_fill};" if self._apart else ""
        )
        ink = f"color: {colours.warn_text};" if self._apart else ""
        self.setStyleSheet(
            f"QLineEdit {{ padding: 0; {ground} {ink} }}" if ground else "QLineEdit { padding: 0; }"
        )

    def show_figure(self, figure: str, *, apart: bool) -> None:
        """Show what is kept; what is being typed stays."""
        untouched = self.text() == self._kept
        self._kept = figure
        if untouched and self.text() != figure:
            self.setText(figure)
        if apart != self._apart:
            self._apart = apart
            self._take_theme()

    def kept(self) -> str:
        """What the records hold."""
        return self._kept

    def give_up(self) -> None:
        """Show what is kept again."""
        self.setText(self._kept)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter reports; Up and Down go to another row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            if self.hasFocus():
                self.selectAll()  # counted again, the next figure takes the place of this one
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape and self.text() != self._kept:
            self.give_up()
        else:
            super().keyPressEvent(event)


class HandRowLine(QWidget):
    """A row of seats."""

    def __init__(self, position: int, tellers: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        now = theme.current()
        self.state = RowState.EMPTY
        self.roomy = True  # a narrow window leaves the button out; the cells themselves can be typed in again
        self.label = Label("", elide=True)
        self.label.setSizePolicy(FIXED)
        self.label.setFixedWidth(now.px(LABEL))
        self.votes = Label("", tone="muted")
        self.votes.setFixedWidth(now.px(VOTES))
        self.votes.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.cells = tuple(HandCell(position, teller) for teller in range(1, tellers + 1))
        self.mark = IconLabel("check", tone="ok", small=True)
        self.remark = Label("", elide=True)
        self.again = Button(_("Count again"), icon="refresh-cw")
        self.again.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = across(8, self.label, self.votes)
        for cell in self.cells:
            room = QWidget()
            room.setFixedWidth(now.px(CELL_ROOM))
            room.setLayout(across("space", cell, "space"))
            row.addWidget(room)
        row.addWidget(self.mark)
        row.addWidget(self.remark, 1)
        row.addWidget(self.again)
        self.setLayout(row)
        self.setFixedHeight(now.size("row"))

    def set_roomy(self, *, roomy: bool) -> None:
        """Whether there is room for the button."""
        self.roomy = roomy
        self.again.setVisible(roomy and self.state is RowState.DIFFERENT)

    def show_row(self, shown: RowShown, tellers: tuple[str, ...]) -> None:
        """Show what is kept of it."""
        self.label.setText(shown.label)
        self.votes.setText(shown.votes)
        apart = shown.state is RowState.DIFFERENT
        for cell, figure, teller in zip(self.cells, (shown.first, shown.second), tellers, strict=False):
            cell.show_figure(figure, apart=apart)
            cell.setAccessibleName(_("{teller}, {row}").format(teller=teller, row=shown.label))
        self.state = shown.state
        icon, tone = REMARKS[shown.state]
        self.mark.setVisible(bool(icon))
        if icon:
            self.mark.set_icon(icon, tone)
        self.remark.setText(shown.remark)
        self.remark.set_tone(tone)
        self.again.setVisible(apart and self.roomy)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        if any(cell.hasFocus() for cell in self.cells):
            painter.fillRect(self.rect(), now.colour("action_tint"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), now.colour("line"))


class HandTable(QWidget):
    """Signals: reported(position, teller, text) when a cell is entered; `done` when the last cell was."""

    reported = Signal(int, int, str)
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[HandRowLine] = []
        self._roomy = True
        self._tellers: tuple[str, ...] = ()
        self._heads = tuple(Label("", "caption", tone="muted", elide=True) for _place in range(5))
        self._list = QWidget()
        self._places = down(SPACE)
        self._list.setLayout(self._places)
        self._area = QScrollArea()
        self._area.setWidget(self._list)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lay = down(self._head())
        lay.addWidget(self._area, 1)
        self.setLayout(lay)

    def _head(self) -> QWidget:
        now = theme.current()
        row = across(8)
        for label, wide in zip(self._heads, (LABEL, VOTES, CELL_ROOM, CELL_ROOM, 0), strict=True):
            if wide:
                label.setSizePolicy(FIXED)
                label.setFixedWidth(now.px(wide))
                label.setAlignment(Qt.AlignmentFlag.AlignCenter)
                row.addWidget(label)
            else:
                row.addWidget(label, 1)
        self._heads[0].setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head = QWidget()
        head.setLayout(row)
        head.setFixedHeight(now.px(32))
        return head

    def set_roomy(self, *, roomy: bool) -> None:
        """Whether there is room for the button of a disputed row."""
        self._roomy = roomy
        for line in self._rows:
            line.set_roomy(roomy=roomy)

    def show_rows(self, rows: Sequence[RowShown], tellers: tuple[str, ...], check: str) -> None:
        """Show the rows for the choice being counted."""
        heads = (_("Row"), _("Votes"), tellers[0], tellers[1] if len(tellers) > 1 else "", check)
        for label, text in zip(self._heads, heads, strict=True):
            label.setText(text)
        self._heads[3].setVisible(len(tellers) > 1)
        if len(rows) != len(self._rows) or len(tellers) != len(self._tellers):
            self._rebuild(rows, len(tellers))
        self._tellers = tellers
        for line, shown in zip(self._rows, rows, strict=True):
            line.show_row(shown, tellers)

    def _rebuild(self, rows: Sequence[RowShown], tellers: int) -> None:
        for line in self._rows:
            self._places.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._rows = []
        for place, shown in enumerate(rows):
            line = HandRowLine(shown.position, tellers)
            line.set_roomy(roomy=self._roomy)
            for cell in line.cells:
                cell.entered.connect(lambda which=cell: self._entered(which))
                cell.moved.connect(lambda by, which=cell: self._go(which, by))
            line.again.clicked.connect(lambda _on=False, which=line: self._focus(which.cells[0]))
            self._places.insertWidget(place, line)
            self._rows.append(line)

    def cells(self) -> list[HandCell]:
        """All cells in the order in which figures come: teller by teller, row by row."""
        return [cell for line in self._rows for cell in line.cells]

    def cell(self, position: int, teller: int) -> HandCell:
        """A cell; raises KeyError."""
        for cell in self.cells():
            if (cell.position, cell.teller) == (position, teller):
                return cell
        raise KeyError((position, teller))

    def first_open(self) -> HandCell | None:
        """The first cell that still waits for a figure, or whose row is apart."""
        for line in self._rows:
            for cell in line.cells:
                if not cell.text() or line.state is RowState.DIFFERENT:
                    return cell
        return None

    def start(self) -> None:
        """Put the keyboard into the first open cell."""
        cell = self.first_open()
        if cell is not None:
            self._focus(cell)

    def _focus(self, cell: HandCell) -> None:
        cell.setFocus(Qt.FocusReason.OtherFocusReason)
        cell.selectAll()
        self._area.ensureWidgetVisible(cell)
        for line in self._rows:
            line.update()

    def _entered(self, cell: HandCell) -> None:
        if not cell.text() and not cell.kept():
            return
        if cell.text() != cell.kept():
            self.reported.emit(cell.position, cell.teller, cell.text())
        order = self.cells()
        following = order[order.index(cell) + 1 :]
        if following:
            self._focus(following[0])
        else:
            self.done.emit()

    def _go(self, cell: HandCell, by: int) -> None:
        order = self.cells()
        place = order.index(cell) + by * max(1, len(self._tellers))
        if 0 <= place < len(order):
            self._focus(order[place])
