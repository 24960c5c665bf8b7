"""From the birth of the process to a console that takes keys, on the demonstration community."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import programs
from bench.registry import Figure, measurement


def _start_on_a_copy() -> programs.Started:
    """Each round opens a copy of its own: opening writes, and a lock of a killed round is not in the way."""
    with TemporaryDirectory() as folder:
        community = Path(folder) / programs.demonstration().name
        shutil.copyfile(programs.demonstration(), community)
        return programs.start_once(["--profile", folder, "open", str(community)])


@measurement("start")
def start(rounds: int) -> list[Figure]:
    """Start to a usable console, and resident memory then."""
    _start_on_a_copy()  # fills the caches of the disk
    taken = [_start_on_a_copy() for _ in range(rounds)]
    conditions = "demonstration community, offscreen, warm"
    return [
        Figure("start to usable console", tuple(one.seconds for one in taken), "s", 0.6, "", conditions),
        Figure("memory after start", tuple(one.megabytes for one in taken), "MB", 130, "", conditions, "max"),
    ]
