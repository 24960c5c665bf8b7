"""The form of a new draw: for what, from whom, how many, by which groups."""

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from meeting_app.i18n import _
from meeting_app.queries.draw_pool import Among, Feature
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.wording import draws
from meeting_app.wording.labels import label

if TYPE_CHECKING:
    from meeting_app.ui.console.office.draws_presenter import DrawsPresenter

USUAL_SEATS: Final = 15
MOST_SEATS: Final = 999


class DrawForm(QWidget):
    """`saved` when the list is to be frozen."""

    saved = Signal()
    cancelled = Signal()

    def __init__(self, presenter: "DrawsPresenter", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.form = Form()
        self.form.add(
            "title", _("What are people drawn for?"), parts.line_edit(_("for example: residents' council"))
        )
        self.form.add("among", _("From whom?"), parts.combo())
        self.form.offer("among", [(code, label(draws.AMONG, code)) for code in Among])
        self.form.add("meeting_id", _("In front of which meeting?"), parts.combo())
        self.seats = parts.stepper(_("How many people"), 1, MOST_SEATS)
        self.features = {code: parts.check_box(label(draws.FEATURES, code)) for code in Feature}
        told = _(
            "Each group that is ticked gets places in proportion. "
            "Within a group everybody has the same chance."
        )
        self.save = parts.button(_("Freeze the list"), kind="main", icon="check", key=_("Enter"))
        self.save.clicked.connect(self._save)
        self.cancel = parts.button(_("Leave"))
        self.cancel.clicked.connect(self.cancelled)
        self.foot = parts.foot(self.cancel, self.save)
        self.setLayout(
            column(
                parts.label(_("A new draw"), "h2"),
                self.form,
                row(parts.label(_("How many people"), "strong"), STRETCH, self.seats),
                parts.label(_("Places for groups"), "strong"),
                row(*self.features.values(), STRETCH, spacing=16),
                parts.label(told, "caption", tone="muted", wrap=True),
                STRETCH,
                spacing=12,
            )
        )

    def begin(self) -> None:
        """Start anew."""
        self.form.fill(title="", among=Among.ADULTS)
        self.form.offer("meeting_id", [("", _("no meeting")), *self._presenter.meetings()])
        self.seats.set_value(USUAL_SEATS)
        for box in self.features.values():
            box.setChecked(False)

    def first(self) -> QWidget:
        """The first field."""
        return self.form.fields["title"].control

    def _save(self) -> None:
        if not self.form.needs(("title",), _("Say what people are drawn for.")):
            self.saved.emit()

    def arguments(self) -> dict[str, Any]:
        """What the action takes."""
        texts = self.form.texts()
        return {
            **texts,
            "meeting_id": texts["meeting_id"] or None,
            "seats": self.seats.value(),
            "features": tuple(code for code, box in self.features.items() if box.isChecked()),
        }
