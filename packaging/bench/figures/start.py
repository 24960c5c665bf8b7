"""From the birth of the process to a console that takes keys, on the demonstration community."""

from bench import programs
from bench.registry import Figure, measurement

COLD_ROUNDS = 3
CONDITIONS = "demonstration community, offscreen"


def _open() -> programs.Started:
    return programs.start_once(["--profile", str(programs.profile()), "open", "--demonstration"])


@measurement("start")
def start(rounds: int) -> list[Figure]:
    """Start to a usable console, warm and cold, and resident memory then."""
    _open()  # makes the demonstration when it is missing, and fills the caches
    warm = [_open() for _ in range(rounds)]
    cold = [_open() for _ in range(min(rounds, COLD_ROUNDS)) if programs.forget_the_disk()]
    figures = [
        Figure("start to usable console, warm", tuple(one.seconds for one in warm), "s", 0.6, "", CONDITIONS),
        Figure("memory after start", tuple(one.megabytes for one in warm), "MB", 130, "", CONDITIONS, "max"),
    ]
    if cold:
        seconds = tuple(one.seconds for one in cold)
        figures.append(Figure("start to usable console, cold", seconds, "s", 1.2, "", CONDITIONS))
    return figures
