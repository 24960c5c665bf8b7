"""A discussion: the speaker and the clock are the largest things, below them who waits and why."""

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from meeting_app.actions import floor
from meeting_app.domain.clock import Instant
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.queries.floor import QueueView, queue_view
from meeting_app.ui.console.live import discussion_presenter as presenter
from meeting_app.ui.console.live import words
from meeting_app.ui.console.live.bells import BellWatch
from meeting_app.ui.console.live.box import SPACE, across, down, held
from meeting_app.ui.console.live.clock_panel import STEP_MS, clock_buttons, show_bar, show_figures, show_pause
from meeting_app.ui.console.live.context import Centre, Live
from meeting_app.ui.console.live.finder import Finder
from meeting_app.ui.console.live.gist import GistField
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.console.live.queue_list import QueueList
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import (
    Bar,
    Button,
    ClockLabel,
    EmptyState,
    Hairline,
    IconLabel,
    Label,
    LiveDot,
    MainButton,
)


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

    def show_speaker(self, shown: presenter.SpeakerShown, *, first: bool) -> None:
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

    def show_clock(self, shown: presenter.ClockShown) -> None:
        """Show the clock at a moment."""
        show_figures(self.figures, shown)
        show_bar(self.bar, shown)
        self.caption.setText(shown.caption)
        self.caption.set_tone(shown.tone if shown.tone in ("danger", "warn") else "muted")
        self.spent.setText(shown.spent)
        self.limit.setText(shown.limit)


