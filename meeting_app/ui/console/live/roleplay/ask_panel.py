"""One question with numbered answers: a number, or arrows and Enter; Esc goes one question back."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.live.box import SPACE, across, down
from meeting_app.ui.console.live.roleplay.flow import Flow, Option, Question
from meeting_app.ui.qt import theme
from meeting_app.ui.qt.keys import SCANS
from meeting_app.ui.widgets import Button, Hairline, KeyCap, Label, Row, RowList

NUMBERS: Final = "123456789"


class Answers(RowList):
    """The answers; a number chooses at once."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number opens its row, Space the marked one; letters do nothing."""
        place = NUMBERS.find(event.text()) if event.text() else -1
        if place >= 0 and not event.isAutoRepeat():
            row = self.rows.row_at(self.rows.index(place))
            if row is not None:
                self.choose(row.id)
                self.opened.emit(row.id)
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.opened.emit(self.current_id())
        elif not event.text().isalnum():
            super().keyPressEvent(event)


class AskPanel(QWidget):
    """Shows the question of a flow and remembers the ones before it.

    Signals: answered(option id), left() when the first question is given up.
    """

    answered = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before: list[Flow] = []
        self.flow: Flow | None = None
        self.title = Label("", "h2", wrap=True)
        self.note = Label("", tone="muted", wrap=True)
        self.list = Answers(_("Choices by number"), height=44, detail_below=False, tab=45, open_on_click=True)
        self.list.setProperty(SCANS, True)  # the figures of a badge are no answers
        self.list.opened.connect(self.answered)
        self.back_button = Button(_("Back"), icon="arrow-left", key=_("Esc"))
        self.back_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back_button.clicked.connect(self.back)
        foot = across(self.back_button, KeyCap("1–9"), Label(_("choose"), "caption", tone="muted"), SPACE)
        box = down(self.title, self.note, 4, Hairline())
        box.addWidget(self.list, 1)
        box.addWidget(Hairline())
        box.addSpacing(theme.current().px(8))
        box.addLayout(foot)
        self.setLayout(box)

    def begin(self, flow: Flow) -> None:
        """Ask the first question of a flow."""
        self.before = []
        self._show(flow)

    def go_on(self, flow: Flow, *, same: bool = False) -> None:
        """Ask the next question; `same` = the question asked again, with another answer marked."""
        if self.flow is not None and not same:
            self.before.append(self.flow)
        self._show(flow)

    def _show(self, flow: Flow) -> None:
        self.flow = flow
        question = flow.question()
        self.title.setText(question.title)
        self.note.setText(question.note)
        self.note.setVisible(bool(question.note))
        marked = self.list.current_id()
        self.list.show_rows([_row(place, one) for place, one in enumerate(question.options)])
        if self.list.rows.place_of(marked) < 0 and question.options:
            self.list.choose(question.options[0].id)
        self.setAccessibleName(question.title)
        self.list.setAccessibleName(question.title)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def asked(self) -> Question | None:
        """The question that is shown."""
        return self.flow.question() if self.flow is not None else None

    def back(self) -> None:
        """To the question before; from the first one away."""
        if self.before:
            self._show(self.before.pop())
        else:
            self.left.emit()


def _row(place: int, option: Option) -> Row:
    lead = NUMBERS[place] if place < len(NUMBERS) else ""
    return Row(
        option.id, option.text, option.detail, lead, option.icon, "ok" if option.marked else "muted",
        chip=option.chip, chip_tone=option.tone, strong=option.marked,
    )  # fmt: skip
