"""The projector's page in small, by its own painter; what has not changed is not painted again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from meeting_app.domain.clock import Instant
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import paint

if TYPE_CHECKING:
    # The pages' classes cost 13 ms at the start, which the office's pages need not pay.
    from meeting_app.queries.slides_types import Slide


class SlideThumb(QWidget):
    """A page of 16:9 in a frame. Not a target; a screen reader is told what the page says.

    The picture is kept and only the moments at which the page looks different make a new one.
    """

    def __init__(self, name: str, *, width: int = 288, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._width, self._scheme = name, width, "light"
        self._slide: Slide | None = None
        self._shown: tuple[object, ...] = ()
        self._image: QImage | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.events().changed.connect(self.updateGeometry)

    def set_width(self, width: int) -> None:
        """Another width (unscaled); the height follows."""
        if width != self._width:
            self._width = width
            self._image = None
            self.updateGeometry()
            self.update()

    def set_scheme(self, scheme: str) -> None:
        """Paint as the projector does: "light" or "dark"."""
        if scheme != self._scheme:
            self._scheme = scheme
            self._image = None
            self.update()

    def slide(self) -> "Slide | None":
        """The page that is shown."""
        return self._slide

    def show_slide(self, slide: "Slide", now: Instant) -> None:
        """Show a page as it is at a moment."""
        from meeting_app.i18n import language
        from meeting_app.ui.slides import accessible_text

        said = accessible_text(slide, now)
        # The words name every figure of a page, so equal words of an equal page are an equal picture.
        shown = (slide, said, now.wall_ms // 60_000, now.wall_ms // 1000 if _runs(slide) else 0, language())
        if shown == self._shown and self._image is not None:
            return
        self._slide, self._shown = slide, shown
        self.setAccessibleDescription(said)
        self._image = self._picture(slide, now)
        self.update()

    def _picture(self, slide: "Slide", now: Instant) -> QImage:
        from meeting_app.ui.slides import scheme, slide_image

        ratio = self.devicePixelRatioF()
        size = self.sizeHint()
        pixels = QSize(round(size.width() * ratio), round(size.height() * ratio))
        image = slide_image(slide, pixels, now, scheme(self._scheme))
        image.setDevicePixelRatio(ratio)
        return image

    def sizeHint(self) -> QSize:
        width = theme.current().px(self._width)
        return QSize(width, round(width * 9 / 16))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        paint.smooth(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        painter.setClipPath(paint.box_path(box, now.size("r_chip")))
        if self._image is None:
            painter.fillRect(box, now.colour("sl_ground"))
        else:
            painter.drawImage(box, self._image)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(now.colour("line_strong"), 1))
        radius = now.size("r_chip")
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def _runs(slide: "Slide") -> bool:
    from meeting_app.ui.slides import ticks

    return ticks(slide)
