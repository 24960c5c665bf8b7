"""The live window: top, plan, work, hall, foot. Widgets stay; only what a change concerns is asked again.

Beside it: the pages of the middle (pages), which of them is wanted (trips), what the banner asks (questions),
what the keys do (deck_acts).
"""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QWidget

from meeting_app.actions import attendance
from meeting_app.domain.codes import BADGE_PREFIX
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.floor import QueueView, queue_view
from meeting_app.queries.roleplay.steps import PLAY_KINDS
from meeting_app.ui.console.live import (
    commands,
    floor_commands,
    foot_presenter,
    hall_acts,
    resumed,
    tab_order,
    words,
)
from meeting_app.ui.console.live.agenda import AgendaColumn
from meeting_app.ui.console.live.bells import MeetingBells
from meeting_app.ui.console.live.box import across, down
from meeting_app.ui.console.live.capture import KINDS
from meeting_app.ui.console.live.context import Centre, Live
from meeting_app.ui.console.live.deck_acts import DeckActs
from meeting_app.ui.console.live.hall import HallColumn
from meeting_app.ui.console.live.measures import Measures, for_window
from meeting_app.ui.console.live.menu import LiveMenu
from meeting_app.ui.console.live.pages import WIDE, Pages
from meeting_app.ui.console.live.projector_banner import ProjectorBanner
from meeting_app.ui.console.live.questions import Questions
from meeting_app.ui.console.live.roleplay.page import RolePlayPage
from meeting_app.ui.console.live.scanner import FieldScans
from meeting_app.ui.console.live.top import TopBar
from meeting_app.ui.console.live.trips import Trips
from meeting_app.ui.qt import theme
from meeting_app.ui.qt.keys import DECK, KeyRouter
from meeting_app.ui.qt.office import Office, ProjectorStatus
from meeting_app.ui.widgets import Banner, Hairline, JournalStrip

TICK_MS: Final = 200
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
BEFORE: Final = ("draft", "convened")
HALL_KINDS: Final = frozenset(
    {
        "agenda_item", "attachment", "decision", "hand_report", "invitee", "meeting", "motion", "note",
        "person", "poll", "projection", "speech", "stay", "task", "urn", "ballot", "rest_count",
        "poll_option", "floor_plan", "floor_rule", "floor_seat", *PLAY_KINDS,
    }
)  # fmt: skip


