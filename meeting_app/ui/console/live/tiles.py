"""Who is not here yet: a square for each member with a vote, filled once the member is here."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.live.check_in_presenter import Tile
from meeting_app.ui.console.live.tile_grid import TileGrid
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import paint

GAP_X, GAP_Y, LEAST, HIGH = 8, 6, 52, 40


class Tiles(TileGrid):
    """Squares in rows. Arrow keys move, Enter or a click chooses.

    Signals: chosen(person_id).
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Who is here"), self.columns, self.box, parent)
        self.picked.connect(self._picked)
        self._tiles: tuple[Tile, ...] = ()
        self._marked = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_tiles(self, tiles: Sequence[Tile], marked: str = "") -> None:
        """Show these members; `marked` has a heavy edge."""
        if (tuple(tiles), marked) == (self._tiles, self._marked):
            return
        longer = len(tiles) != len(self._tiles)
        self._tiles, self._marked = tuple(tiles), marked
        self.tell([tile.told for tile in self._tiles])
        if longer:
            self.updateGeometry()
        self.update()

    def tiles(self) -> tuple[Tile, ...]:
        """What is shown."""
        return self._tiles

    def _picked(self, place: int) -> None:
        self.chosen.emit(self._tiles[place].person_id)

    def columns(self, width: int) -> int:
        now = theme.current()
        return max(1, (width + now.px(GAP_X)) // (now.px(LEAST) + now.px(GAP_X)))

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._tiles) // self.columns(width)) if self._tiles else 0
        return rows * theme.current().px(HIGH + GAP_Y)

    def sizeHint(self) -> QSize:
        width = theme.current().px(400)
        return QSize(width, self.heightForWidth(width))

    def box(self, place: int) -> QRectF:
        now = theme.current()
        columns = self.columns(self.width())
        gap = now.px(GAP_X)
        wide = (self.width() + gap) / columns - gap
        row, column = divmod(place, columns)
        return QRectF(column * (wide + gap), row * now.px(HIGH + GAP_Y), wide, now.px(HIGH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        for place, tile in enumerate(self._tiles):
            self._paint(painter, self.box(place), tile, focused=self.hasFocus() and place == self.place)

    def _paint(self, painter: QPainter, box: QRectF, tile: Tile, *, focused: bool) -> None:
        now = theme.current()
        here = tile.state == "present"
        fill = "action" if here else "sunken" if tile.state in ("excused", "left") else "surface"
        marked = tile.person_id == self._marked or focused
        edge = now.colour("ink" if marked else "action" if here else "line_strong")
        paint.draw_box(painter, box, now.size("r_chip"), now.colour(fill), edge, 2 if marked else 1)
        ink = now.colour("on_action" if here else "muted" if fill == "sunken" else "ink")
        paint.draw_text(painter, box.adjusted(2, 0, -2, 0), tile.name, now.font("caption"), ink, paint.CENTRE)
        if tile.state == "excused":
            painter.setPen(QPen(now.colour("line_strong"), 1))
            middle = box.center().y()
            painter.drawLine(round(box.left() + 8), round(middle), round(box.right() - 8), round(middle))
