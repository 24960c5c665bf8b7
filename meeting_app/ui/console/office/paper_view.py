"""A paper's pages as pictures, set on a worker.

A page's picture comes soon after it is turned to.
"""

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.qt import theme

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office

DPI: Final = 144
MARGIN: Final = 24
HELD: Final = 6


class PageFrame(QWidget):
    """One page, as large as fits, with a thin edge.

    What a screen reader says is the paper's title and the page.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(parts.px(320))

    def show_image(self, image: QImage | None) -> None:
        """Show a page, or none."""
        self._image = image
        self.update()

    def has_image(self) -> bool:
        """Whether a page is shown."""
        return self._image is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page grows with its room."""
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page in the middle of its room."""
        if self._image is None:
            return
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale = self.devicePixelRatioF()
        size = self._image.size().scaled(self.size() * scale, Qt.AspectRatioMode.KeepAspectRatio)
        fitting = self._image.scaled(
            size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        fitting.setDevicePixelRatio(scale)
        width, height = size.width() / scale, size.height() / scale
        left, top = (self.width() - width) / 2, (self.height() - height) / 2
        painter.drawImage(round(left), round(top), fitting)
        painter.setPen(now.colour("line_strong"))
        painter.drawRect(round(left), round(top), round(width) - 1, round(height) - 1)


class PaperView(QWidget):
    """The page with its turning buttons.

    Only pages that are looked at become pictures, and few are held: a page is 8 MB, a set of cards may have
    hundreds.
    """

    def __init__(self, office: "Office", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._body = b""
        self._count = 0
        self._pages: OrderedDict[int, QImage] = OrderedDict()
        self._place = 0
        self._title = ""
        self._asked = 0
        self.page = PageFrame()
        self.state = parts.label("", tone="muted")
        self.before = parts.button(_("Page before"), kind="quiet", icon="chevron-left")
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after = parts.button(_("Next page"), kind="quiet", icon="chevron-right")
        self.after.clicked.connect(lambda: self.turn(1))
        self.well = well = QFrame()
        well.setProperty("part", "well")
        box: QVBoxLayout = column(
            self.page,
            row(STRETCH, self.before, self.state, self.after, STRETCH),
            margins=(MARGIN, MARGIN, MARGIN, 8),
        )
        well.setLayout(box)
        self.setLayout(column(well))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.clear()

    def clear(self) -> None:
        """Show nothing, and no room for it either."""
        self.well.hide()
        self._asked += 1
        self._body, self._count = b"", 0
        self._pages.clear()
        self.page.show_image(None)
        self._show_state("")

    def wait(self) -> None:
        """A paper is being set."""
        self.clear()
        self.well.show()
        self._show_state(_("The paper is being set …"))

    def show_pdf(self, body: bytes, title: str, place: int = 0) -> None:
        """Show a PDF from a page on; pictures are made on a worker and an older request is forgotten."""
        if not body:
            self.clear()
            return
        self.wait()
        self._title, self._body, self._place = title, body, place
        self._ask_for(place)

    def _ask_for(self, place: int) -> None:
        asked, body = self._asked, self._body
        self._office.tasks.run(lambda: render(body, place), lambda made: self._arrived(asked, place, *made))

    def _arrived(self, asked: int, place: int, count: int, picture: QImage) -> None:
        if not isValid(self) or asked != self._asked:
            return
        self._count = count
        self._pages[place] = picture
        while len(self._pages) > HELD:
            self._pages.popitem(last=False)
        if place == self._place:
            self._show_page()

    def turn(self, by: int) -> None:
        """Turn to another page."""
        self._place = min(max(0, self._place + by), max(0, self._count - 1))
        if self._place in self._pages:
            self._show_page()
        elif self._body:
            self._ask_for(self._place)

    def _show_page(self) -> None:
        self.page.show_image(self._pages[self._place])
        text = _("page {n} of {all}").format(n=self._place + 1, all=self._count)
        self.page.setAccessibleName(f"{self._title}, {text}")
        self._show_state(text)

    def _show_state(self, text: str) -> None:
        several = self._count > 1
        self.state.setText(text)
        self.before.setVisible(several)
        self.after.setVisible(several)
        self.before.setEnabled(self._place > 0)
        self.after.setEnabled(self._place < self._count - 1)


def render(body: bytes, place: int) -> tuple[int, QImage]:
    """How many pages a PDF has, and one of them as a picture; takes some 30 ms, so it runs on a worker."""
    from meeting_app.documents.preview import opened

    with opened(body) as document:
        return len(document), _image(document[place])


def _image(page: object) -> QImage:
    bitmap = page.render(scale=DPI / 72, rev_byteorder=True, prefer_bgrx=True)  # type: ignore[attr-defined]
    picture = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
    return picture.copy()
