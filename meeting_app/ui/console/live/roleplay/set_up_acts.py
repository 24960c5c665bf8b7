"""An item without a play: a question leads to one, another key gives out its roles."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from meeting_app.actions.roleplay import casting, preparing
from meeting_app.actions.roleplay.preparing import Taking
from meeting_app.i18n import ngettext
from meeting_app.queries.presence import room_now
from meeting_app.queries.roleplay.casting import PlayLine, casting_view, play_list
from meeting_app.queries.roleplay.scenarios import ScenarioCard, own_scenarios, shipped_scenarios
from meeting_app.queries.roleplay.types import PlayNow
from meeting_app.ui.console.live.context import Live
from meeting_app.ui.console.live.roleplay.flow import Flow
from meeting_app.ui.console.live.roleplay.set_up import ChooseFlow


def _nothing(_flow: Flow) -> None:
    """Nobody has asked yet."""


class SetUp(QObject):
    """Prepares a play for the current item."""

    def __init__(self, live: Live, parent: QObject) -> None:
        super().__init__(parent)
        self.live = live
        self._begin: Callable[[Flow], None] = _nothing
        self._shelf: tuple[ScenarioCard, ...] = ()
        self._item = ""

    def choose(self, begin: Callable[[Flow], None]) -> None:
        """Ask which scenario, by `begin`; reading the shelf for the first time takes a moment."""
        self._begin = begin
        item = self.live.view.current
        if item is None:
            return
        self._item = item.id
        if self._shelf:
            self._ask()
        else:
            self.live.office.tasks.run(shipped_scenarios, self._read, self._failed)

    def _read(self, cards: tuple[ScenarioCard, ...]) -> None:
        self._shelf = cards
        item = self.live.view.current
        if item is not None and item.id == self._item:
            self._ask()

    @staticmethod
    def _failed(error: BaseException) -> None:
        raise error

    def _ask(self) -> None:
        plays: tuple[PlayLine, ...] = self.live.ask(play_list)
        waiting = tuple(one for one in plays if one.item_id is None and one.state in ("prepared", "cast"))
        own = tuple(card for card in self.live.ask(own_scenarios) if card.usable)
        self._begin(ChooseFlow(self._item, waiting, own + self._shelf))

    def cast(self, play: PlayNow) -> None:
        """Give the roles to those who were chosen; when nobody was, to everybody who is here."""
        view = self.live.ask(casting_view, play_id=play.play_id)
        if view is not None and view.players:
            self.live.do(casting.cast_play, play_id=play.play_id)
            return
        here = sorted(self.live.ask(room_now, meeting_id=self.live.meeting_id).present)
        takings = tuple(Taking(person) for person in here)

        def chosen(count: int) -> None:
            said = ngettext(
                "{n} person who is here takes part.", "{n} people who are here take part.", count
            )  # fmt: skip
            self.live.tell(said.format(n=count), "ok")
            self.live.do(casting.cast_play, play_id=play.play_id)

        self.live.do(preparing.set_players, chosen, play_id=play.play_id, players=takings)
