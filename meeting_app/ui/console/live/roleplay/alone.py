"""A role-play that belongs to no meeting: the same board and keys in a window of its own.

The projector shows the play; what it is held at is the window's own and falls back to following after a
restart, as the play itself is in the records to the second.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QWidget

from meeting_app.actions.undo import undo_last
from meeting_app.domain.codes import BADGE_PREFIX
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.queries.journal import journal_lines, undo_view
from meeting_app.queries.roleplay.steps import PartClock, part_of_play
from meeting_app.queries.slides_roleplay import Shown, alone_slide
from meeting_app.queries.slides_types import BackdropSlide, BlackSlide, Slide
from meeting_app.ui.console.live import commands as live_commands
from meeting_app.ui.console.live import foot_presenter
from meeting_app.ui.console.live.bells import BellWatch
from meeting_app.ui.console.live.box import SPACE, across, down, held
from meeting_app.ui.console.live.context import Orders
from meeting_app.ui.console.live.keys_page import KeysList
from meeting_app.ui.console.live.measures import for_window
from meeting_app.ui.console.live.projector_banner import ProjectorBanner
from meeting_app.ui.console.live.roleplay import commands
from meeting_app.ui.console.live.roleplay.alone_place import AlonePlace
from meeting_app.ui.console.live.roleplay.board import PlayBoard
from meeting_app.ui.console.live.roleplay.page import KINDS
from meeting_app.ui.qt import theme
from meeting_app.ui.qt.commands import Command, CommandTable
from meeting_app.ui.qt.keys import DECK, KeyRouter
from meeting_app.ui.qt.office import Office
from meeting_app.ui.qt.spared import Edge, spared
from meeting_app.ui.widgets import (
    Banner,
    Button,
    Hairline,
    JournalStrip,
    Label,
    RingMark,
    Segment,
    Segmented,
    SlideThumb,
)

TICK_MS: Final = 200
LINES: Final = 2
# Of the keys of a meeting those that have a meaning here.
KEYS: Final = ("main", "next", "back", "clock", "more", "less", "black", "turn", "undo", "keys", "deck")


class PlayShell(QWidget):
    """One window's content while a play on its own is run. It holds the keys of its window while shown."""

    turned = Signal()  # the hall is shown something else

    def __init__(self, office: Office, play_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.orders = Orders(office, self)
        self.place = AlonePlace(office, play_id, self._turn)
        self._router: KeyRouter | None = None
        self._done = 0
        self.bells = BellWatch(office.settings, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(DECK, True)
        self.board = PlayBoard(self.orders, self.place)
        self.commands = self._table()
        self._make_parts()
        self._build()
        self._connect()
        self.show_all()

    def _table(self) -> CommandTable:
        acts: Mapping[str, Callable[[], object]] = {
            "main": self.board.main, "next": self.board.step, "back": self.board.step_back,
            "clock": self.board.space,
            "more": lambda: self.board.longer(1), "less": lambda: self.board.longer(-1), "black": self.black,
            "turn": lambda: self.place.turn_page(self._slide), "undo": self.undo, "keys": self.show_keys,
            "deck": self.leave,
        }  # fmt: skip
        table = CommandTable()
        for name, title, keys, group, repeats in live_commands.DECLARED:
            if name in KEYS:
                table.add(
                    Command(name, title, _quietly(acts[name]), keys, live_commands.CONTEXT, group=group,
                            repeats=repeats)
                )  # fmt: skip
        commands.add_to(table, lambda: self.board)
        return table

    def _make_parts(self) -> None:
        self._slide: Slide | None = None
        self.mark = RingMark(28)
        self.title = Label("", "h2", elide=True)
        self.kind = Label(_("Role-play on its own; nothing is decided here"), "caption", tone="muted")
        self.away = Button(_("Back to the office"), icon="arrow-left")
        self.unplugged = ProjectorBanner(self.office.projector)
        self.banner = Banner()
        self.thumb = SlideThumb(_("What the hall sees"), width=288)
        self.modes = Segmented(
            _("What the projector shows"),
            [
                Segment("content", _("Content"), "monitor-play"), Segment("black", _("Black"), "moon"),
                Segment("desktop", _("Desktop"), "monitor"),
            ],
            tall=True,
        )  # fmt: skip
        self.keys = KeysList(self.commands, (live_commands.CONTEXT, commands.CONTEXT))
        self.keys.hide()
        self.foot = JournalStrip()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def _build(self) -> None:
        names = down(self.title, self.kind)
        top = across(self.mark, gap=12, margins=(16, 8, 16, 8))
        top.addLayout(names, 1)
        top.addWidget(self.away)
        self._side = held(
            down(Label(_("The hall sees"), "caption", tone="muted"), 8, self.thumb, 8, self.modes, SPACE,
                 margins=(16, 16, 16, 16))
        )  # fmt: skip
        deck = across(gap=0)
        deck.addWidget(self.board, 1)
        deck.addWidget(self.keys, 1)
        deck.addWidget(Hairline(upright=True))
        deck.addWidget(self._side)
        whole = down(held(top), Hairline(), self.unplugged, self.banner)
        whole.addLayout(deck, 1)
        whole.addWidget(self.foot)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(whole)
        for button in self.findChildren(QAbstractButton):
            if button.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _connect(self) -> None:
        self.orders.told.connect(self._tell)
        self.orders.deck_asked.connect(self.to_deck)
        self.orders.settled.connect(self._give_keys)
        self.away.clicked.connect(self.place.leave)
        self.modes.chosen.connect(self.place.show_mode)
        self.banner.pressed.connect(self._answered)
        self.foot.watch(lambda: self.office.saving)
        self.foot.undo_asked.connect(self.undo)
        self.foot.keys_asked.connect(self.show_keys)
        self.office.feed.changed.connect(self.changed)
        end = self.unplugged.end
        self.destroyed.connect(lambda _gone: end())

    # ---- showing ----

    def show_all(self) -> None:
        """Ask for everything again."""
        self.board.refresh()
        self._show_hall()
        self._show_foot(toast=False)

    def changed(self, kinds: frozenset[str], _ids: frozenset[str] = frozenset()) -> None:
        """Somebody's action was kept. What cannot be read stays as it is shown."""
        if not kinds & KINDS:
            return
        try:
            with self.office.records.look():
                self.board.refresh()
                self._show_hall()
                self._show_foot(toast=True)
        except Refusal as refusal:
            self.orders.refuse(refusal)

    def _show_hall(self) -> None:
        self._part: PartClock | None = self.office.ask(part_of_play, play_id=self.place.play_id())
        shown, now = self.place.shown, self.office.now()
        asked = partial(self.office.ask, alone_slide, play_id=self.place.play_id(), shown=shown, now=now)
        page: Slide = spared(asked, lambda: BackdropSlide(Edge.community))
        self._slide = page
        self._show_thumb()
        self.modes.set_value(shown.mode)
        self.title.setText(page.head.meeting)
        self.setAccessibleName(page.head.meeting)

    def hall_page(self) -> Slide | None:
        """What the hall sees of the play."""
        modes: dict[str, Slide] = {"black": BlackSlide(), "desktop": BackdropSlide("")}
        return modes.get(self.place.shown.mode, self._slide)

    def _show_thumb(self) -> None:
        page = self.hall_page()
        if page is not None:
            self.thumb.show_slide(page, self.office.now())

    def _turn(self, shown: Shown) -> None:
        """The hall is to be shown something else: here and on the projector."""
        self.office.go("play_live", play_id=self.place.play_id(), shown=shown)
        self._show_hall()

    def _show_foot(self, *, toast: bool) -> None:
        lines = self.office.ask(journal_lines, limit=LINES)
        undo = self.office.ask(undo_view, station=self.office.station)
        shown = foot_presenter.of(lines, undo)
        self.foot.show_journal(*([f"{at}  {said}" for at, said in shown.lines] or [""]))
        self.foot.show_undo(shown.undo)
        if toast and shown.number > self._done and shown.toast:
            self.foot.show_toast(shown.toast, undoable=bool(shown.undo))
        self._done = shown.number

    def tick(self) -> None:
        """Five times a second: the clocks."""
        now = self.office.now()
        self.board.tick(now)
        if self._part is not None and self._part[1].running:
            self.bells.watch(*self._part[:2], now, self._part[2])
        if self._slide is not None and self.place.shown.mode == "content":
            self.thumb.show_slide(self._slide, now)

    def fit(self) -> None:
        """Take the window's size."""
        measures = for_window(self.width(), self.height(), theme.current().percent)
        self._side.setFixedWidth(theme.current().px(measures.right))
        self.thumb.set_width(measures.thumb)
        self._show_thumb()
        self.board.fit(measures)
        self.foot.setVisible(measures.foot)

    def _tell(self, sentence: str, tone: str) -> None:
        if sentence:
            self.banner.tell("", sentence, tone=tone, buttons=(("gone", _("All right"), "x"),))
        else:
            self.banner.clear()

    def _answered(self, _code: str) -> None:
        self.banner.clear()

    def show_problem(self, sentence: str) -> None:
        """Say above the page what the program could not do."""
        self.orders.tell(sentence, "danger")

    def tell_resumed(self) -> None:
        """The program was started while the play is under way: say where it stands."""
        self.orders.remark(self.board.where(self.office.now()), "ok")

    # ---- keys ----

    def to_deck(self) -> None:
        """Give the keyboard back to the deck."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def undo(self) -> None:
        """Take back the last thing done here, or say why not."""
        self.orders.do(undo_last)

    def black(self) -> None:
        """Black, and back."""
        self.place.show_mode("content" if self.place.shown.mode == "black" else "black")

    def show_keys(self) -> None:
        """The list of keys in the board's place, or the board again."""
        listed = self.keys.isHidden()
        self.keys.setVisible(listed)
        self.board.setVisible(not listed)
        if listed:
            self.keys.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.to_deck()

    def leave(self) -> None:
        """Esc: close what is open, else back to the deck."""
        if not self.keys.isHidden():
            self.show_keys()
        elif not self.board.leave_field():
            self.banner.clear()
            self.to_deck()

    def take_key(self, event: QKeyEvent) -> bool:
        """A key that was pressed on the projector's window; answers whether it was a command."""
        return self._router is not None and self._router.press(event)

    def _scanned(self, _text: str) -> None:
        """A badge says nothing here; its figures must not become commands."""
        self.orders.tell(_("Nobody is checked in here: this role-play belongs to no meeting."))

    def _give_keys(self) -> None:
        if self._router is not None:
            self._router.waiting.give()

    # ---- Qt ----

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys of the window that this is shown in."""
        super().showEvent(event)
        if self._router is None:
            self._router = KeyRouter(self.window(), self.commands, lambda: self.orders.busy)
            self._router.contexts = (commands.CONTEXT, commands.NUMBERS, live_commands.CONTEXT)
            self._router.catch_scans(BADGE_PREFIX, self._scanned)
            self._timer.start()
            self.fit()
            QTimer.singleShot(0, self, self.to_deck)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the window's keys back when another page takes its place."""
        super().hideEvent(event)
        if self._router is not None and not event.spontaneous():
            self._timer.stop()
            self._router.setParent(None)
            self._router.deleteLater()
            self._router = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, Esc leaves; the rest is the router's."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.colour("paper"))
        painter.fillRect(self.board.geometry(), now.colour("surface"))


def _quietly(act: Callable[[], object]) -> Callable[[], None]:
    """The act as a command: what it answers is nobody's business here."""

    def run() -> None:
        act()

    return run
