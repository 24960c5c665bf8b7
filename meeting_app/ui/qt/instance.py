"""One console per community file: a lock file beside it, freed by the system when the program dies
(decisions.md 22).
"""

import errno
import os
from contextlib import suppress
from pathlib import Path
from tempfile import gettempdir

from PySide6.QtCore import QLockFile

from meeting_app.domain.refusal import Refusal


class FileInUse(Refusal):
    """Another console of this laptop has the file open."""

    def __init__(self) -> None:
        super().__init__("file_in_use")


class FileLock:
    """Holds a community file for this console. Raises FileInUse, or Refusal when the place cannot be
    written.
    """

    def __init__(self, file: Path) -> None:
        file = file.resolve()  # the same file by a link is the same file
        self._lock = QLockFile(str(file.with_name(file.name + ".lock")))
        self._lock.setStaleLockTime(0)
        if not self._lock.tryLock(0):
            # A full disk first: on it the lock that a killed program left cannot be taken over, and would
            # look like another window.
            if _is_full(file.parent):
                raise Refusal("disk_full", path=str(file))
            if self._lock.error() is QLockFile.LockError.LockFailedError:
                raise FileInUse
            raise Refusal("read_only_place", path=str(file))
        self._inode = _of_inode(file)
        if not self._inode.tryLock(0) and self._inode.error() is QLockFile.LockError.LockFailedError:
            self._lock.unlock()
            raise FileInUse

    def release(self) -> None:
        """Let another console open it."""
        self._inode.unlock()
        self._lock.unlock()


def _of_inode(file: Path) -> QLockFile:
    """The lock of the file itself under all its names: by a hard link SQLite would keep a second log beside
    the first, and spoil the file. Where this lock cannot be written, the one beside the file is enough.
    """
    try:
        found = file.stat()
        name = f"{found.st_dev:x}-{found.st_ino:x}"
    except OSError:
        name = f"none-{os.getpid()}"  # the opening says what is wrong with it
    lock = QLockFile(str(Path(gettempdir()) / f"meeting-app-{name}.lock"))
    lock.setStaleLockTime(0)
    return lock


def _is_full(folder: Path) -> bool:
    """Whether not even one byte finds room in the folder."""
    probe = folder / f".room-{os.getpid()}"
    try:
        probe.write_bytes(b"x")
    except OSError as error:
        return error.errno in (errno.ENOSPC, errno.EDQUOT)
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
    return False
