"""The papers that a meeting needs before it: which to print, what is filed of them, a look at each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.call_presenter import PaperLine
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.ui.widgets.labels import Label


class PaperChecks(QWidget):
    """Boxes to tick; what is ticked is printed with the notice.

    A tick that was changed stays as it was put.
    """

    look = Signal(str)
    others = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, parts.CheckBox] = {}
        self._unticked: set[str] = set()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        others = parts.button(_("Other papers"), kind="quiet")
        others.clicked.connect(self.others)
        head = row(parts.numbered(4, _("To be printed")), STRETCH, others)
        self.setLayout(column(head, self._rows, spacing=4))

    def show_lines(self, lines: Sequence[PaperLine]) -> None:
        """Show the papers; what was made for the notice that stands is not ticked by itself."""
        empty(self._rows)
        self.boxes.clear()
        for line in lines:
            self._rows.addWidget(self._row(line))

    def _row(self, line: PaperLine) -> QWidget:
        box = parts.check_box(line.label)
        box.setChecked(line.kind not in self._unticked and line.due)
        box.toggled.connect(
            lambda on: self._unticked.discard(line.kind) if on else self._unticked.add(line.kind)
        )
        self.boxes[line.kind] = box
        look = parts.button(_("Look"), kind="quiet")
        look.setAccessibleName(_("Look at: {paper}").format(paper=line.label))
        look.clicked.connect(lambda: self.look.emit(line.kind))
        detail = Label(line.detail, "caption", tone="muted", elide=True)
        detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        shown = row(box, detail, look)
        shown.setStretchFactor(detail, 1)
        return parts.table_row(shown, 40)

    def ticked(self) -> tuple[str, ...]:
        """The kinds to print, in their order."""
        return tuple(kind for kind, box in self.boxes.items() if box.isChecked())
