"""Finding somebody in the room to put on the list of speakers: number, name, initials or room."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from meeting_app.i18n import _
from meeting_app.queries.people import PersonHit, find_people
from meeting_app.ui.console.live import words
from meeting_app.ui.console.live.box import across, down
from meeting_app.ui.console.live.context import Live
from meeting_app.ui.widgets import Label, QuietButton, Row, RowList, SearchBox

MOST = 30


def present_rows(hits: tuple[PersonHit, ...]) -> list[Row]:
    """People in the room as rows; who is not here cannot be given the floor."""
    return [
        Row(hit.person_id, hit.name, words.room(hit.place), lead=str(hit.number), strong=True)
        for hit in hits
        if hit.state == "present"
    ]


class Finder(QWidget):
    """Signals: found(person_id) at Enter, left at Esc."""

    found = Signal(str)
    left = Signal()

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self.field = SearchBox(_("Who wants to speak"), _("Number, name, initials or room"), key="Esc")
        self.field.searched.connect(self._search)
        self.field.returnPressed.connect(self._take)
        self.list = RowList(_("People in the room"), height=48, detail_below=False, open_on_click=True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.opened.connect(self.found)
        self.list.chosen.connect(lambda _id: self._show_about())
        self.about: Callable[[str, str], str] = lambda _person_id, _name: ""
        self._names: dict[str, str] = {}
        self.nobody = Label("", tone="warn", wrap=True)
        close = QuietButton(_("Close"), icon="x")
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.left)
        head = across()
        head.addWidget(self.field, 1)
        head.addWidget(close)
        lay = down(head, 4, self.nobody)
        lay.addWidget(self.list, 1)
        self.setLayout(lay)

    def begin(self) -> None:
        """Empty the field and type into it."""
        self.field.clear()
        self._search("")
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _search(self, text: str) -> None:
        hits: tuple[PersonHit, ...] = ()
        if text:
            hits = self._live.ask(find_people, text=text, meeting_id=self._live.meeting_id, limit=MOST)
        rows = present_rows(hits)
        self.list.show_rows(rows)
        if rows:
            self.list.choose(rows[0].id)
        if rows:
            self._names = {row.id: row.title for row in rows}
            self._show_about()
            return
        self.nobody.setVisible(bool(text))
        absent = next((hit.name for hit in hits), "")
        self.nobody.setText(
            _("{name} is not checked in.").format(name=absent)
            if absent
            else _("Nobody here fits “{text}”.").format(text=text)
        )

    def _show_about(self) -> None:
        """What is to be known of the chosen one before Enter."""
        chosen = self.list.current_id()
        said = self.about(chosen, self._names.get(chosen, "")) if chosen else ""
        self.nobody.setText(said)
        self.nobody.setVisible(bool(said))

    def _take(self) -> None:
        if self.list.current_id():
            self.found.emit(self.list.current_id())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move in the list while one types; Esc leaves."""
        steps: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Up: lambda: self.list.step(-1),
            Qt.Key.Key_Down: lambda: self.list.step(1),
            Qt.Key.Key_Escape: self.left.emit,
        }
        way = steps.get(event.key())
        if way is None:
            super().keyPressEvent(event)
            return
        way()
