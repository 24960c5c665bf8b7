"""Handing out the cards: who goes to which table. Roles stay hidden until the facilitator asks for them."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import column, row
from meeting_app.ui.console.office.roleplay import play_presenter as presenter
from meeting_app.ui.console.office.rows import RowList

if TYPE_CHECKING:
    from meeting_app.queries.roleplay.casting import CastingView

KEY = "Alt+R"


class HandoutPart(QWidget):
    """Turn the laptop so that nobody else reads it before the roles are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: CastingView | None = None
        told = _("Read out the tables; everybody fetches the card there. Roles are for your eyes only.")
        self.show_roles = parts.button(_("Show the roles"), icon="eye", key=KEY)
        self.show_roles.setCheckable(True)
        self.show_roles.setShortcut(KEY)
        self.show_roles.toggled.connect(self._toggled)
        self.list = RowList(_("Who sits at which table"), height=48)
        self.empty = parts.empty_state()
        head = row(parts.growing(parts.label(told, tone="muted", wrap=True)), self.show_roles, spacing=16)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setLayout(column(head, 8, self.list, self.empty))

    def show_view(self, view: "CastingView") -> None:
        """Show the play."""
        self._view = view
        rows = presenter.handout_rows(view, roles=self.show_roles.isChecked())
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.show_roles.setVisible(bool(rows))
        self.empty.show_text("" if rows else _("The roles are not cast yet."))

    def _toggled(self, on: bool) -> None:
        self.show_roles.setText(_("Hide the roles") if on else _("Show the roles"))
        if self._view is not None:
            self.show_view(self._view)

    def hide_roles(self) -> None:
        """Whoever leaves the list hides the roles again."""
        self.show_roles.setChecked(False)
