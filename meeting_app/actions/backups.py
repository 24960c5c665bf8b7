"""Backups of a community's file: which there are, one more now, and a restored copy beside the file.

Nothing is ever written over: what is restored is a new file, and the one of before stays what it is, damaged
or not.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from meeting_app.actions.communities import open_community
from meeting_app.domain.clock import Instant
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.basics import local
from meeting_app.queries.restored import Held, held
from meeting_app.storage import backup
from meeting_app.storage.boot_clock import system_instant

MANUAL: Final = "manual"
LONGEST_STEM: Final = 40  # as for a new community: room for the names of its own backups
LOGS: Final = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A backup to choose: of which file, when and why it was made, its bytes; `beside` = in the folder beside
    the community's file.
    """

    file: Path
    stem: str
    made_at: datetime
    reason: str
    size: int
    beside: bool


@dataclass(frozen=True, slots=True)
class Restored:
    """A restored file, the backup it came from, and what it holds."""

    file: Path
    row: BackupRow
    held: Held


def backup_list(file: Path, second: str = "") -> tuple[BackupRow, ...]:
    """The backups of a file beside it and in the second folder, newest first. The file itself may be gone."""
    places = (backup.folder_beside(file), *([Path(second)] if second else []))
    rows = [row for place in places for row in _rows(backup.backups_of(file, place))]
    return tuple(sorted(rows, key=lambda row: (row.made_at, row.beside), reverse=True))


def backup_row(file: Path) -> BackupRow:
    """A backup that was chosen by its file. Refuses with `file_missing`."""
    for row in _rows([file.absolute()]):
        return row
    raise Refusal("file_missing", path=str(file))


def _rows(files: Iterable[Path]) -> list[BackupRow]:
    rows = []
    for file in files:
        try:
            found = backup.described(file)
        except OSError:
            continue  # pruned or pulled out meanwhile
        beside = file.parent == backup.folder_beside(file.parent.with_name(f"{found.stem}{backup.SUFFIX}"))
        made = local(found.made_ms)
        rows.append(BackupRow(file, found.stem, made, found.reason, found.size, beside))
    return rows


def back_up_now(
    file: Path, second: str = "", now: Callable[[], Instant] = system_instant
) -> tuple[Path, ...]:
    """A backup beside the file, and one in the second folder when there is one. The one beside the file is
    made first, so that a stick that is not there takes nothing away. Refuses with `backup_failed`.
    """
    places = (backup.folder_beside(file), *([Path(second)] if second else []))
    return tuple(backup.back_up(file, place, MANUAL, now().wall_ms) for place in places)


def restored_file(row: BackupRow, word: str, elsewhere: Path) -> Path:
    """Where a backup is restored: beside the community's file, or `elsewhere` for a copy that somebody
    carried away; named by the moment of the backup, never over another file.
    """
    home = row.file.parent.parent if row.beside else elsewhere
    stem = f"{row.stem[:LONGEST_STEM]}-{word}-{row.made_at:%Y%m%d-%H%M}"
    file, number = home / f"{stem}{backup.SUFFIX}", 2
    while file.exists():
        file = home / f"{stem}-{number}{backup.SUFFIX}"
        number += 1
    return file


def restore_backup(row: BackupRow, target: Path, now: Callable[[], Instant] = system_instant) -> Restored:
    """Copy a backup to a new file and prove that it opens and is whole; nothing is left behind when it is
    not. Takes a while; call it from a worker. Refuses as opening does, a damaged one with `backup_damaged`.
    """
    backup.restore(row.file, target)
    try:
        opened = open_community(target, now=now)
        try:
            found = opened.records.ask(held)
        finally:
            opened.close()
    except Refusal as refusal:
        for ending in LOGS:
            target.with_name(target.name + ending).unlink(missing_ok=True)
        if refusal.code == "file_damaged":
            raise Refusal("backup_damaged", path=str(row.file)) from refusal
        raise
    return Restored(target, row, found)
