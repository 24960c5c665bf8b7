"""Raised hands beside the other channels: only the rest, counted by two tellers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QWidget

from meeting_app.i18n import _
from meeting_app.queries.vote_view import RestRow, VoteView
from meeting_app.ui.console.live.ballots import presenter
from meeting_app.ui.console.live.box import SPACE, down
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import Field, Label

MOST = 9_999
WIDE = 96


class RestPanel(QWidget):
    """Signals: reported(position, mark, teller, text); an empty text takes the figure back."""

    reported = Signal(int, int, int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rule = Label("", wrap=True, tone="muted")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.current().px(16))
        self._fields: dict[tuple[int, int, int], Field] = {}
        self._rows: tuple[tuple[int, int], ...] = ()
        self._states: dict[tuple[int, int], Label] = {}
        whole = down(self.rule, 12)
        whole.addLayout(self._grid)
        whole.addItem(down(SPACE))
        self.setLayout(whole)

    def show_view(self, view: VoteView) -> None:
        """Show the figures that were reported."""
        wanted = tuple((row.position, row.mark) for row in view.rest)
        if wanted != self._rows:
            self._rows = wanted
            self._make(view)
        said = _("Only those who have not voted another way raise a hand now: at most {n}.")
        self.rule.setText(said.format(n=view.remaining))
        for row in view.rest:
            self._show_row(row)

    def _make(self, view: VoteView) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._fields.clear()
        self._states.clear()
        for column, title in enumerate((_("Teller {n}").format(n=1), _("Teller {n}").format(n=2)), start=1):
            self._grid.addWidget(Label(title, "caption", tone="muted"), 0, column)
        for line, row in enumerate(view.rest, start=1):
            word = presenter.rest_word(view, row)
            self._grid.addWidget(Label(word, bold=True), line, 0)
            for teller in (1, 2):
                self._grid.addWidget(self._field(row, teller, word), line, teller)
            state = self._states[row.position, row.mark] = Label("", "caption")
            self._grid.addWidget(state, line, 3)
        self._grid.setColumnStretch(3, 1)

    def _field(self, row: RestRow, teller: int, word: str) -> Field:
        field = Field(_("{choice}, teller {n}").format(choice=word, n=teller))
        field.setValidator(QIntValidator(0, MOST, field))
        field.setFixedWidth(theme.current().px(WIDE))
        key = (row.position, row.mark, teller)
        field.editingFinished.connect(lambda: self._report(key))
        self._fields[key] = field
        return field

    def _report(self, key: tuple[int, int, int]) -> None:
        field = self._fields.get(key)
        if field is not None and field.isModified():
            field.setModified(False)
            self.reported.emit(*key, field.text())

    def _show_row(self, row: RestRow) -> None:
        for teller, figure in ((1, row.first), (2, row.second)):
            field = self._fields[row.position, row.mark, teller]
            if not field.hasFocus() or not field.isModified():
                field.setText("" if figure is None else str(figure))
        state = self._states[row.position, row.mark]
        if row.first is None or row.second is None:
            state.setText(_("not counted") if row.first is None and row.second is None else _("one teller"))
            state.set_tone("muted")
        else:
            state.setText(_("agreed") if row.first == row.second else _("tellers differ"))
            state.set_tone("ok" if row.first == row.second else "warn")

    def start(self) -> None:
        """The first figure that is missing."""
        for field in self._fields.values():
            if not field.text():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
