"""Small disks to be filled, where this user may mount one."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest


@contextmanager
def small_disk(place: Path, megabytes: int) -> Iterator[Path]:
    """A disk of so many MB at a new folder; the test is left out where only root may mount one."""
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root may mount a small disk; a limit on the size of files stands for it")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(photos: Path) -> None:
    """Take all the room that is left on the disk of this file."""
    with suppress(OSError), photos.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)
