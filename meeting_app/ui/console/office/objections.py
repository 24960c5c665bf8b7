"""Objections to a public notice: who said what, what was answered. For the office only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.actions import objections as actions
from meeting_app.i18n import _, ngettext
from meeting_app.queries.more_papers import ObjectionRow, objection_rows
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import column, empty, row
from meeting_app.wording import times

if TYPE_CHECKING:
    from meeting_app.queries.paper_list import PaperRow
    from meeting_app.ui.console.office.page import Page


class Objections(QWidget):
    """The objections to the shown notice; one field notes another, one answers the first that is open."""

    def __init__(self, page: "Page", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._paper_id = ""
        self._open: ObjectionRow | None = None
        self.count = parts.label("", "strong")
        self._rows = QVBoxLayout()
        self.answer = parts.line_edit(_("What is answered"), _("Answer to the first open objection"))
        self.answer.returnPressed.connect(self._answer)
        self.text = parts.line_edit(_("Note an objection"), _("Objection in its own words"))
        self.text.returnPressed.connect(self._note)
        self.who = parts.line_edit(_("From whom (for the office only)"), _("Who objects"))
        self.who.returnPressed.connect(self._note)
        self.save = parts.button(_("Write it down"), name=_("Note the objection"))
        self.save.clicked.connect(self._note)
        fields = row(parts.growing(self.who), self.save)
        self.setLayout(column(self.count, self._rows, self.answer, self.text, fields, spacing=8))
        self.hide()

    def show_paper(self, paper: "PaperRow | None") -> None:
        """Show those of a public notice; hidden for every other paper."""
        public = paper is not None and paper.public_from is not None and paper.state == "filed"
        self._paper_id = paper.id if paper is not None and public else ""
        self.setVisible(public)
        self.refresh()

    def refresh(self) -> None:
        """Show them as they are now."""
        rows: tuple[ObjectionRow, ...] = ()
        if self._paper_id:
            rows = self._page.office.records.ask(objection_rows, paper_id=self._paper_id)
        self._open = next((one for one in rows if not one.answer), None)
        self.count.setText(
            ngettext("{n} objection", "{n} objections", len(rows)).format(n=len(rows))
            if rows
            else _("No objection so far")
        )
        empty(self._rows)
        for one in rows:
            told = _("{day}: {text}").format(day=times.day(one.received_on), text=one.text)
            self._rows.addWidget(parts.label(told, wrap=True))
            state = _("Answer: {text}").format(text=one.answer) if one.answer else _("not answered yet")
            self._rows.addWidget(parts.label(state, "caption", tone="muted", wrap=True))
        self.answer.setVisible(self._open is not None)

    @Slot()
    def _note(self) -> None:
        if not self.text.text().strip():
            self.text.setFocus()
            return
        self._page.do(
            actions.note_objection, self._noted, self._page.refused, paper_id=self._paper_id,
            text=self.text.text(), raised_by=self.who.text(),
        )  # fmt: skip

    def _noted(self, _result: object) -> None:
        self.text.clear()
        self.who.clear()
        self.refresh()

    @Slot()
    def _answer(self) -> None:
        if self._open is not None and self.answer.text().strip():
            self._page.do(
                actions.answer_objection, self._answered, self._page.refused, objection_id=self._open.id,
                answer=self.answer.text(),
            )  # fmt: skip

    def _answered(self, _result: object) -> None:
        self.answer.clear()
        self.refresh()
