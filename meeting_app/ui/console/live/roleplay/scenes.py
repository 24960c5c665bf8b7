"""A role-play as scenes: nothing prepared, cast, running, help wanted, an event, over time, looking back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from meeting_app.actions import agenda, meetings, running
from meeting_app.actions.projection import pin_slide
from meeting_app.actions.roleplay import casting, negotiating, polling, preparing
from meeting_app.actions.roleplay import running as playing
from meeting_app.actions.roleplay.scenarios import import_scenario
from meeting_app.domain.agenda import ItemKind
from meeting_app.domain.roleplay.model import Swap
from meeting_app.queries.people import roster
from meeting_app.queries.roleplay.now import play_now
from meeting_app.queries.roleplay.types import PlayNow
from meeting_app.queries.slides_roleplay import PIN
from meeting_app.scenarios import library, write_text
from meeting_app.ui.console.live.roleplay.alone import PlayShell
from meeting_app.ui.console.live.roleplay.board import PlayBoard
from meeting_app.ui.console.live.roleplay.page import RolePlayPage
from meeting_app.ui.console.live.shell import LiveShell
from meeting_app.ui.console.office.scenes import Scene
from meeting_app.ui.qt.office import Office
from meeting_app.wording import times

WAIT_S: Final = 30
TITLE, ITEM = "加装电梯专题协商会", "换位体验：云桥里的电梯"
PEOPLE, SEED = 24, 4711
SHEETS = 8  # so many answer before and after
# What the facilitator may hold the hall at in the midst of the talks; the other pages come by themselves.
HELD: Final = ("title", "facts", "event", "proposals", "colours", "issues", "tables")
SIGNED = (("half",), ("floor",), ("light",), ("card",), ("summer",))
REFUSED = (("level",), ("equal",), ("none",), ("public",), ("quick",))


class _Evening:
    """A meeting of one item, drafted for the pictures when its first scene is asked for."""

    def __init__(self, office: Office, advance: Callable[[float], None]) -> None:
        self.office, self.advance = office, advance
        now = times.local(office.now().wall_ms)
        self.meeting_id: str = self.do(
            meetings.draft_meeting,
            kind="topic_consultation",
            title=TITLE,
            place="小区活动中心",
            starts_at=now,
        )
        self.item: str = self.do(
            agenda.add_item, meeting_id=self.meeting_id, kind=ItemKind.ROLE_PLAY, title=ITEM, minutes=75
        )
        self.do(running.open_meeting, meeting_id=self.meeting_id, short_reason="演练")
        self.do(running.go_to_item, item_id=self.item)
        self.play = ""

    def do(self, action: Callable[..., Any], **arguments: object) -> Any:
        """Do it and wait for it."""
        return self.office.desk.do(action, **arguments).result(WAIT_S)

    @property
    def now(self) -> PlayNow:
        """The play as it is."""
        found = self.office.ask(play_now, play_id=self.play, now=self.office.now())
        assert isinstance(found, PlayNow)
        return found

    def prepare(self, *, alone: bool = False) -> None:
        """The lift for 24 people, cast; in the meeting's item or on its own."""
        item = None if alone else self.item
        source = self._with_swap() if alone else "shipped:lift"
        self.play = self.do(preparing.prepare_play, source=source, minutes=75, item_id=item)
        rows = self.office.ask(roster, building_id=None, text="", limit=PEOPLE, offset=0).rows
        takings = tuple(preparing.Taking(row.person_id) for row in rows)
        self.do(preparing.set_players, play_id=self.play, players=takings)
        self.do(casting.cast_play, play_id=self.play, seed=SEED)

    def _with_swap(self) -> str:
        """The lift as a community changed it: two roles change hands before the talks."""
        lift = library.shipped("lift").scenario
        swapped = replace(lift, swap=Swap("caucus", (("tang", "qiu"),)))
        return str(self.do(import_scenario, data=write_text(swapped).encode()))

    def answer(self) -> None:
        """Sheets of both halves: the same people before and after, most of them moved a little."""
        codes = self.do(preparing.issue_codes, play_id=self.play, number=PEOPLE)
        for wave in ("before", "after"):
            for place, code in enumerate(codes[:SHEETS]):
                answers = {}
                for nth, one in enumerate(self._asked()):
                    moved = wave == "after" and (place + nth) % (nth + 2) != 0
                    answers[one] = 1 + (place + nth) % 4 + moved
                self.do(polling.type_sheet, play_id=self.play, wave=wave, code=code, answers=answers)

    def _asked(self) -> list[str]:
        return [question.id for question in library.shipped("lift").scenario.poll.questions]

    def to_kind(self, kind: str) -> None:
        """On to a part of a kind."""
        while (phase := self.now.phase) is None or phase.kind != kind:
            self.step()

    def step(self) -> None:
        """The next part, or the first."""
        self.do(playing.next_phase if self.now.state == "running" else playing.start_play, play_id=self.play)

    def talk(self) -> None:
        """One table has signed, one is divided, one asks for help."""
        self.to_kind("negotiate")
        self.advance(200)
        for table, deal, no in ((1, SIGNED, ()), (2, REFUSED, ("tang", "qiu"))):
            self.do(negotiating.propose, play_id=self.play, table=table, deal=deal)
            roles = [role for role, _name in self.now.tables[table - 1].roles]
            cards = {role: role not in no for role in roles}
            self.do(negotiating.show_cards, play_id=self.play, table=table, cards=cards)
        self.do(playing.ask_help, play_id=self.play, table=3)

    def turn(self) -> None:
        """A clue and an event; a hint and a yellow card."""
        self.advance(300)
        self.do(playing.reveal_clue, play_id=self.play, clue="letter")
        self.do(playing.fire_event, play_id=self.play, event="rise")
        self.do(playing.give_hint, play_id=self.play, table=2, strength=3)
        self.do(playing.show_colour, play_id=self.play, table=3, colour="yellow")

    def hold(self, scene: str) -> None:
        """Hold the hall at a scene, or let it follow."""
        pinned = PIN + scene if scene else ""
        self.do(pin_slide, meeting_id=self.meeting_id, pinned=pinned)

    def end(self) -> None:
        """The play is ended; the cast is forgotten."""
        self.do(playing.end_play, play_id=self.play)


