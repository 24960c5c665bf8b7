"""Which page the middle of the live window is to show: what the meeting asks for, or a trip beside it."""

from typing import Final

from PySide6.QtCore import QObject, Signal

from meeting_app.ui.console.live.context import Live

NOT_AFTER_END: Final = ("check_in", "plan", "sweep")  # trips that a closed meeting has no use for


class Trips(QObject):
    """Side trips from the meeting's own page. Signal: `turned` when another page may be wanted."""

    turned = Signal()

    def __init__(self, live: Live) -> None:
        super().__init__(live)
        self._live = live
        self.side = ""  # the trip under way, "" at home
        self._looked_from = ""  # the trip during which the keys were looked up

    def wanted(self) -> str:
        """Which page the middle is to show."""
        if self.side in NOT_AFTER_END and self._live.view.state == "closed":
            self.side = ""
        return self.side or self.home()

    def home(self) -> str:
        """The page that the meeting itself asks for."""
        view = self._live.view
        if view.state == "closed":
            return "after"
        if view.state != "live" or view.current is None:
            return "check_in"
        if view.current.kind == "role_play":
            return "roleplay"
        if view.current.kind == "vote":
            return self._vote(view.current.id)
        return "discussion" if view.current.kind == "discussion" else "item"

    def _vote(self, item_id: str) -> str:
        from meeting_app.queries.polls import hands_view
        from meeting_app.queries.vote_view import vote_plan

        if self._live.ask(vote_plan, item_id=item_id):
            return "ballots"
        hands = self._live.ask(hands_view, item_id=item_id)
        counted = hands is not None and hands.state in ("counted", "published")
        return "result" if counted else "hands"

    def begin(self, name: str) -> None:
        """To a page, or back from it."""
        self.side = "" if self.side == name or self.home() == name else name
        self.turned.emit()

    def go_home(self) -> None:
        """End a side trip; from the keys back to where they were looked up."""
        self.side = self._looked_from if self.side == "keys" else ""
        self.turned.emit()

    def check_in(self) -> None:
        """To the check-in desk, or back from it."""
        if self._live.view.state != "closed":
            self.begin("check_in")

    def files(self) -> None:
        """To the pictures and PDFs of the current item, or back from them."""
        self._while_live("files")

    def plan(self) -> None:
        """To the agenda and its time, or back from it."""
        self._while_live("plan")

    def keys(self) -> None:
        """To the page of keys, or back from it to where they were looked up."""
        if self.side == "keys":
            self.go_home()
            return
        self._looked_from = self.side
        self.begin("keys")

    def _while_live(self, name: str) -> None:
        if self._live.view.state == "live":
            self.begin(name)
