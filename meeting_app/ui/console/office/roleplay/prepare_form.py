"""The form of a new play: how long, in which item."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.layout import STRETCH, column

if TYPE_CHECKING:
    from meeting_app.queries.roleplay.scenarios import ScenarioCard


class PrepareForm(QWidget):
    """`saved` when the play is to be prepared."""

    saved = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = ""
        self.title = parts.label("", "h2", wrap=True)
        self.form = Form()
        self.form.add("title", _("Title of the play"), parts.line_edit())
        self.form.add("minutes", _("How long?"), parts.combo())
        hint = _("Items of the kind “Role-play” in meetings that are not over")
        self.form.add("item_id", _("In which item?"), parts.combo(), hint)
        self.care = parts.label("", "caption", tone="warn", wrap=True)
        told = _("The scenario is frozen for this play; changing it later does not change the play.")
        self.save = parts.button(_("Prepare"), kind="main", icon="check", key=_("Enter"))
        self.save.clicked.connect(self._save)
        self.cancel = parts.button(_("Leave"))
        self.cancel.clicked.connect(self.cancelled)
        self.foot = parts.foot(self.cancel, self.save)
        note = parts.label(told, "caption", tone="muted", wrap=True)
        self.setLayout(column(self.title, self.form, self.care, note, STRETCH, spacing=12))

    def begin(self, card: "ScenarioCard", items: Sequence[tuple[str, str]]) -> None:
        """Start anew for a scenario."""
        self._source = card.source
        self.title.setText(_("A play of “{title}”").format(title=card.title))
        lengths = [(str(one), _("{minutes} min").format(minutes=one)) for one in card.minutes]
        self.form.offer("minutes", lengths)
        self.form.offer("item_id", [*items, ("", _("on its own, in no meeting"))])
        usual = "75" if 75 in card.minutes else lengths[0][0]
        self.form.fill(title=card.title, minutes=usual, item_id=items[0][0] if items else "")
        self.care.setText(card.sensitive)
        self.care.setVisible(bool(card.sensitive))

    def first(self) -> QWidget:
        """The first field."""
        return self.form.fields["title"].control

    def _save(self) -> None:
        if not self.form.needs(("title",), _("Give the play a title.")):
            self.saved.emit()

    def arguments(self) -> dict[str, Any]:
        """What the action takes."""
        texts = self.form.texts()
        return {
            "source": self._source,
            "title": texts["title"],
            "minutes": int(texts["minutes"]),
            "item_id": texts["item_id"] or None,
        }
