"""The backups of the open community: one more now, or one of before restored into a new file beside it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app import settings
from meeting_app.actions.backups import (
    BackupRow,
    Restored,
    back_up_now,
    backup_list,
    backup_row,
    restore_backup,
    restored_file,
)
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _, ngettext
from meeting_app.ui.console.office import parts, saving
from meeting_app.ui.console.office.backup_choice import (
    BackupChoice,
    BackupFacts,
    ask_backup,
    restored_words,
)
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.page import Page
from meeting_app.wording import refusals

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office

OPEN = "open"  # the program's door to another file


class BackupsPage(Page):
    """Backups are made by themselves at every step of a meeting and when the community is closed."""

    def __init__(self, office: "Office", parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self._file = office.records.file
        self._new: Path | None = None
        self.choice = BackupChoice()
        self.choice.changed.connect(self._show_chosen)
        self.facts = BackupFacts()
        self.outcome = parts.label("", wrap=True)
        self.state = parts.label("", tone="muted", wrap=True)
        self.elsewhere = parts.button(_("A backup on a stick"), kind="quiet", icon="folder-open")
        self.elsewhere.clicked.connect(self._choose_elsewhere)
        self.restore = parts.button(_("Restore into a new file"), icon="rotate-ccw")
        self.restore.clicked.connect(self._restore_chosen)
        self.open = parts.button(_("Open the restored file"), icon="folder-open")
        self.open.clicked.connect(self._open)
        self.now = parts.button(_("Back up now"), kind="main", icon="package", key=_("Enter"))
        self.now.clicked.connect(self.begin)
        self.back = parts.button(_("Back to the settings"), icon="arrow-left")
        self.back.clicked.connect(lambda: office.go("settings"))
        self.main_button = self.now
        self.setLayout(self._arranged())
        self.refresh()

    def _arranged(self) -> QVBoxLayout:
        words = _(
            "A backup is made by itself at every step of a meeting and at the end. "
            "Restoring makes a new file and never writes over the present one."
        )
        head = row(parts.heading(_("Backups"), words), parts.at_top(self.elsewhere), parts.at_top(self.back))
        right = QWidget()
        right.setLayout(column(self.facts, self.outcome, self.state, STRETCH, spacing=12))
        foot = parts.foot(self.open, self.restore, self.now)
        return column(head, 8, Columns(self.choice, right, foot), margins=(32, 24, 32, 24))

    def first_field(self) -> QWidget | None:
        """The list, or the button where there is no backup yet."""
        return self.choice.list if self.choice.rows else self.main_button

    def _second(self) -> str:
        return self.office.settings.get(settings.BACKUP_FOLDER)

    def refresh(self) -> None:
        """Show the backups there are now."""
        rows = backup_list(self._file, self._second()) if self._file is not None else ()
        server = _("These records are on a server, which keeps backups of its own.")
        none = _("No backup yet. “Back up now” makes the first one.")
        self.choice.show_backups(rows, none if self._file is not None else server)
        self.now.setVisible(self._file is not None)
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.choice.chosen()
        self.facts.show_backup(chosen)
        self.restore.setVisible(chosen is not None)
        self.open.setVisible(self._new is not None)

    def begin(self) -> None:
        """One more backup, in all places."""
        file, second, now = self._file, self._second(), self.office.now
        if file is None:
            return
        self.state.setText(_("Backing up …"))
        self.work(lambda: back_up_now(file, second, now), self._backed_up, self._failed)

    def _backed_up(self, made: tuple[Path, ...]) -> None:
        self.state.setText("")
        self.refresh()
        self.choice.list.choose(str(made[0]))
        told = ngettext("Backed up: {place}.", "Backed up in {n} places: {place}.", len(made))
        places = _(" and ").join(str(one.parent) for one in made)
        self.tell(told.format(n=len(made), place=places), "ok")

    def _failed(self, refusal: Refusal) -> None:
        """A stick that is not there takes nothing away from the backup beside the file."""
        self.state.setText("")
        self.refresh()
        self.refused(refusal)

    def _choose_elsewhere(self) -> None:
        chosen = ask_backup(self, self._second() or saving.documents_folder())
        if chosen is not None:
            self.restore_file(chosen)

    def restore_file(self, file: Path) -> None:
        """Restore a backup that is not in the list."""
        try:
            row = backup_row(file)
        except Refusal as refusal:
            self.refused(refusal)
        else:
            self._restore(row)

    def _restore_chosen(self) -> None:
        chosen = self.choice.chosen()
        if chosen is not None:
            self._restore(chosen)

    def _restore(self, chosen: BackupRow) -> None:
        assert self._file is not None
        target = restored_file(chosen, _("restored"), self._file.parent)
        self.outcome.setText("")
        self.state.setText(_("Restoring …"))
        self.work(lambda: restore_backup(chosen, target), self._restored, self._not_restored)

    def _restored(self, made: Restored) -> None:
        self._new = made.file
        self.state.setText("")
        self.outcome.setText(restored_words(made))
        self._show_chosen()
        self.open.setFocus()

    def _not_restored(self, refusal: Refusal) -> None:
        self.state.setText("")
        self.outcome.setText(refusals.sentence(refusal))

    def _open(self) -> None:
        if self._new is not None:
            self.office.go(OPEN, file=self._new)
