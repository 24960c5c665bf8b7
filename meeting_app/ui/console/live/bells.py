"""When the bells ring: once at half a minute left, twice when the time is up. The picture says it too."""

from PySide6.QtCore import QObject

from meeting_app import settings
from meeting_app.domain.clock import Clock, Instant
from meeting_app.settings import Settings
from meeting_app.ui.console.live.words import SHORT_MS
from meeting_app.ui.qt.bells import Bells


class BellWatch:
    """Hears a clock pass its two marks. A clock first seen beyond a mark (a restart) stays silent."""

    def __init__(self, kept: Settings, parent: QObject) -> None:
        self.bells = Bells(lambda: kept.get(settings.BELLS), parent)
        self._of = ""
        self._left: int | None = None

    def watch(self, of: str, clock: Clock, now: Instant) -> int:
        """Look at the clock of a speech; answers how many strokes were due."""
        left = clock.remaining(now)
        before = self._left if of == self._of else None
        self._of, self._left = of, left
        if before is None:
            return 0
        strokes = 2 if before > 0 >= left else 1 if before > SHORT_MS >= left else 0
        if strokes:
            self.bells.ring(strokes)
        return strokes
