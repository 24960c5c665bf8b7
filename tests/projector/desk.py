"""Screens that a test plugs and unplugs, and a time that a test sets."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from meeting_app.domain.clock import Instant
from meeting_app.ui.projector.screens import ScreenFacts

LAPTOP = ScreenFacts("LAPTOP", "", "", (0, 0, 1366, 768), True)
BEAMER = ScreenFacts("BEAMER", "EB-X05", "X4", (1366, 0, 1920, 1080), False)
THIRD = ScreenFacts("THIRD", "Desk", "D1", (3286, 0, 1280, 1024), False)


class FakeScreens:
    """The same interface as the system's screens. What was covered is noted."""

    def __init__(self, *screens: ScreenFacts) -> None:
        self.screens = screens
        self.covered: list[str] = []
        self._listeners: list[Callable[[], None]] = []

    def all(self) -> tuple[ScreenFacts, ...]:
        """What is plugged in."""
        return self.screens

    def on_change(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Listen."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @property
    def heard(self) -> int:
        """How many listen."""
        return len(self._listeners)

    def cover(self, window: QWidget, screen: ScreenFacts) -> None:
        """Show the window there; its own platform knows two screens only, the rectangle is what counts."""
        self.covered.append(screen.name)
        window.setGeometry(screen.rectangle)
        window.show()

    def plug(self, *screens: ScreenFacts) -> None:
        """These and no others are plugged in from now on."""
        self.screens = screens
        for listener in tuple(self._listeners):
            listener()


class Time:
    """The desk's time, moved by the test."""

    def __init__(self, at: Instant) -> None:
        self.at = at

    def __call__(self) -> Instant:
        return self.at

    def pass_ms(self, milliseconds: int) -> None:
        """Let time pass."""
        self.at = Instant(self.at.wall_ms + milliseconds, self.at.mono_ms + milliseconds, self.at.boot)


def moved(screen: ScreenFacts, x: int, y: int, width: int, height: int) -> ScreenFacts:
    """The same screen elsewhere."""
    return replace(screen, area=(x, y, width, height))


def alike(one: QImage, other: QImage) -> bool:
    """Whether two pictures show the same: in small, and but for a shade. Qt may smooth the edges of letters
    otherwise when its store of glyphs was emptied in between.
    """
    small = [
        picture.scaled(192, 108, mode=Qt.TransformationMode.SmoothTransformation).convertToFormat(
            QImage.Format.Format_RGB888
        )
        for picture in (one, other)
    ]
    pairs = zip(bytes(small[0].constBits()), bytes(small[1].constBits()), strict=True)
    return one.size() == other.size() and max(abs(a - b) for a, b in pairs) <= 8
