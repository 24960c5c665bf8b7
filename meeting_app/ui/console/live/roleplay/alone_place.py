"""The place of a play that belongs to no meeting: its hall is the window's own business."""

from collections.abc import Callable
from dataclasses import replace

from meeting_app.actions.roleplay import casting
from meeting_app.i18n import _
from meeting_app.queries.roleplay.types import PlayNow
from meeting_app.queries.slides_roleplay import Shown
from meeting_app.queries.slides_types import Slide
from meeting_app.queries.slides_types_roleplay import RolePlayPage
from meeting_app.ui.console.live.roleplay.flow import Flow
from meeting_app.ui.console.live.roleplay.presenter import KeyShown
from meeting_app.ui.qt.office import Office
from meeting_app.ui.slides.roleplay import page_count


class AlonePlace:
    """`turned` is told what the hall is shown from now on."""

    def __init__(self, office: Office, play_id: str, turned: Callable[[Shown], None]) -> None:
        self._office, self._play_id, self._turned = office, play_id, turned
        self.shown = Shown()

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self._turned(shown)

    def play_id(self) -> str:
        return self._play_id

    def held(self) -> tuple[str, int]:
        return self.shown.scene, self.shown.page

    def hold(self, scene: str, page: int = 0) -> None:
        self._show(Shown("content", scene, page))

    def follow(self) -> None:
        self._show(replace(self.shown, scene="", page=0))

    def show_mode(self, mode: str) -> None:
        """Content, black or the desktop."""
        self._show(replace(self.shown, mode=mode))

    def turn_page(self, slide: Slide | None) -> None:
        """The next page of the scene, after the last the first."""
        if isinstance(slide, RolePlayPage):
            count = page_count(slide)
            self._show(replace(self.shown, page=(self.shown.page + 1) % count))

    def leaving(self) -> KeyShown:
        return KeyShown("leave", _("Back to the office"), "arrow-left")

    def leave(self) -> None:
        self._office.go("play", play_id=self._play_id)

    def choose(self, begin: Callable[[Flow], None]) -> None:
        self.leave()

    def cast(self, play: PlayNow) -> None:
        self._office.desk.do(casting.cast_play, play_id=play.play_id)