def roleplay_scenes(office: Office, advance: Callable[[float], None]) -> Iterator[Scene]:
    """The scenes in their order; each is built before the next is asked for."""
    evening = _Evening(office, advance)
    yield _scene(evening, "empty")
    evening.prepare()
    yield _scene(evening, "cast")
    evening.to_kind("cast")
    yield _scene(evening, "roles")
    evening.talk()
    yield _scene(evening, "help")
    evening.turn()
    yield _scene(evening, "event")
    yield _scene(evening, "table", lambda board: board.open_table(2))
    yield _scene(evening, "proposal", PlayBoard.propose)
    yield _scene(evening, "clues", PlayBoard.coming)
    for scene in HELD:
        evening.hold(scene)
        yield _scene(evening, f"hall_{scene}", PlayBoard.scenes)
    evening.hold("")
    advance(1_000)
    yield _scene(evening, "overtime")
    evening.to_kind("sign")
    yield _scene(evening, "cards")
    evening.hold("agreement")
    yield _scene(evening, "hall_agreement", PlayBoard.scenes)
    evening.hold("")
    evening.to_kind("derole")
    yield _scene(evening, "derole")
    evening.answer()
    evening.to_kind("debrief")
    yield _scene(evening, "shift")
    evening.hold("debrief")
    yield _scene(evening, "debrief")
    evening.hold("")
    evening.step()
    yield _scene(evening, "thanks", PlayBoard.main)
    evening.end()
    yield _scene(evening, "ended")
    evening.prepare(alone=True)
    yield Scene("live_roleplay_alone_cast", lambda: PlayShell(office, evening.play))
    evening.to_kind("caucus")
    yield Scene("live_roleplay_alone_turn", lambda: PlayShell(office, evening.play))
    evening.talk()
    yield Scene("live_roleplay_alone", lambda: PlayShell(office, evening.play))
    evening.end()


def _scene(evening: _Evening, name: str, act: Callable[[PlayBoard], None] | None = None) -> Scene:
    def begin(shell: LiveShell) -> None:
        page = shell.pages["roleplay"]
        if act is not None and isinstance(page, RolePlayPage):
            act(page.board)

    def build() -> QWidget:
        shell = LiveShell(evening.office, evening.meeting_id)
        QTimer.singleShot(0, shell, lambda: begin(shell))
        return shell

    return Scene(f"live_roleplay_{name}", build)
