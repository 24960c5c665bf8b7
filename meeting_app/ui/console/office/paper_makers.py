"""Choosing a paper to make, and a form to save a copy in: a list to choose from and what is done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from meeting_app.actions.paper_copies import CALENDAR, PNG, SHEETS, WORD
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import STRETCH, column, row


class Makers(QWidget):
    """Which paper of the meeting to make or to look at.

    Signals: make(kind), look(kind), all_the_same(kind) after a refusal that only asks for a second thought.
    """

    make = Signal(str)
    look = Signal(str)
    all_the_same = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = parts.combo(_("Paper to make"))
        self.make_button = parts.button(_("Make"), icon="plus")
        self.make_button.clicked.connect(self._make)
        self.look_button = parts.button(_("Look"), kind="quiet")
        self.look_button.clicked.connect(self._look)
        self.anyway = parts.button(_("Make it all the same"), kind="quiet")
        self.anyway.clicked.connect(self._anyway)
        self.anyway.hide()
        title = parts.label(_("Make another paper"), "strong")
        buttons = row(self.make_button, self.look_button, STRETCH)
        self.setLayout(column(title, self.kind, buttons, self.anyway, spacing=8))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def offer(self, kinds: Sequence[tuple[str, str]]) -> None:
        """Show the kinds, (kind, words); what was chosen stays chosen."""
        chosen = self.kind.value()
        self.kind.offer(list(kinds))
        if chosen in dict(kinds):
            self.kind.set_value(chosen)
        self.setVisible(bool(kinds))

    def ask_again(self, kind: str) -> None:
        """Offer to make this kind all the same; "" takes the offer back."""
        self._asked = kind
        self.anyway.setVisible(bool(kind))

    @Slot()
    def _make(self) -> None:
        self.make.emit(self.kind.value())

    @Slot()
    def _look(self) -> None:
        self.look.emit(self.kind.value())

    @Slot()
    def _anyway(self) -> None:
        self.all_the_same.emit(self._asked)


def form_words(form: str) -> str:
    """A form of a copy in words."""
    words = {
        PNG: _("Pictures for group chats (PNG)"),
        WORD: _("Word file for editing (DOCX)"),
        SHEETS: _("Attendance and results (XLSX)"),
        CALENDAR: _("Calendar entry (ICS)"),
    }
    return words[form]


class Copies(QWidget):
    """In which other form to save the paper. Signal: asked(form)."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = parts.combo(_("Form of the copy"))
        self.save = parts.button(_("Save"), name=_("Save a copy in this form"))
        self.save.clicked.connect(self._save)
        title = parts.label(_("A copy in another form"), "caption", tone="muted")
        self.setLayout(column(title, row(parts.growing(self.form), self.save), spacing=4))

    def offer(self, forms: Sequence[str]) -> None:
        """Show what there is for the paper."""
        self.form.offer([(form, form_words(form)) for form in forms])
        self.setVisible(bool(forms))

    @Slot()
    def _save(self) -> None:
        self.asked.emit(self.form.value())
