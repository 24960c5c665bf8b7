"""The pages of the live window's middle: which there are, each made when it is first needed."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from meeting_app.ui.console.live import (
    files_commands,
    page_commands,
    plan_commands,
    sweep_commands,
)
from meeting_app.ui.console.live.after import AfterPage
from meeting_app.ui.console.live.ballots.page import BallotsPage
from meeting_app.ui.console.live.box import Middle
from meeting_app.ui.console.live.check_in import CheckInPage
from meeting_app.ui.console.live.context import Centre, Live
from meeting_app.ui.console.live.discussion import DiscussionPage
from meeting_app.ui.console.live.files import FilesPage
from meeting_app.ui.console.live.hands import HandsPage
from meeting_app.ui.console.live.item import ItemPage
from meeting_app.ui.console.live.keys_page import KeysPage
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.console.live.plan import PlanPage
from meeting_app.ui.console.live.result import ResultPage
from meeting_app.ui.console.live.roleplay import commands as play_commands
from meeting_app.ui.console.live.roleplay.board import PlayBoard
from meeting_app.ui.console.live.roleplay.page import RolePlayPage
from meeting_app.ui.console.live.shares import SharesPage
from meeting_app.ui.console.live.sweep import SweepPage
from meeting_app.ui.console.live.ways import WaysPage
from meeting_app.ui.qt.commands import CommandTable

WIDE: Final = ("check_in", "after", "plan", "sweep")  # pages that need the whole deck
GROUPS: Final = {
    "plan": plan_commands.PLAN, "sweep": sweep_commands.PARKED, "files": files_commands.FILES
}  # fmt: skip


def off_tab(part: QWidget) -> None:
    """The mouse leaves the keyboard on the deck; Tab still reaches every button of the part."""
    for button in part.findChildren(QAbstractButton):
        if button.focusPolicy() == Qt.FocusPolicy.StrongFocus:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class Pages(QObject):
    """The pages made so far, by name (`made`), in the stack of the middle; `shown` names the one on top.
    Signal: `closed` when the page of keys was closed with the mouse.
    """

    closed = Signal()

    def __init__(self, live: Live, measures: Callable[[], Measures]) -> None:
        super().__init__(live)
        self._live, self._measures = live, measures
        self._commands = CommandTable()
        self.made: dict[str, Centre] = {}
        self.shown = ""
        self.stack = Middle()
        self.stack.currentChanged.connect(lambda _place: self.stack.updateGeometry())

    def take_commands(self, commands: CommandTable) -> None:
        """Add the pages' own keys to the meeting's; the page of keys shows them all."""
        self._commands = commands
        for own in (plan_commands, sweep_commands, files_commands):
            name = own.CONTEXT.removeprefix("live_")
            page_commands.add_to(commands, own.CONTEXT, GROUPS[name], own.DECLARED, partial(self.page, name))
        play_commands.add_to(commands, self.board)

    def page(self, name: str) -> Centre:
        """A page of the middle, made when it is first needed. Raises KeyError when there is none."""
        if name not in self.made:
            page = self.made[name] = self._make(name)
            if isinstance(page, KeysPage):
                page.close_button.clicked.connect(self.closed)
            off_tab(page)
            page.fit(self._measures())
            self.stack.addWidget(page)
        return self.made[name]

    def _make(self, name: str) -> Centre:
        makers: dict[str, Callable[[Live], Centre]] = {
            "check_in": CheckInPage, "item": ItemPage, "discussion": DiscussionPage, "hands": HandsPage,
            "ballots": BallotsPage, "roleplay": RolePlayPage,
            "result": ResultPage, "after": AfterPage, "ways": WaysPage, "plan": PlanPage,
            "sweep": SweepPage, "files": FilesPage,
            "shares": SharesPage, "keys": lambda live: KeysPage(live, self._commands),
        }  # fmt: skip
        return makers[name](self._live)

    def now(self) -> Centre:
        """The page that is shown."""
        return self.page(self.shown)

    def board(self) -> PlayBoard:
        """The board of a role-play."""
        page = self.page("roleplay")
        assert isinstance(page, RolePlayPage)
        return page.board

    def fit(self, measures: Measures) -> None:
        """Take the sizes of the window."""
        for page in self.made.values():
            page.fit(measures)
