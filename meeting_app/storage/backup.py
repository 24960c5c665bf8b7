"""Backups by SQLite's backup API only: a plain copy of a live file loses what is in its log
(research/platform.md section 4).
"""

import contextlib
import os
import re
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from meeting_app.storage.faults import StorageFault, faults_told

SUFFIX = ".yst"
KEPT = 30
_OF_THE_FILE = ("file_damaged", "not_a_community")


def folder_beside(file: Path) -> Path:
    """Where backups go when no second place is named."""
    return file.with_name(file.stem + ".backups")


def _target(folder: Path, file: Path, reason: str, wall_ms: int) -> Path:
    stamp = datetime.fromtimestamp(wall_ms / 1000, UTC).strftime("%Y%m%dT%H%M%S")
    return folder / f"{file.stem}-{stamp}Z-{reason}{SUFFIX}"


def _copy_pages(file: Path, target: Path) -> None:
    source = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
    with contextlib.closing(source), contextlib.closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    with target.open("rb+") as handle:
        os.fsync(handle.fileno())


def copy_to(file: Path, target: Path) -> None:
    """A consistent copy of a live file at `target`, complete or absent: written beside, flushed, then
    renamed. Raises StorageFault: `backup_failed` with the place, or what is wrong with the file itself.
    """
    partial = target.with_name(target.name + ".part")
    try:
        with faults_told():
            _copy_pages(file, partial)
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
    copy_to(file, target)
    for old in backups_of(file, folder)[KEPT:]:
        old.unlink(missing_ok=True)
    return target


def backups_of(file: Path, folder: Path) -> list[Path]:
    """The backups of a file, newest first; another file's with a longer name in the same folder are not."""
    ours = re.compile(re.escape(file.stem) + r"-\d{8}T\d{6}Z-\w+" + re.escape(SUFFIX))
    found = [path for path in folder.glob(f"*{SUFFIX}") if ours.fullmatch(path.name)]
    return sorted(found, key=lambda path: path.name, reverse=True)