class LiveShell(QWidget):
    """One window's content while a meeting is checked in, runs, or has just been closed.

    It holds the keys of its window while it is shown. Signals: `page_shown(name)`: check_in, item,
    discussion, hands, result, after, keys.
    """

    page_shown = Signal(str)

    def __init__(self, office: Office, meeting_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.live = Live(office, meeting_id, self)
        self._small = False
        self._second = -1
        self._resumed = ""
        self._problems: list[str] = []  # what the program said that may still stand in the banner
        self._sides_old = True  # plan and hall were not shown since something changed
        self._journal_number = 0
        self._router: KeyRouter | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(DECK, True)
        self.setAccessibleName(self.live.view.title)
        self._make_parts()
        self._build()
        self._connect()
        end_status, banner = office.projector.on_status(self._status_changed), self.unplugged.end
        self.destroyed.connect(lambda: (end_status(), banner()))
        self.fit()
        with office.records.look():  # what several parts show is found once
            self._show(kinds=None)
        if self.live.view.state in BEFORE and not self.live.view.check_in_open:
            self.live.do(attendance.open_check_in, meeting_id=meeting_id)

    def _make_parts(self) -> None:
        live = self.live
        self.top = TopBar()
        self.unplugged = ProjectorBanner(self.office.projector)
        self.banner = Banner()
        self.agenda = AgendaColumn()
        self.hall = HallColumn(live)
        self.foot = JournalStrip()
        self.bells = MeetingBells(live, self)
        self.trips = Trips(live)
        self.questions = Questions(live, self.banner, self.trips)
        self.middle = Pages(live, lambda: self.measures)
        self.acts = DeckActs(live, self.middle, self.trips, self.questions)
        self.commands = commands.table(self._acts())
        self.middle.take_commands(self.commands)
        self._scans = FieldScans(self, self.acts.scan)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def _acts(self) -> dict[str, Callable[[], None]]:
        return {
            **self.acts.by_name(), "turn": self.hall.turn_page, "capture": self.capture, "deck": self.leave,
            **{f"note_{kind}": partial(self.capture, kind) for kind in KINDS},
        }  # fmt: skip

    @property
    def pages(self) -> dict[str, Centre]:
        """The pages of the middle made so far, by name."""
        return self.middle.made

    def _build(self) -> None:
        deck = across(gap=0)
        deck.addWidget(self.agenda)
        self._lines = (Hairline(upright=True), Hairline(upright=True))
        deck.addWidget(self._lines[0])
        deck.addWidget(self.middle.stack, 1)
        deck.addWidget(self._lines[1])
        deck.addWidget(self.hall)
        whole = down(self.top, self.unplugged, self.banner)
        whole.addLayout(deck, 1)
        whole.addWidget(self.foot)
        # The parts fit themselves to any size that the window gets.
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(whole)
        for part in (self.agenda, self.hall, self.top, self.foot):
            for button in part.findChildren(QAbstractButton):
                if button.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _connect(self) -> None:
        self.live.deck_asked.connect(self.to_deck)
        self.live.home_asked.connect(self.trips.go_home)
        self.live.trip_asked.connect(self.trips.begin)
        self.trips.turned.connect(self._turned)
        self.middle.closed.connect(self.trips.go_home)
        self.bells.rang.connect(self._rang)
        self.top.check_in_asked.connect(self.trips.check_in)
        self.top.projector_asked.connect(self._menu)
        self.top.menu_asked.connect(self._menu)
        self.agenda.step_asked.connect(self.acts.step)
        self.agenda.item_asked.connect(self.questions.ask_item)
        self.agenda.picture_asked.connect(self.acts.picture)
        self.hall.mode_asked.connect(self.acts.set_mode)
        self.foot.watch(lambda: self.office.saving)
        self.foot.undo_asked.connect(self.acts.undo)
        self.foot.keys_asked.connect(self.trips.keys)
        self.office.feed.changed.connect(self.changed)

    # ---- showing ----

    @property
    def measures(self) -> Measures:
        """The sizes that the window has room for."""
        return for_window(self.width(), self.height(), theme.current().percent)

    def fit(self) -> None:
        """Take the window's size."""
        measures = self.measures
        self.top.fit(measures)
        self.agenda.fit(measures)
        self.hall.fit(measures)
        self.middle.fit(measures)
        self._small = not measures.foot
        self._show_foot_room()

    def _show_foot_room(self) -> None:
        """In a small window the foot folds away; its toast still appears."""
        self.foot.setVisible(not self._small or bool(self.foot.toast_text()))

    def page_name(self) -> str:
        """Which page the middle shows."""
        return self.middle.shown

    def changed(self, kinds: frozenset[str], _ids: frozenset[str] = frozenset()) -> None:
        """Somebody's action was kept: show what it concerns. What cannot be read stays as it is shown."""
        try:
            with self.office.records.look():
                self.live.reload(kinds)
                self._show(kinds)
        except Refusal as refusal:
            self.live.refuse(refusal)

    def _show(self, kinds: frozenset[str] | None) -> None:
        """Show what changed; None shows everything."""
        view, now = self.live.view, self.live.now()
        self._show_page(kinds)
        self.bells.refresh(kinds)
        self.top.show_view(view, self.office.projector.status, now)
        self._show_sides(kinds)
        self.hall.show_status(self.office.projector.status)
        self._show_foot(toast=kinds is not None)

    def _show_sides(self, kinds: frozenset[str] | None) -> None:
        """Plan and hall; beside a page that takes the whole deck they wait until they are seen again."""
        if self.middle.shown in WIDE:
            self._sides_old = True
            return
        view, now = self.live.view, self.live.now()
        self.agenda.show_view(view, now)
        self.agenda.show_picture(hall_acts.label(self.live))
        if self._sides_old or kinds is None or kinds & HALL_KINDS:
            self.hall.show_view(view, now)
        self._sides_old = False

    def _show_page(self, kinds: frozenset[str] | None) -> None:
        name = self.trips.wanted()
        fresh = name != self.middle.shown
        self.middle.shown = name
        page = self.middle.page(name)
        if fresh or kinds is None or kinds & page.kinds:
            page.refresh()
        if fresh:
            wide = name in WIDE
            for part in (self.agenda, self.hall, *self._lines):
                part.setVisible(not wide)
            self.middle.stack.setCurrentWidget(page)
            self._take_contexts(page)
            page.enter_page()
            page.take_focus()
            self.page_shown.emit(name)

    def _show_foot(self, *, toast: bool) -> None:
        shown = foot_presenter.shown(self.live.view)
        lines = [f"{at}  {said}" for at, said in shown.lines] or [""]
        self.foot.show_journal(*lines)
        self.foot.show_undo(shown.undo)
        if toast and shown.number > self._journal_number and shown.toast:
            self.foot.show_toast(shown.toast, undoable=bool(shown.undo))
        elif toast and shown.number > self._journal_number:
            self.foot.end_toast()
        self._journal_number = shown.number
        self._show_foot_room()

    def tick(self) -> None:
        """Five times a second: clocks; the rest once a second."""
        now = self.live.now()
        self.middle.now().tick(now)
        self.bells.tick(now)
        second = now.wall_ms // 1000
        if second != self._second:
            self._second = second
            self.top.tick(self.live.view, now)
            self.agenda.tick(self.live.view, now)
            self.hall.tick(now)
            self._show_foot_room()

    def _status_changed(self, status: ProjectorStatus) -> None:
        self.top.show_projector(self.live.view, status)
        self.hall.show_status(status)

    # ---- keys and buttons ----

    def to_deck(self) -> None:
        """Give the keyboard back to the deck."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Esc: out of the field that has the keyboard; else no to a question, close what is open, end a side
        trip, back to the deck.
        """
        focus = self.focusWidget()
        typing = focus not in (None, self) and not self.banner.isAncestorOf(focus)
        if self.questions.asked and not typing:
            self.questions.answer("no")
        elif typing and self.hall.isAncestorOf(focus):
            self.to_deck()
        elif self.middle.now().leave_field():
            return
        elif self.questions.asked:
            self.questions.answer("no")
        elif self.trips.side:
            self.trips.go_home()
        else:
            self.banner.clear()
            self.to_deck()

    def _turned(self) -> None:
        self._show(kinds=None)

    def _take_contexts(self, page: Centre) -> None:
        """The keys of a page act before those of the meeting."""
        if self._router is not None:
            own = tuple(name for name in (page.context, page.numbers) if name)
            self._router.contexts = (*own, commands.CONTEXT, floor_commands.NUMBERS)

    def _rang(self, sentence: str) -> None:
        self.foot.show_toast(sentence)
        self._show_foot_room()

    def capture(self, kind: str = "") -> None:
        """Write a line down, of a kind if one is given."""
        if self.hall.isVisible():
            self.hall.capture.begin(kind)

    def _menu(self) -> None:
        menu = LiveMenu(self.live, self._acts(), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        corner = self.top.menu.mapToGlobal(self.top.menu.rect().bottomRight())
        corner.setX(corner.x() - menu.sizeHint().width())
        menu.popup(corner)

    # ---- Qt ----

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys of the window that this is shown in."""
        super().showEvent(event)
        if self._router is None:
            self._router = KeyRouter(self.window(), self.commands, lambda: self.live.busy)
            self.live.settled.connect(self._router.waiting.give)
            self._take_contexts(self.middle.now())
            self._router.catch_scans(BADGE_PREFIX, self.acts.scan)
            self._timer.start()
            QTimer.singleShot(0, self, self._focus_page)

    def _focus_page(self) -> None:
        """Once the window that took the shell in has set its own focus."""
        self.middle.now().take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the window's keys back when another page takes its place."""
        super().hideEvent(event)
        if self._router is not None and not event.spontaneous():
            self._timer.stop()
            self._router.setParent(None)
            self._router.deleteLater()
            self._router = None

    def take_key(self, event: QKeyEvent) -> bool:
        """A key that was pressed on the projector's window; answers whether it was a command."""
        return self._router is not None and self._router.press(event)

    def tell_resumed(self) -> None:
        """The program was started while the meeting is under way: say where it stands."""
        item, now = self.live.view.current, self.live.now()
        floor: QueueView | None = None
        if item is not None and item.kind == "discussion":
            floor = self.live.ask(queue_view, item_id=item.id, now=now)
        page = self.middle.now()
        play = page.board.where(now) if isinstance(page, RolePlayPage) else ""
        self._resumed = resumed.sentence(self.live.view, floor, now, play)
        self.live.remark(self._resumed, "ok")

    def show_problem(self, sentence: str) -> None:
        """Say above the page what the program could not do. Where the meeting stands, told at the start,
        stays beside it, and so does all that the program said before and nobody put away: a clock that was
        set back must not be hidden by a laptop that may go to sleep.
        """
        shown = self.banner.text()
        self._problems = [told for told in self._problems if told in shown and told != sentence]
        unread = [told for told in (self._resumed, *self._problems) if told and told in shown]
        self._problems.append(sentence)
        again = bool(unread) and sentence in shown
        self.live.tell(shown if again else words.sentences(*unread, sentence), "danger")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from the deck to the work of the page, then to banner, hall, foot, agenda and top: what is
        needed while somebody speaks lies nearest. Where the keyboard was taken away, it goes to the deck.
        """
        page = self.middle.now()
        parts = (page, self.banner, self.hall, self.foot, self.agenda, self.top, self.unplugged)
        return tab_order.go(self, parts, page.first_stops(), forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, Esc leaves a field; the rest is the router's."""
        focused = self.focusWidget()
        if event.key() in ENTER and isinstance(focused, QAbstractButton):
            focused.click()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.colour("paper"))
        painter.fillRect(self.middle.stack.geometry(), now.colour("surface"))
