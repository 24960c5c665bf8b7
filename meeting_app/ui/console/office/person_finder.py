"""A field that finds a person of the roster: number, name, pinyin initials, or building-room.

Arrows and Enter choose.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from meeting_app.i18n import _
from meeting_app.queries import people as people_queries
from meeting_app.ui.console.office import parts, words
from meeting_app.ui.console.office.layout import column
from meeting_app.ui.console.office.page import ENTER
from meeting_app.ui.console.office.rows import RowList, line

if TYPE_CHECKING:
    from meeting_app.queries.people import PersonHit
    from meeting_app.ui.qt.office import Office

HITS: Final = 6
MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class PersonFinder(QWidget):
    """Shows hits below the field while it is typed in; a chosen person's name then stands in the field."""

    chosen = Signal(str, str)  # identity, name

    def __init__(self, office: "Office", label: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._person: PersonHit | None = None
        self._hits: tuple[PersonHit, ...] = ()
        self.field = parts.search_field(placeholder)
        self.field.setAccessibleName(label)
        self.field.textEdited.connect(self._look)
        self.field.installEventFilter(self)
        self.list = RowList(_("People found for: {label}").format(label=label))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.opened.connect(self._take)
        self.list.hide()
        self.none = parts.label("", "caption", tone="muted", wrap=True)
        self.none.hide()
        self.setLayout(
            column(parts.label(label, "caption", tone="muted"), self.field, self.list, self.none, spacing=4)
        )

    def person_id(self) -> str | None:
        """Who is chosen."""
        return self._person.person_id if self._person else None

    def clear(self) -> None:
        """Nobody is chosen, nothing is typed."""
        self._person = None
        self.field.clear()
        self._show(())
        self.none.hide()

    def show_name(self, name: str) -> None:
        """Show who was chosen before."""
        self.field.setText(name)

    def _look(self, text: str) -> None:
        self._person = None
        hits = self._office.records.ask(people_queries.find_people, text=text, limit=HITS)
        self._show(hits)
        self.none.setVisible(bool(text.strip()) and not hits)
        self.none.setText(_("Nobody on the roster is found under “{text}”.").format(text=text.strip()))

    def _show(self, hits: "tuple[PersonHit, ...]") -> None:
        self._hits = hits
        self.list.show_rows(
            [line(hit.person_id, hit.name, words.place(hit.place), str(hit.number)) for hit in hits]
        )
        self.list.fit_height(HITS)
        self.list.setVisible(bool(hits))
        if hits:
            self.list.choose(hits[0].person_id)

    def _take(self, person_id: str) -> None:
        hit = next((hit for hit in self._hits if hit.person_id == person_id), None)
        if hit is not None:
            self._person = hit
            self.field.setText(hit.name)
            self._show(())
            self.chosen.emit(hit.person_id, hit.name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move in the hits, Enter takes the marked one, Esc closes them."""
        if watched is not self.field or event.type() != QEvent.Type.KeyPress or self.list.isHidden():
            return False
        assert isinstance(event, QKeyEvent)
        if event.key() in MOVES:
            self.list.step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        if event.key() in ENTER:
            self._take(self.list.current_id())
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._show(())
            return True
        return False
