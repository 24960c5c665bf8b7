"""How many papers or slips are out: handed out, replaced, not given back. Numbers only."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.live.box import across
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import Button, Field, Label

MOST = 9_999
WIDE = 88


class PapersOut(QWidget):
    """Three figures and a button. Signals: given(issued, replaced, not_returned)."""

    given = Signal(int, int, int)

    def __init__(self, *, returned: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.issued = self._field(_("Papers handed out"))
        self.replaced = self._field(_("of them replaced"))
        self.missing = self._field(_("not given back"))
        self.keep = Button(_("Note it"), icon="check")
        self.keep.clicked.connect(self._give)
        self._kept = (-1, -1, -1)
        line = across(gap=8)
        for field in self._fields(returned):
            line.addWidget(Label(field.accessibleName(), "caption", tone="muted"))
            line.addWidget(field)
        line.addWidget(self.keep)
        line.addStretch(1)
        self.setLayout(line)
        self.missing.setVisible(returned)

    def _fields(self, returned: bool) -> tuple[Field, ...]:
        shown = (self.issued, self.replaced)
        return (*shown, self.missing) if returned else shown

    def _field(self, name: str) -> Field:
        field = Field(name, parent=self)
        field.setValidator(QIntValidator(0, MOST, field))
        field.setFixedWidth(theme.current().px(WIDE))
        field.returnPressed.connect(self._give)
        return field

    def show_figures(self, issued: int, replaced: int, not_returned: int) -> None:
        """Show what is noted; what somebody is typing stays until it is."""
        figures = (issued, replaced, not_returned)
        if figures != self._kept:
            self._kept = figures
            for field, figure in zip((self.issued, self.replaced, self.missing), figures, strict=True):
                field.setText(str(figure))

    def _give(self) -> None:
        figures = [int(field.text() or 0) for field in (self.issued, self.replaced, self.missing)]
        self.given.emit(*figures)
