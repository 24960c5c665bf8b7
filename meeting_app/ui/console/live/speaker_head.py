"""Who speaks, and the clock: the largest things on the page of a discussion."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.live.box import SPACE, across, down, held
from meeting_app.ui.console.live.clock_panel import show_bar, show_figures
from meeting_app.ui.console.live.discussion_presenter import ClockShown, SpeakerShown
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import Bar, ClockLabel, IconLabel, Label, LiveDot


class SpeakerHead(QWidget):
    """Who speaks, and the clock."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dot = LiveDot()
        self.heading = Label("", tone="muted")
        self.name = Label("", "name", elide=True)
        self.place = Label("")
        self.star = IconLabel("star", tone="ok", small=True)
        self.remark = Label("", tone="ok", elide=True)
        self.caption = Label("", tone="muted")
        self.caption.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.figures = ClockLabel(_("Clock of the speaker"))
        self.figures.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.bar = Bar(_("Time used"), height=8)
        self.spent = Label("", "caption", tone="muted")
        self.limit = Label("", "caption", tone="muted")
        self._gap = held(across(8, gap=0))
        below = across(self.place, self._gap, self.star, gap=6)
        below.addWidget(self.remark, 1)
        who = down(across(self.dot, self.heading, SPACE), self.name)
        who.addLayout(below)
        who.addStretch(1)
        clock = down(self.caption, self.figures)
        both = across(gap=24)
        both.addLayout(who, 1)
        both.addLayout(clock)
        self.setLayout(down(both, 8, self.bar, across(self.spent, SPACE, self.limit)))

    def fit(self, measures: Measures) -> None:
        """Take the window's sizes of name and clock."""
        self.figures.set_pixels(measures.clock)
        font = theme.current().font("name")
        font.setPixelSize(theme.current().px(measures.speaker))
        self.name.setFont(font)
        self.name.setMinimumHeight(theme.current().px(measures.speaker * 1.4))
        self.caption.setVisible(measures.name != "small")

    def show_speaker(self, shown: SpeakerShown, *, first: bool) -> None:
        """Show who has the floor."""
        self.dot.setVisible(bool(shown.speech_id))
        self.heading.setText(shown.heading)
        self.name.setText(shown.name)
        self.name.set_tone("" if shown.speech_id else "muted")
        self.place.setText(shown.place)
        self.place.setVisible(bool(shown.place))
        self._gap.setVisible(bool(shown.place))
        self.remark.setText(shown.remark)
        self.remark.set_tone("ok" if first else "muted")
        self.star.setVisible(first and bool(shown.remark))

    def show_clock(self, shown: ClockShown) -> None:
        """Show the clock at a moment."""
        show_figures(self.figures, shown)
        show_bar(self.bar, shown)
        self.caption.setText(shown.caption)
        self.caption.set_tone(shown.tone if shown.tone in ("danger", "warn") else "muted")
        self.spent.setText(shown.spent)
        self.limit.setText(shown.limit)
