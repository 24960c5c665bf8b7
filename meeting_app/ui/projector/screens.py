"""The screens of this laptop as facts, and what tells when they change. Tests give another `Screens`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Protocol

import shiboken6
from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

# Between the parts of what is remembered of a screen; none of them holds it.
SEPARATOR: Final = " | "
# Name of the hall's window among those of the program.
HALL: Final = "projector"


@dataclass(frozen=True, slots=True)
class ScreenFacts:
    """One screen: the plug's name, what the device says of itself (often empty), its place.

    `home` = the laptop's own, where people work: it holds the program's other windows, or is the primary one
    while there are none.
    """

    name: str
    model: str
    serial: str
    area: tuple[int, int, int, int]
    home: bool = field(compare=False)

    @property
    def identity(self) -> str:
        """What is remembered of it."""
        return SEPARATOR.join((self.name, self.model, self.serial))

    @property
    def label(self) -> str:
        """How it is called towards people."""
        return self.model or self.name

    @property
    def rectangle(self) -> QRect:
        """Its place among all screens, in logical pixels."""
        return QRect(*self.area)

    def same_picture_as(self, other: "ScreenFacts") -> bool:
        """Whether both show the same part of the desktop (mirrored)."""
        return self.rectangle.intersects(other.rectangle)


class Screens(Protocol):
    """What the controller asks of the system."""

    def all(self) -> tuple[ScreenFacts, ...]:
        """The screens connected now."""

    def on_change(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Listen to coming, going and moving screens; returns a callable that ends it."""

    def cover(self, window: QWidget, screen: ScreenFacts) -> None:
        """Show the window full screen there."""


class QtScreens(QObject):
    """The screens that Qt knows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listeners: list[Callable[[], None]] = []
        # A screen that goes may be followed by a second look, when Qt has moved its windows.
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._tell)
        app = self._app()
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._changed)
        app.primaryScreenChanged.connect(self._changed)
        for screen in app.screens():
            screen.geometryChanged.connect(self._changed)

    @staticmethod
    def _app() -> QGuiApplication:
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        return app

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._changed)
        self._changed()

    def _changed(self, _what: object = None) -> None:
        self._tell()
        self._again.start(0)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()

    def all(self) -> tuple[ScreenFacts, ...]:
        """The screens connected now."""
        # Python may hold two objects for one screen, so the thing behind them is compared.
        home = _worked_on() or {_address(self._app().primaryScreen())}
        return tuple(_facts(screen, _address(screen) in home) for screen in self._app().screens())

    def on_change(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Listen to coming, going and moving screens; returns a callable that ends it."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def cover(self, window: QWidget, screen: ScreenFacts) -> None:
        """Show the window full screen there; nothing when the screen has gone meanwhile."""
        named = [other for other in self._app().screens() if other.name() == screen.name]
        # Two devices of one make may bear one name; then the place decides.
        exact = [other for other in named if other.geometry() == screen.rectangle]
        for chosen in (exact or named)[:1]:
            window.setScreen(chosen)
            window.setGeometry(chosen.geometry())
            window.showFullScreen()


def _address(screen: QScreen | None) -> int:
    return 0 if screen is None else int(shiboken6.getCppPointer(screen)[0])


def _worked_on() -> set[int]:
    """The screens that hold windows of the program other than the hall's."""
    return {
        _address(window.screen())
        for window in QApplication.topLevelWidgets()
        if window.isVisible() and window.windowType() == Qt.WindowType.Window and window.objectName() != HALL
    }


def _facts(screen: QScreen, home: bool) -> ScreenFacts:
    area = screen.geometry()
    return ScreenFacts(
        screen.name(),
        screen.model().strip(),
        screen.serialNumber().strip(),
        (area.x(), area.y(), area.width(), area.height()),
        home,
    )


def free(screens: tuple[ScreenFacts, ...]) -> tuple[ScreenFacts, ...]:
    """The screens that may be covered: not the laptop's own, and not mirrored with it."""
    own = [screen for screen in screens if screen.home]
    return tuple(
        screen
        for screen in screens
        if not screen.home and not any(screen.same_picture_as(laptop) for laptop in own)
    )


def mirrored(screens: tuple[ScreenFacts, ...]) -> bool:
    """Whether the system shows the laptop's picture on another screen too."""
    return any(not screen.home for screen in screens) and not free(screens)


def choose(
    candidates: tuple[ScreenFacts, ...], remembered: str, passed: frozenset[str] = frozenset()
) -> ScreenFacts | None:
    """The hall's screen: the remembered device, else the plug, else the only one, else the largest.

    `passed` are names that were connected all the while and were not the hall's: they are taken only when
    remembered.
    """
    name, model, serial = [*remembered.split(SEPARATOR), "", "", ""][:3]
    for candidate in candidates:
        if serial and (candidate.model, candidate.serial) == (model, serial):
            return candidate
    for candidate in candidates:
        if name and candidate.name == name:
            return candidate
    left = [candidate for candidate in candidates if candidate.name not in passed]
    return max(left, key=lambda screen: screen.area[2] * screen.area[3], default=None)
