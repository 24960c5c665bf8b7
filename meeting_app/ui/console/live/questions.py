"""What the banner of the live window says, and what it asks: closing, and taking another item."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton

from meeting_app.actions import running
from meeting_app.i18n import _
from meeting_app.queries.parking import parking_view
from meeting_app.ui.console.live import agenda_presenter, words
from meeting_app.ui.console.live.context import Live
from meeting_app.ui.console.live.trips import Trips
from meeting_app.ui.console.live.unvoted import unvoted
from meeting_app.ui.widgets import Banner


class Questions(QObject):
    """One question at a time; Enter says yes, Esc no. `asked` is what waits for an answer: "close", an
    item's id, or "".
    """

    def __init__(self, live: Live, banner: Banner, trips: Trips) -> None:
        super().__init__(live)
        self._live, self._banner, self._trips = live, banner, trips
        self.asked = ""
        live.told.connect(self.tell)
        live.item_asked.connect(self.ask_item)
        live.close_asked.connect(self.ask_close)
        banner.pressed.connect(self.answer)

    def tell(self, sentence: str, tone: str) -> None:
        """Say something above the page; "" takes it away, but never a question."""
        if sentence:
            self.asked = ""
            self._banner.tell("", sentence, tone=tone, buttons=(("gone", _("All right"), "x"),))
        elif not self.asked:
            self._banner.clear()

    def ask_close(self) -> None:
        """Closing leads through what was parked, as long as something of it has no answer."""
        if self._live.ask(parking_view, meeting_id=self._live.meeting_id).open:
            if self._trips.side != "sweep":
                self._trips.begin("sweep")
            return
        self._ask(
            "close", _("Close the meeting?"),
            _("Everybody is checked out, and nothing can be taken back after it."),
            _("Close the meeting"),
        )  # fmt: skip

    def ask_item(self, item_id: str) -> None:
        """Offer to take an item now, unless it is the current one."""
        view = self._live.view
        item = next((one for one in view.items if one.id == item_id), None)
        if item is None or view.state != "live" or item.state == "current":
            return
        said = _("Take item {number} now?").format(number=item.number)
        open_ = words.sentences(unvoted(self._live), agenda_presenter.open_matter(view, item_id))
        self._ask(item_id, said, words.sentences(item.title, open_), _("Take it"))

    def _ask(self, what: str, strong: str, text: str, yes: str) -> None:
        self.asked = what
        self._banner.tell(strong, text, buttons=(("yes", yes, "check"), ("no", _("Not now"), "x")))
        for button in self._banner.findChildren(QAbstractButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._live.to_deck()

    def answer(self, code: str) -> None:
        """A button of the banner, or its key: do what was asked if the answer is yes."""
        asked, self.asked = self.asked, ""
        self._banner.clear()
        if code != "yes":
            return
        if asked == "close":
            self._live.do(running.close_meeting, meeting_id=self._live.meeting_id)
        elif asked:
            self._live.do(running.go_to_item, lambda _result: self._live.go_home(), item_id=asked)
