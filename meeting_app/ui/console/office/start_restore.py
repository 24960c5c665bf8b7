"""Restoring a backup from the start page: where a community's file is damaged or gone, nothing is open."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app import settings
from meeting_app.actions.backups import backup_list, backup_row
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.settings import Settings
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.backup_choice import BackupChoice, ask_backup
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.wording import refusals

WIDTH = 720
HEIGHT = 380


class StartRestore(QWidget):
    """The backups of the communities opened lately. Signals: confirmed(row), cancelled."""

    confirmed = Signal(object)
    cancelled = Signal()

    def __init__(
        self, kept: Settings, documents: Path, tell: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kept, self._documents, self._tell = kept, documents, tell
        self.choice = BackupChoice()
        self.choice.list.setMinimumHeight(parts.px(HEIGHT))
        self.choice.changed.connect(self._show_chosen)
        self.elsewhere = parts.button(_("A backup on a stick"), icon="folder-open")
        self.elsewhere.clicked.connect(self._choose)
        self.cancel = parts.button(_("Back"), kind="big")
        self.cancel.clicked.connect(self.cancelled)
        self.restore = parts.button(_("Restore and open"), kind="main", icon="rotate-ccw", key=_("Enter"))
        self.restore.clicked.connect(self.confirm)
        self.setLayout(self._arranged())

    def _arranged(self) -> QVBoxLayout:
        middle = QWidget()
        middle.setLayout(
            column(
                parts.label(_("Restore a backup"), "h1"),
                parts.label(
                    _("A new file is made of it, and opened. The file of before is never written over."),
                    tone="muted",
                    wrap=True,
                ),
                16,
                self.choice,
                16,
                row(self.elsewhere, STRETCH, self.cancel, self.restore, spacing=16),
            )
        )
        return column(STRETCH, parts.centred(middle, WIDTH), STRETCH, margins=(32, 24, 32, 24))

    def begin(self) -> None:
        """Look what backups there are; the keyboard starts in the list."""
        second = self._kept.get(settings.BACKUP_FOLDER)
        known = [Path(text) for text in self._kept.get(settings.RECENT_COMMUNITIES)]
        rows = [row for file in known for row in backup_list(file, second)]
        nothing = _(
            "No backup of a community opened lately was found. Plug the stick in and choose its file."
        )
        self.choice.show_backups(rows, nothing)
        self._show_chosen()
        (self.choice.list if rows else self.elsewhere).setFocus()

    def _show_chosen(self) -> None:
        self.restore.setVisible(self.choice.chosen() is not None)

    def confirm(self) -> None:
        """Restore the chosen one."""
        chosen = self.choice.chosen()
        if chosen is not None:
            self.confirmed.emit(chosen)

    def _choose(self) -> None:
        file = ask_backup(self, self._kept.get(settings.BACKUP_FOLDER) or str(self._documents))
        if file is not None:
            self.restore_file(file)

    def restore_file(self, file: Path) -> None:
        """Restore a backup that is not in the list."""
        try:
            self.confirmed.emit(backup_row(file))
        except Refusal as refusal:
            self._tell(refusals.sentence(refusal))
