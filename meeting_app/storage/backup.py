"""Backups by SQLite's backup API only: a plain copy of a live file loses what is in its log
(research/platform.md section 4).
"""

import contextlib
import os
import re
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from meeting_app.storage.engines import APPLICATION_ID, file_uri
from meeting_app.storage.faults import StorageFault, faults_told

SUFFIX = ".yst"
KEPT = 30
_OF_THE_FILE = ("file_damaged", "not_a_community")
_STAMP = "%Y%m%dT%H%M%S"
# A reason has a hyphen where two meetings went on at once.
_NAMED = re.compile(rf"(.+)-(\d{{8}}T\d{{6}})Z-([\w-]+){re.escape(SUFFIX)}")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: the name of the file that it was made of, when (UTC ms), why ("" when its name does not say
    so), and its bytes.
    """

    file: Path
    stem: str
    made_ms: int
    reason: str
    size: int


def folder_beside(file: Path) -> Path:
    """Where backups go when no second place is named."""
    return file.with_name(file.stem + ".backups")


def _target(folder: Path, file: Path, reason: str, wall_ms: int) -> Path:
    stamp = datetime.fromtimestamp(wall_ms / 1000, UTC).strftime(_STAMP)
    return folder / f"{file.stem}-{stamp}Z-{reason}{SUFFIX}"


def _copy_pages(file: Path, target: Path, *, still: bool) -> None:
    # SQLite writes two files of its own beside whatever it reads, also beside a backup, and cannot on a stick
    # that may only be read. What lies still, without a log, is read as it lies.
    logged = file.with_name(file.name + "-wal").exists()
    how = "immutable=1" if still and not logged else "mode=ro"
    source = sqlite3.connect(file_uri(file, how), uri=True)
    with contextlib.closing(source), contextlib.closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    with target.open("rb+") as handle:
        os.fsync(handle.fileno())


def _prove(copy: Path) -> None:
    """A copy of a damaged or foreign file would stand as the newest backup and push out the good ones."""
    with contextlib.closing(sqlite3.connect(file_uri(copy, "immutable=1"), uri=True)) as connection:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise StorageFault("not_a_community", path=str(copy))
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise StorageFault("file_damaged", path=str(copy))


def copy_to(file: Path, target: Path, *, still: bool = False, proved: bool = False) -> None:
    """A consistent copy of a live file at `target`, complete or absent: written beside, flushed, then
    renamed; `still` = nobody writes to it meanwhile; `proved` = only of a community that is whole. Raises
    StorageFault: `backup_failed` with the place, or what is wrong with the file itself.
    """
    partial = target.with_name(target.name + ".part")
    try:
        with faults_told():
            _copy_pages(file, partial, still=still)
            if proved:
                _prove(partial)
        partial.replace(target)
    except (OSError, StorageFault) as error:
        if isinstance(error, StorageFault) and error.code in _OF_THE_FILE:
            raise
        raise StorageFault("backup_failed", place=str(target.parent)) from error
    finally:
        with contextlib.suppress(OSError):  # the place may be gone; that was told
            partial.unlink(missing_ok=True)


def back_up(file: Path, folder: Path, reason: str, wall_ms: int) -> Path:
    """A backup in `folder`, named by time and reason; the oldest beyond the number kept are removed. Returns
    its path. The folder is made, but not what it lies in: a stick that is not there must not become a folder
    on the laptop.
    """
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise StorageFault("backup_failed", place=str(folder)) from error
    target = _target(folder, file, reason, wall_ms)
    copy_to(file, target, proved=True)
    for old in backups_of(file, folder)[KEPT:]:
        with contextlib.suppress(OSError):  # open in another program: the next backup removes it
            old.unlink()
    return target


def backups_of(file: Path, folder: Path) -> list[Path]:
    """The backups of a file, newest first; another file's with a longer name in the same folder are not."""
    found = ((path, _NAMED.fullmatch(path.name)) for path in folder.glob(f"*{SUFFIX}"))
    ours = [path for path, name in found if name is not None and name[1] == file.stem]
    return sorted(ours, key=lambda path: path.name, reverse=True)


def described(file: Path) -> Backup:
    """What the name of a backup says; of a copy that somebody named otherwise what the disk says. Raises
    OSError when it is not there.
    """
    facts, name = file.stat(), _NAMED.fullmatch(file.name)
    if name is None:
        return Backup(file, file.stem, round(facts.st_mtime * 1000), "", facts.st_size)
    made = datetime.strptime(name[2], _STAMP).replace(tzinfo=UTC)
    return Backup(file, name[1], round(made.timestamp() * 1000), name[3], facts.st_size)


def restore(kept: Path, target: Path) -> None:
    """A copy of a backup at `target`, where nothing is yet: complete or absent. Raises StorageFault."""
    if not kept.is_file():
        raise StorageFault("file_missing", path=str(kept))
    if target.exists():
        raise StorageFault("file_exists", path=str(target))
    try:
        copy_to(kept, target, still=True)
    except StorageFault as fault:
        if fault.code in _OF_THE_FILE:
            raise StorageFault("backup_damaged", path=str(kept)) from fault
        raise StorageFault("not_restored", place=str(target.parent)) from fault
