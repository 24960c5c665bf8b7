"""The meetings: those to come, with the next one first, and those that are over."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.meetings_presenter import MeetingLine, MeetingsPresenter
from meeting_app.ui.console.office.page import Page
from meeting_app.ui.console.office.rows import Row, RowList, heading, line

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office


class MeetingsPage(Page):
    """All meetings; the chosen one stands beside the list with what can be done with it."""

    kinds: ClassVar[frozenset[str]] = frozenset({"meeting", "invitee", "stay", "poll", "paper"})

    def __init__(self, office: "Office", parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.presenter = MeetingsPresenter(office)
        self._lines: dict[str, MeetingLine] = {}
        self.add = parts.button(_("Call a meeting"), icon="plus", key="Ctrl+N")
        self.add.clicked.connect(self.begin)
        self.kinds_button = parts.button(_("Kinds of meetings"), icon="list")
        self.kinds_button.clicked.connect(lambda: office.go("kinds"))
        self.search = parts.search_field(_("Search in the titles"))
        self.search.textChanged.connect(self._searched)
        self.list = RowList(_("Meetings"))
        self.list.opened.connect(self._open)
        self.list.chosen.connect(self._show_card)
        self.empty = parts.empty_state()
        self.setLayout(self._arranged())
        self.refresh()

    def _arranged(self) -> QVBoxLayout:
        head = row(
            parts.heading(
                _("Meetings"),
                _("From the first draft to the posted decision."),
            ),
            parts.at_top(self.kinds_button),
            parts.at_top(self.add),
        )
        left = QWidget()
        left.setLayout(column(self.search, self.list, self.empty))
        card, foot = self._card()
        return column(head, 8, Columns(left, card, foot), margins=(32, 24, 32, 24))

    def _card(self) -> tuple[QWidget, QWidget]:
        self.card = QWidget()
        self.card_title = parts.label("", "h2", serif=True, wrap=True)
        self.card_state = parts.chip()
        self.card_detail = parts.label("", tone="muted", wrap=True)
        self.card_figures = parts.label("", wrap=True)
        self.papers = parts.button(_("Its papers"), icon="file-text")
        self.papers.clicked.connect(lambda: self.office.go("papers", meeting_id=self.list.current_id()))
        self.presence = parts.button(_("Who was there"), icon="users")
        self.presence.clicked.connect(lambda: self.office.go("presence", meeting_id=self.list.current_id()))
        self.card.setLayout(
            column(
                self.card_title,
                row(self.card_state, STRETCH),
                self.card_detail,
                self.card_figures,
                row(self.papers, self.presence, STRETCH),
                STRETCH,
                spacing=12,
            )
        )
        self.open = parts.button("", kind="main", icon="arrow-right", key=_("Enter"))
        self.open.clicked.connect(lambda: self._open(self.list.current_id()))
        self.main_button = self.open
        return self.card, self.open

    def first_field(self) -> QWidget | None:
        """The list; while it is empty, what begins it."""
        return self.list if self._lines else self.add

    def refresh(self) -> None:
        """Show the list as it is now; the chosen meeting stays chosen."""
        picture = self.presenter.picture()
        self._lines = {line.meeting_id: line for line in (*picture.coming, *picture.past)}
        rows: list[Row] = []
        for code, title, group in (
            ("coming", _("To come"), picture.coming),
            ("past", _("Over"), picture.past),
        ):
            if group:
                rows.append(heading(code, title, str(len(group))))
                rows += [line(m.meeting_id, m.title, m.detail, m.state, m.tone) for m in group]
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.empty.show_text(picture.empty)
        self._show_card(self.list.current_id())

    def _show_card(self, meeting_id: str) -> None:
        line = self._lines.get(meeting_id)
        self.card.setVisible(line is not None)
        self.open.setVisible(line is not None)
        if line is not None:
            self.card_title.setText(line.title)
            self.card_state.set_chip(line.state, line.tone)
            self.card_detail.setText(line.detail)
            self.card_figures.setText(line.figures)
            self.presence.setVisible(line.begun)
            parts.set_text(self.open, line.button)

    def _open(self, meeting_id: str) -> None:
        line = self._lines.get(meeting_id)
        if line is not None:
            self.office.go(line.opens, meeting_id=meeting_id)

    def _searched(self, text: str) -> None:
        self.presenter.text = text.strip()
        self.refresh()

    def begin(self) -> None:
        """Call a new meeting."""
        self.office.go("call")
