"""One person out of all: type a number, a name, initials or a room; Enter takes the first that fits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from meeting_app.i18n import _
from meeting_app.queries.people import PersonHit, find_people
from meeting_app.ui.console.live import words
from meeting_app.ui.console.live.box import down
from meeting_app.ui.console.live.context import Live
from meeting_app.ui.widgets import Label, Row, RowList, SearchBox

MOST = 4
ROW = 40


class PersonField(QWidget):
    """Signal: taken() once somebody is chosen."""

    taken = Signal()

    def __init__(self, live: Live, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._hits: tuple[PersonHit, ...] = ()
        self.person: PersonHit | None = None
        self.field = SearchBox(label, _("Number, name, initials or room"))
        self.field.searched.connect(self._search)
        self.field.returnPressed.connect(self.take)
        self.list = RowList(label, height=ROW, detail_below=False, open_on_click=True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.opened.connect(self._chosen)
        self.list.hide()
        self.setLayout(down(Label(label, "caption", tone="muted"), 4, self.field, self.list))

    def clear(self) -> None:
        """Nobody."""
        self.person = None
        self.field.clear()
        self._show(())

    def fill(self, person: PersonHit) -> None:
        """Somebody who was chosen elsewhere."""
        self.person = person
        self.field.setText(person.name)
        self._show(())

    def _search(self, text: str) -> None:
        if self.person is not None and text == self.person.name:
            return
        self.person = None
        found: tuple[PersonHit, ...] = ()
        if text:
            found = self._live.ask(find_people, text=text, meeting_id=self._live.meeting_id, limit=MOST)
        self._show(found)

    def _show(self, hits: tuple[PersonHit, ...]) -> None:
        self._hits = hits
        self.list.show_rows([Row(hit.person_id, hit.name, words.room(hit.place)) for hit in hits])
        self.list.fit_height(MOST)
        self.list.setVisible(bool(hits))
        if hits:
            self.list.choose(hits[0].person_id)

    def take(self) -> None:
        """Enter: the marked one."""
        if self._hits:
            self._chosen(self.list.current_id())
        elif self.person is not None:
            self.taken.emit()

    def _chosen(self, person_id: str) -> None:
        hit = next((one for one in self._hits if one.person_id == person_id), None)
        if hit is not None:
            self.fill(hit)
            self.taken.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move in the hits while one types."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and self._hits:
            self.list.step(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)
