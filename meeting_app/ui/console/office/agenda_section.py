"""The second section of calling a meeting: the agenda against the clock, and who is called."""

from PySide6.QtWidgets import QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.agenda_list import AgendaList
from meeting_app.ui.console.office.call_presenter import CallPicture
from meeting_app.ui.console.office.layout import STRETCH, column, row


class AgendaSection(QWidget):
    """List, total, and the buttons over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = parts.button("", icon="users")
        self.add = parts.button(_("Add an item"), kind="quiet", icon="plus")
        self.change = parts.button(_("Open the item"), kind="quiet", icon="pencil")
        self.remove = parts.button(_("Take it off"), kind="quiet", icon="trash-2")
        self.take_up = parts.button("", kind="quiet", icon="download")
        self.list = AgendaList()
        self.change.clicked.connect(lambda: self.list.opened.emit(self.list.current_id()))
        self.remove.clicked.connect(lambda: self.list.removed.emit(self.list.current_id()))
        self.total = parts.label("", tone="muted")
        self.ends = parts.label("", tone="muted")
        self.hint = parts.label(_("Only what stands in the notice can be voted on."), "caption", tone="muted")
        head = row(parts.numbered(2, _("Agenda")), self.hint, STRETCH, self.people)
        tools = row(self.total, self.ends, STRETCH, self.change, self.remove, self.add)
        offered = row(self.take_up, STRETCH)
        self.setLayout(column(head, offered, self.list, parts.hairline(), tools, spacing=4))

    def show_picture(self, picture: CallPicture) -> None:
        """Show the agenda as it is."""
        self.list.show_lines(picture.lines, editable=picture.editable)
        self.total.setText(picture.total)
        self.ends.setText(picture.ends)
        parts.set_text(self.people, picture.people)
        parts.set_text(self.take_up, picture.put_off)
        self.take_up.setVisible(picture.editable and bool(picture.put_off))
        for button in (self.add, self.change, self.remove):
            button.setVisible(picture.editable)
