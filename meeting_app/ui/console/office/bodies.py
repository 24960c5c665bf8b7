"""The organisations of the community: who they are, what they answer for, and the form for one."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from meeting_app.actions import community as community_actions
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _, ngettext
from meeting_app.ui.console.office import parts, words
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.rows import Row, RowList, line
from meeting_app.wording import labels

if TYPE_CHECKING:
    from meeting_app.queries.people import BodyRow
    from meeting_app.ui.console.office.roster import RosterPage


class BodiesView(QWidget):
    """List and form beside each other; the form shows the chosen organisation, or a new one."""

    def __init__(self, page: "RosterPage") -> None:
        super().__init__(page)
        self._page = page
        self._bodies: dict[str, BodyRow] = {}
        self._shown = ""
        self.list = RowList(_("Organisations"))
        self.list.chosen.connect(self._show)
        self.empty = parts.empty_state()
        self.heading = parts.label("", "h2")
        self.form = Form()
        self.form.add("kind", _("Kind"), parts.combo())
        self.form.add("name", _("Name of the organisation"), parts.line_edit())
        self.form.add("duties", _("What it answers for"), parts.text_edit(rows=4))
        self.form.add("contact", _("How to reach it"), parts.line_edit())
        self.form.offer("kind", [(code, labels.label(labels.BODIES, code)) for code in labels.BODIES])
        self.new = parts.button(_("Add an organisation"), icon="plus")
        self.new.clicked.connect(self.begin)
        self.save = parts.button(_("Save"), kind="main", icon="check")
        self.save.clicked.connect(self._save)
        left = QWidget()
        left.setLayout(column(self.list, self.empty, row(self.new, STRETCH)))
        right = QWidget()
        right.setLayout(column(self.heading, self.form, STRETCH))
        self.setLayout(column(Columns(left, right, self.save)))

    def refresh(self) -> None:
        """Show the organisations as they are now."""
        bodies = self._page.presenter.bodies()
        self._bodies = {body.id: body for body in bodies}
        self.list.show_rows([_body_row(body) for body in bodies])
        self.list.setVisible(bool(bodies))
        self.empty.show_text("" if bodies else _("No organisation yet. Add those that sit at the table."))
        if self._shown not in self._bodies:
            self._show(self.list.current_id())

    def _show(self, body_id: str) -> None:
        body = self._bodies.get(body_id)
        self._shown = body_id if body else ""
        self.heading.setText(_("The organisation") if body else _("A new organisation"))
        self.form.fields["kind"].control.setEnabled(body is None)
        self.form.fill(
            kind=body.kind if body else "committee",
            name=body.name if body else "",
            duties=body.duties if body else "",
            contact=body.contact if body else "",
        )

    def begin(self) -> None:
        """Start with an empty form."""
        self._show("")
        self.form.fields["name"].control.setFocus()

    def _save(self) -> None:
        if self.form.needs(("name",), _("A name is needed.")):
            return
        texts = self.form.texts()
        if self._shown:
            del texts["kind"]
            self._page.do(community_actions.edit_body, None, self._refused, body_id=self._shown, **texts)
        else:
            self._page.do(community_actions.add_body, self._added, self._refused, **texts)

    def _added(self, body_id: str) -> None:
        self.refresh()
        self.list.choose(body_id)

    def _refused(self, refusal: Refusal) -> None:
        if not self.form.refused(refusal):
            self._page.refused(refusal)


def _body_row(body: "BodyRow") -> Row:
    people = ngettext("{n} person", "{n} people", body.people).format(n=body.people) if body.people else ""
    return line(
        body.id, body.name, words.joined((labels.label(labels.BODIES, body.kind), body.duties)), people
    )
