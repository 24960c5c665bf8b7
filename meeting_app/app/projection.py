"""Lets the projector follow the records: the hall's page is asked again whenever something changes, right
after the console has answered the key that changed it.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from meeting_app.actions.communities import Opened
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.basics import community_view
from meeting_app.queries.records import Records
from meeting_app.ui.qt.spared import Edge, spared

if TYPE_CHECKING:
    from meeting_app.queries.live import LiveView
    from meeting_app.queries.slides_roleplay import Shown
    from meeting_app.queries.slides_types import Slide

# Pages that show a projected end, or a line whose time is over, move on without any record changing.
LOOK_AGAIN_MS: Final = 5_000
SHOWING: Final = frozenset(
    {
        "agenda_item", "community", "decision", "hand_report", "invitee", "meeting", "motion", "poll",
        "floor_plan", "floor_rule", "floor_seat", "projection", "speech", "stay",
    }
)  # fmt: skip
# The records of a play, which begin so; and the poll's sheets.
OF_A_PLAY: Final = ("play", "poll_sheet")


class Projection(QObject):
    """Follows one meeting. `show(mode, slide)` is called with each picture; when the records cannot be read,
    the last picture stays. `held()` is the mode that the hall is shown against the records, else "".
    """

    def __init__(
        self, opened: Opened, show: "Callable[[str, Slide], None]", held: Callable[[], str] = str
    ) -> None:
        super().__init__()
        self._opened, self._show, self._held = opened, show, held
        self._meeting_id: str | None = None
        self._play: tuple[str, Shown] | None = None  # a play that belongs to no meeting
        self._last: Slide | None = None  # its page
        self._frame: LiveView | None = None
        self._news: frozenset[str] = frozenset()  # what changed since the last look
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look_at_news)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._timer.timeout.connect(self.look)

    @property
    def meeting_id(self) -> str | None:
        """The meeting that is projected."""
        return self._meeting_id

    def follow(self, meeting_id: str | None) -> None:
        """Project this meeting from now on; None projects the backdrop."""
        self._meeting_id, self._play, self._last = meeting_id, None, None
        if meeting_id is None:
            self._timer.stop()
            return
        self._timer.start()
        self.look()

    def follow_play(self, play_id: str, shown: "Shown") -> None:
        """Project a play that belongs to no meeting."""
        self._meeting_id, self._play = None, (play_id, shown)
        self._timer.start()
        self.look()

    def changed(self, kinds: frozenset[str]) -> None:
        """Something changed in the records: look as soon as what the event at hand has changed is painted.
        A page of 1920 x 1080 would keep the console's answer waiting.
        """
        if kinds & SHOWING or any(kind.startswith(OF_A_PLAY) for kind in kinds):
            self._news |= kinds
            self._soon.start(0)

    @Slot()
    def _look_at_news(self) -> None:
        news, self._news = self._news, frozenset()
        self._look(news)

    @Slot()
    def look(self) -> None:
        """Ask for the hall's page and show it."""
        self._look(None)

    def _look(self, kinds: frozenset[str] | None) -> None:
        """The same; what records of these kinds cannot change is taken from the last look."""
        if self._play is not None:
            self._look_at_play(*self._play)
        if self._meeting_id is None:
            return
        from meeting_app.queries.live import frame_again, live_frame  # not needed before a meeting is shown
        from meeting_app.queries.slides import current_slide

        records, now = self._opened.records, self._opened.desk.now()
        try:
            with records.look():  # the page is made of what was found for the mode
                before = self._frame if kinds is not None else None
                if before is not None and kinds is not None and before.meeting_id == self._meeting_id:
                    meeting = records.ask(frame_again, before=before, kinds=kinds, now=now)
                else:
                    meeting = records.ask(live_frame, meeting_id=self._meeting_id, now=now)
                mode = meeting.projection.mode if meeting else "content"
                # Behind black the meeting's page is at hand: it is to come back also without the records.
                seen = self._held() or mode
                page = "content" if seen == "black" else seen
                if kinds is None or "community" in kinds:
                    Edge.community = community_name(records)
                asked = partial(records.ask, current_slide, meeting_id=self._meeting_id, now=now, mode=page)
                slide: Slide = spared(asked, backdrop)
        except Refusal:
            return
        self._frame = meeting
        self._show(mode, slide)

    def _look_at_play(self, play_id: str, shown: "Shown") -> None:
        from meeting_app.queries.slides_roleplay import alone_slide

        records, now = self._opened.records, self._opened.desk.now()
        try:
            Edge.community = Edge.community or community_name(records)
            slide: Slide = spared(
                partial(records.ask, alone_slide, play_id=play_id, shown=shown, now=now), backdrop
            )
        except Refusal:
            if self._last is None:
                return
            slide = self._last  # black, and back, need no records
        self._last = slide
        self._show(shown.mode, slide)

    def close(self) -> None:
        """Follow nothing any more."""
        self._timer.stop()
        self._soon.stop()
        self._meeting_id = self._play = None


def community_name(records: Records) -> str:
    """Whose name stands on the backdrop."""
    found = records.ask(community_view)
    return found.name if found else ""


def backdrop() -> "Slide":
    """What takes the place of a page that cannot be made."""
    from meeting_app.queries.slides_types import BackdropSlide

    return BackdropSlide(Edge.community)
