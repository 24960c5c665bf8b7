"""One console per community file: a lock file beside it, freed by the system when the program dies
(decisions.md 22).
"""

from pathlib import Path

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
        self._lock = QLockFile(str(file.with_name(file.name + ".lock")))
        self._lock.setStaleLockTime(0)
        if not self._lock.tryLock(0):
            if self._lock.error() is QLockFile.LockError.LockFailedError:
                raise FileInUse
            raise Refusal("read_only_place", path=str(file))

    def release(self) -> None:
        """Let another console open it."""
        self._lock.unlock()
