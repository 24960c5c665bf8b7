"""Icons of the Lucide set (ISC licence, vendored in resources/icons), tinted by a token, crisp at any scale.

An icon never stands alone: there is always a word beside it, so icons have no names of their own.
"""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from meeting_app import resources
from meeting_app.ui.qt import theme

# The set is drawn on 24 units with a stroke of 2; the look asks for 1.75, small icons keep 2.
SMALL: Final = 16
STROKE: Final = "1.75"
# Device scales that a QIcon is made for.
SCALES: Final = (1.0, 1.25, 1.5, 2.0)


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str, *, thin: bool) -> QSvgRenderer:
    text = resources.path("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    if thin:
        text = text.replace('stroke-width="2"', f'stroke-width="{STROKE}"', 1)
    return QSvgRenderer(QByteArray(text.encode()))


def draw(painter: QPainter, name: str, box: QRectF, colour: str) -> None:
    """Draw an icon into a square; raises ResourceMissingError for a name that is not vendored."""
    _renderer(name, colour, thin=box.width() > SMALL).render(painter, box)


@lru_cache(maxsize=512)
def pixmap(name: str, pixels: int, colour: str, device_scale: float = 1.0) -> QPixmap:
    """An icon of `pixels` logical pixels for one device scale."""
    made = QPixmap(QSize(round(pixels * device_scale), round(pixels * device_scale)))
    made.setDevicePixelRatio(device_scale)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, name, QRectF(0, 0, pixels, pixels), colour)
    painter.end()
    return made


def icon(name: str, token: str = "ink", pixels: int = 20) -> QIcon:
    """An icon for Qt's own controls, in a colour of the theme in force."""
    now = theme.current()
    made = QIcon()
    for scale in SCALES:
        made.addPixmap(pixmap(name, now.px(pixels), getattr(now.colours, token), scale))
    return made


def application_icon() -> QIcon:
    """The icon of the windows: the mark of the house."""
    from meeting_app.ui.qt import mark

    return mark.application_icon()
