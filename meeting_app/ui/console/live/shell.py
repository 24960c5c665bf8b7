"""The live window: top, plan, work, hall, foot. Widgets stay; only what a change concerns is asked again."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QWidget

from meeting_app.actions import attendance, floor, projection, running
from meeting_app.actions.attendance import CheckedIn
from meeting_app.actions.undo import undo_last
from meeting_app.domain.codes import BADGE_PREFIX
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.queries.floor import QueueView, queue_view
from meeting_app.queries.parking import parking_view
from meeting_app.queries.roleplay.steps import PLAY_KINDS
from meeting_app.ui.console.live import (
    agenda_presenter,
    commands,
    files_commands,
    floor_commands,
    foot_presenter,
    hall_acts,
    page_commands,
    plan_commands,
    resumed,
    sweep_commands,
    words,
)
from meeting_app.ui.console.live.after import AfterPage
from meeting_app.ui.console.live.agenda import AgendaColumn
from meeting_app.ui.console.live.ballots.page import BallotsPage
from meeting_app.ui.console.live.bells import MeetingBells
from meeting_app.ui.console.live.box import Middle, across, down
from meeting_app.ui.console.live.capture import KINDS
from meeting_app.ui.console.live.check_in import CheckInPage
from meeting_app.ui.console.live.clock_panel import STEP_MS
from meeting_app.ui.console.live.context import Centre, Live
from meeting_app.ui.console.live.discussion import DiscussionPage
from meeting_app.ui.console.live.files import FilesPage
from meeting_app.ui.console.live.hall import HallColumn
from meeting_app.ui.console.live.hands import HandsPage
from meeting_app.ui.console.live.item import ItemPage
from meeting_app.ui.console.live.keys_page import KeysPage
from meeting_app.ui.console.live.measures import Measures, for_window
from meeting_app.ui.console.live.menu import LiveMenu
from meeting_app.ui.console.live.plan import PlanPage
from meeting_app.ui.console.live.projector_banner import ProjectorBanner
from meeting_app.ui.console.live.result import ResultPage
from meeting_app.ui.console.live.roleplay import commands as play_commands
from meeting_app.ui.console.live.roleplay.board import PlayBoard
from meeting_app.ui.console.live.roleplay.page import RolePlayPage
from meeting_app.ui.console.live.scanner import FieldScans
from meeting_app.ui.console.live.shares import SharesPage
from meeting_app.ui.console.live.sweep import SweepPage
from meeting_app.ui.console.live.top import TopBar
from meeting_app.ui.console.live.ways import WaysPage
from meeting_app.ui.qt import theme
from meeting_app.ui.qt.keys import DECK, KeyRouter
from meeting_app.ui.qt.office import Office, ProjectorStatus
from meeting_app.ui.widgets import Banner, Hairline, JournalStrip

TICK_MS: Final = 200
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
BEFORE: Final = ("draft", "convened")
WIDE: Final = ("check_in", "after", "plan", "sweep")  # pages that need the whole deck
GROUPS: Final = {
    "plan": plan_commands.PLAN, "sweep": sweep_commands.PARKED, "files": files_commands.FILES
}  # fmt: skip
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
        self._shown = ""
        self._small = False
        self._side = ""  # a side trip: check_in, keys, ways or shares
        self._asked = ""  # what the banner waits to be told: close, or an item's id
        self._second = -1
        self._sides_old = True  # plan and hall were not shown since something changed
        self._journal_number = 0
        self._router: KeyRouter | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(DECK, True)
        self.setAccessibleName(self.live.view.title)
        self.commands = commands.table(self._acts())
        for own in (plan_commands, sweep_commands, files_commands):
            name = own.CONTEXT.removeprefix("live_")
            page_commands.add_to(
                self.commands, own.CONTEXT, GROUPS[name], own.DECLARED, partial(self._page, name)
            )
        play_commands.add_to(self.commands, self._play_board)
        self._make_parts()
        self._build()
        self._connect()
        end_status, banner = office.projector.on_status(self._status_changed), self.unplugged.end
        self.destroyed.connect(lambda: (end_status(), banner()))
        self.fit()
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
        self.pages: dict[str, Centre] = {}
        self.centre = Middle()
        self.centre.currentChanged.connect(lambda _place: self.centre.updateGeometry())
        self._scans = FieldScans(self, self.scan)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def _page(self, name: str) -> Centre:
        """A page of the middle, made when it is first needed."""
        if name not in self.pages:
            makers: dict[str, Callable[[Live], Centre]] = {
                "check_in": CheckInPage, "item": ItemPage, "discussion": DiscussionPage, "hands": HandsPage,
                "ballots": BallotsPage, "roleplay": RolePlayPage,
                "result": ResultPage, "after": AfterPage, "ways": WaysPage, "plan": PlanPage,
                "sweep": SweepPage, "files": FilesPage,
                "shares": SharesPage, "keys": lambda live: KeysPage(live, self.commands),
            }  # fmt: skip
            page = self.pages[name] = makers[name](self.live)
            if isinstance(page, KeysPage):
                page.close_button.clicked.connect(self.go_home)
            for button in page.findChildren(QAbstractButton):
                # The mouse leaves the keyboard on the deck; Tab still reaches every button.
                if button.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            page.fit(self.measures)
            self.centre.addWidget(page)
        return self.pages[name]

    def _build(self) -> None:
        deck = across(gap=0)
        deck.addWidget(self.agenda)
        self._lines = (Hairline(upright=True), Hairline(upright=True))
        deck.addWidget(self._lines[0])
        deck.addWidget(self.centre, 1)
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
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _connect(self) -> None:
        self.live.told.connect(self._tell)
        self.live.deck_asked.connect(self.to_deck)
        self.live.step_asked.connect(self.step)
        self.live.home_asked.connect(self.go_home)
        self.live.trip_asked.connect(self._side_trip)
        self.bells.rang.connect(self._rang)
        self.live.item_asked.connect(self._ask_item)
        self.live.close_asked.connect(self._ask_close)
        self.top.check_in_asked.connect(self.go_check_in)
        self.top.projector_asked.connect(self._menu)
        self.top.menu_asked.connect(self._menu)
        self.agenda.step_asked.connect(self.step)
        self.agenda.item_asked.connect(self._ask_item)
        self.agenda.picture_asked.connect(partial(hall_acts.view_next, self.live))
        self.hall.mode_asked.connect(self._set_mode)
        self.foot.undo_asked.connect(self.undo)
        self.foot.keys_asked.connect(self.go_keys)
        self.banner.pressed.connect(self._answered)
        self.office.feed.changed.connect(self.changed)

    def _acts(self) -> dict[str, Callable[[], None]]:
        return {
            "main": self.main, "next": self.step, "back": self.step_back, "add": lambda: self._now().add(),
            "check_in": self.go_check_in, "find": self.go_check_in, "clock": lambda: self._now().space(),
            "more": lambda: self._now().longer(STEP_MS), "less": lambda: self._now().longer(-STEP_MS),
            "black": self.black, "turn": self.turn, "capture": self.capture, "undo": self.undo,
            "keys": self.go_keys, "plan": self.go_plan,
            "view": partial(hall_acts.view_next, self.live), "files": self.go_files,
            "read_back": partial(hall_acts.read_back, self.live),
            **{f"note_{kind}": partial(self.capture, kind) for kind in KINDS},
            "deck": self.leave, "close": self._ask_close,
            **{name: partial(self._floor, name) for name in floor_commands.NAMES},
        }  # fmt: skip

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
        for page in self.pages.values():
            page.fit(measures)
        self._small = not measures.foot
        self._show_foot_room()

    def _show_foot_room(self) -> None:
        """In a small window the foot folds away; its toast still appears."""
        self.foot.setVisible(not self._small or bool(self.foot.toast_text()))

    def page_name(self) -> str:
        """Which page the middle shows."""
        return self._shown

    def _wanted(self) -> str:
        """Which page the middle is to show: a side trip, else what the meeting asks for."""
        return self._side or self._home()

    def _home(self) -> str:
        """The page that the meeting itself asks for."""
        view = self.live.view
        if view.state == "closed":
            return "after"
        if view.state != "live" or view.current is None:
            return "check_in"
        if view.current.kind == "role_play":
            return "roleplay"
        if view.current.kind == "vote" and self._by_ballots():
            return "ballots"
        if view.current.kind == "vote":
            return "result" if self._counted() else "hands"
        return "discussion" if view.current.kind == "discussion" else "item"

    def _by_ballots(self) -> bool:
        from meeting_app.queries.vote_view import vote_plan

        current = self.live.view.current
        return bool(current and self.live.ask(vote_plan, item_id=current.id))

    def _counted(self) -> bool:
        from meeting_app.queries.polls import hands_view

        current = self.live.view.current
        hands = self.live.ask(hands_view, item_id=current.id) if current else None
        return hands is not None and hands.state in ("counted", "published")

    def _now(self) -> Centre:
        return self._page(self._shown)

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
        if self._side in ("check_in", "plan", "sweep") and view.state == "closed":
            self._side = ""
        self._show_page(kinds)
        self.bells.refresh(kinds)
        self.top.show_view(view, self.office.projector.status, now)
        self._show_sides(kinds)
        self.hall.show_status(self.office.projector.status)
        self._show_foot(toast=kinds is not None)

    def _show_sides(self, kinds: frozenset[str] | None) -> None:
        """Plan and hall; beside a page that takes the whole deck they wait until they are seen again."""
        if self._shown in WIDE:
            self._sides_old = True
            return
        view, now = self.live.view, self.live.now()
        self.agenda.show_view(view, now)
        self.agenda.show_picture(hall_acts.label(self.live))
        if self._sides_old or kinds is None or kinds & HALL_KINDS:
            self.hall.show_view(view, now)
        self._sides_old = False

    def _show_page(self, kinds: frozenset[str] | None) -> None:
        name = self._wanted()
        fresh = name != self._shown
        self._shown = name
        page = self._page(name)
        if fresh or kinds is None or kinds & page.kinds:
            page.refresh()
        if fresh:
            wide = name in WIDE
            for part in (self.agenda, self.hall, *self._lines):
                part.setVisible(not wide)
            self.centre.setCurrentWidget(page)
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
        self._page(self._shown).tick(now)
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

    def _tell(self, sentence: str, tone: str) -> None:
        if sentence:
            self._asked = ""
            self.banner.tell("", sentence, tone=tone, buttons=(("gone", _("All right"), "x"),))
        elif not self._asked:
            self.banner.clear()

    # ---- keys and buttons ----

    def to_deck(self) -> None:
        """Give the keyboard back to the deck."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def main(self) -> None:
        """Enter: answer the banner's question, else the main button of the page."""
        if self._asked:
            self._answered("yes")
        else:
            self._now().main()

    def step(self) -> None:
        """The next step of the page or the meeting; closing asks once more, and no step casts, confirms or
        publishes.
        """
        if self._now().step():
            return
        step, meeting = self.live.view.next_step, self.live.meeting_id
        item = self.live.view.current
        page = self.pages.get("check_in")
        if step.code == "open_meeting" and not step.enabled and isinstance(page, CheckInPage):
            page.ask_reason()
        elif not step.enabled:
            self.live.refuse(
                Refusal(step.why or "meeting_state", title=step.subject, state=self.live.view.state)
            )
        elif step.code == "open_meeting":
            self.live.do(running.open_meeting, meeting_id=meeting)
        elif step.code in ("call_next", "go_on") and item is not None:
            floor_page = self._now()
            if isinstance(floor_page, DiscussionPage):
                floor_page.call_first()
            else:
                self.live.do(floor.call_next, item_id=item.id)
        elif step.code == "next_item":
            self._side = ""
            self.live.do(
                running.next_item,
                self._hint(agenda_presenter.open_matter(self.live.view)),
                meeting_id=meeting,
            )
        elif step.code == "close_meeting":
            self._ask_close()

    def step_back(self) -> None:
        """The part before of what the page shows, else the item before."""
        if not self._now().step_back() and self.live.view.state == "live":
            self.live.do(running.previous_item, meeting_id=self.live.meeting_id)

    def _ask_close(self) -> None:
        """Closing leads through what was parked, as long as something of it has no answer."""
        if self.live.ask(parking_view, meeting_id=self.live.meeting_id).open:
            if self._side != "sweep":
                self._side_trip("sweep")
            return
        self._ask(
            "close", _("Close the meeting?"),
            _("Everybody is checked out, and nothing can be taken back after it."),
            _("Close the meeting"),
        )  # fmt: skip

    def _ask_item(self, item_id: str) -> None:
        view = self.live.view
        item = next((one for one in view.items if one.id == item_id), None)
        if item is None or view.state != "live" or item.state == "current":
            return
        said = _("Take item {number} now?").format(number=item.number)
        open_ = agenda_presenter.open_matter(view, item_id)
        self._ask(item_id, said, words.sentences(item.title, open_), _("Take it"))

    def _hint(self, sentence: str) -> Callable[[Any], None]:
        """Says what a rule of order has against what was just done; a hint, never a lock."""

        def told(_result: Any) -> None:
            if sentence:
                self.live.tell(sentence)

        return told

    def _ask(self, what: str, strong: str, text: str, yes: str) -> None:
        """Ask in the banner; Enter says yes, Esc no."""
        self._asked = what
        self.banner.tell(strong, text, buttons=(("yes", yes, "check"), ("no", _("Not now"), "x")))
        for button in self.banner.findChildren(QAbstractButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.to_deck()

    def _answered(self, code: str) -> None:
        asked, self._asked = self._asked, ""
        self.banner.clear()
        if code != "yes":
            return
        if asked == "close":
            self.live.do(running.close_meeting, meeting_id=self.live.meeting_id)
        elif asked:
            self.live.do(running.go_to_item, item_id=asked)

    def leave(self) -> None:
        """Esc: no to a question, close what is open, end a side trip, else back to the deck."""
        if self._asked:
            self._answered("no")
        elif self.focusWidget() not in (None, self) and self.hall.isAncestorOf(self.focusWidget()):
            self.to_deck()
        elif self._now().leave_field():
            return
        elif self._side:
            self.go_home()
        else:
            self.banner.clear()
            self.to_deck()

    def _side_trip(self, name: str) -> None:
        self._side = "" if self._side == name or self._home() == name else name
        self._show(kinds=None)

    def go_home(self) -> None:
        """End a side trip."""
        self._side = ""
        self._show(kinds=None)

    def go_check_in(self) -> None:
        """To the check-in desk, or back from it."""
        if self.live.view.state != "closed":
            self._side_trip("check_in")

    def go_files(self) -> None:
        """To the pictures and PDFs of the current item, or back from them."""
        if self.live.view.state == "live":
            self._side_trip("files")

    def go_plan(self) -> None:
        """To the agenda and its time, or back from it."""
        if self.live.view.state == "live":
            self._side_trip("plan")

    def _play_board(self) -> PlayBoard:
        page = self._page("roleplay")
        assert isinstance(page, RolePlayPage)
        return page.board

    def _take_contexts(self, page: Centre) -> None:
        """The keys of a page act before those of the meeting."""
        if self._router is not None:
            own = tuple(name for name in (page.context, page.numbers) if name)
            self._router.contexts = (*own, commands.CONTEXT, floor_commands.NUMBERS)

    def go_keys(self) -> None:
        """To the page of keys, or back from it."""
        self._side_trip("keys")

    def _floor(self, name: str) -> None:
        """A key of the floor: a page of its own, the rules for the hall, or the page's business."""
        item = self.live.view.current
        if self.live.view.state != "live" or item is None or item.kind != "discussion":
            return
        if name in ("floor_ways", "floor_shares"):
            self._side_trip(name.removeprefix("floor_"))
        elif name == "floor_rules":
            held = self.live.view.projection.pinned == "rules"
            self.live.do(
                projection.pin_slide, meeting_id=self.live.meeting_id, pinned="" if held else "rules"
            )
        else:
            self._now().floor(name)

    def _rang(self, sentence: str) -> None:
        self.foot.show_toast(sentence)
        self._show_foot_room()

    def capture(self, kind: str = "") -> None:
        """Write a line down, of a kind if one is given."""
        if self.hall.isVisible():
            self.hall.capture.begin(kind)

    def undo(self) -> None:
        """Take back the last thing done here, or say why not."""
        self.live.do(undo_last)

    def black(self) -> None:
        """Black, and back."""
        self._set_mode("content" if self.live.view.projection.mode == "black" else "black")

    def _set_mode(self, mode: str) -> None:
        self.live.do(projection.show_mode, meeting_id=self.live.meeting_id, mode=mode)

    def turn(self) -> None:
        """The next page of the text that the hall reads."""
        self.hall.turn_page()

    def scan(self, text: str) -> None:
        """A badge was scanned, whatever has the focus."""
        page = self._now()
        if isinstance(page, CheckInPage):
            page.scan(text)
            return
        self.live.do(
            attendance.check_in_badge, self._came, meeting_id=self.live.meeting_id,
            code=text.removeprefix(BADGE_PREFIX),
        )  # fmt: skip

    def _came(self, came: CheckedIn) -> None:
        if not came.votes:
            self.live.tell(_("{name} is here as a guest, without a vote.").format(name=came.name))

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
            self._take_contexts(self._now())
            self._router.catch_scans(BADGE_PREFIX, self.scan)
            self._timer.start()
            QTimer.singleShot(0, self, self._focus_page)

    def _focus_page(self) -> None:
        """Once the window that took the shell in has set its own focus."""
        self._now().take_focus()

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
        page = self._now()
        play = page.board.where(now) if isinstance(page, RolePlayPage) else ""
        self.live.tell(resumed.sentence(self.live.view, floor, now, play), "ok")

    def show_problem(self, sentence: str) -> None:
        """Say above the page what the program could not do."""
        self._tell(sentence, "danger")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

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
        painter.fillRect(self.centre.geometry(), now.colour("surface"))
