"""The big clock: figures, what they mean, the bar of time spent, pause and more or less time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from meeting_app.domain.clock import Clock, Instant
from meeting_app.i18n import _
from meeting_app.ui.console.live import discussion_presenter, words
from meeting_app.ui.console.live.box import across, down, held
from meeting_app.ui.console.live.discussion_presenter import ClockShown
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.widgets import Bar, Button, ClockLabel, Label, Part
from meeting_app.wording import times

STEP_MS = 30_000
KINDS = {"danger": "danger", "warn": "warn", "muted": "rest"}


def clock_buttons() -> tuple[Button, Button, Button]:
    """Pause, 30 seconds more, 30 seconds less; the mouse leaves the keyboard where it is."""
    pause = Button(_("Pause"), kind="big", icon="pause", key=_("Space"))
    more = Button(_("30 s"), kind="big", icon="plus", key="\u2191")
    less = Button(_("30 s"), kind="big", icon="minus", key="\u2193")
    more.setAccessibleName(_("30 seconds more"))
    less.setAccessibleName(_("30 seconds less"))
    for button in (pause, more, less):
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return pause, more, less


def show_pause(button: Button, *, running: bool) -> None:
    """The pause button says what it does now."""
    button.setText(_("Pause") if running else _("Resume"))
    button.set_icon("pause" if running else "play")


class ClockPanel(QWidget):
    """A clock by itself. Signals: pause_asked, longer_asked(ms, negative for less)."""

    pause_asked = Signal()
    longer_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = ClockLabel(_("Clock"), align_left=True)
        self.caption = Label("", tone="muted")
        self.bar = Bar(_("Time used"), height=8)
        self.spent = Label("", "caption", tone="muted")
        self.limit = Label("", "caption", tone="muted")
        self.pause, self.more, self.less = clock_buttons()
        self.pause.clicked.connect(self.pause_asked)
        self.more.clicked.connect(lambda: self.longer_asked.emit(STEP_MS))
        self.less.clicked.connect(lambda: self.longer_asked.emit(-STEP_MS))
        below = across(self.spent, "space", self.limit)
        keys = held(across(self.pause, self.more, self.less, "space", gap=16))
        self.setLayout(down(self.caption, self.figures, 8, self.bar, below, 8, keys))

    def fit(self, measures: Measures) -> None:
        """Take the window's size of the clock."""
        self.figures.set_pixels(measures.clock)

    def show_clock(self, clock: Clock, now: Instant, *, spent: str, limit: str) -> None:
        """Show it at this moment; `spent` and `limit` are sentences with {span}."""
        shown = discussion_presenter.clock_shown(clock, now)
        show_figures(self.figures, shown)
        self.caption.setText(shown.caption)
        show_bar(self.bar, shown)
        self.spent.setText(spent.format(span=times.spoken(clock.elapsed(now))))
        self.limit.setText(limit.format(span=times.spoken(clock.limit_ms)))
        show_pause(self.pause, running=clock.running)


def show_figures(label: ClockLabel, shown: ClockShown) -> None:
    """The figures in their tone: ink, danger over time, muted while nothing runs."""
    tone = {"danger": "danger", "muted": "muted"}.get(shown.tone, "ink")
    label.show_time(shown.figures, "muted" if shown.paused and tone == "ink" else tone)


def show_bar(bar: Bar, shown: ClockShown) -> None:
    """The time spent as a bar; hatched while paused."""
    kind = "void" if shown.paused else KINDS.get(shown.tone, "act")
    bar.show_parts((Part(kind, shown.per_mille),), 1000, words=words.joined(shown.spent, shown.limit))
