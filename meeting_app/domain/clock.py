"""Clocks that survive a crash and a wrong wall clock (decisions.md 17).

An instant is UTC milliseconds, monotonic milliseconds and the identity of the boot they were read in. Within
one boot durations come from the monotonic part; across a restart of the machine only the wall clock is left.
Nothing ticks: a running clock is a start instant, a paused one an elapsed time.
"""

from dataclasses import dataclass, replace

JUMP_TOLERANCE_MS = 2_000


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment: `wall_ms` UTC since 1970, `mono_ms` since an arbitrary origin of this boot, `boot` the
    origin's name.
    """

    wall_ms: int
    mono_ms: int
    boot: str


def elapsed_between(start: Instant, end: Instant) -> int:
    """Milliseconds from start to end, never negative: monotonic in one boot, else by the wall clock."""
    if start.boot == end.boot:
        return max(0, end.mono_ms - start.mono_ms)
    return max(0, end.wall_ms - start.wall_ms)


def wall_jump_ms(earlier: Instant, later: Instant) -> int:
    """By how many milliseconds the wall clock moved more (+) or less (-) than time passed; 0 when that cannot
    be known.

    Across boots only a wall clock that runs backwards can be seen.
    """
    if earlier.boot == later.boot:
        jump = (later.wall_ms - earlier.wall_ms) - (later.mono_ms - earlier.mono_ms)
        return jump if abs(jump) > JUMP_TOLERANCE_MS else 0
    backwards = later.wall_ms - earlier.wall_ms
    return backwards if backwards < -JUMP_TOLERANCE_MS else 0


@dataclass(frozen=True, slots=True)
class Clock:
    """A stopwatch with a limit. `elapsed_ms` was reached when it last stopped; `since` is the start of the
    current run.
    """

    limit_ms: int
    elapsed_ms: int = 0
    since: Instant | None = None

    @property
    def running(self) -> bool:
        """Whether it is counting now."""
        return self.since is not None

    def elapsed(self, now: Instant) -> int:
        """Milliseconds used up to `now`."""
        return self.elapsed_ms + (elapsed_between(self.since, now) if self.since else 0)

    def remaining(self, now: Instant) -> int:
        """Milliseconds left; negative once over time."""
        return self.limit_ms - self.elapsed(now)

    def started(self, now: Instant) -> "Clock":
        """Counting from `now`; unchanged when it counts already."""
        return self if self.since else replace(self, since=now)

    def paused(self, now: Instant) -> "Clock":
        """Stopped at `now`, keeping what was used."""
        return replace(self, elapsed_ms=self.elapsed(now), since=None)

    def extended(self, by_ms: int) -> "Clock":
        """With `by_ms` more (or less) allowed, never below what is zero."""
        return replace(self, limit_ms=max(0, self.limit_ms + by_ms))
