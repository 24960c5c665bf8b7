"""What a window is given of the program: the desk, the records, the feed, the projector, and the way to other
pages.

Made by app.py for each community that is opened. The windows know nothing else of the program.
"""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from PySide6.QtCore import QObject
from shiboken6 import isValid

from meeting_app.actions.desk import Desk
from meeting_app.actions.papers import PaperRoom
from meeting_app.domain.clock import Instant
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.basics import local, local_day
from meeting_app.queries.records import Records
from meeting_app.settings import Settings
from meeting_app.ui.qt.feed import Feed
from meeting_app.ui.qt.tasks import Tasks

if TYPE_CHECKING:
    from meeting_app.queries.slides_types import Slide


@dataclass(frozen=True, slots=True)
class ProjectorStatus:
    """Where the hall's picture is. `screen` is the projector's name, empty when none was ever there.

    `connected` = a screen shows it; `since_ms` = UTC ms since when it is unplugged; `windowed` = in a small
    window on this laptop; `mirrored` = the system shows the same picture on both screens, so there is none of
    its own; `held` = the mode that the hall is shown while the records cannot be written, else "".
    """

    screen: str
    connected: bool
    since_ms: int | None
    windowed: bool
    mirrored: bool
    held: str = ""


@runtime_checkable
class ProjectorPort(Protocol):
    """The projector as the console may use it; `on_status` is called on the Qt thread at every change."""

    @property
    def status(self) -> ProjectorStatus:
        """Where the picture is now."""

    def on_status(self, listener: Callable[[ProjectorStatus], None]) -> Callable[[], None]:
        """Listen; returns a callable that ends it."""

    def shown(self) -> "Slide | None":
        """The page that the hall sees."""

    def open_window(self) -> None:
        """Show the picture in a small window on this laptop."""

    def retry(self) -> None:
        """Look for the projector again."""

    def hold(self, mode: str) -> None:
        """Show this mode although the records could not take it; what they had lets go."""

    def settle(self, mode: str) -> None:
        """The records have this mode now: nothing is held against them any more."""


@dataclass(frozen=True, slots=True)
class Office:
    """Everything a page needs. `go(page, **arguments)` opens another page of the console.

    `change_language(code)` and `change_theme()` act at once; the shell rebuilds its pages. `tell(sentence)`
    says a fault on whatever page is shown by then, for what ends after its own page was left.
    """

    desk: Desk
    records: Records
    feed: Feed
    tasks: Tasks
    papers: PaperRoom
    settings: Settings
    projector: ProjectorPort
    go: Callable[..., None]
    change_language: Callable[[str], None]
    change_theme: Callable[[], None]
    leave: Callable[[], None]
    tell: Callable[[str], None]
    station: str

    def ask(self, query: Callable[..., Any], **arguments: object) -> Any:
        """Ask the records."""
        return self.records.ask(query, **arguments)

    def follow(
        self,
        owner: QObject,
        future: "Future[Any]",
        done: Callable[[Any], None],
        refused: Callable[[Refusal], None],
    ) -> None:
        """Hear on the Qt thread how something that was ordered ended, while `owner` is still there.

        An error that is no Refusal is a bug and is raised there.
        """

        def arrived(result: Any) -> None:
            if isValid(owner):
                done(result)

        def failed(error: BaseException) -> None:
            if not isinstance(error, Refusal):
                raise error
            if isValid(owner):
                refused(error)

        self.tasks.then(future, arrived, failed)

    @property
    def saving(self) -> bool:
        """Whether what is done is kept: the last write went through, and the records can be read."""
        return self.desk.saving and not self.feed.failing

    def now(self) -> Instant:
        """The desk's time."""
        return self.desk.now()

    def today(self) -> date:
        """The local date."""
        return local_day(self.desk.now().wall_ms)

    def local_now(self) -> datetime:
        """The local time."""
        return local(self.desk.now().wall_ms)
