"""The tables of a play as painted tiles: name, state, last proposal, cards, a sentence."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.live.roleplay.presenter import TileShown
from meeting_app.ui.console.live.tile_grid import TileGrid
from meeting_app.ui.qt import theme
from meeting_app.ui.qt.keys import SCANS
from meeting_app.ui.widgets import paint
from meeting_app.ui.widgets.labels import chip_width, draw_chip

GAP, LEAST_WIDE, LEAST_HIGH, PAD = 12, 168, 72, 14
NARROW: Final = 208  # in a narrower tile the state stands below the name
LINE, MARK = 26, 20
MOST_HIGH: Final = 300


class TableTiles(TileGrid):
    """Tiles in rows. Arrow keys move, Enter or a click opens one.

    Signals: opened(table number).
    """

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Tables"), self.columns, self.box, parent)
        self.picked.connect(self._picked)
        self._tiles: tuple[TileShown, ...] = ()
        self.setProperty(SCANS, True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_tiles(self, tiles: Sequence[TileShown]) -> None:
        """Show these tables."""
        if tuple(tiles) == self._tiles:
            return
        self._tiles = tuple(tiles)
        self.tell([tile.told for tile in self._tiles])
        self.updateGeometry()
        self.update()

    def tiles(self) -> tuple[TileShown, ...]:
        """What is shown."""
        return self._tiles

    def _picked(self, place: int) -> None:
        self.opened.emit(self._tiles[place].number)

    def columns(self, width: int) -> int:
        """How many tiles stand side by side."""
        now = theme.current()
        room = max(1, (width + now.px(GAP)) // now.px(LEAST_WIDE + GAP))
        return max(1, min(room, len(self._tiles)))

    def _rows(self, width: int) -> int:
        return max(1, -(-len(self._tiles) // self.columns(width)))

    def minimumSizeHint(self) -> QSize:
        now = theme.current()
        rows = self._rows(max(self.width(), now.px(LEAST_WIDE)))
        return QSize(now.px(LEAST_WIDE), rows * now.px(LEAST_HIGH + GAP) - now.px(GAP))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def box(self, place: int) -> QRectF:
        """Where a tile lies."""
        now = theme.current()
        columns, gap = self.columns(self.width()), now.px(GAP)
        rows = self._rows(self.width())
        wide = (self.width() - gap * (columns - 1)) / columns
        high = min(now.px(MOST_HIGH), (self.height() - gap * (rows - 1)) / rows)
        row, column = divmod(place, columns)
        return QRectF(column * (wide + gap), row * (high + gap), wide, high)

    # ---- painting ----

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        for place, tile in enumerate(self._tiles):
            chosen = self.hasFocus() and place == self.place
            self._paint(painter, self.box(place), tile, chosen=chosen)

    def _paint(self, painter: QPainter, box: QRectF, tile: TileShown, *, chosen: bool) -> None:
        now = theme.current()
        edges = {"danger": "danger", "warn": "warn_fill", "ok": "action"}
        edge = now.colour("ink" if chosen else edges.get(tile.tone, "line_strong"))
        paint.draw_box(painter, box, now.size("r_box"), now.colour("surface"), edge, 2 if chosen else 1)
        inner = box.adjusted(now.px(PAD), now.px(10), -now.px(PAD), -now.px(8))
        top = self._head(painter, inner, tile)
        bottom = inner.bottom()
        room = bottom - top
        if room < now.px(LINE):
            return
        high = self._said_height(tile.said, inner.width(), room)
        said = QRectF(inner.left(), bottom - high, inner.width(), high)
        self._said(painter, said, tile.said)
        bottom = said.top() - now.px(4)
        if tile.cards and bottom - top > now.px(MARK + 8):
            bottom = self._cards(painter, QRectF(inner.left(), top, inner.width(), bottom - top), tile)
        self._lines(painter, QRectF(inner.left(), top, inner.width(), max(0.0, bottom - top)), tile)

    def _head(self, painter: QPainter, inner: QRectF, tile: TileShown) -> float:
        """Name and state, people and extra time; answers where the rest begins."""
        now = theme.current()
        font, right = now.font("strong", bold=True), inner.right()
        high, narrow = now.px(26), inner.width() < now.px(NARROW - 2 * PAD)
        if tile.chip:
            wide = min(chip_width(tile.chip, icon=bool(tile.icon)), inner.width() * (1 if narrow else 0.7))
            left, top = (inner.left(), inner.top() + high) if narrow else (right - wide, inner.top())
            draw_chip(painter, QRectF(left, top, wide, now.size("chip")), tile.chip, tile.tone, tile.icon)
            right -= 0 if narrow else wide + now.px(8)
        name = QRectF(inner.left(), inner.top(), right - inner.left(), high)
        paint.draw_text(painter, name, tile.name, font, now.colour("ink"))
        if tile.chip and narrow:
            return inner.top() + high + now.size("chip") + now.px(4)
        people = f"{tile.people}  {tile.extra}".strip()
        below = QRectF(inner.left(), inner.top() + high, inner.width(), now.px(20))
        paint.draw_text(painter, below, people, now.font("caption"), now.colour("muted"))
        return below.bottom() + now.px(6)

    def _lines(self, painter: QPainter, area: QRectF, tile: TileShown) -> None:
        """The proposal, an issue a line, as many as there is room for."""
        now = theme.current()
        room = int(area.height() // now.px(LINE))
        label = area.width() * 0.42
        for place, (issue, choice) in enumerate(tile.lines[:room]):
            top = area.top() + place * now.px(LINE)
            painter.fillRect(QRectF(area.left(), top, area.width(), 1), now.colour("line"))
            line = QRectF(area.left(), top + 1, label - now.px(8), now.px(LINE))
            paint.draw_text(painter, line, issue, now.font("caption"), now.colour("muted"))
            value = QRectF(area.left() + label, top + 1, area.width() - label, now.px(LINE))
            paint.draw_text(painter, value, choice, now.font("caption"), now.colour("ink"))

    def _cards(self, painter: QPainter, area: QRectF, tile: TileShown) -> float:
        """The silent cards as marks; answers where they begin."""
        now = theme.current()
        side, gap = now.px(MARK), now.px(5)
        top = area.bottom() - side
        for place, accepts in enumerate(tile.cards):
            left = area.left() + place * (side + gap)
            box = QRectF(left, top, side, side)
            if box.right() > area.right():
                break
            if accepts is None:
                edge = now.colour("line_strong")
                paint.draw_box(painter, box, now.size("r_chip"), now.colour("surface"), edge)
            else:
                choice = "for" if accepts else "against"
                paint.draw_vote_mark(painter, box, choice, now, filled=accepts)
        return top - now.px(6)

    def _said_height(self, text: str, width: float, room: float) -> float:
        """As many lines as the sentence needs, at most what there is; the proposal takes the rest."""
        now = theme.current()
        pitch = QFontMetricsF(now.font("caption")).lineSpacing()
        most = max(1, min(6, int((room - now.px(MARK + 8)) // pitch)))
        box = QRectF(0, 0, width, 10 * pitch)
        needed = QFontMetricsF(now.font("caption")).boundingRect(box, Qt.TextFlag.TextWordWrap.value, text)
        return max(1, min(most, round(needed.height() / pitch))) * pitch + 2

    def _said(self, painter: QPainter, box: QRectF, text: str) -> None:
        """The sentence, over several lines where there is room."""
        now = theme.current()
        painter.setFont(now.font("caption"))
        painter.setPen(now.colour("ink"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if box.height() > now.px(26):
            painter.drawText(box, flags | Qt.TextFlag.TextWordWrap, text)
            return
        paint.draw_text(painter, box, text, now.font("caption"), now.colour("ink"))
