"""A clock that is moved by hand, so that a meeting of a hundred minutes is played in seconds with its own
times.
"""

from meeting_app.domain.clock import Instant

BOOT = "scripted meeting"


class MeetingTime:
    """The instants of a played meeting; give it to the desk as its clock. Wall and monotonic time go
    together.
    """

    def __init__(self, wall_ms: int) -> None:
        self._wall_ms = wall_ms

    def __call__(self) -> Instant:
        """The moment that is being played."""
        return Instant(self._wall_ms, self._wall_ms, BOOT)

    def go_to(self, wall_ms: int) -> None:
        """Move on to a moment (UTC ms); never back."""
        self._wall_ms = max(self._wall_ms, wall_ms)
