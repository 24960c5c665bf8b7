"""The head of the page: where the play is, its clock, what to say now and what comes."""

from typing import Final

from PySide6.QtWidgets import QFrame, QWidget

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _
from meeting_app.queries.roleplay.types import PlayNow
from meeting_app.ui.console.live.box import SPACE, across, down, held
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.console.live.roleplay import presenter
from meeting_app.ui.console.live.roleplay.strip import CourseStrip
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import ClockLabel, Label, LiveDot
from meeting_app.wording import times

CLOCKS: Final = {"small": 56, "low": 72, "usual": 88, "large": 120}


class PlayHead(QWidget):
    """Shows a play; everything in it is for the facilitator."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folded = False
        self.strip = CourseStrip()
        self.dot = LiveDot()
        self.course = Label("", tone="muted")
        self.coming = Label("", tone="muted", elide=True)
        self.title = Label("", "h1", elide=True)
        self.caption = Label("", tone="muted")
        self.clock = ClockLabel(_("Clock of this part"))
        self.say = Label(_("You may say"), "caption", tone="muted")
        self.cue = Label("", "h2", serif=True, wrap=True)
        self.next_cue = Label("", "caption", tone="muted", elide=True)
        words = down(across(self.dot, self.course, SPACE, gap=8), 2, self.title, self.coming)
        words.addStretch(1)
        right = down(across(SPACE, self.caption), across(SPACE, self.clock))
        top = across(gap=16)
        top.addLayout(words, 1)
        top.addLayout(right)
        self._script = QFrame()
        self._script.setProperty("ground", "sunken")
        script = down(self.say, 2, self.cue, self.next_cue, margins=(16, 8, 16, 8))
        self._script.setLayout(script)
        box = down(self.strip, 8)
        box.addWidget(held(top))
        box.addSpacing(theme.current().px(8))
        box.addWidget(self._script)
        self.setLayout(box)

    def fit(self, measures: Measures) -> None:
        """Take the window's size; in a small one the script needs no heading."""
        self.say.setVisible(measures.name != "small")
        self.clock.set_pixels(CLOCKS[measures.name])

    def fold(self, folded: bool) -> None:
        """Put the script away while a question needs the room."""
        self._folded = folded
        self._show_script()

    def show_play(self, play: PlayNow, now: Instant) -> None:
        """Show it; the clock is the ticks' business too."""
        self.course.setText(presenter.course(play))
        self.coming.setText(presenter.coming(play))
        self.title.setText(presenter.title(play))
        self.dot.setVisible(play.clock.running)
        said = presenter.cue(play)
        self.cue.setText(_("“{sentence}”").format(sentence=said) if said else "")
        self.tick(play, now)

    def _show_script(self) -> None:
        said = bool(self.next_cue.whole_text() or self.cue.whole_text())
        self._script.setVisible(said and not self._folded)

    def tick(self, play: PlayNow, now: Instant) -> None:
        """The clock and the course at this moment."""
        self.strip.show_course(presenter.segments(play, now))
        following = presenter.next_cue(play, now)
        self.next_cue.setText(following)
        self.next_cue.setVisible(bool(following))
        self._show_script()
        shown = play.phase is not None and play.state == "running"
        self.clock.setVisible(shown)
        if not shown:
            self.caption.setText("")
            return
        left = play.clock.remaining(now)
        tone = "danger" if left < 0 else "ink" if play.clock.running else "muted"
        self.clock.show_time(times.countdown(left), tone)
        self.caption.setText(_caption(play, left))


def _caption(play: PlayNow, left: int) -> str:
    if not play.clock.running:
        return _("paused")
    if play.warning is not None and left >= 0:
        return _("time left: come to an end")
    return _("time left") if left >= 0 else _("over time")
