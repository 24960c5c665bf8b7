"""The cast as columns: a table each, a tile for every player. Arrows move, Enter takes a player and sets him
on another's place, the mouse does the same by dragging.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import STRETCH, column, empty
from meeting_app.ui.console.office.page import ENTER
from meeting_app.ui.console.office.painted import PaintedButton
from meeting_app.ui.qt import icons, theme
from meeting_app.ui.widgets import paint
from meeting_app.ui.widgets.labels import tone_colour

TILE_HEIGHT: Final = 48
COLUMN: Final = 168


@dataclass(frozen=True, slots=True)
class Tile:
    """What a tile shows. `mark` is an icon's name: by hand, a role close to the own life; "" for nothing."""

    person_id: str
    name: str
    role: str
    mark: str = ""
    tone: str = "muted"


class SeatTile(PaintedButton):
    """A player with the role above the name; held ones have a pine frame."""

    looked_at = Signal(str)
    let_go = Signal(str, QPoint)

    def __init__(self, tile: Tile, place: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(f"{tile.role}, {tile.name}", parent)
        self.tile, self.place = tile, place
        self.held = self.chosen = False
        self._pressed: QPoint | None = None
        self._dragging = False
        self.setFixedWidth(theme.current().px(COLUMN))

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(theme.current().px(COLUMN), theme.current().px(TILE_HEIGHT))

    def show_held(self, *, held: bool, chosen: bool) -> None:
        """Whether it is taken up, and whether the side shows it."""
        self.held, self.chosen = held, chosen
        self.setAccessibleDescription(_("taken up") if held else "")
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The side shows who has the keyboard."""
        super().focusInEvent(event)
        self.looked_at.emit(self.tile.person_id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        self._pressed, self._dragging = event.position().toPoint(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A drag begins after some way."""
        if self._pressed is not None and not self._dragging:
            way = (event.position().toPoint() - self._pressed).manhattanLength()
            if way >= QApplication.startDragDistance():
                self._dragging = True
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if not self._dragging:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop, or a plain click."""
        dragged, self._dragging, self._pressed = self._dragging, False, None
        self.unsetCursor()
        if dragged:
            self.setDown(False)
            self.let_go.emit(self.tile.person_id, self.mapToGlobal(event.position().toPoint()))
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, role, name and mark."""
        now = theme.current()
        painter = QPainter(self)
        paint.smooth(painter)
        ground = "action_tint" if self.held or self.chosen else "sunken" if self._hover else "surface"
        edge, width = ("action", 2) if self.held else ("line_strong", 1)
        box = QRectF(self.rect()).adjusted(0, 0, -1, -1)
        paint.draw_box(painter, box, now.size("r_box"), now.colour(ground), now.colour(edge), width)
        first, second = now.line("caption"), now.line("body")
        left, top = now.px(10), (self.height() - first - second) / 2
        wide = self.width() - 2 * left
        if self.tile.mark:
            side = now.px(16)
            spot = QRectF(self.width() - left - side, top, side, side)
            icons.draw(painter, self.tile.mark, spot, tone_colour(self.tile.tone))
            wide -= side + now.px(4)
        role = QRectF(left, top, wide, first)
        cut = paint.draw_text(painter, role, self.tile.role, now.font("caption"), now.colour("muted"))
        name = QRectF(left, top + first, self.width() - 2 * left, second)
        cut = paint.draw_text(painter, name, self.tile.name, now.font(bold=True), now.colour("ink")) or cut
        self.setToolTip(self.accessibleName() if cut else "")


class SeatBoard(QWidget):
    """Signals: looked_at(person), exchanged(person, other)."""

    looked_at = Signal(str)
    exchanged = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Seats by table"))
        self.tiles: dict[str, SeatTile] = {}
        self.held = ""
        self._chosen = ""
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(parts.px(16))
        self._shown: tuple[tuple[str, tuple[Tile, ...]], ...] = ()

    def show_tables(self, tables: Sequence[tuple[str, Sequence[Tile]]]) -> None:
        """Show a column for each table, as (title, tiles); whoever has the keyboard keeps it."""
        wanted = tuple((title, tuple(tiles)) for title, tiles in tables)
        if wanted == self._shown:
            return
        focused = next((one for one, tile in self.tiles.items() if tile.hasFocus()), "")
        self._shown, self.tiles = wanted, {}
        empty(self._columns)
        for place, (title, tiles) in enumerate(wanted):
            shown = self._column(place, title, tiles)
            self._columns.addWidget(shown)
            shown.show()  # at once, so that the keyboard can be given back
        self._columns.addStretch(1)
        self.hold("" if self.held not in self.tiles else self.held)
        if focused in self.tiles:
            self.tiles[focused].setFocus()

    def _column(self, place: int, title: str, tiles: Sequence[Tile]) -> QWidget:
        made = QWidget()
        shown: list[QWidget] = []
        for row, one in enumerate(tiles):
            tile = SeatTile(one, (place, row))
            tile.clicked.connect(self._pressed)
            tile.looked_at.connect(self._look)
            tile.let_go.connect(self._dropped)
            self.tiles[one.person_id] = tile
            shown.append(tile)
        head = parts.label(f"{title} · {len(tiles)}", "strong")
        made.setLayout(column(head, *shown, STRETCH, spacing=4))
        return made

    def hold(self, person_id: str) -> None:
        """Take somebody up; "" lets go."""
        self.held = person_id
        self._paint()

    def choose(self, person_id: str) -> None:
        """Mark whom the side shows."""
        self._chosen = person_id
        self._paint()

    def _paint(self) -> None:
        for person, tile in self.tiles.items():
            tile.show_held(held=person == self.held, chosen=person == self._chosen)

    def _look(self, person_id: str) -> None:
        self.choose(person_id)
        self.looked_at.emit(person_id)

    def _pressed(self) -> None:
        tile = self.sender()
        if not isinstance(tile, SeatTile):
            return
        person = tile.tile.person_id
        if not self.held or self.held == person:
            self.hold("" if self.held else person)
            return
        held, self.held = self.held, ""
        self._paint()
        self.exchanged.emit(held, person)

    def _dropped(self, person_id: str, spot: QPoint) -> None:
        for other, tile in self.tiles.items():
            if other != person_id and tile.rect().contains(tile.mapFromGlobal(spot)):
                self.exchanged.emit(person_id, other)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbour, Enter is a press, Esc lets go."""
        at = next((tile for tile in self.tiles.values() if tile.hasFocus()), None)
        moves = {
            Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
            Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
        }  # fmt: skip
        step = moves.get(Qt.Key(event.key()))
        if at is not None and step is not None:
            self._go(at, step)
        elif at is not None and event.key() in ENTER:
            at.click()
        elif event.key() == Qt.Key.Key_Escape and self.held:
            self.hold("")
        else:
            super().keyPressEvent(event)

    def _go(self, at: SeatTile, step: tuple[int, int]) -> None:
        column_, row_ = at.place[0] + step[0], at.place[1] + step[1]
        here = [tile for tile in self.tiles.values() if tile.place[0] == column_]
        near = min(here, key=lambda tile: abs(tile.place[1] - row_), default=None)
        if near is not None:
            near.setFocus()
            _into_view(near)


def _into_view(tile: SeatTile) -> None:
    from meeting_app.ui.console.office.page import bring_into_view

    bring_into_view(tile)
