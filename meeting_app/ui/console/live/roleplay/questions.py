"""The questions of the talk afterwards; a number shows one to the hall."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.live.box import down
from meeting_app.ui.widgets import Label, Row, RowList


class QuestionList(QWidget):
    """Signals: asked(place from 0)."""

    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RowList(_("Questions for looking back"), height=48, open_on_click=True)
        self.list.opened.connect(lambda row: self.asked.emit(int(row)))
        hint = Label(
            _("A number shows the question to the hall. Everybody may pass."), tone="muted", wrap=True
        )
        box = down(Label(_("Questions for looking back"), "h2"), hint, 4)
        box.addWidget(self.list, 1)
        self.setLayout(box)

    def show_questions(self, rounds: Sequence[tuple[str, str]], held: str, page: int) -> None:
        """Show them; the one that the hall sees is marked."""
        self.list.show_rows([
            Row(str(place), text, title, str(place + 1),
                chip=_("in the hall") if held == "debrief" and place == page else "", chip_tone="ok")
            for place, (title, text) in enumerate(rounds)
        ])  # fmt: skip

    def ask(self, number: int) -> None:
        """The question of a number from 1."""
        if 1 <= number <= self.list.rows.rowCount():
            self.asked.emit(number - 1)
