"""From the birth of the process to a console that takes keys, on the demonstration community."""

import subprocess
import sys

from bench import programs
from bench.registry import Figure, measurement

COLD_ROUNDS = 3
# The limits were set on a machine where half of a start, the import of the ORM, took this long.
PACE_OF_THE_LIMITS = "0.16 s where the limits were set"
IMPORT = "import time; t = time.perf_counter(); import sqlalchemy.orm; print(time.perf_counter() - t)"
CONDITIONS = "demonstration community, offscreen"


def _open() -> programs.Started:
    return programs.start_once(["--profile", str(programs.profile()), "open", "--demonstration"])


def _pace() -> float:
    """Seconds that this machine takes now for a piece of work that is the same everywhere."""
    done = subprocess.run([sys.executable, "-c", IMPORT], capture_output=True, check=True, text=True)
    return float(done.stdout)


@measurement("start")
def start(rounds: int) -> list[Figure]:
    """Start to a usable console, warm and cold, and resident memory then."""
    _open()  # makes the demonstration when it is missing, and fills the caches
    pace, warm = [], []
    for _ in range(rounds):
        pace.append(_pace())
        warm.append(_open())
    cold = [_open() for _ in range(min(rounds, COLD_ROUNDS)) if programs.forget_the_disk()]
    figures = [
        Figure("this machine's pace: SQLAlchemy's ORM alone", tuple(pace), "s", None, PACE_OF_THE_LIMITS),
        Figure("start to usable console, warm", tuple(one.seconds for one in warm), "s", 0.6, "", CONDITIONS),
        Figure("memory after start", tuple(one.megabytes for one in warm), "MB", 130, "", CONDITIONS, "max"),
    ]
    if cold:
        seconds = tuple(one.seconds for one in cold)
        figures.append(Figure("start to usable console, cold", seconds, "s", 1.2, "", CONDITIONS))
    return figures
