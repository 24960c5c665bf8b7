"""The page of a meeting's item that is a role-play: the board in the middle of the live window."""

from typing import ClassVar, Final

from PySide6.QtWidgets import QWidget

from meeting_app.domain.clock import Instant
from meeting_app.queries.roleplay.steps import PLAY_KINDS
from meeting_app.ui.console.live.box import down
from meeting_app.ui.console.live.context import Centre, Live
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.console.live.roleplay import commands
from meeting_app.ui.console.live.roleplay.board import PlayBoard
from meeting_app.ui.console.live.roleplay.places import MeetingPlace

KINDS: Final = PLAY_KINDS | {"meeting", "agenda_item", "projection"}


class RolePlayPage(Centre):
    """Hands everything on to its board."""

    kinds: ClassVar[frozenset[str]] = KINDS
    context: ClassVar[str] = commands.CONTEXT
    numbers: ClassVar[str] = commands.NUMBERS

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self.board = PlayBoard(live, MeetingPlace(live))
        self.setLayout(down(self.board))

    def refresh(self) -> None:
        self.board.refresh()

    def tick(self, now: Instant) -> None:
        self.board.tick(now)

    def fit(self, measures: Measures) -> None:
        self.board.fit(measures)

    def enter_page(self) -> None:
        self.board.enter_page()

    def take_focus(self) -> None:
        self.board.take_focus()

    def leave_field(self) -> bool:
        return self.board.leave_field()

    def step(self) -> bool:
        return self.board.step()

    def step_back(self) -> bool:
        return self.board.step_back()

    def main(self) -> None:
        self.board.main()

    def space(self) -> None:
        self.board.space()

    def longer(self, by_ms: int) -> None:
        self.board.longer(by_ms)
