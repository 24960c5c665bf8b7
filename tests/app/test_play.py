"""A whole role-play by the keyboard alone, through console and projector, and after a kill."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from meeting_app.actions import agenda, attendance, running
from meeting_app.actions.demonstration import demonstration_ids
from meeting_app.actions.roleplay import casting, preparing
from meeting_app.app.program import Program
from meeting_app.domain import codes
from meeting_app.domain.agenda import ItemKind
from meeting_app.queries.live import check_in_view
from meeting_app.queries.people import person_card, roster
from meeting_app.queries.roleplay.now import play_now
from meeting_app.queries.roleplay.public import play_of_item
from meeting_app.queries.roleplay.types import PlayNow, TableTile
from meeting_app.queries.slides_types import BlackSlide, ItemSlide, Slide
from meeting_app.queries.slides_types_roleplay import (
    PlayAgreementSlide,
    PlayCardsSlide,
    PlayColoursSlide,
    PlayDebriefSlide,
    PlayNoteSlide,
    PlayTalkSlide,
    PlayThanksSlide,
    PlayWelcomeSlide,
)
from meeting_app.ui.console.live.roleplay.alone import PlayShell
from meeting_app.ui.console.live.roleplay.page import RolePlayPage
from meeting_app.ui.console.live.shell import LiveShell
from meeting_app.ui.console.office.roleplay.play import PlayPage
from meeting_app.ui.console.office.shell import OfficeShell

Begin = Callable[..., Program]
K = Qt.Key
PEOPLE = 24


class Player:
    """The one person at the laptop."""

    def __init__(self, program: Program, bot: QtBot) -> None:
        self.program, self.bot = program, bot

    @property
    def shell(self) -> LiveShell:
        """The live window."""
        page = self.program.window.page()
        assert isinstance(page, LiveShell)
        return page

    @property
    def page(self) -> RolePlayPage:
        """The page of the role-play."""
        found = self.shell.pages["roleplay"]
        assert isinstance(found, RolePlayPage)
        return found

    @property
    def play(self) -> PlayNow:
        """The play in the records."""
        session, item = self.program.session, self.shell.live.view.current
        assert session is not None
        assert item is not None
        play_id = session.office.ask(play_of_item, item_id=item.id)
        found = session.office.ask(play_now, play_id=play_id, now=session.office.now())
        assert isinstance(found, PlayNow)
        return found

    def table(self, number: int) -> TableTile:
        """A table in the records."""
        return self.play.tables[number - 1]

    def hall(self) -> Slide | None:
        """What the projector shows."""
        assert self.program.session is not None
        return self.program.session.projector.shown()

    def press(self, *keys: Qt.Key) -> None:
        """One key after the other, each when the one before is answered."""
        for key in keys:
            focused: QWidget | None = self.program.window.focusWidget()
            QTest.keyClick(focused or self.shell, key)
            self.bot.waitUntil(lambda: not self.shell.live.busy, timeout=10_000)

    def sees(self, kind: type) -> None:
        """Wait until the hall sees a page of this kind."""
        self.bot.waitUntil(lambda: isinstance(self.hall(), kind), timeout=10_000)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait."""
        self.bot.waitUntil(holds, timeout=10_000)


def _to_the_item(program: Program) -> None:
    """The meeting of the day is open and at an item for a role-play that nobody has prepared."""
    assert program.session is not None
    desk, meeting = program.session.opened.desk, demonstration_ids().meeting_id
    item = desk.do(
        agenda.add_item, meeting_id=meeting, kind=ItemKind.ROLE_PLAY, title="换位体验", minutes=75
    ).result(60)  # fmt: skip
    view = program.session.office.ask(check_in_view, meeting_id=meeting)
    for member in view.members[:PEOPLE]:
        desk.do(attendance.check_in, meeting_id=meeting, person_id=member.person_id).result(60)
    desk.do(running.open_meeting, meeting_id=meeting, short_reason="演练").result(60)
    desk.do(running.go_to_item, item_id=item).result(60)
    program.go("live", meeting_id=meeting)


@pytest.fixture
def player(begin: Begin, community: Path, qtbot: QtBot) -> Player:
    """At the item."""
    program = begin("open", str(community))
    _to_the_item(program)
    made = Player(program, qtbot)
    made.until(lambda: made.shell.page_name() == "roleplay")
    program.window.activateWindow()
    made.until(program.window.isActiveWindow)
    made.until(made.shell.hasFocus)
    return made


