"""The projector's clock over a simulated hour: how late each second comes, and whether one is left out."""

import random
from typing import TYPE_CHECKING

from bench.registry import Figure, measurement

if TYPE_CHECKING:
    from meeting_app.domain.clock import Instant

HOUR_MS = 3_600_000
LIMIT_MS = 100
LATE_MS = 15  # the most by which a timer of Qt fires late on a loaded laptop
PAINT_MS = 25  # the most that a page takes until it is seen


class Simulated:
    """A moment that the simulation moves; one boot."""

    def __init__(self, wall_ms: int) -> None:
        self.wall_ms, self.mono_ms = wall_ms, 1_000_000

    def pass_by(self, ms: int) -> None:
        """Let time pass."""
        self.wall_ms += ms
        self.mono_ms += ms

    def now(self) -> "Instant":
        """The moment."""
        from meeting_app.domain.clock import Instant

        return Instant(self.wall_ms, self.mono_ms, "boot")


def _hour(seed: int, *, set_by_ms: int = 0) -> tuple[list[float], int]:
    """(by how many ms each second was seen late, how many seconds were left out); a wall clock that is set
    in the middle must not matter. The window arms its timer by the same function.
    """
    from meeting_app.domain.clock import Clock
    from meeting_app.queries.slides_types import Head, SpeakerSlide
    from meeting_app.ui.slides import next_change_ms
    from meeting_app.ui.slides.clockface import words

    chance, time = random.Random(seed), Simulated(1_795_863_600_000)
    clock = Clock(HOUR_MS // 2, 0, time.now())
    slide = SpeakerSlide(Head("会议", 3, 6), "讨论", "李桂芳", "3号楼", 2, 1, clock, ())
    late: list[float] = []
    seen = [words(clock, time.now())]
    begun = time.mono_ms
    while time.mono_ms - begun < HOUR_MS:
        wait = next_change_ms(slide, time.now())
        assert wait is not None
        time.pass_by(max(1, wait) + chance.randint(0, LATE_MS))
        if set_by_ms and time.mono_ms - begun > HOUR_MS // 2:
            time.wall_ms, set_by_ms = time.wall_ms + set_by_ms, 0
        shown = words(clock, time.now())
        if shown != seen[-1]:
            # A figure is due at the whole second that the speech has lasted.
            late.append((time.mono_ms - begun) % 1000 + chance.randint(0, PAINT_MS))
            seen.append(shown)
    return late, HOUR_MS // 1000 - len(late)


@measurement("clock")
def clock(rounds: int) -> list[Figure]:
    """The hall's clock over simulated hours: lateness of each second, seconds left out."""
    late, left_out = [], []
    for seed in range(max(3, rounds)):
        seconds, missed = _hour(seed, set_by_ms=-HOUR_MS if seed % 2 else 0)
        late.append(max(seconds))
        left_out.append(float(abs(missed)))
    conditions = (
        f"simulated hour, timer up to {LATE_MS} ms late, page up to {PAINT_MS} ms, wall clock set back"
    )
    return [
        Figure(
            "a second on the clock seen late, at most", tuple(late), "ms", LIMIT_MS, "", conditions, "max"
        ),
        Figure("seconds left out in an hour", tuple(left_out), "", 0, "", conditions, "max"),
    ]
