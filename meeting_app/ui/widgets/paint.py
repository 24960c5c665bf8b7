"""What the painted controls share: text in a box, key caps, patterns of votes, rounded boxes."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
)

from meeting_app.ui.qt import theme
from meeting_app.ui.qt.theme import Theme

LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE: Final = Qt.AlignmentFlag.AlignCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CHOICES: Final = ("for", "against", "abstain")


def smooth(painter: QPainter) -> None:
    """Antialiasing for shapes and text."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)


def text_width(font: QFont, text: str) -> int:
    """Width of a text in whole logical pixels."""
    return int(QFontMetricsF(font).horizontalAdvance(text) + 0.999)


def elided(font: QFont, text: str, width: float) -> str:
    """The text, cut at its end with … when it does not fit."""
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(width))


def draw_text(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    colour: QColor | str,
    align: Qt.AlignmentFlag = LEFT,
) -> bool:
    """One line in a box, cut when too long; answers whether it was cut."""
    shown = elided(font, text, box.width() + 1)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, int(align), shown)
    return shown != text


def box_path(box: QRectF, radius: float) -> QPainterPath:
    """A rounded box as a path, e.g. to clip to."""
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    return path


def draw_box(
    painter: QPainter, box: QRectF, radius: float, fill: QColor, edge: QColor | None = None, width: float = 1
) -> None:
    """A filled rounded box; its edge lies wholly inside `box`."""
    painter.setBrush(fill)
    painter.setPen(QPen(edge, width) if edge is not None else Qt.PenStyle.NoPen)
    inset = width / 2 if edge is not None else 0
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)


def keycap_width(now: Theme, key: str) -> int:
    """How wide the cap of a key is."""
    return max(now.size("keycap"), text_width(now.font("caption"), key) + now.px(14))


def draw_keycap(painter: QPainter, box: QRectF, key: str, ink: QColor, edge: QColor) -> None:
    """The cap of a key, as on the keyboard."""
    now = theme.current()
    draw_box(painter, box, now.size("r_chip"), QColor(Qt.GlobalColor.transparent), edge)
    draw_text(painter, box, key, now.font("caption"), ink, CENTRE)


@lru_cache(maxsize=64)
def _hatch_tile(ink: str, ground: str, scale: float) -> QPixmap:
    """4 px line, 3 px gap at 45 degrees: a tile of 7*sqrt(2) rounded to 10 that joins without a seam."""
    side = 10
    tile = QPixmap(round(side * scale), round(side * scale))
    tile.setDevicePixelRatio(scale)
    tile.fill(QColor(ground))
    painter = QPainter(tile)
    smooth(painter)
    painter.setPen(QPen(QBrush(QColor(ink)), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    for shift in (-side, 0, side):
        painter.drawLine(shift - 1, side + 1, shift + side + 1, -1)
    painter.end()
    return tile


@lru_cache(maxsize=64)
def _dots_tile(ink: str, ground: str, scale: float) -> QPixmap:
    side = 6
    tile = QPixmap(round(side * scale), round(side * scale))
    tile.setDevicePixelRatio(scale)
    tile.fill(QColor(ground))
    painter = QPainter(tile)
    smooth(painter)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink))
    painter.drawEllipse(QRectF(1.4, 1.4, 3.2, 3.2))
    painter.end()
    return tile


@lru_cache(maxsize=64)
def _upright_tile(ink: str, ground: str, scale: float) -> QPixmap:
    side = 5
    tile = QPixmap(round(side * scale), round(side * scale))
    tile.setDevicePixelRatio(scale)
    tile.fill(QColor(ground))
    painter = QPainter(tile)
    painter.fillRect(QRectF(0, 0, 1, side), QColor(ink))
    painter.end()
    return tile


def fill_brush(kind: str, now: Theme, device_scale: float = 1.0) -> QBrush:
    """How a part of a bar is filled: for, against, abstain, void, act, warn, danger, or rest."""
    colours = now.colours
    if kind == "against":
        return QBrush(_hatch_tile(colours.against, colours.against_tint, device_scale))
    if kind == "abstain":
        return QBrush(_dots_tile(colours.abstain, colours.abstain_tint, device_scale))
    if kind == "void":
        return QBrush(_upright_tile(colours.line_strong, colours.sunken, device_scale))
    solid = {"for": colours.for_, "act": colours.action, "warn": colours.warn_fill, "danger": colours.danger}
    return QBrush(QColor(solid.get(kind, colours.sunken)))


def choice_token(choice: str) -> str:
    """The token of a choice's colour."""
    return "for_" if choice == "for" else choice


def draw_vote_mark(painter: QPainter, box: QRectF, choice: str, now: Theme, *, filled: bool) -> None:
    """The drawn mark of a choice in its frame: a tick, a cross or a ring; never a typed sign."""
    painter.save()
    smooth(painter)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 24, box.height() / 24)
    colour = now.colour(choice_token(choice))
    painter.setPen(Qt.PenStyle.NoPen if filled else QPen(colour, 1.5))
    painter.setBrush(colour if filled else now.colour("surface"))
    painter.drawRoundedRect(QRectF(1, 1, 22, 22), 4, 4)
    pen = QPen(now.colour("on_fill") if filled else colour, 2.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_mark_path(choice))
    painter.restore()


def _mark_path(choice: str) -> QPainterPath:
    """The mark on a box of 24 units."""
    path = QPainterPath()
    if choice == "for":
        path.moveTo(6, 12.5)
        path.lineTo(10.2, 17)
        path.lineTo(18, 7.5)
    elif choice == "against":
        path.moveTo(7, 7)
        path.lineTo(17, 17)
        path.moveTo(17, 7)
        path.lineTo(7, 17)
    else:
        path.addEllipse(QRectF(7, 7, 10, 10))
    return path