def _choose_and_cast(player: Player) -> None:
    board = player.page.board
    player.sees(ItemSlide)
    player.press(K.Key_Return)
    player.until(lambda: player.program.window.focusWidget() is board.ask.list)
    question = board.ask.asked()
    assert question is not None
    lift = next(n for n, one in enumerate(question.options) if one.id == "card:shipped:lift")
    player.press(Qt.Key(K.Key_1.value + lift), K.Key_2)  # the plan of 75 minutes
    player.until(lambda: board.main_button.text() == "Give out the roles")
    player.press(K.Key_Return)
    player.until(lambda: board.main_button.text() == "Begin the role-play")
    assert len(player.play.tables) == 3
    player.sees(PlayWelcomeSlide)


def _to_negotiation(player: Player) -> None:
    player.press(K.Key_Return)  # the welcome; from here on Right
    for _phase in range(6):
        player.press(K.Key_Right)
    phase = player.play.phase
    assert phase is not None
    assert phase.kind == "negotiate"
    player.sees(PlayTalkSlide)


def _propose(player: Player) -> None:
    """Table 1: a deal in five keys that everybody accepts; table 2: one that is refused; table 3: a part."""
    five = (K.Key_1, K.Key_1, K.Key_2, K.Key_2, K.Key_1)
    player.press(K.Key_1, K.Key_1, *five, K.Key_3)
    tile = player.table(1)
    assert tile.proposal is not None
    assert tile.proposal.accepted is True
    player.press(K.Key_2, K.Key_Escape, K.Key_P, *five, K.Key_2, K.Key_3)
    tile = player.table(2)
    assert tile.proposal is not None
    assert tile.proposal.accepted is False
    player.press(K.Key_3, K.Key_3, K.Key_1, K.Key_1, K.Key_1)
    assert [line.all for line in player.table(3).agreed] == [True]


def _look_after_tables(player: Player) -> None:
    player.press(K.Key_3, K.Key_8, K.Key_3, K.Key_5, K.Key_3, K.Key_7, K.Key_2)
    tile = player.table(3)
    assert (tile.help, tile.allowance_ms, tile.colour) == (True, 60_000, "yellow")
    player.press(K.Key_2, K.Key_Escape, K.Key_H, K.Key_3)
    hint = player.table(2).hint
    assert hint is not None
    assert hint.strength == 3
    player.until(lambda: "Hint:" in player.page.board.tiles.tiles()[1].said)


def _somebody_comes_late(player: Player) -> None:
    """A badge is scanned while a question with numbered answers is open: a check-in, and no answer."""
    session, meeting = player.program.session, player.shell.live.meeting_id
    assert session is not None
    view = session.office.ask(check_in_view, meeting_id=meeting)
    late = next(one.person_id for one in view.members if one.state != "present")
    badge = codes.badge_payload(session.office.ask(person_card, person_id=late).badge)
    player.press(K.Key_3, K.Key_1)
    asked = player.page.board.ask.asked()
    QTest.keyClicks(player.page.board.ask.list, badge)
    player.press(K.Key_Return)
    player.until(
        lambda: session.office.ask(check_in_view, meeting_id=meeting).present == view.present + 1
    )  # fmt: skip
    assert player.page.board.ask.asked() == asked
    player.press(K.Key_Escape, K.Key_Escape)
    assert player.table(3).proposal is None


