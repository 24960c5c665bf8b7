"""Find (Ctrl+F): one field, and below it whatever people, topics, meetings and papers it names."""

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.find_presenter import FindPresenter, FoundLine
from meeting_app.ui.console.office.layout import column
from meeting_app.ui.console.office.page import ENTER, Page
from meeting_app.ui.console.office.rows import Row, RowList, heading, line

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office

ICONS: Final = {"person": "user", "topic": "lightbulb", "meeting": "calendar-days", "paper": "file-text"}
MOVES: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class FindPage(Page):
    """The keyboard stays in the field: arrows move in the list below, Enter opens."""

    kinds: ClassVar[frozenset[str]] = frozenset({"person", "topic", "meeting", "paper"})

    def __init__(self, office: "Office", text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.presenter = FindPresenter(office)
        self._found: dict[str, FoundLine] = {}
        self.field = parts.search_field(_("Name, initials, building-room, or words of a title"))
        self.field.searched.connect(lambda _text: self.refresh())
        self.field.installEventFilter(self)
        self.list = RowList(_("What was found"))
        self.list.opened.connect(self._open)
        self.empty = parts.empty_state()
        self.setLayout(
            column(
                parts.label(_("Find"), "h1"),
                parts.label(_("People, topics, meetings and papers of this community."), tone="muted"),
                8,
                self.field,
                self.list,
                self.empty,
                margins=(32, 24, 32, 24),
            )
        )
        self.field.setText(text)
        self.refresh()

    def first_field(self) -> QWidget | None:
        """The field."""
        return self.field

    def refresh(self) -> None:
        """Show what the text names."""
        text = self.field.text().strip()
        found = self.presenter.lines(text)
        self._found = {f"{place}": one for place, one in enumerate(found)}
        self.list.show_rows(self._rows())
        self.list.setVisible(bool(found))
        self.empty.show_text(_empty(text) if not found else "")

    def _rows(self) -> list[Row]:
        rows: list[Row] = []
        kind = ""
        for key, one in self._found.items():
            if one.kind != kind:
                kind = one.kind
                rows.append(heading(kind, one.label))
            rows.append(line(key, one.title, one.detail, icon=ICONS[one.kind]))
        return rows

    def _open(self, key: str) -> None:
        one = self._found.get(key)
        if one is not None:
            self.office.go(one.page, **dict(one.arguments))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter typed into the field act on the list."""
        if watched is not self.field or event.type() != QEvent.Type.KeyPress:
            return False
        assert isinstance(event, QKeyEvent)
        step = MOVES.get(Qt.Key(event.key()))
        if step is not None:
            self.list.step(step)
            return True
        if event.key() in ENTER:
            self._open(self.list.current_id())
            return True
        return False


def _empty(text: str) -> str:
    if not text:
        return _("Type a name, initials such as wgf, a room such as 3-2-501, or a word of a title.")
    return _("Nothing is found under “{text}”.").format(text=text)
