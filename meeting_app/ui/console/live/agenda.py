"""The left column: the agenda with what became of the plan, and the one big button of the next step."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QWidget

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _
from meeting_app.queries.live import LiveView
from meeting_app.ui.console.live import agenda_presenter, box, words
from meeting_app.ui.console.live.agenda_presenter import AgendaLine
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.qt import icons, theme
from meeting_app.ui.widgets import Button, Label, QuietButton, paint

NOTE = 88


class AgendaRow(QAbstractButton):
    """An item: a number or a tick, title, minutes, deviation. Pressing it offers to take the item.

    Signals: stepped(by) at Up and Down.
    """

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line: AgendaLine | None = None
        self._short = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_line(self, line: AgendaLine, *, short: bool) -> None:
        """Show an item; `short` leaves the minutes out except for the current one."""
        if (line, short) == (self.line, self._short):
            return
        self.line, self._short = line, short
        said = words.joined(line.number, line.title, line.minutes, line.deviation)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from item to item."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        by = steps.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)

    def _one_line(self) -> bool:
        return self._short and self.line is not None and self.line.state != "current"

    def sizeHint(self) -> QSize:
        now = theme.current()
        return QSize(now.px(180), now.px(40 if self._one_line() else 56))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.line is None:
            return
        now, line = theme.current(), self.line
        painter = QPainter(self)
        paint.smooth(painter)
        current = line.state == "current"
        if current or self.underMouse():
            fill = now.colour("surface" if current else "sunken")
            paint.draw_box(
                painter, QRectF(self.rect()), now.size("r_box"), fill, now.colour("line") if current else None
            )
        if current:
            painter.setClipPath(paint.box_path(QRectF(self.rect()), now.size("r_box")))
            painter.fillRect(QRectF(0, 0, now.px(4), self.height()), now.colour("action"))
            painter.setClipping(False)
        self._paint_mark(painter, line)
        self._paint_words(painter, line)

    def _paint_mark(self, painter: QPainter, line: AgendaLine) -> None:
        now = theme.current()
        middle = QRectF(now.px(8), 0, now.px(24), self.height())
        if line.state == "done":
            side = now.size("icon_small")
            mark = QRectF(middle.center().x() - side / 2, middle.center().y() - side / 2, side, side)
            icons.draw(painter, "check", mark, now.colour("muted").name())
        elif line.state == "current":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.colour("accent"))
            painter.drawEllipse(middle.center(), now.px(4), now.px(4))
        else:
            paint.draw_text(painter, middle, line.number, now.font(), now.colour("muted"), paint.CENTRE)

    def _paint_words(self, painter: QPainter, line: AgendaLine) -> None:
        now = theme.current()
        left, right = now.px(40), self.width() - now.px(8)
        if line.deviation:
            apart = QRectF(right - now.px(32), 0, now.px(32), self.height())
            paint.draw_text(
                painter, apart, line.deviation, now.font("caption"), now.colour("muted"), paint.RIGHT
            )
            right -= now.px(36)
        first, second = now.px(22), now.line("caption")
        top = (self.height() - first - (0 if self._one_line() else second)) / 2
        font = now.font(bold=line.state == "current")
        ink = now.colour("ink" if line.state in ("current", "waiting") else "muted")
        paint.draw_text(painter, QRectF(left, top, right - left, first), line.title, font, ink)
        if not self._one_line():
            below = QRectF(left, top + first, right - left, second)
            paint.draw_text(painter, below, line.minutes, now.font("caption"), now.colour("muted"))


class AgendaColumn(QWidget):
    """Signals: step_asked for the big button, item_asked(item_id) for a row that was pressed,
    picture_asked for the item's next picture.
    """

    step_asked = Signal()
    item_asked = Signal(str)
    picture_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[AgendaRow] = []
        self._short = False
        self._icon = "skip-forward"
        self._shown: tuple[AgendaLine, ...] = ()
        self.head = Label(_("Agenda"), "caption", tone="muted")
        self.against = Label(_("vs plan"), "caption", tone="muted")
        self.next = Button("", kind="big", icon="skip-forward", key="PgDn", sub=" ")
        self.next.clicked.connect(self.step_asked)
        self.note = Label("", "caption", wrap=True)
        self.note.setMaximumHeight(theme.current().px(NOTE))
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.note.hide()
        self.picture = QuietButton("", icon="image", key="V")
        self.picture.clicked.connect(self.picture_asked)
        self.picture.hide()
        self._list = QWidget()
        self._places = box.down(box.SPACE, gap=4)
        self._list.setLayout(self._places)
        self._area = QScrollArea()
        self._area.setWidget(self._list)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = box.across(self.head, box.SPACE, self.against, 8)
        self._box = box.down(head, 8, margins=(16, 16, 16, 16))
        self._box.addWidget(self._area, 1)
        self._box.addWidget(self.note)
        self._box.addWidget(self.picture)
        self._box.addSpacing(theme.current().px(8))
        self._box.addWidget(self.next)
        self.setLayout(self._box)

    def fit(self, measures: Measures) -> None:
        """Take the window's width of the column."""
        now = theme.current()
        self.setFixedWidth(now.px(measures.left))
        self._box.setContentsMargins(*(now.px(measures.edge),) * 4)
        self._short = measures.name == "small"
        self._show_icon()
        self._show(self._shown)

    def show_view(self, view: LiveView, now: Instant) -> None:
        """Show the agenda and the step."""
        self.tick(view, now)
        self.note.setText(agenda_presenter.own_note(view))
        self.note.setToolTip(self.note.text())
        self.note.setVisible(bool(self.note.text()))
        step = agenda_presenter.step(view)
        self.next.setText(step.text)
        self.next.set_sub(step.sub or " ")
        self._icon = step.icon
        self._show_icon()
        self.next.setEnabled(step.enabled or step.code == "open_meeting")

    def show_picture(self, label: str) -> None:
        """What the key for pictures would do; "" where the item has none."""
        self.picture.setText(label)
        self.picture.setToolTip(label)
        self.picture.setVisible(bool(label))

    def _show_icon(self) -> None:
        """A narrow column has room for the words only."""
        self.next.set_icon("" if self._short else self._icon)

    def tick(self, view: LiveView, now: Instant) -> None:
        """Show the used minutes at this moment."""
        lines = agenda_presenter.lines(view, now)
        if lines != self._shown:
            self._show(lines)

    def _show(self, lines: Sequence[AgendaLine]) -> None:
        self._shown = tuple(lines)
        while len(self._rows) > len(lines):
            row = self._rows.pop()
            self._places.removeWidget(row)
            row.deleteLater()
        while len(self._rows) < len(lines):
            self._rows.append(self._new_row())
        stop = next((row for row in self._rows if row.hasFocus()), None)
        for row, line in zip(self._rows, lines, strict=True):
            row.show_line(line, short=self._short)
            if line.state == "current":
                self._area.ensureWidgetVisible(row, 0, theme.current().px(60))
                stop = stop or row
        if self._rows:
            self._stop_at(stop or self._rows[0])

    def _step(self, row: AgendaRow, by: int) -> None:
        """To the item before or after. Tab stops once in the agenda: at the item where one was last, else at
        the current one.
        """
        place = self._rows.index(row) + by
        if 0 <= place < len(self._rows):
            self._stop_at(self._rows[place])
            self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self._rows[place], 0, theme.current().px(60))

    def _stop_at(self, row: AgendaRow) -> None:
        for one in self._rows:
            policy = Qt.FocusPolicy.TabFocus if one is row else Qt.FocusPolicy.NoFocus
            if one.focusPolicy() != policy:
                one.setFocusPolicy(policy)

    def _new_row(self) -> AgendaRow:
        row = AgendaRow()
        row.stepped.connect(lambda by: self._step(row, by))
        row.clicked.connect(lambda: self.item_asked.emit(row.line.id) if row.line else None)
        self._places.insertWidget(self._places.count() - 1, row)
        return row

    def rows(self) -> tuple[AgendaLine, ...]:
        """What is shown."""
        return self._shown