def _turn_the_story(player: Player) -> None:
    """A clue, an event, scenes that are held, a phase that is put in and taken back."""
    player.press(K.Key_C)
    asked = player.page.board.ask.asked()
    assert asked is not None
    rise = next(n for n, one in enumerate(asked.options) if one.id == "event:rise")
    player.press(Qt.Key(K.Key_1.value + rise))
    assert [one.fired for one in player.play.events if one.id == "rise"] == [True]
    for scene, kind in (("event", PlayNoteSlide), ("agreement", PlayAgreementSlide),
                        ("colours", PlayColoursSlide)):  # fmt: skip
        player.press(K.Key_V)
        player.page.board.ask.list.choose(scene)
        player.press(K.Key_Return)
        player.sees(kind)
    player.press(K.Key_V, K.Key_1)
    player.sees(PlayTalkSlide)
    before = len(player.play.phases)
    player.press(K.Key_N, K.Key_2, K.Key_1)
    assert len(player.play.phases) == before + 1
    QTest.keyClick(player.shell, K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    player.until(lambda: len(player.play.phases) == before)


def _to_thanks(player: Player) -> None:
    player.press(K.Key_Space)
    assert not player.play.clock.running
    player.press(K.Key_Space, K.Key_Up)
    assert player.play.clock.limit_ms == 21 * 60_000
    player.press(K.Key_Right)
    player.sees(PlayCardsSlide)
    player.press(K.Key_Left)
    player.sees(PlayTalkSlide)
    player.press(*(K.Key_Right,) * 4)
    player.sees(PlayDebriefSlide)
    player.press(K.Key_2)
    player.until(lambda: getattr(player.hall(), "page", 0) == 1)
    player.press(K.Key_Right)
    player.sees(PlayThanksSlide)
    player.press(K.Key_Right)  # a play that is over is ended first
    assert "not ended yet" in player.shell.banner.text()
    player.press(K.Key_Return, K.Key_1)
    player.until(lambda: player.play.state == "ended")
    player.sees(PlayThanksSlide)


def test_one_person_plays_the_lift_with_arrows_space_enter_and_five_letters(player: Player) -> None:
    _choose_and_cast(player)
    _to_negotiation(player)
    _propose(player)
    _look_after_tables(player)
    _somebody_comes_late(player)
    _turn_the_story(player)
    _to_thanks(player)


def test_after_a_kill_the_play_is_at_the_same_second(
    player: Player, begin: Begin, community: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    _choose_and_cast(player)
    _to_negotiation(player)
    player.press(K.Key_1, K.Key_1, K.Key_1, K.Key_1, K.Key_2, K.Key_2, K.Key_1, K.Key_3)
    before = player.hall()
    assert isinstance(before, PlayTalkSlide)
    left = tmp_path / "left"  # what a process that is killed leaves on the disk
    left.mkdir()
    for file in community.parent.glob(f"{community.name}*"):
        if file.is_file() and not file.name.endswith(".lock"):
            shutil.copyfile(file, left / file.name)
    player.program.shut()
    again = Player(begin("open", str(left / community.name)), qtbot)
    again.sees(PlayTalkSlide)
    assert again.hall() == before  # the same stopwatch, so at any moment the same picture
    said = again.shell.banner.text()
    assert "goes on where it stood" in said
    assert "The role-play is at “谈方案”" in said
    tile = again.table(1)
    assert tile.proposal is not None
    assert tile.proposal.accepted is True
    again.until(lambda: again.program.window.focusWidget() is again.shell)  # the first frame is shown
    again.press(K.Key_Left)
    again.until(lambda: again.play.phase is not None and again.play.phase.kind == "caucus")


def _alone(program: Program) -> tuple[str, PlayShell]:
    """A play of twelve people that belongs to no meeting, cast and shown."""
    assert program.session is not None
    desk, office = program.session.opened.desk, program.session.office
    play: str = desk.do(preparing.prepare_play, source="shipped:lift", minutes=60).result(60)
    people = [row.person_id for row in office.ask(roster, limit=12).rows]
    takings = [preparing.Taking(person) for person in people]
    desk.do(preparing.set_players, play_id=play, players=takings).result(60)
    desk.do(casting.cast_play, play_id=play, seed=7).result(60)
    program.go("play", play_id=play)
    prepared = program.window.page()
    assert isinstance(prepared, OfficeShell)
    preparing_page = prepared.page
    assert isinstance(preparing_page, PlayPage)
    preparing_page.run.click()
    page = program.window.page()
    assert isinstance(page, PlayShell)
    return play, page


def test_a_play_on_its_own_runs_in_a_window_of_its_own(begin: Begin, community: Path, qtbot: QtBot) -> None:
    program = begin("open", str(community))
    play, shell = _alone(program)
    assert program.session is not None
    office, projector = program.session.office, program.session.projector

    def at() -> int:
        found: PlayNow = office.ask(play_now, play_id=play, now=office.now())
        return found.at

    def press(*keys: Qt.Key) -> None:
        for key in keys:
            focused: QWidget | None = program.window.focusWidget()
            QTest.keyClick(focused or shell, key)
            qtbot.waitUntil(lambda: not shell.orders.busy)

    def sees(kind: type) -> None:
        qtbot.waitUntil(lambda: isinstance(projector.shown(), kind))

    qtbot.waitUntil(lambda: program.window.focusWidget() is shell)
    sees(PlayWelcomeSlide)
    press(K.Key_Return, *(K.Key_Right,) * 6)
    assert at() == 6
    sees(PlayTalkSlide)
    press(K.Key_Period)
    sees(BlackSlide)
    press(K.Key_Period, K.Key_V)
    shell.board.ask.list.choose("colours")
    press(K.Key_Return)
    sees(PlayColoursSlide)
    press(K.Key_F1)
    assert shell.keys.isVisible()
    press(K.Key_Escape, K.Key_Right)
    assert not shell.keys.isVisible()
    sees(PlayCardsSlide)  # a new part: the hall follows again
    QTest.keyClick(shell, K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: at() == 6)
    assert program.session.wake.holding
    program.shut()
    again = begin("open", str(community))
    resumed = again.window.page()
    assert isinstance(resumed, PlayShell)
    assert "The role-play is at “谈方案”" in resumed.banner.text()
    assert again.session is not None
    assert isinstance(again.session.projector.shown(), PlayTalkSlide)
