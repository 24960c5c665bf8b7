"""The right column: what the hall sees now and next, the four modes, and what is written down."""

from contextlib import suppress
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from meeting_app.actions.projection import pin_slide
from meeting_app.domain.clock import Instant
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.queries.live import LiveView
from meeting_app.queries.slides import current_slide, next_slide
from meeting_app.queries.slides_types import BackdropSlide, BlackSlide, MotionSlide, Slide, SpeakerSlide
from meeting_app.queries.slides_types_agenda import AttachmentSlide, ReadBackSlide
from meeting_app.queries.slides_types_draw import DrawSlide
from meeting_app.queries.slides_types_floor import TablesSlide
from meeting_app.queries.slides_types_roleplay import RolePlayPage
from meeting_app.queries.slides_types_votes import ReceivedSlide, SealedSlide, VoteResultSlide
from meeting_app.ui.console.live import hall_presenter
from meeting_app.ui.console.live.box import across, down, held
from meeting_app.ui.console.live.capture import Capture
from meeting_app.ui.console.live.context import Live
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.console.live.sense_label import SenseLabel
from meeting_app.ui.qt import theme
from meeting_app.ui.qt.office import ProjectorStatus
from meeting_app.ui.qt.spared import Edge, spared
from meeting_app.ui.slides import readback, roleplay, tables, vote_open
from meeting_app.ui.slides.motion import page_count
from meeting_app.ui.widgets import Button, Hairline, KeyCap, Label, LiveDot, Segment, Segmented, SlideThumb

THREE_MINUTES_MS = 180_000


