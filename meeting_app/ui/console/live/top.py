"""The top bar: meeting and item, the clock against the plan, who is here, the projector, the menu."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _
from meeting_app.queries.live import LiveView
from meeting_app.ui.console.live import top_presenter
from meeting_app.ui.console.live.box import SPACE, across, down
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.console.live.top_presenter import Fact
from meeting_app.ui.qt import icons, theme
from meeting_app.ui.qt.office import ProjectorStatus
from meeting_app.ui.widgets import Button, Chip, ClockLabel, Label, RingMark, paint
from meeting_app.ui.widgets.labels import tone_colour


class FactCell(QAbstractButton):
    """A cell of the bar that can be pressed: an icon with a line, below it a second line in a tone."""

    def __init__(self, icon: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._fact = Fact("", "", "muted")
        self.setToolTip(hint)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_fact(self, fact: Fact, icon: str = "") -> None:
        """Show another fact."""
        if fact == self._fact and (not icon or icon == self._icon):
            return
        self._fact, self._icon = fact, icon or self._icon
        self.setText(fact.line)
        self.setAccessibleName(f"{fact.line} {fact.second}".strip())
        self.updateGeometry()
        self.update()

    def fact(self) -> Fact:
        """What it says."""
        return self._fact

    def sizeHint(self) -> QSize:
        now = theme.current()
        mark = now.size("icon_small") + now.px(6)
        first = paint.text_width(now.font(), self._fact.line) + mark
        second = paint.text_width(now.font("caption"), self._fact.second)
        second += mark if self._fact.tone in ("ok", "warn") else 0
        return QSize(max(first, second) + now.px(34), now.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        paint.smooth(painter)
        painter.fillRect(QRectF(0, 0, 1, self.height()), now.colour("line"))
        if self.underMouse() or self.isDown():
            box = QRectF(self.rect()).adjusted(now.px(6), 0, -now.px(2), 0)
            paint.draw_box(painter, box, now.size("r_chip"), now.colour("sunken"))
        left, half = now.px(16), self.height() / 2
        warned = self._fact.tone == "warn"
        self._line(painter, left, 0, self._icon, self._fact.line, "warn" if warned and not half else "")
        mark = {"ok": "check", "warn": "triangle-alert"}.get(self._fact.tone, "")
        self._line(painter, left, half, mark, self._fact.second, self._fact.tone, small=True)

    def _line(
        self,
        painter: QPainter,
        left: float,
        top: float,
        icon: str,
        text: str,
        tone: str,
        *,
        small: bool = False,
    ) -> None:
        now = theme.current()
        side, half = now.size("icon_small"), self.height() / 2
        colour = tone_colour(tone)
        if icon and text:
            icons.draw(painter, icon, QRectF(left, top + (half - side) / 2, side, side), colour)
            left += side + now.px(6)
        font = now.font("caption") if small else now.font()
        paint.draw_text(painter, QRectF(left, top, self.width() - left, half), text, font, colour)


class TopBar(QWidget):
    """Signals: check_in_asked, projector_asked, menu_asked."""

    check_in_asked = Signal()
    projector_asked = Signal()
    menu_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", "strong", serif=True, elide=True)
        self.place = Label("", "caption", tone="muted", elide=True)
        self.clock = ClockLabel(_("Time"), pixels=26)
        self.ends = Label("", "caption")
        self.late = Chip("")
        self.presence = FactCell("users", _("Check-in"))
        self.projector = FactCell("monitor-play", _("What the projector shows"))
        self.menu = Button(_("Menu"), kind="quiet", icon="menu", tone="ink")
        self.presence.clicked.connect(self.check_in_asked)
        self.projector.clicked.connect(self.projector_asked)
        self.menu.clicked.connect(self.menu_asked)
        self._build()

    def _build(self) -> None:
        names = down(SPACE, self.title, self.place, SPACE)
        box = across(RingMark(32), 4, margins=(16, 0, 8, 0))
        box.addLayout(names, 1)
        box.addSpacing(theme.current().px(16))
        box.addWidget(self.clock)
        box.addSpacing(theme.current().px(12))
        times = down(SPACE, self.ends)
        times.addWidget(self.late, 0, Qt.AlignmentFlag.AlignLeft)
        times.addStretch(1)
        box.addLayout(times)
        box.addSpacing(theme.current().px(12))
        for part in (self.presence, self.projector, self.menu):
            box.addWidget(part)
        self.setLayout(box)

    def fit(self, measures: Measures) -> None:
        """Take the window's height of the bar."""
        self.setFixedHeight(theme.current().px(measures.top))

    def show_view(self, view: LiveView, status: ProjectorStatus, now: Instant) -> None:
        """Show the meeting."""
        self.title.setText(view.title)
        self.place.setText(top_presenter.place_line(view))
        self.presence.show_fact(top_presenter.presence(view))
        self.presence.setVisible(view.state != "closed")
        self.show_projector(view, status)
        self.tick(view, now)

    def show_projector(self, view: LiveView, status: ProjectorStatus) -> None:
        """Show where the hall's picture is."""
        fact = top_presenter.projector(view, status)
        self.projector.show_fact(fact, "monitor-x" if fact.tone == "warn" else "monitor-play")

    def tick(self, view: LiveView, now: Instant) -> None:
        """Show the time at this moment."""
        shown = top_presenter.time_shown(view, now)
        self.clock.show_time(shown.clock)
        self.ends.setText(shown.ends)
        if shown.late != self.late.text() or shown.tone != self.late.tone():
            self.late.setVisible(bool(shown.late))
            self.late.set_chip(shown.late, shown.tone, "clock" if shown.tone == "warn" else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.colour("paper"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), now.colour("line"))
