"""A play on its page: who takes part, who plays what and why, the list for handing out, the poll."""

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from meeting_app.actions.roleplay import casting, polling, preparing
from meeting_app.actions.roleplay.casting import Place
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.page import Page
from meeting_app.ui.console.office.roleplay import play_presenter as presenter
from meeting_app.ui.console.office.roleplay import poll_presenter
from meeting_app.ui.console.office.roleplay.play_handout import HandoutPart
from meeting_app.ui.console.office.roleplay.play_players import PlayersPart
from meeting_app.ui.console.office.roleplay.play_poll import PollPart
from meeting_app.ui.console.office.roleplay.play_presenter import PlayPresenter
from meeting_app.ui.console.office.roleplay.play_seats import SeatsPart

if TYPE_CHECKING:
    from meeting_app.actions.roleplay.preparing import Taking
    from meeting_app.queries.roleplay.casting import CastingView
    from meeting_app.ui.qt.office import Office

PLAYERS, SEATS, HANDOUT, POLL = "players", "seats", "handout", "poll"
FEW = 100  # up to so many players are cast at once, more are announced


class PlayPage(Page):
    """One play. What overwrites a cast cannot be taken back, so nothing here is done by the way."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {"play", "player", "apart_pair", "poll_sheet", "person", "meeting", "agenda_item", "play_turn"}
    )

    def __init__(self, office: "Office", play_id: str, part: str = "", parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.presenter = PlayPresenter(office, play_id)
        self.view: CastingView | None = None
        self.title = parts.label("", "h1", wrap=True)
        self.line = parts.label("", tone="muted", wrap=True)
        self.papers = parts.button(_("Papers"), icon="printer", key="Ctrl+P")
        self.papers.clicked.connect(lambda: office.go("play_papers", play_id=play_id))
        self.print_button = self.papers
        self.run = parts.button(_("Run it now"), icon="play")
        self.run.clicked.connect(lambda: office.go("play_live", play_id=play_id))
        self.back = parts.button(_("All plays"), icon="arrow-left")
        self.back.clicked.connect(self._back)
        self.tabs = parts.segments(
            [
                (PLAYERS, _("Those taking part")),
                (SEATS, _("Who plays what")),
                (HANDOUT, _("Handing out")),
                (POLL, _("Poll")),
            ],
            _("Parts of the play"),
        )
        parts.widen(self.tabs)
        self.tabs.chosen.connect(lambda value: self.turn_to(str(value)))
        self.players, self.seats = PlayersPart(office), SeatsPart()
        self.handout, self.poll = HandoutPart(), PollPart()
        self._parts: dict[str, QWidget] = {
            PLAYERS: self.players, SEATS: self.seats, HANDOUT: self.handout, POLL: self.poll,
        }  # fmt: skip
        self._stack = parts.stack(*self._parts.values())
        self._connect()
        head = row(
            parts.growing(column(self.title, self.line, spacing=0)),
            parts.at_top(self.run),
            parts.at_top(self.papers),
            parts.at_top(self.back),
            spacing=16,
        )
        tabs = row(self.tabs, STRETCH)
        self.setLayout(column(head, 8, tabs, 8, self._stack, margins=(32, 24, 32, 24)))
        self.refresh()
        self.turn_to(part or self._usual())

    def _connect(self) -> None:
        play_id = self.presenter.play_id

        def ordered(action: Any, **fixed: Any) -> Any:
            return lambda **arguments: self.do(action, play_id=play_id, **fixed, **arguments)

        self.players.wanted.connect(self._change_players)
        self.players.apart.connect(lambda pair: ordered(preparing.exclude_pair)(pair=pair))
        self.players.together.connect(lambda pair: ordered(preparing.allow_pair)(pair=pair))
        self.players.add_all.connect(self._add_all)
        self.players.cast.connect(lambda: self._cast("", ""))
        self.seats.cast.connect(self._cast)
        self.seats.exchange.connect(self._exchange)
        self.seats.redraw.connect(lambda person: ordered(casting.redraw_player)(person=person))
        self.seats.watch.connect(lambda person: ordered(casting.let_watch)(person=person))
        self.seats.moved.connect(self._move)
        self.poll.typed.connect(self._typed)
        self.poll.taken_out.connect(lambda wave, code: ordered(polling.drop_sheet)(wave=wave, code=code))
        self.poll.codes_wanted.connect(lambda number: ordered(preparing.issue_codes)(number=number))

    def _usual(self) -> str:
        state = self.view.play.state if self.view else ""
        return {"cast": SEATS, "running": SEATS, "ended": POLL}.get(state, PLAYERS)

    def turn_to(self, part: str) -> None:
        """Show a part; the roles of the list for handing out are hidden again."""
        self.tabs.set_value(part)
        self.handout.hide_roles()
        self._stack.setCurrentWidget(self._parts[part])
        self.main_button = {
            PLAYERS: self.players.cast_button, SEATS: self.seats.take_up, POLL: self.poll.keep,
        }.get(part)  # fmt: skip

    def first_field(self) -> QWidget | None:
        """The control where work begins in the part that is shown."""
        part = self._stack.currentWidget()
        if part is self.players:
            return self.players.finder.field
        if part is self.seats:
            return self.seats.first_field()
        return self.poll.first_field() if part is self.poll else self.handout.show_roles

    def refresh(self) -> None:
        """Ask again and show it."""
        view = self.presenter.view()
        if view is None:
            self._back()
            return
        self.view = view
        self.title.setText(view.play.title)
        self.line.setText(presenter.line_of(view))
        self.players.all_here.setVisible(bool(view.play.meeting))
        self.players.show_view(view)
        self.seats.show_view(view)
        self.handout.show_view(view)
        self.papers.setVisible(bool(view.tables))
        # One in an item runs in its meeting's window.
        self.run.setVisible(view.play.item_id is None and view.play.state in ("cast", "running"))
        self.poll.show_desk(poll_presenter.desk(self.office, view.play.id))

    def _back(self) -> None:
        self.office.go("scenarios")

    def _change_players(self, people: "list[Taking]") -> None:
        """What the page shows may be behind what was ordered a moment ago: it is told with the change."""
        if self.view is not None:
            self.do(
                preparing.set_players,
                play_id=self.presenter.play_id,
                players=people,
                seen=presenter.takings(self.view),
            )

    def _add_all(self) -> None:
        if self.view is None:
            return
        here = self.presenter.people_here(self.view)
        if not here:
            self.tell(_("Nobody is checked in or invited yet. Add people one by one."))
            return
        self._change_players(presenter.with_people(self.view, here))

    def _cast(self, mode: str, seed: str) -> None:
        if self.view is None:
            return
        if len(self.view.players) > FEW:
            self.tell(_("Casting {n} people …").format(n=len(self.view.players)), "ok")
        self.do(
            casting.cast_play, lambda _seed: self.turn_to(SEATS), play_id=self.presenter.play_id,
            mode=mode or self.view.mode, seed=int(seed) if seed else None,
        )  # fmt: skip

    def _reason(self) -> str:
        text = self.seats.reason.text()
        self.seats.reason.clear()
        return text

    def _exchange(self, pair: Any) -> None:
        play_id = self.presenter.play_id
        self.do(casting.exchange_players, play_id=play_id, pair=pair, reason=self._reason())

    def _move(self, person: str, table: int, role: str) -> None:
        self.do(
            casting.seat_player, None, self._not_moved, play_id=self.presenter.play_id, person=person,
            place=Place(table, role), reason=self._reason(),
        )  # fmt: skip

    def _not_moved(self, refusal: Any) -> None:
        if self.view is not None:
            self.seats.show_view(self.view)
        self.refused(refusal)

    def _typed(self, wave: str, code: str, answers: Any, camp: str) -> None:
        fields = {"sheet_code": "code", "sheet_twice": "code", "sheet_answers": "digits"}
        self.do(
            polling.type_sheet, lambda _nothing: self.poll.kept(),
            self.poll.form.refusals(self.refused, fields), play_id=self.presenter.play_id,
            wave=wave, code=code, answers=answers, camp=camp,
        )  # fmt: skip

    def escape(self) -> bool:
        """Esc lets go of a player who was taken up."""
        return self._stack.currentWidget() is self.seats and self.seats.escape()
