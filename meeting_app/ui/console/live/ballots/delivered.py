"""In an owners' vote: who was handed a ballot without being here. Only they can be silent, or vote later."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from meeting_app.i18n import _
from meeting_app.queries.vote_view import RightView, VoteView
from meeting_app.ui.console.live.ballots import presenter
from meeting_app.ui.console.live.box import SPACE, across
from meeting_app.ui.widgets import Button, Label


class DeliveredBar(QWidget):
    """A sentence and two buttons. Signals: one_asked() for whoever is chosen, all_asked()."""

    one_asked = Signal()
    all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = Label("", "caption", tone="muted")
        self.one = Button(_("Ballot handed over"), icon="check")
        self.one.clicked.connect(self._one)
        self.all = Button(_("Handed to all owners"), icon="list-checks")
        self.all.clicked.connect(self._all)
        self.setLayout(across(self.told, 8, SPACE, self.one, 8, self.all))

    def show_view(self, view: VoteView) -> None:
        """Show how many have one; nothing where no owners vote."""
        self.setVisible(view.owners)
        self.told.setText(presenter.handed(view))

    def show_chosen(self, right: RightView | None) -> None:
        """Name the button by whoever is chosen now."""
        self.one.setEnabled(right is not None and not right.voted)
        handed = right is not None and right.handed
        self.one.setText(_("Not handed over after all") if handed else _("Ballot handed over"))

    @Slot()
    def _one(self) -> None:
        self.one_asked.emit()

    @Slot()
    def _all(self) -> None:
        self.all_asked.emit()
