"""What the keys of the deck do: the steps of the meeting, the floor, the hall's picture, badges."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer

from meeting_app.actions import attendance, floor, projection, running
from meeting_app.actions.attendance import CheckedIn
from meeting_app.actions.undo import undo_last
from meeting_app.domain.codes import BADGE_PREFIX
from meeting_app.domain.refusal import NotKept, Refusal
from meeting_app.i18n import _
from meeting_app.ui.console.live import agenda_presenter, floor_commands, hall_acts, top_presenter, words
from meeting_app.ui.console.live.check_in import CheckInPage
from meeting_app.ui.console.live.clock_panel import STEP_MS
from meeting_app.ui.console.live.context import Live
from meeting_app.ui.console.live.discussion import DiscussionPage
from meeting_app.ui.console.live.pages import Pages
from meeting_app.ui.console.live.questions import Questions
from meeting_app.ui.console.live.trips import Trips
from meeting_app.ui.console.live.unvoted import unvoted
from meeting_app.wording import labels, refusals

# A file that another program holds may keep a write waiting; nobody waits so long for a dark hall.
PATIENCE_MS: Final = 500


class DeckActs(QObject):
    """Orders given by keys, buttons and badges; the page that is shown answers its own first."""

    def __init__(self, live: Live, pages: Pages, trips: Trips, questions: Questions) -> None:
        super().__init__(live)
        self._live, self._pages, self._trips, self._questions = live, pages, trips, questions
        live.step_asked.connect(self.step)
        self._wanted = ""  # the mode that was asked for and not answered yet
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.timeout.connect(self._hold)

    def by_name(self) -> dict[str, Callable[[], None]]:
        """The acts by the names of commands.DECLARED, but those that need the window itself."""
        page, trips, live = self._pages.now, self._trips, self._live
        return {
            "main": self.main, "next": self.step, "back": self.step_back, "add": lambda: page().add(),
            "check_in": trips.check_in, "find": self.find, "clock": lambda: page().space(),
            "more": lambda: page().longer(STEP_MS), "less": lambda: page().longer(-STEP_MS),
            "black": self.black, "undo": self.undo, "keys": trips.keys, "plan": trips.plan,
            "view": partial(hall_acts.view_next, live), "files": trips.files,
            "read_back": partial(hall_acts.read_back, live), "close": self._questions.ask_close,
            **{name: partial(self._floor, name) for name in floor_commands.NAMES},
        }  # fmt: skip

    def main(self) -> None:
        """Enter: answer the banner's question, else the main button of the page."""
        if self._questions.asked:
            self._questions.answer("yes")
        else:
            self._pages.now().main()

    def find(self) -> None:
        """To the field that finds people; it is at the check-in desk, which is not left by this."""
        if self._pages.shown == "check_in":
            self._pages.now().take_focus()
        else:
            self._trips.check_in()

    def step(self) -> None:
        """The next step of the page or the meeting; closing asks once more, and no step casts, confirms or
        publishes.
        """
        if self._pages.now().step():
            return
        step, meeting = self._live.view.next_step, self._live.meeting_id
        if not step.enabled:
            self._cannot_step()
        elif step.code == "open_meeting":
            self._live.do(running.open_meeting, meeting_id=meeting)
        elif step.code in ("call_next", "go_on"):
            self._call_next()
        elif step.code == "next_item":
            self._trips.side = ""
            open_ = words.sentences(unvoted(self._live), agenda_presenter.open_matter(self._live.view))
            self._live.do(running.next_item, self._hint(open_), meeting_id=meeting)
        elif step.code == "close_meeting":
            self._questions.ask_close()

    def _cannot_step(self) -> None:
        """Say why; opening without quorum asks for the reason instead."""
        view, page = self._live.view, self._pages.made.get("check_in")
        step = view.next_step
        if step.code == "open_meeting" and isinstance(page, CheckInPage):
            page.ask_reason()
        else:
            self._live.refuse(Refusal(step.why or "meeting_state", title=step.subject, state=view.state))

    def _call_next(self) -> None:
        page, item = self._pages.now(), self._live.view.current
        if isinstance(page, DiscussionPage):
            page.call_first()
        elif item is not None:
            self._live.do(floor.call_next, item_id=item.id)

    def _hint(self, sentence: str) -> Callable[[Any], None]:
        """Says what a rule of order has against what was just done; a hint, never a lock."""

        def told(_result: Any) -> None:
            if sentence:
                self._live.remark(sentence)

        return told

    def step_back(self) -> None:
        """The part before of what the page shows, else the item before."""
        if not self._pages.now().step_back() and self._live.view.state == "live":
            self._live.do(running.previous_item, meeting_id=self._live.meeting_id)

    def _floor(self, name: str) -> None:
        """A key of the floor: a page of its own, the rules for the hall, or the page's business."""
        view = self._live.view
        if view.state != "live" or view.current is None or view.current.kind != "discussion":
            return
        if name in ("floor_ways", "floor_shares"):
            self._trips.begin(name.removeprefix("floor_"))
        elif name == "floor_rules":
            pinned = "" if view.projection.pinned == "rules" else "rules"
            self._live.do(projection.pin_slide, meeting_id=self._live.meeting_id, pinned=pinned)
        else:
            self._pages.now().floor(name)

    def undo(self) -> None:
        """Take back the last thing done here, or say why not."""
        self._live.do(undo_last)

    def black(self) -> None:
        """Black, and back."""
        shown = self._live.office.projector.status.held or self._live.view.projection.mode
        self.set_mode("content" if shown == "black" else "black")

    def set_mode(self, mode: str) -> None:
        """Content, backdrop or black for the hall; it obeys also when the records cannot be written."""
        self._wanted = mode
        self._slow.start(PATIENCE_MS)
        self._live.do(
            projection.show_mode, partial(self._kept, mode), partial(self._not_kept, mode),
            meeting_id=self._live.meeting_id, mode=mode,
        )  # fmt: skip

    def _hold(self) -> None:
        self._live.office.projector.hold(self._wanted)

    def _kept(self, mode: str, _result: None) -> None:
        self._slow.stop()
        if self._live.office.projector.status.held:
            self._live.office.projector.settle(mode)

    def _not_kept(self, mode: str, refusal: Refusal) -> None:
        """The mode was refused: a fault of the disk is no reason to leave the hall with its picture."""
        self._slow.stop()
        projector = self._live.office.projector
        if not isinstance(refusal, NotKept):
            projector.settle(self._live.view.projection.mode)
            self._live.refuse(refusal)
            return
        projector.hold(mode)
        shown = _(
            "The hall is shown it all the same: {mode}. It is saved with the next thing that can be saved."
        )
        self._live.remark(
            words.sentences(
                refusals.sentence(refusal), shown.format(mode=labels.label(top_presenter.MODES, mode))
            ),
            "danger",
        )

    def picture(self) -> None:
        """The next picture or PDF of the item for the hall."""
        hall_acts.view_next(self._live)

    def scan(self, text: str) -> None:
        """A badge was scanned, whatever has the focus."""
        page = self._pages.now()
        if isinstance(page, CheckInPage):
            page.scan(text)
            return
        self._live.do(
            attendance.check_in_badge, self._came, meeting_id=self._live.meeting_id,
            code=text.removeprefix(BADGE_PREFIX),
        )  # fmt: skip

    def _came(self, came: CheckedIn) -> None:
        if not came.votes:
            self._live.remark(_("{name} is here as a guest, without a vote.").format(name=came.name))
