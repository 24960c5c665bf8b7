"""The preview: a page as it will be read, in small."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.ui.console.office.scenario_editor.preview_presenter import CARD, TITLES, Block, Preview


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
        self.setLayout(column(row(self.kind, STRETCH, self.full), sheet, STRETCH))

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
