"""Choosing a backup: the list by community, the chosen one's facts. The office and the start page have it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from meeting_app.actions.backups import BackupRow, Restored
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts, words
from meeting_app.ui.console.office.layout import column, empty
from meeting_app.ui.console.office.rows import Row, RowList, heading, line
from meeting_app.ui.console.office.start_presenter import FILTER
from meeting_app.wording import backups, times


class BackupChoice(QWidget):
    """The backups, newest first, under the name of their community's file. Signal: changed when another one
    is chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, BackupRow] = {}
        self.list = RowList(_("Backups"))
        self.list.chosen.connect(self.changed)
        self.empty = parts.empty_state()
        self.setLayout(column(self.list, self.empty))

    def show_backups(self, rows: Sequence[BackupRow], nothing: str) -> None:
        """Show them; `nothing` is said where there is none."""
        self.rows = {str(row.file): row for row in rows}
        self.list.show_rows(_lines(rows))
        self.list.setVisible(bool(rows))
        self.empty.show_text("" if rows else nothing)

    def chosen(self) -> BackupRow | None:
        """The one that is chosen."""
        return self.rows.get(self.list.current_id())


class BackupFacts(QWidget):
    """What is known of a backup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(0)
        self._facts.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._facts)

    def show_backup(self, row: BackupRow | None) -> None:
        """Show it, or nothing."""
        empty(self._facts)
        if row is None:
            return
        pairs = (
            (_("Made"), backups.moment(row.made_at)),
            (_("Why"), backups.reason(row.reason)),
            (_("Size"), backups.size(row.size)),
            (_("Where it lies"), backups.place(row.file.parent, beside=row.beside)),
        )
        for name, text in pairs:
            if text:
                self._facts.addWidget(parts.fact(name, text))


def _lines(rows: Sequence[BackupRow]) -> list[Row]:
    shown: list[Row] = []
    stems = list(dict.fromkeys(row.stem for row in rows))
    for stem in stems:
        ours = [row for row in rows if row.stem == stem]
        if len(stems) > 1:
            shown.append(heading(stem, stem, str(len(ours))))
        shown += [_line(row) for row in ours]
    return shown


def _line(row: BackupRow) -> Row:
    detail = words.joined((backups.reason(row.reason), backups.place(row.file.parent, beside=row.beside)))
    moment = f"{times.full_day(row.made_at.date())}  {times.clock(row.made_at)}"
    return line(str(row.file), moment, detail, backups.size(row.size), icon="package")


def ask_backup(parent: QWidget, folder: str) -> Path | None:
    """A backup that lies elsewhere, on a stick; None when none was chosen."""
    pattern = _("Communities ({pattern})").format(pattern=FILTER)
    name, _chosen = QFileDialog.getOpenFileName(parent, _("Choose a backup"), folder, pattern)
    return Path(name) if name else None


def restored_words(made: Restored) -> str:
    """What was restored, from when, and where it lies."""
    return backups.restored(
        made.held.community, made.row.made_at, made.file, made.held.last_at, made.held.boxes
    )
