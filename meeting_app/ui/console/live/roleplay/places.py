"""Where a play is played: in an item of a meeting, or on its own. The board asks nothing else about it."""

from collections.abc import Callable
from typing import Protocol

from meeting_app.actions.projection import pin_slide
from meeting_app.queries.roleplay.public import play_of_item
from meeting_app.queries.roleplay.types import PlayNow
from meeting_app.queries.slides_roleplay import PIN
from meeting_app.ui.console.live import agenda_presenter
from meeting_app.ui.console.live.context import Live
from meeting_app.ui.console.live.roleplay.flow import Flow
from meeting_app.ui.console.live.roleplay.presenter import KeyShown
from meeting_app.ui.console.live.roleplay.set_up_acts import SetUp


class PlayPlace(Protocol):
    """A place with its hall."""

    def play_id(self) -> str | None:
        """The play; None while there is none."""

    def held(self) -> tuple[str, int]:
        """(scene that the hall is held at, "" while it follows; page)."""

    def hold(self, scene: str, page: int = 0) -> None:
        """Hold the hall at a scene; "" follows the play."""

    def follow(self) -> None:
        """A part has begun: the hall follows again, from the first page of its scene."""

    def leaving(self) -> KeyShown:
        """What the main button says once the play is over."""

    def leave(self) -> None:
        """What it then does."""

    def choose(self, begin: Callable[[Flow], None]) -> None:
        """There is no play: ask which; `begin` shows a question."""

    def cast(self, play: PlayNow) -> None:
        """Give the roles out."""


class MeetingPlace:
    """The current item of a meeting; the hall is the meeting's."""

    def __init__(self, live: Live) -> None:
        self.live = live
        self._set_up = SetUp(live, live)

    def play_id(self) -> str | None:
        item = self.live.view.current
        found: str | None = self.live.ask(play_of_item, item_id=item.id) if item else None
        return found

    def held(self) -> tuple[str, int]:
        projection = self.live.view.projection
        return _scene(projection.pinned), projection.page

    def hold(self, scene: str, page: int = 0) -> None:
        pinned = PIN + scene if scene else ""
        self.live.do(pin_slide, meeting_id=self.live.meeting_id, pinned=pinned, page=page)

    def follow(self) -> None:
        projection = self.live.view.projection
        if _scene(projection.pinned) or (not projection.pinned and projection.page):
            self.hold("")

    def leaving(self) -> KeyShown:
        step = agenda_presenter.step(self.live.view)
        return KeyShown("leave", agenda_presenter.in_a_line(step), step.icon, step.enabled)

    def leave(self) -> None:
        self.live.step()

    def choose(self, begin: Callable[[Flow], None]) -> None:
        self._set_up.choose(begin)

    def cast(self, play: PlayNow) -> None:
        self._set_up.cast(play)


def _scene(pinned: str) -> str:
    return pinned.removeprefix(PIN) if pinned.startswith(PIN) else ""
