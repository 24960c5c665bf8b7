"""The check-in desk: one field finds everybody, Enter checks in; beside it the quorum and who is missing."""

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from meeting_app.actions import attendance, running, walk_ins
from meeting_app.actions.attendance import CheckedIn
from meeting_app.domain import codes
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.queries.live import CheckInView, check_in_view
from meeting_app.queries.people import PersonHit, find_people
from meeting_app.ui.console.live import check_in_presenter as presenter
from meeting_app.ui.console.live.box import SPACE, across, down, held
from meeting_app.ui.console.live.context import Centre, Live
from meeting_app.ui.console.live.desk_side import DeskSide
from meeting_app.ui.console.live.hit_list import HitList
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.console.live.proxies_panel import ProxiesPanel
from meeting_app.ui.console.live.quorum import QuorumPanel
from meeting_app.ui.console.live.tiles import Tiles
from meeting_app.ui.console.live.walk_ins_panel import WalkInsPanel
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import Button, Field, KeyCap, Label, MainButton, SearchBox, SectionHead
from meeting_app.wording import refusals

MOST = 20
LATEST = 8
# Of more members only those who are not here yet are shown, the first so many.
TILES = 400


class CheckInPage(Centre):
    """Before the meeting the whole deck; in a meeting a side trip for those who come late (Esc goes back)."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {"stay", "invitee", "person", "meeting", "residence", "agenda_item", "proxy", "ownership", "unit"}
    )

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._hits: tuple[PersonHit, ...] = ()
        self._view: CheckInView | None = None
        self.field = SearchBox(_("Find a person"), _("Number, name, initials or room; or scan a badge"))
        self.field.searched.connect(self._search)
        self.field.returnPressed.connect(self.main)
        self.list = HitList()
        self.list.chosen.connect(lambda _id: self._show_offer())
        self.list.taken.connect(self._taken)
        self.latest_head = SectionHead(_("Came last"), small=True)
        self.said = Label("", tone="warn", wrap=True)
        self.said.hide()
        self.main_button = MainButton(_("Check in"), icon="user-check", key=_("Enter"))
        self.main_button.clicked.connect(self.main)
        self.main_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.quorum = QuorumPanel()
        self.tiles = Tiles()
        self.tiles.chosen.connect(self._tile_chosen)
        self.claim = Field(_("Building and room"), _("Building and room, as 3-2-501; empty for a guest"))
        self.claim.setMaxLength(80)
        self.claim.returnPressed.connect(self._walk_in)
        self.claim.hide()
        self.proxies = ProxiesPanel(live)
        self.proxies.form_shown.connect(self._make_room)
        self.walk_ins = WalkInsPanel(live)
        self.open_button = Button("", kind="big", icon="play", key="PgDn", sub=" ")
        self.open_button.clicked.connect(self._open_pressed)
        self.open_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._reason = self._make_reason()
        self._build()

    def _make_reason(self) -> QWidget:
        """Opening without a quorum: only with a reason that the minutes keep."""
        self.reason = Field(_("Reason for opening without a quorum"), _("Why, for the minutes"))
        self.reason.returnPressed.connect(self._open_short)
        self.reason.setMaxLength(400)
        self.short_button = Button(_("Open without a quorum"), icon="play")
        self.short_button.clicked.connect(self._open_short)
        told = Label(
            _("Nothing can be decided without a quorum. The reason stands in the minutes."), "caption",
            tone="warn", wrap=True,
        )  # fmt: skip
        made = held(down(told, 4, self.reason, 8, across(SPACE, self.short_button)))
        made.hide()
        return made

    def _build(self) -> None:
        now = theme.current()
        self.field.setFont(now.font("h2", bold=False))
        self.field.setFixedHeight(now.size("main"))
        self.field.setStyleSheet(f"min-height: {now.px(52)}px; max-height: {now.px(52)}px;")
        foot = across(
            Label(_("Up and Down choose"), "caption", tone="muted"), KeyCap("\u2191"), KeyCap("\u2193"),
            SPACE,
            self.main_button, gap=8,
        )  # fmt: skip
        self._left = down(self.field, 8, self.claim, self.said, self.latest_head, margins=(24, 24, 24, 24))
        self._left.addWidget(self.list, 1)
        self._left.addSpacing(now.px(16))
        self._left.addLayout(foot)
        area = QScrollArea()
        area.setWidget(self.tiles)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.missing = SectionHead(_("Who is not here yet"))
        missing = down(self.missing, 4)
        missing.addWidget(area, 1)
        self.side = DeskSide(held(missing), self.proxies, self.walk_ins)
        right = down(self.quorum, 12)
        right.addWidget(self.side, 1)
        right.addSpacing(now.px(12))
        right.addWidget(self._reason)
        right.addSpacing(now.px(8))
        right.addWidget(self.open_button)
        right.setContentsMargins(*(now.px(24),) * 4)
        self._aside = held(right)
        both = across(gap=0)
        both.addLayout(self._left, 1)
        both.addWidget(self._aside)
        self.setLayout(both)

    def _make_room(self, form: bool) -> None:
        """The form of a proxy takes the whole side."""
        for part in (self.quorum, self.side.tabs, self.open_button):
            part.setVisible(not form)

    def fit(self, measures: Measures) -> None:
        now = theme.current()
        self._aside.setFixedWidth(now.px({"small": 400, "large": 640}.get(measures.name, 480)))
        edge = now.px(measures.centre)
        self._left.setContentsMargins(edge, edge, edge, edge)
        layout = self._aside.layout()
        if layout is not None:
            layout.setContentsMargins(edge, edge, edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.colour("surface"))
        aside = QRectF(self._aside.geometry())
        painter.fillRect(aside, now.colour("paper"))
        painter.fillRect(QRectF(aside.left(), 0, 1, self.height()), now.colour("line"))

    def take_focus(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def refresh(self) -> None:
        view: CheckInView | None = self.live.ask(
            check_in_view, meeting_id=self.live.meeting_id, latest=LATEST, most=TILES
        )
        if view is None:
            return
        self._view = view
        self.quorum.show_quorum(presenter.quorum_shown(view))
        self._search(self.field.text().strip())
        absent = view.voters - view.present
        self.missing.remark.setText(_("{n} of {all} missing").format(n=absent, all=view.voters))
        self.side.count(absent, self.proxies.refresh(), self.walk_ins.refresh())
        self._show_open()

    def _show_open(self) -> None:
        view, step = self.live.view, self.live.view.next_step
        before = step.code == "open_meeting"
        self.open_button.setText(_("Open the meeting") if before else _("Back to the meeting"))
        self.open_button.set_key("PgDn" if before else _("Esc"))
        self.open_button.set_icon("play" if before else "arrow-right")
        met = step.enabled or not before
        if before and step.why == "agenda_empty":
            sub = _("the agenda has no item")
        elif not met:
            sub = _("without a quorum, with a reason")
        else:
            sub = step.subject if before else view.title
        self.open_button.set_sub(sub or " ")
        self.open_button.set_kind("main" if before and met and not self.field.text() else "big")
        if met:
            self._reason.hide()

    def _search(self, text: str) -> None:
        view = self._view
        if view is None:
            return
        found: tuple[PersonHit, ...] = view.latest
        if text:
            found = self.live.ask(find_people, text=text, meeting_id=self.live.meeting_id, limit=MOST)
            # Who stands at the desk has usually not been checked in yet.
            found = tuple(sorted(found, key=lambda hit: presenter.ORDER[hit.state]))
        self._hits = found
        self.latest_head.setVisible(not text)
        self.latest_head.heading.setText(
            _("Came last")
            if found
            else _("Nobody has come yet. Type a number, a name or a room; Enter checks in.")
        )
        self.list.show_hits(presenter.hits_shown(found, self.proxies.stands_for()))
        if text:
            self._say("" if found else presenter.nobody(text))
        if not text:
            self.list.clearSelection()
        self._show_offer()

    def _chosen(self) -> PersonHit | None:
        """Who is meant; without a text nobody is, so that a stray Enter does nothing."""
        if not self.field.text().strip():
            return None
        marked = self.list.current_id()
        return next((hit for hit in self._hits if hit.person_id == marked), None)

    def _show_offer(self) -> None:
        offer = presenter.offer(self._chosen(), self.field.text())
        self.main_button.setText(offer.text)
        self.main_button.set_icon(offer.icon)
        self.main_button.setEnabled(offer.code != "none")
        self.claim.setVisible(offer.code == "new_guest")
        view = self._view
        if view is not None:
            self.tiles.show_tiles(presenter.tiles(view), offer.person_id)
        self._show_open()

    def _say(self, sentence: str, tone: str = "warn") -> None:
        self.said.set_tone(tone)
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def main(self) -> None:
        text = self.field.text().strip()
        offer = presenter.offer(self._chosen(), text)
        person, meeting = {"person_id": offer.person_id}, self.live.meeting_id
        if text.startswith(codes.BADGE_PREFIX):
            self.scan(text)
        elif offer.code == "check_out":
            self._order(attendance.check_out, self._went, meeting_id=meeting, **person)
        elif offer.code in ("check_in", "guest"):
            self._order(attendance.check_in, self._came, meeting_id=meeting, **person)
        elif offer.code == "new_guest":
            self.claim.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()

    def _walk_in(self) -> None:
        """The second step: where somebody on no list says to belong."""
        name, claim = self.field.text().strip(), self.claim.text()
        self.claim.clear()
        self._order(walk_ins.walk_in, self._came, meeting_id=self.live.meeting_id, name=name, claim=claim)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def scan(self, text: str) -> None:
        """A badge was scanned, here or anywhere else in the window."""
        code = text.removeprefix(codes.BADGE_PREFIX)
        self._order(attendance.check_in_badge, self._came, meeting_id=self.live.meeting_id, code=code)

    def _order(self, action: Callable[..., Any], done: Callable[[Any], None], **arguments: object) -> None:
        """Empty the field at once, so that the next one may be typed before this one is written."""
        typed = self.field.text()
        self._say("")
        self.field.clear()
        self.live.do(action, done, lambda refusal: self._refused(refusal, typed), **arguments)

    def _came(self, came: CheckedIn) -> None:
        if not came.votes:
            self._say(_("{name} is here as a guest, without a vote.").format(name=came.name))

    def _went(self, _none: object) -> None:
        self._say("")

    def _refused(self, refusal: Refusal, typed: str) -> None:
        if not self.field.text():
            self.field.setText(typed)
            self.field.selectAll()
        self._say(refusals.sentence(refusal), "danger")

    def _taken(self, _person_id: str) -> None:
        self._show_offer()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tile_chosen(self, person_id: str) -> None:
        view = self._view
        number = (
            next((hit.number for hit in view.members if hit.person_id == person_id), None) if view else None
        )
        if number is not None:
            self.field.setText(str(number))
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_pressed(self) -> None:
        """Before the meeting it opens it; in a side trip it leads back."""
        if self.live.view.next_step.code == "open_meeting":
            self.live.step()
        else:
            self.live.go_home()

    def ask_reason(self) -> None:
        """Without a quorum the meeting opens only with a reason."""
        self._reason.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_short(self) -> None:
        self.live.do(
            running.open_meeting, lambda _none: self.live.to_deck(), self._short_refused,
            meeting_id=self.live.meeting_id, short_reason=self.reason.text(),
        )  # fmt: skip

    def _short_refused(self, refusal: Refusal) -> None:
        self.reason.set_wrong(wrong=True)
        self.live.refuse(refusal)

    def leave_field(self) -> bool:
        if self._reason.isVisible():
            self._reason.hide()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self.proxies.leave():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self.claim.hasFocus():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self.field.text():
            self.field.clear()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose among the found people while one types."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and self.field.hasFocus():
            self.list.step(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)