class HallColumn(QWidget):
    """Signals: mode_asked(mode) for one of the four modes."""

    mode_asked = Signal(str)

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._slide: Slide | None = None
        self._next: Slide | None = None
        self._held = ""  # the mode that the hall is shown against the records
        self.dot = LiveDot()
        self.heading = Label(_("The hall sees"), "caption", tone="muted")
        self.thumb = SlideThumb(_("What the hall sees"), width=288)
        self.hidden = Label(_("not visible in the hall"), "caption", tone="warn")
        self.hidden.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.hidden.hide()
        self.modes = Segmented(
            _("What the projector shows"),
            [
                Segment("content", _("Content"), "monitor-play"),
                Segment("backdrop", _("Backdrop"), "image"),
                Segment("black", _("Black"), "moon"),
                Segment("desktop", _("Desktop"), "monitor"),
            ],
            tall=True,
        )
        self.modes.chosen.connect(self.mode_asked)
        self.turn = Button("", icon="chevron-right", key="Ctrl+PgDn")
        self.turn.setToolTip(_("Turn the page of the text that the hall reads"))
        self.turn.clicked.connect(self.turn_page)
        self.turn.hide()
        self.mini = SlideThumb(_("What comes next"), width=112)
        self.next_line = SenseLabel()
        self.next_second = Label("", "caption", tone="muted", elide=True)
        self.capture = Capture(live)
        self.capture.grown.connect(self._make_room)
        self._build()

    def _build(self) -> None:
        now = theme.current()
        head = across(
            self.dot, self.heading, "space", KeyCap("."), Label(_("Black"), "caption", tone="muted")
        )
        words = down(self.next_line, self.next_second, "space")
        beside = across(gap=12)
        beside.addWidget(self.mini, 0, Qt.AlignmentFlag.AlignTop)
        beside.addLayout(words, 1)
        following = across(
            Label(_("Next"), "caption", tone="muted"), "space", KeyCap("PgDn"),
            Label(_("to the hall"), "caption", tone="muted"),
        )  # fmt: skip
        self._box = down(head, 8, margins=(16, 16, 16, 16))
        self._box.addWidget(self.thumb, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addWidget(self.hidden)
        self._box.addWidget(self.turn)
        self._box.addSpacing(now.px(8))
        self._box.addWidget(self.modes)
        self._box.addSpacing(now.px(16))
        self._coming = held(down(following, 8, beside))
        self._box.addWidget(self._coming)
        self._box.addStretch(1)
        self._box.addWidget(Hairline())
        self._box.addSpacing(now.px(8))
        self._box.addWidget(self.capture)
        self.setLayout(self._box)

    def fit(self, measures: Measures) -> None:
        """Take the window's width of the column."""
        now = theme.current()
        self.setFixedWidth(now.px(measures.right))
        self._box.setContentsMargins(*(now.px(measures.edge),) * 4)
        self.thumb.set_width(measures.thumb)
        self.mini.set_width(measures.mini)
        self.capture.fit(measures)
        self.tick(self._live.now())

    def show_view(self, view: LiveView, now: Instant) -> None:
        """Ask for both pages and show them."""
        self._held = self._live.office.projector.status.held
        self._slide = self._seen(view, now)
        following = partial(self._live.ask, next_slide, meeting_id=view.meeting_id, now=now)
        self._next = spared(following, lambda: None)
        self.thumb.show_slide(self._slide or BlackSlide(), now)
        self.mini.setVisible(self._next is not None)
        if self._next is not None:
            self.mini.show_slide(self._next, now)
        speech = self._next.clock.limit_ms if isinstance(self._next, SpeakerSlide) else THREE_MINUTES_MS
        shown = hall_presenter.next_shown(view, speech)
        self.next_line.setText(shown.line)
        self.next_second.setText(shown.second)
        self.modes.set_value(self._held or view.projection.mode)
        self.capture.show_view(view)
        self._show_turning()

    def _seen(self, view: LiveView, now: Instant) -> Slide | None:
        """The records' page for the hall; what is held against them only the projector knows."""
        if self._held:
            return self._live.office.projector.shown() or self._slide
        asked = partial(self._live.ask, current_slide, meeting_id=view.meeting_id, now=now)
        page: Slide = spared(asked, lambda: BackdropSlide(Edge.community))
        return page

    def _pages(self) -> tuple[int, int]:
        """(the page that is shown, how many there are) of a text that the hall reads; (0, 0) for
        other pages.
        """
        return spared(self._counted, lambda: (0, 0))

    def _counted(self) -> tuple[int, int]:
        if isinstance(self._slide, VoteResultSlide | DrawSlide):
            return min(self._slide.page, self._slide.pages - 1), self._slide.pages
        if isinstance(self._slide, AttachmentSlide):
            return self._slide.page, self._slide.pages
        if isinstance(self._slide, ReadBackSlide):
            count = readback.page_count(self._slide)
        elif isinstance(self._slide, TablesSlide):
            count = tables.page_count(self._slide)
        elif isinstance(self._slide, ReceivedSlide):
            count = vote_open.page_count(self._slide)
        elif isinstance(self._slide, SealedSlide):
            count = vote_open.sealed_pages(self._slide)
        elif isinstance(self._slide, MotionSlide):
            count = page_count(self._slide)
        elif isinstance(self._slide, RolePlayPage):
            count = roleplay.page_count(self._slide)
            return min(getattr(self._slide, "page", 0), count - 1), count
        else:
            return 0, 0
        return min(self._slide.page, count - 1), count

    def _show_turning(self) -> None:
        page, count = self._pages()
        self.turn.setVisible(count > 1)
        if count > 1:
            self.turn.setText(_("Page {page} of {count}, turn").format(page=page + 1, count=count))

    def turn_page(self) -> None:
        """Show the hall the following page of the text; after the last comes the first."""
        page, count = self._pages()
        if count > 1:
            projection = self._live.view.projection
            self._live.do(
                pin_slide, meeting_id=self._live.meeting_id, pinned=projection.pinned, page=(page + 1) % count
            )

    def _make_room(self, grown: bool) -> None:
        """What comes next steps aside while a task is typed with all its fields."""
        self._coming.setVisible(not grown)

    def show_status(self, status: ProjectorStatus) -> None:
        """Frame the picture when the hall does not see it."""
        unseen = status.since_ms is not None and not status.connected and not status.windowed
        self.dot.setVisible(not unseen)
        self.heading.setText(_("Kept for the projector") if unseen else _("The hall sees"))
        self.hidden.setVisible(unseen)
        if status.held != self._held:
            self._show_held(status.held)

    def _show_held(self, held: str) -> None:
        """The hall is shown something against the records, or what they say again."""
        view, now = self._live.view, self._live.now()
        self._held = held
        with suppress(Refusal):  # unreadable records leave the picture as it is
            self._slide = self._seen(view, now)
            self.thumb.show_slide(self._slide or BlackSlide(), now)
        self.modes.set_value(held or view.projection.mode)
        self._show_turning()

    def tick(self, now: Instant) -> None:
        """Move the clocks of the picture on."""
        if self._held:
            self._slide = self._seen(self._live.view, now)
        if self._slide is not None:
            self.thumb.show_slide(self._slide, now)
        if self._next is not None:
            self.mini.show_slide(self._next, now)
