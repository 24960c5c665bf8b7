"""Keeps the hall's picture on the hall's screen: finds it, leaves at once when it goes, comes back with it.

The projector is an ordinary screen that can be unplugged at any moment. Then the window is hidden, so that it
never covers the console, and shown again full screen with the same picture as soon as the screen is back.
With one screen there is a small window for rehearsals.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from meeting_app import settings
from meeting_app.domain.clock import Instant
from meeting_app.ui.projector.screens import QtScreens, ScreenFacts, Screens, choose, free, mirrored
from meeting_app.ui.qt.office import ProjectorStatus

# The pages and their painters are loaded when a meeting is shown: the start of the program does without.
if TYPE_CHECKING:
    from meeting_app.queries.slides_types import Slide
    from meeting_app.ui.projector.window import Keys, ProjectorWindow

MODES: Final = ("content", "backdrop", "black", "desktop")
StatusListener = Callable[[ProjectorStatus], None]


class ProjectorController(QObject):
    """The projector of one open community.

    Signals: status_changed(ProjectorStatus).
    """

    status_changed = Signal(object)

    def __init__(
        self,
        kept: settings.Settings,
        now: Callable[[], Instant],
        screens: Screens | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`now` gives the moment for running clocks and for the time of an unplugging."""
        super().__init__(parent)
        self._settings, self._now = kept, now
        self._screens: Screens = screens if screens is not None else QtScreens(self)
        self._window: ProjectorWindow | None = None
        self._keys: Keys | None = None
        self._mode, self._slide, self._community = "backdrop", None, ""
        self._held = ""  # the mode shown against the records while they cannot be written
        self._opened, self._windowed, self._closed = False, False, False
        self._screen: ScreenFacts | None = None
        self._placed: ScreenFacts | None = None
        self._lost, self._since_ms = "", 0
        self._passed: frozenset[str] = frozenset()
        self._status = ProjectorStatus("", False, None, False, False)
        self._listeners: dict[object, StatusListener] = {}
        self._stop_listening = self._screens.on_change(self._look)

    # attributes whose first value says too little about their kind
    _slide: "Slide | None"
    _mode: str

    @property
    def status(self) -> ProjectorStatus:
        """Where the picture is now."""
        return self._status

    @property
    def mode(self) -> str:
        """content, backdrop, black or desktop, as the hall has it."""
        return self._held or self._mode

    @property
    def recorded(self) -> str:
        """The mode that the records had when they were last read."""
        return self._mode

    @property
    def window(self) -> "ProjectorWindow":
        """The window that the hall looks at; made when it is first needed."""
        if self._window is None:
            self._window = self._made()
        return self._window

    def _made(self) -> "ProjectorWindow":
        from meeting_app.ui.projector.window import ProjectorWindow
        from meeting_app.ui.slides import scheme

        window = ProjectorWindow(self._now, scheme(self._scheme_name()))
        window.dismissed.connect(self._on_dismissed)
        window.forward_keys(self._keys)
        window.show_slide(self._page())
        return window

    def on_status(self, listener: StatusListener) -> Callable[[], None]:
        """Be told at every change; returns a callable that ends it, which may be called when the listener is
        gone already.
        """
        token = object()
        self._listeners[token] = listener

        def stop() -> None:
            self._listeners.pop(token, None)

        return stop

    def shown(self) -> "Slide | None":
        """The page that the hall sees; None while the desktop is shown."""
        return None if self.mode == "desktop" else self._page()

    # ---- what is shown

    def show(self, slide: "Slide") -> None:
        """The page that belongs to the state of the meeting; the mode may put another in its place."""
        from meeting_app.queries.slides_types import BackdropSlide, ClosedSlide, WelcomeSlide

        self._slide = slide
        if isinstance(slide, WelcomeSlide | BackdropSlide | ClosedSlide) and slide.community:
            self._community = slide.community
        self._turn()

    def set_mode(self, mode: str) -> None:
        """What the records say: content, backdrop, black, or the desktop (the window is hidden). Another mode
        than theirs of before ends what was held. Raises ValueError for an unknown one.
        """
        _check(mode)
        if mode != self._mode:
            self.settle(mode)

    def hold(self, mode: str) -> None:
        """Show this mode against the records, which cannot be written: whoever leads a meeting can always
        make the hall dark. The records' own mode lets go. Raises ValueError for an unknown one.
        """
        _check(mode)
        self._stand(self._mode, "" if mode == self._mode else mode)

    def settle(self, mode: str) -> None:
        """The records have this mode, and nothing is held against them. Raises ValueError as above."""
        _check(mode)
        self._stand(mode, "")

    def _stand(self, mode: str, held: str) -> None:
        before, self._mode, self._held = self.mode, mode, held
        if self.mode != before:
            self._turn()
            self._place()
        self._tell(self._screens.all())

    def _turn(self) -> None:
        if not self._closed and self._window is not None:
            self._window.show_slide(self._page())

    def _page(self) -> "Slide":
        """The page of the mode: black and backdrop never show the content of before."""
        from meeting_app.queries.slides_types import BackdropSlide, BlackSlide

        if self.mode == "black":
            return BlackSlide()
        if self.mode == "content" and self._slide is not None:
            return self._slide
        return self._slide if isinstance(self._slide, BackdropSlide) else BackdropSlide(self._community)

    def refresh(self) -> None:
        """Language or theme has changed."""
        if self._window is None:
            return
        from meeting_app.ui.slides import scheme

        self._window.set_scheme(scheme(self._scheme_name()))
        self._window.reword()

    def _scheme_name(self) -> str:
        """Dark windows mean a dark hall."""
        return "dark" if self._settings.get(settings.THEME) == "dark" else "light"

    def forward_keys(self, keys: "Keys | None") -> None:
        """Where keys pressed on the hall's window go."""
        self._keys = keys
        if self._window is not None:
            self._window.forward_keys(keys)

    # ---- where it is shown

    def open(self) -> None:
        """Show the picture on the hall's screen as soon as there is one."""
        self._opened = not self._closed
        self._look()

    def open_window(self) -> None:
        """Show the picture in a small window on this laptop; a screen for the hall goes before."""
        self._opened = not self._closed
        self._windowed = True
        self._look()

    def retry(self) -> None:
        """Look for the projector again, also among screens that were passed over."""
        self._passed = frozenset()
        self._opened = not self._closed
        self._look()

    def close(self) -> None:
        """Take the picture away for good; what is shown afterwards is shown to nobody."""
        if self._closed:
            return
        self._opened, self._closed = False, True
        self._stop_listening()
        if self._window is not None:
            self._window.shut()

    def _on_dismissed(self) -> None:
        self._windowed = False
        self._tell(self._screens.all())

    def _look(self) -> None:
        """See which screens there are and put the picture in its place."""
        if not self._opened:
            return
        connected = self._screens.all()
        before = self._screen
        if before is not None:
            self._screen = self._same(before, connected)
            if self._screen is None:
                self._lose(before, connected)
        if self._screen is None:
            self._take(choose(free(connected), self._settings.get(settings.PROJECTOR_SCREEN), self._passed))
        if self._screen != before or self._screen is None:
            self._place()
        self._tell(connected)

    @staticmethod
    def _same(screen: ScreenFacts, connected: tuple[ScreenFacts, ...]) -> ScreenFacts | None:
        """The screen as it is now: kept when people work on it too, not when it is alone or mirrors."""
        named = [other for other in connected if other.name == screen.name]
        now = next((other for other in named if other.area == screen.area), named[0] if named else None)
        if now is None or len(connected) == 1:
            return None
        others = [other for other in connected if other is not now]
        return None if any(now.same_picture_as(other) for other in others) else now

    def _lose(self, screen: ScreenFacts, connected: tuple[ScreenFacts, ...]) -> None:
        """Away from the laptop's own screen at once; the meeting goes on."""
        self._hide()
        self._lost, self._since_ms = screen.label, self._now().wall_ms
        self._passed = frozenset(other.name for other in connected)

    def _take(self, screen: ScreenFacts | None) -> None:
        if screen is None:
            return
        self._screen, self._windowed, self._passed, self._lost = screen, False, frozenset(), ""
        try:
            self._settings.put(settings.PROJECTOR_SCREEN, screen.identity)
        except settings.SettingsNotSavedError:
            return  # it holds for this run

    def _place(self) -> None:
        """Make the window be where it belongs: on the screen, in the small window, or nowhere."""
        if self._closed:
            return
        if not self._opened or self.mode == "desktop":
            self._hide()
        elif self._screen is not None:
            # Covering anew would flicker, so a change of the page alone leaves the window as it is.
            if not self.window.covers or self._placed != self._screen:
                self.window.as_screen()
                self._screens.cover(self.window, self._screen)
                self._placed = self._screen
        elif self._windowed:
            if not self.window.isVisible():
                self.window.as_rehearsal()
                self.window.show()
        else:
            self._hide()

    def _hide(self) -> None:
        if self._window is not None:
            self._window.hide()

    def _tell(self, connected: tuple[ScreenFacts, ...]) -> None:
        screen = self._screen
        status = ProjectorStatus(
            screen.label if screen else self._lost,
            screen is not None,
            self._since_ms if screen is None and self._lost else None,
            self._windowed and screen is None,
            screen is None and mirrored(connected),
            self._held,
        )
        if status != self._status:
            self._status = status
            self.status_changed.emit(status)
            for listener in tuple(self._listeners.values()):
                listener(status)


def _check(mode: str) -> None:
    if mode not in MODES:
        raise ValueError(f"unknown mode {mode!r}")
