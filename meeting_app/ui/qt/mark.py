"""The mark of the house: twelve seats at the same distance around a middle, one speaks."""

from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from meeting_app.ui.qt import theme

SEATS: Final = 12
SPEAKER: Final = 1
# Sizes that desktops ask for.
ICON_SIDES: Final = (16, 24, 32, 48, 64, 128, 256)


def draw_ring(painter: QPainter, box: QRectF, colour: QColor, speaker: QColor) -> None:
    """The seats in a square; the second from the top, clockwise, is the one that speaks."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    unit = box.width() / 100
    for seat in range(SEATS):
        angle = 2 * pi * seat / SEATS
        middle = box.center() + QPointF(sin(angle) * 40 * unit, -cos(angle) * 40 * unit)
        painter.setBrush(speaker if seat == SPEAKER else colour)
        radius = (10.5 if seat == SPEAKER else 6.4) * unit
        painter.drawEllipse(middle, radius, radius)


def draw_seal(painter: QPainter, box: QRectF) -> None:
    """The ring in paper colour on the vermilion square, as in the console's corner and on the desktop."""
    now = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(now.colour("seal"))
    painter.drawRoundedRect(box, box.width() / 8, box.width() / 8)
    edge = box.width() / 10
    ink = now.colour("on_seal")
    draw_ring(painter, box.adjusted(edge, edge, -edge, -edge), ink, ink)


def application_icon() -> QIcon:
    """The mark as the icon of the windows."""
    made = QIcon()
    for side in ICON_SIDES:
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_seal(painter, QRectF(0, 0, side, side))
        painter.end()
        made.addPixmap(pixmap)
    return made
