"""The preview: a page as it will be read, in small; above it the hall's page or the printed card itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.ui.console.office.scenario_editor.preview_presenter import CARD, TITLES, Block, Preview
from meeting_app.ui.console.office.scenario_editor.proofs import NOW
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import paint
from meeting_app.ui.widgets.thumb import SlideThumb

if TYPE_CHECKING:
    from meeting_app.documents.preview import Picture
    from meeting_app.queries.slides_types_roleplay import RolePlayPage

WIDE = 232


class CardImage(QWidget):
    """A printed card, in small. Not a target; the words stand below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setAccessibleName(_("Role card"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: "Picture") -> None:
        """Show a page."""
        kind = QImage.Format.Format_RGB888
        shown = QImage(picture.rgb, picture.width, picture.height, picture.stride, kind)
        self._image = shown.copy()  # Qt does not keep the bytes
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = theme.current().px(WIDE)
        if self._image.isNull():
            return QSize(wide, wide)
        return QSize(wide, round(wide * self._image.height() / self._image.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.smooth(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self._image)
        painter.setPen(QPen(theme.current().colour("line_strong"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


class PreviewView(QWidget):
    """Shows one preview; the same page is not made twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Preview | None = None
        self.kind = parts.label("", "caption", tone="muted")
        self.full = parts.chip()
        self.heading = parts.label("", "h2", wrap=True, serif=True)
        self.line = parts.label("", "caption", tone="muted")
        self._blocks = QVBoxLayout()
        sheet = parts.sheet()
        sheet.setLayout(column(self.heading, self.line, self._blocks, margins=(16, 16, 16, 16), spacing=4))
        self.slide = SlideThumb(_("On the projector"), width=WIDE)
        self.card = CardImage()
        pictures = column(self.slide, self.card)
        self.setLayout(column(row(self.kind, STRETCH, self.full), pictures, sheet, STRETCH))
        self.show_slide(None)
        self.show_card(None)

    def show_preview(self, shown: Preview) -> None:
        """Show a page."""
        if shown == self._shown:
            return
        self._shown = shown
        self.kind.setText(_(TITLES[shown.kind]))
        self.heading.setText(shown.heading)
        self.line.setText(shown.line)
        self.line.setVisible(bool(shown.line))
        self.full.setVisible(shown.kind == CARD)
        if shown.full > 100:
            self.full.set_chip(_("too long for the card"), "warn", "triangle-alert")
        else:
            self.full.set_chip(_("fits on the card"), "ok", "check")
        empty(self._blocks)
        self._blocks.setSpacing(parts.px(8))
        for block in shown.blocks:
            self._blocks.addWidget(_block(block))

    def show_slide(self, slide: "RolePlayPage | None") -> None:
        """The hall's page, or none."""
        self.slide.setVisible(slide is not None)
        if slide is not None:
            self.slide.show_slide(slide, NOW)

    def show_card(self, picture: "Picture | None") -> None:
        """The printed card, or none."""
        self.card.setVisible(picture is not None)
        if picture is not None:
            self.card.show_picture(picture)

    def shown(self) -> Preview | None:
        """What is shown."""
        return self._shown


def _block(block: Block) -> QWidget:
    made = QFrame()
    if block.secret:
        made.setProperty("part", "well")
    label = parts.label(block.label, "caption", tone="muted", wrap=True)
    text = parts.label(block.text, "strong" if block.strong else "body", wrap=True)
    margins = (8, 4, 8, 4) if block.secret else (0, 0, 0, 0)
    made.setLayout(column(*((label,) if block.label else ()), text, spacing=0, margins=margins))
    return made
