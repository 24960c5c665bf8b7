"""Backups by SQLite's backup API only: a plain copy of a live file loses what is in its log
(research/platform.md section 4).
"""

import contextlib
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from meeting_app.storage.faults import StorageFault, faults_told

SUFFIX = ".yst"
KEPT = 30


def folder_beside(file: Path) -> Path:
    """Where backups go when no second place is named."""
    return file.with_name(file.stem + ".backups")


def _target(folder: Path, file: Path, reason: str, wall_ms: int) -> Path:
    stamp = datetime.fromtimestamp(wall_ms / 1000, UTC).strftime("%Y%m%dT%H%M%S")
    return folder / f"{file.stem}-{stamp}Z-{reason}{SUFFIX}"


def copy_to(file: Path, target: Path) -> None:
    """A consistent copy of a live file at `target`, complete or absent: written beside, flushed, then
    renamed.
    """
    partial = target.with_name(target.name + ".part")
    try:
        with faults_told():
            source = sqlite3.connect(f"file:{file.as_posix()}?mode=ro", uri=True)
            with contextlib.closing(source), contextlib.closing(sqlite3.connect(partial)) as copy:
                source.backup(copy)
        with partial.open("rb+") as handle:
            os.fsync(handle.fileno())
        partial.replace(target)
    except OSError as error:
        raise StorageFault("backup_failed", place=str(target.parent)) from error
    finally:
        partial.unlink(missing_ok=True)


def back_up(file: Path, folder: Path, reason: str, wall_ms: int) -> Path:
    """A backup in `folder`, named by time and reason; the oldest beyond the number kept are removed. Returns
    its path.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageFault("backup_failed", place=str(folder)) from error
    target = _target(folder, file, reason, wall_ms)
    copy_to(file, target)
    for old in backups_of(file, folder)[KEPT:]:
        old.unlink(missing_ok=True)
    return target


def backups_of(file: Path, folder: Path) -> list[Path]:
    """The backups of a file, newest first."""
    return sorted(folder.glob(f"{file.stem}-*{SUFFIX}"), key=lambda path: path.name, reverse=True)
