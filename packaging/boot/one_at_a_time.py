"""Keeps two first starts of one clone from making the same environment at once."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def holding(file: Path) -> Iterator[None]:
    """Wait for the lock on this file and hold it; the system frees it when the process ends in any way."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a") as handle:
        _lock(handle)
        yield


def _lock(handle: IO[str]) -> None:
    if os.name == "nt":
        import importlib

        windows = importlib.import_module("msvcrt")
        windows.locking(handle.fileno(), windows.LK_LOCK, 1)
        return
    import fcntl

    fcntl.flock(handle, fcntl.LOCK_EX)