class DiscussionPage(Centre):
    """Enter calls the next by name, Space pauses, Up and Down give time, A adds a speaker."""

    kinds: ClassVar[frozenset[str]] = frozenset({"speech", "stay", "agenda_item", "meeting", "person"})

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._view: QueueView | None = None
        self._size = "usual"
        self.head = SpeakerHead()
        self.main_button = MainButton(icon="mic", key=_("Enter"))
        self.main_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pause, self.more, self.less = clock_buttons()
        self.end_button = Button(_("End"), kind="big", icon="check")
        self.end_button.setToolTip(_("End this speech; nobody has the floor"))
        self.end_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list = QueueList()
        self.empty = EmptyState(_("Nobody is waiting"), _("Press A and type a number, a name or a room."))
        self.finder = Finder(live)
        self.stack = QStackedWidget()
        for page in (self.list, self.empty, self.finder):
            self.stack.addWidget(page)
        self.waiting = Label(_("Waiting to speak"), "h2")
        self.waiting.setToolTip(
            _("Who has not spoken comes first, then who spoke least, then who asked first.")
        )
        self.count = Label("", tone="muted")
        self.silent = Label("", "caption", elide=True)
        self.silent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.add_button = Button(_("Add a speaker"), icon="plus", key="A")
        self.add_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.gist = GistField(live)
        self._bells = BellWatch(live.office.settings, self)
        self._connect()
        self._build()

    def _connect(self) -> None:
        self.main_button.clicked.connect(self.main)
        self.pause.clicked.connect(self.space)
        self.more.clicked.connect(lambda: self.longer(STEP_MS))
        self.less.clicked.connect(lambda: self.longer(-STEP_MS))
        self.end_button.clicked.connect(self.end)
        self.add_button.clicked.connect(self.add)
        self.list.called.connect(self._call)
        self.list.withdrawn.connect(self._withdraw)
        self.finder.found.connect(self._ask_for)
        self.finder.left.connect(self.leave_field)

    def _build(self) -> None:
        now = theme.current()
        keys = across(gap=12)
        keys.addWidget(self.main_button, 1)
        for button in (self.pause, self.more, self.less, self.end_button):
            keys.addWidget(button)
        self._only_you = held(across(
            IconLabel("eye-off", tone="muted", small=True),
            Label(_("Only you see this"), "caption", tone="muted"),
        ))  # fmt: skip
        queue = across(self.waiting, self.count, 16)
        queue.addWidget(self.silent, 1)
        queue.insertWidget(queue.count() - 1, self._only_you)
        foot = across(self.add_button, gap=16, margins=(0, 16, 0, 0))
        foot.addWidget(self.gist, 1)
        self._box = down(self.head, 8, margins=(24, 24, 24, 24))
        self._box.addLayout(keys)
        self._box.addSpacing(now.px(12))
        self._box.addLayout(queue)
        self._box.addWidget(Hairline())
        self._box.addWidget(self.stack, 1)
        self._box.addWidget(Hairline())
        self._box.addLayout(foot)
        self.setLayout(self._box)

    def refresh(self) -> None:
        item = self.live.view.current
        if item is None:
            return
        view: QueueView | None = self.live.ask(queue_view, item_id=item.id, now=self.live.now())
        if view is None:
            return
        self._view = view
        speech = view.speaking
        self.head.show_speaker(presenter.speaker(view), first=speech is not None and speech.first_time)
        main = presenter.main(view)
        self.main_button.setText(main.text)
        self.main_button.set_icon(main.icon)
        self.list.show_rows(presenter.waiting(view))
        self.count.setText(words.people(len(view.waiting)) if view.waiting else "")
        self.silent.setText(presenter.silent(view))
        self._show_buttons()
        if self.stack.currentWidget() is not self.finder:
            self.stack.setCurrentWidget(self.list if view.waiting else self.empty)
        self.gist.show_queue(view)
        self.tick(self.live.now())

    def tick(self, now: Instant) -> None:
        view = self._view
        if view is None:
            return
        if view.speaking is None:
            self.head.show_clock(presenter.no_clock(view.limit_ms))
            return
        clock = view.speaking.clock
        self.head.show_clock(presenter.clock_shown(clock, now))
        show_pause(self.pause, running=clock.running)
        self._bells.watch(view.speaking.id, clock, now)

    def fit(self, measures: Measures) -> None:
        self._box.setContentsMargins(*(theme.current().px(measures.centre),) * 4)
        self.head.fit(measures)
        self._size = measures.name
        self._only_you.setVisible(measures.name != "small")
        self._show_buttons()

    def _show_buttons(self) -> None:
        """Only what can be done now, and only what there is room for; the keys work in any size."""
        speaking = self._view is not None and self._view.speaking is not None
        for button in (self.pause, self.more):
            button.setVisible(speaking)
        self.less.setVisible(speaking and self._size == "large")
        self.end_button.setVisible(speaking and self._size != "small")

    def enter_page(self) -> None:
        self.stack.setCurrentWidget(self.list)
        self.list.clear_choice()

    def take_focus(self) -> None:
        if self.stack.currentWidget() is self.finder:
            self.finder.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.live.to_deck()

    def main(self) -> None:
        view = self._view
        if view is None:
            return
        code = presenter.main(view).code
        if code == "add":
            self.add()
        elif code == "end_speech":
            self.end()
        else:
            self.call_first()

    def call_first(self) -> None:
        """Give the floor to the one whom the button names, even if somebody else has come first meanwhile."""
        view = self._view
        if view is not None and view.waiting:
            self.live.do(
                floor.call_speaker, lambda _name: self.list.clear_choice(), speech_id=view.waiting[0].id
            )

    def end(self) -> None:
        """The speaker is done."""
        if self._view is not None:
            self.live.do(floor.end_speech, item_id=self._view.item_id)

    def space(self) -> None:
        speech = self._view.speaking if self._view else None
        if speech is not None:
            action = floor.pause_speech if speech.clock.running else floor.resume_speech
            self.live.do(action, speech_id=speech.id)

    def longer(self, by_ms: int) -> None:
        speech = self._view.speaking if self._view else None
        if speech is not None:
            self.live.do(floor.extend_speech, speech_id=speech.id, by_ms=by_ms)

    def add(self) -> None:
        self.stack.setCurrentWidget(self.finder)
        self.finder.begin()

    def _ask_for(self, person_id: str) -> None:
        if self._view is not None:
            self.live.do(
                floor.ask_to_speak, self._asked, self._not_asked,
                item_id=self._view.item_id, person_id=person_id,
            )  # fmt: skip

    def _asked(self, _speech_id: str) -> None:
        self.leave_field()

    def _not_asked(self, refusal: Refusal) -> None:
        self.live.refuse(refusal)
        self.finder.field.selectAll()

    def leave_field(self) -> bool:
        open_ = self.stack.currentWidget() is self.finder
        if open_:
            waiting = self._view is not None and bool(self._view.waiting)
            self.stack.setCurrentWidget(self.list if waiting else self.empty)
            QTimer.singleShot(0, self, self.live.to_deck)
        return open_

    def _call(self, speech_id: str) -> None:
        self.live.do(floor.call_speaker, self._called, speech_id=speech_id)

    def _called(self, _name: str) -> None:
        self.list.clear_choice()
        self.live.to_deck()

    def _withdraw(self, speech_id: str) -> None:
        self.live.do(floor.withdraw_speech, lambda _none: self.live.to_deck(), speech_id=speech_id)
