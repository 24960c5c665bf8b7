"""The navigation at the left: where one is, and where else one can go; only what works is there."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from meeting_app.i18n import N_, _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.painted import PaintedButton
from meeting_app.ui.qt import icons, theme
from meeting_app.ui.widgets import paint
from meeting_app.ui.widgets.bars import RingMark

ROW: Final = 44
NARROW: Final = 136


@dataclass(frozen=True, slots=True)
class Place:
    """A place to go to: the page's name, its words, its icon, and the key that is shown."""

    page: str
    words: str
    icon: str
    key: str = ""


PLACES: Final = (
    Place("today", N_("Today"), "house"),
    Place("topics", N_("Topics"), "lightbulb"),
    Place("meetings", N_("Meetings"), "calendar-days"),
    Place("tasks", N_("Tasks"), "list-checks"),
    Place("roster", N_("Roster"), "users"),
    Place("draws", N_("Draws"), "dices"),
    Place("scenarios", N_("Role-play"), "drama"),
    Place("papers", N_("Papers"), "file-text"),
)
BELOW: Final = (Place("settings", N_("Settings"), "settings"), Place("keys", N_("Help"), "circle-help", "F1"))
# Pages that belong to a place of the navigation.
BELONGS: Final = {
    "topic": "topics",
    "call": "meetings",
    "kinds": "meetings",
    "rules": "meetings",
    "presence": "meetings",
    "import": "roster",
    "play": "scenarios",
    "play_papers": "scenarios",
    "scenario": "scenarios",
    "scenario_new": "scenarios",
    "backups": "settings",
}


class NavigationRow(PaintedButton):
    """A place; the one where one is has a tint and a pine edge."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(_(place.words), parent)
        self.place = place
        self._figure = ""
        self.setText(_(place.words))
        self.setCheckable(True)

    def show_figure(self, figure: int) -> None:
        """How many there are; 0 is not shown."""
        self._figure = str(figure) if figure else ""
        self.setAccessibleDescription(self._figure)
        self.update()

    def sizeHint(self) -> QSize:
        """A row of 44."""
        return QSize(theme.current().px(ROW), theme.current().px(ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        now = theme.current()
        painter = self.begin()
        here = self.isChecked()
        if here:
            box = QRectF(self.rect())
            paint.draw_box(painter, box, now.size("r_box"), now.colour("action_tint"))
            painter.fillRect(
                QRectF(0, now.px(10), now.px(3), self.height() - now.px(20)), now.colour("action")
            )
        ink = now.colour("action_text" if here else "ink")
        narrow = self.width() < now.px(NARROW)
        pad = now.px(8 if narrow else 12)
        side, left = now.size("icon"), float(pad)
        icons.draw(painter, self.place.icon, QRectF(left, (self.height() - side) / 2, side, side), ink.name())
        left += side + pad
        font = now.font(bold=here)
        end = left + paint.text_width(font, self.text())
        right = self._paint_end(painter, end, self.width() - (pad // 2 if narrow else pad), ink.name())
        words = QRectF(left, 0, right - left, self.height())
        paint.draw_text(painter, words, self.text(), font, ink)

    def _paint_end(self, painter: QPainter, end: float, right: float, ink: str) -> float:
        """The key or the figure, where the words leave room for it; answers where the words must stop."""
        now = theme.current()
        font = now.font("caption")
        key = self.place.key
        wide = paint.keycap_width(now, key) if key else paint.text_width(font, self._figure)
        if right - wide < end:
            return right
        if key:
            high = now.size("keycap")
            cap = QRectF(right - wide, (self.height() - high) / 2, wide, high)
            paint.draw_keycap(painter, cap, key, now.colour("muted"), now.colour("line_strong"))
        else:
            figure = QRectF(right - wide, 0, wide, self.height())
            paint.draw_text(painter, figure, self._figure, font, ink, paint.RIGHT)
        return right - wide


class Navigation(QFrame):
    """`went` tells the page that was chosen."""

    went = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Navigation"))
        self.rows = {place.page: NavigationRow(place) for place in (*PLACES, *BELOW)}
        self.community = parts.label("", "caption", tone="muted")
        self._group = QButtonGroup(self)
        for page, button in self.rows.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _on=False, p=page: self.went.emit(p))
        self.setLayout(self._arranged())

    def _arranged(self) -> QVBoxLayout:
        title = parts.label(_("Meeting Hall"), "strong", serif=True, wrap=True)
        words = parts.growing(column(title, self.community, spacing=0))
        brand = QWidget()
        brand.setLayout(row(RingMark(32), words, spacing=10, margins=(4, 0, 0, 8)))
        places = column(*(self.rows[place.page] for place in PLACES), spacing=0)
        below = column(*(self.rows[place.page] for place in BELOW), spacing=0)
        return column(brand, places, STRETCH, below, margins=(8, 16, 8, 16), spacing=8)

    def show_here(self, page: str) -> None:
        """Mark where one is."""
        place = self.rows.get(BELONGS.get(page, page))
        self._group.setExclusive(False)
        for button in self.rows.values():
            button.setChecked(button is place)
        self._group.setExclusive(True)

    def show_figures(self, community: str, **figures: int) -> None:
        """The community's name, and how many topics, meetings and tasks there are."""
        self.community.setText(community)
        for page, figure in figures.items():
            self.rows[page].show_figure(figure)

    def fit(self, window_width: int) -> None:
        """Be narrower beside a narrow page."""
        now = theme.current()
        self.setFixedWidth(now.px(NARROW) if window_width < now.px(1200) else now.size("nav"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline towards the page."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), theme.current().colour("line"))
