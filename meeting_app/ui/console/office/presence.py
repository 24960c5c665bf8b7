"""Who was in the room: choose an instant of a meeting, see everybody who was there or represented."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QSizePolicy, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office import presence_presenter as words
from meeting_app.ui.console.office.layout import column, row
from meeting_app.ui.console.office.page import Page
from meeting_app.ui.console.office.rows import RowList
from meeting_app.ui.widgets.tables import Column, Table

if TYPE_CHECKING:
    from meeting_app.queries.who_was_there import Moment
    from meeting_app.ui.qt.office import Office

LEFT = 320


class PresencePage(Page):
    """`meeting_id` is a meeting that has begun; without one there is nobody to show."""

    kinds: ClassVar[frozenset[str]] = frozenset({"stay", "proxy", "poll", "meeting", "person"})

    def __init__(self, office: "Office", meeting_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.presenter = words.PresencePresenter(office, meeting_id)
        self._moments: tuple[Moment, ...] = ()
        self.list = RowList(_("Instants of the meeting"))
        self.list.setFixedWidth(parts.px(LEFT))
        self.list.chosen.connect(self._show)
        self.empty = parts.empty_state()
        self.heading = parts.label("", "h2", wrap=True)
        self.counted = parts.label("", tone="muted", wrap=True)
        self.table = Table(_("Who was there"), _columns())
        self.back = parts.button(_("Back to the meetings"), icon="arrow-left")
        self.back.clicked.connect(lambda: office.go("meetings"))
        self._right = QWidget()
        self._right.setLayout(column(self.heading, self.counted, self.table, spacing=8))
        head = row(
            parts.heading(
                _("Who was there"), _("In the room or represented, at any instant of the meeting."),
            ),
            parts.at_top(self.back),
        )  # fmt: skip
        both = row(self.list, parts.growing(self._right), spacing=24)
        whole = QWidget()
        whole.setLayout(both)
        whole.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setLayout(column(head, 8, self.empty, whole, margins=(32, 24, 32, 24)))
        self.refresh()

    def first_field(self) -> QWidget | None:
        """The instants."""
        return self.list if self._moments else self.back

    def refresh(self) -> None:
        """Show the instants as they are now; the first vote is chosen at the beginning."""
        self._moments = self.presenter.moments()
        self.list.show_rows(words.moment_rows(self._moments))
        self.list.setVisible(bool(self._moments))
        self._right.setVisible(bool(self._moments))
        self.empty.show_text("" if self._moments else _("Nobody has come to this meeting yet."))
        vote = next((place for place, one in enumerate(self._moments) if one.code == "vote"), 0)
        if self._moments and not self.heading.text():
            self.list.choose(str(vote))
        self._show(self.list.current_id())

    def _show(self, place: str) -> None:
        if not place:
            return
        moment = self._moments[int(place)]
        room = self.presenter.room(moment)
        self.heading.setText(words.moment_words(moment))
        self.counted.setText(words.room_sentence(room))
        self.table.show_lines([words.person_line(one) for one in room.people])


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("No."), figures=True, width=72),
        Column(_("Name"), width=128),
        Column(_("Room"), stretch=2),
        Column(_("How"), stretch=2),
    )
