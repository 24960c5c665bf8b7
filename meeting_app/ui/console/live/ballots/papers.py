"""How many papers or slips are out: printed, handed out, replaced, not given back. Numbers only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget

from meeting_app.i18n import _, ngettext
from meeting_app.ui.console.live.box import across, down, held
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import Button, Field, Label

MOST = 9_999
WIDE = 88
MORE = 10


class PapersOut(QWidget):
    """Three figures and a button. Signals: given(issued, replaced, not_returned), print_asked(papers) with
    0 = as many as the meeting needs. `above`: the names stand above their fields, where a small screen has no
    room for all of them in a line.
    """

    given = Signal(int, int, int)
    print_asked = Signal(int)

    def __init__(self, *, returned: bool = False, above: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.issued = self._field(_("Papers handed out"))
        self.replaced = self._field(_("of them replaced"))
        self.missing = self._field(_("not given back"))
        self.keep = Button(_("Note it"), icon="check")
        self.keep.clicked.connect(self._give)
        self.printed = Label("", "caption", tone="muted", wrap=True)
        self.print = Button(_("Print the papers"), icon="printer")
        self.print.clicked.connect(self._print)
        self._printed = 0
        self._kept = (-1, -1, -1)
        line = across(gap=8)
        for field in self._fields(returned):
            name = Label(field.accessibleName(), "caption", tone="muted")
            line.addLayout(down(name, 4, field) if above else across(name, field))
        line.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        printing = across(self.print, 8)
        printing.addWidget(self.printed, 1)
        self._printing = held(printing)
        self.setLayout(down(self._printing, 4, line))
        self._printing.setVisible(not returned)
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

    def show_printed(self, printed: int) -> None:
        """Show how many papers carry a code of this vote."""
        self._printed = printed
        told = ngettext(
            "{n} paper is printed, with a code of its own", "{n} papers are printed, each with its own code",
            printed,
        )  # fmt: skip
        self.printed.setText(told.format(n=printed) if printed else _("no paper is printed yet"))
        more = ngettext("Print {n} more", "Print {n} more", MORE).format(n=MORE)
        self.print.setText(more if printed else _("Print the papers"))

    def _print(self) -> None:
        self.print_asked.emit(MORE if self._printed else 0)

    def _give(self) -> None:
        figures = [int(field.text() or 0) for field in (self.issued, self.replaced, self.missing)]
        self.given.emit(*figures)
