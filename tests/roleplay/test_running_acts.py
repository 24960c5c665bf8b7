"""A play from its first phase to its end: every step is kept at once, and what is private stays so."""

import json
import random
from dataclasses import fields, is_dataclass
from itertools import product
from typing import Any

import pytest
from sqlalchemy import select

from meeting_app.actions import running as meeting_acts
from meeting_app.actions.desk import is_final
from meeting_app.actions.roleplay import negotiating, polling, preparing, running
from meeting_app.actions.undo import undo_last
from meeting_app.domain.roleplay.deals import broken, choices_of
from meeting_app.domain.roleplay.texts import private_strings
from meeting_app.domain.roleplay.tokens import half_token, play_token
from meeting_app.queries.roleplay.casting import who_is_who
from meeting_app.queries.roleplay.polls import codes_of
from meeting_app.queries.roleplay.public import play_of_item, play_public
from meeting_app.queries.states import running_play
from meeting_app.scenarios import library
from meeting_app.storage.store import Store
from meeting_app.storage.tables import ApartPair, JournalRow, PlayerRow, PlayRow, UndoImage
from meeting_app.wording.labels import VERBS
from meeting_app.wording.refusals import sentence
from tests.roleplay.playing import World, cast, forward_to, now, open_meeting
from tests.storage.desks import Room, quick_folder

MINUTE = 60_000
DEAL = (("half",), ("floor",), ("light",), ("card",), ("summer",))


@pytest.fixture
def play(stage: Room, world: World) -> str:
    """A play that runs in a live meeting."""
    open_meeting(stage, world)
    made = cast(stage, world)
    stage.do(running.start_play, play_id=made)
    return made


def test_four_keys_run_the_whole_play(stage: Room, world: World) -> None:
    play = cast(stage, world)
    steps = {
        "start": running.start_play, "next": running.next_phase, "finish": running.next_phase,
        "back": running.previous_phase, "pause": running.pause_play, "resume": running.resume_play,
    }  # fmt: skip
    assert now(stage, play).steps.right == "start"
    stage.do(steps[now(stage, play).steps.space], play_id=play)
    seen = []
    while (shown := now(stage, play)).steps.right:
        assert shown.phase is not None
        seen.append(shown.phase.id)
        assert shown.steps.space == "pause"
        stage.do(steps["pause"], play_id=play)
        assert now(stage, play).steps.space == "resume"
        stage.do(steps[shown.steps.right], play_id=play)
    assert seen == [phase.id for phase in shown.phases]
    assert (shown.steps.left, shown.steps.enter, shown.at) == ("back", "end", len(seen))
    stage.do(steps["back"], play_id=play)
    assert now(stage, play).steps.right == "finish"
    stage.do(running.next_phase, play_id=play)
    stage.do(running.end_play, play_id=play)
    assert now(stage, play).steps == type(shown.steps)("", "", "", "")


def test_phases_are_skipped_repeated_put_in_and_taken_back(stage: Room, play: str) -> None:
    forward_to(stage, play, "negotiate", running.next_phase)
    at = now(stage, play).at
    stage.time.pass_by(5 * MINUTE)
    stage.do(running.repeat_phase, play_id=play)
    assert now(stage, play).clock.elapsed(stage.time()) < 1000
    stage.do(undo_last)
    assert now(stage, play).clock.elapsed(stage.time()) > 5 * MINUTE
    stage.do(running.insert_phase, play_id=play, kind="caucus", title="再想想", mode="caucus", minutes=4)
    stage.do(running.insert_phase, play_id=play, kind="slack", title="喝口水", mode="plenary", minutes=2)
    shown = now(stage, play)
    assert [(line.title, line.state, line.inserted) for line in shown.phases[at : at + 3]] == [
        (shown.phases[at].title, "now", False),
        ("喝口水", "next", True),
        ("再想想", "coming", True),
    ]
    stage.do(running.next_phase, play_id=play)
    stage.do(running.skip_phase, play_id=play)
    shown = now(stage, play)
    assert (shown.phases[at + 1].state, shown.phase and shown.phase.title) == ("skipped", "再想想")
    for _step in range(4):
        stage.do(undo_last)
    assert len(now(stage, play).phases) == len(shown.phases) - 2
    bad = {"kind": "nothing", "title": "x", "mode": "table", "minutes": 1}
    assert stage.refused(running.insert_phase, play_id=play, **bad).code == "play_phase"


def test_tables_have_their_own_time_cards_and_hints(stage: Room, play: str) -> None:
    stage.do(running.allow_table, play_id=play, table=2, by_ms=90_000)
    stage.do(running.show_colour, play_id=play, table=2, colour="red")
    stage.do(running.ask_help, play_id=play, table=3)
    shown = now(stage, play)
    assert [(tile.allowance_ms, tile.colour, tile.help) for tile in shown.tables] == [
        (0, "", False), (90_000, "red", False), (0, "", True),
    ]  # fmt: skip
    assert stage.refused(running.allow_table, play_id=play, table=2, by_ms=31 * MINUTE).code == (
        "play_allowance"
    )
    assert stage.refused(running.give_hint, play_id=play, table=1, strength=1).code == "play_no_proposal"
    assert stage.refused(running.give_hint, play_id=play, table=1, strength=4).code == "play_hint"
    stage.do(running.extend_phase, play_id=play, by_ms=2 * MINUTE)
    assert now(stage, play).clock.limit_ms == shown.clock.limit_ms + 2 * MINUTE


def test_clues_and_events_come_when_due_or_by_hand(stage: Room, play: str) -> None:
    forward_to(stage, play, "negotiate", running.next_phase)
    assert now(stage, play).steps.enter == now(stage, play).steps.right
    stage.time.pass_by(6 * MINUTE)
    shown = now(stage, play)
    due = [clue.id for clue in shown.clues if clue.due]
    assert (shown.steps.enter, shown.steps.target) == ("release", due[0])
    for clue in due:
        stage.do(running.reveal_clue, play_id=play, clue=clue)
    shown = now(stage, play)
    assert shown.steps.enter == "fire"
    stage.do(running.fire_event, play_id=play, event=shown.steps.target)
    assert {event.id for event in now(stage, play).events if event.fired} == {shown.steps.target}
    stage.do(undo_last)
    assert not any(event.fired for event in now(stage, play).events)
    assert {clue.id for clue in now(stage, play).clues if clue.out} == set(due)
    assert shown.cue is not None


def test_a_table_proposes_and_shows_its_cards(stage: Room, play: str) -> None:
    forward_to(stage, play, "negotiate", running.next_phase)
    assert stage.refused(negotiating.show_cards, play_id=play, table=1, cards={"wu": True}).code == (
        "play_no_proposal"
    )
    stage.do(negotiating.propose, play_id=play, table=1, deal=DEAL)
    stage.do(running.give_hint, play_id=play, table=1, strength=3)
    tile = now(stage, play).tables[0]
    assert tile.hint is not None
    assert tile.hint.hint.voices == len(tile.roles) == 7
    assert tile.proposal is not None
    assert tile.proposal.accepted is None
    roles = [role for role, _name in tile.roles]
    stage.do(negotiating.show_cards, play_id=play, table=1, cards=dict.fromkeys(roles[:3], True))
    stage.do(undo_last)
    stage.do(negotiating.show_cards, play_id=play, table=1, cards=dict.fromkeys(roles, True))
    tile = now(stage, play).tables[0]
    assert tile.proposal is not None
    assert (tile.proposal.accepted, tile.proposal.verdict.below) == (True, ())
    stage.do(negotiating.show_cards, play_id=play, table=1, cards={"tang": False})
    assert stage.refused(undo_last).code == "undo_final", "no image keeps what a card said"
    tile = now(stage, play).tables[0]
    assert tile.proposal is not None
    assert (tile.proposal.accepted, tile.proposal.verdict.missing) == (False, ("tang",))
    stage.do(negotiating.propose, play_id=play, table=1, deal=(("level",), *DEAL[1:2], ("none",), *DEAL[3:]))
    tile = now(stage, play).tables[0]
    assert (len(tile.earlier), tile.hint) == (1, None)
    stage.do(negotiating.show_cards, play_id=play, table=1, cards={"tang": True})
    tile = now(stage, play).tables[0]
    assert tile.proposal is not None
    assert tile.proposal.verdict.below == ("tang",), "said yes although the lift takes the light for nothing"
    stage.do(negotiating.withdraw_proposal, play_id=play, table=1)
    stage.do(negotiating.withdraw_proposal, play_id=play, table=1)
    stage.do(negotiating.withdraw_proposal, play_id=play, table=1)
    assert now(stage, play).tables[0].proposal is None
    over = (("none",), *DEAL[1:])
    refusal = stage.refused(negotiating.propose, play_id=play, table=1, deal=over)
    assert refusal.code == "play_constraint"


def test_tables_agree_issue_by_issue(stage: Room, play: str) -> None:
    roles = [role for role, _name in now(stage, play).tables[0].roles]

    def agree(chosen: list[str], choice: str = "floor") -> None:
        stage.do(negotiating.agree_on, play_id=play, table=1, issue="share", choice=(choice,), roles=chosen)

    agree(roles[:4])
    (line,) = now(stage, play).tables[0].agreed
    assert (line.title, line.options, line.all) == ("钱怎么分", ("按楼层",), False)
    agree(roles, "all")
    (line,) = now(stage, play).tables[0].agreed
    assert (line.options, line.all) == (("每层都出一点",), True)
    public = stage.ask(play_public, play_id=play, now=stage.time())
    assert public.play.tables[0].agreed == (("钱怎么分", ("每层都出一点",)),)
    agree([])
    agree([])
    assert now(stage, play).tables[0].agreed == ()


def test_the_poll_is_typed_by_code_alone(stage: Room, play: str) -> None:
    codes = stage.do(preparing.issue_codes, play_id=play, number=30)
    assert stage.do(preparing.issue_codes, play_id=play, number=31) != codes
    assert set(codes) < set(stage.ask(lambda s: codes_of(s.get(PlayRow, play))))  # type: ignore[arg-type]
    asked = [question.id for question in now(stage, play).poll.questions]
    chance = random.Random(6)
    for wave in ("before", "after"):
        for code in codes[:12]:
            answers = {question: chance.randint(1, 5) for question in asked}
            stage.do(polling.type_sheet, play_id=play, wave=wave, code=code.lower(), answers=answers, camp="")
    progress = now(stage, play).poll
    assert (progress.sheets, progress.before, progress.after, progress.paired) == (31, 12, 12, 12)
    public = stage.ask(play_public, play_id=play, now=stage.time())
    assert [one.shift.pairs for one in public.shifts] == [12] * len(asked)
    assert all(one.shift.orientation and one.shift.change for one in public.shifts)
    good = {"play_id": play, "wave": "before", "code": codes[20], "answers": {asked[0]: 3}}
    for wrong, told in (
        ({"code": codes[0]}, "sheet_twice"),
        ({"code": "ZZZZZ"}, "sheet_code"),
        ({"answers": {asked[0]: 6}}, "sheet_answers"),
        ({"answers": {}}, "sheet_answers"),
        ({"wave": "later"}, "sheet_answers"),
        ({"camp": "nowhere"}, "sheet_answers"),
    ):
        refusal = stage.refused(polling.type_sheet, **{**good, **wrong})
        assert (refusal.code, "{" in sentence(refusal)) == (told, False)
    stage.do(polling.drop_sheet, play_id=play, wave="before", code=codes[0])
    assert stage.refused(polling.drop_sheet, play_id=play, wave="before", code=codes[0]).code == "sheet_code"
    assert now(stage, play).poll.paired == 11
    with stage.store.read() as session:
        told_all = "".join(row.arguments for row in session.scalars(select(JournalRow)))
        told_all += "".join(row.before for row in session.scalars(select(UndoImage)))
    assert not any(code in told_all for code in codes)


def test_a_scanned_sheet_is_its_code(stage: Room, play: str) -> None:
    (code,) = stage.do(preparing.issue_codes, play_id=play, number=1)
    scanned = half_token(play_token(play), "B", code)
    (first, *_rest) = (question.id for question in now(stage, play).poll.questions)
    stage.do(polling.type_sheet, play_id=play, wave="before", code=scanned, answers={first: 2})
    assert now(stage, play).poll.before == 1


def test_few_sheets_tell_nothing(stage: Room, play: str) -> None:
    codes = stage.do(preparing.issue_codes, play_id=play, number=4)
    (first, *_rest) = (question.id for question in now(stage, play).poll.questions)
    for wave in ("before", "after"):
        for code in codes:
            stage.do(polling.type_sheet, play_id=play, wave=wave, code=code, answers={first: 5})
    shift = stage.ask(play_public, play_id=play, now=stage.time()).shifts[0].shift
    assert (shift.pairs, shift.change, shift.mean_before, shift.up) == (4, None, None, None)


def test_the_end_forgets_who_played_whom(stage: Room, world: World, play: str) -> None:
    stage.do(preparing.exclude_pair, play_id=play, pair=(world.people[0], world.people[1]))
    forward_to(stage, play, "negotiate", running.next_phase)
    stage.do(negotiating.propose, play_id=play, table=1, deal=DEAL)
    roles = [role for role, _name in now(stage, play).tables[0].roles]
    stage.do(negotiating.show_cards, play_id=play, table=1, cards=dict.fromkeys(roles, True))
    stage.do(running.end_play, play_id=play)
    shown = now(stage, play)
    assert (shown.state, shown.tables[0].roles, shown.tables[0].people) == (
        "ended", tuple((role, name) for role, name in shown.tables[1].roles), 8,
    )  # fmt: skip
    assert shown.tables[0].proposal is not None
    assert shown.tables[0].proposal.accepted is True
    assert stage.ask(who_is_who, play_id=play) == ()
    with stage.store.read() as session:
        assert not session.scalars(select(PlayerRow)).all()
        assert not session.scalars(select(ApartPair)).all()
    assert stage.refused(undo_last).code == "undo_final"
    assert is_final(running.end_play)
    for action in (running.next_phase, running.end_play, running.start_play):
        refusal = stage.refused(action, play_id=play)
        assert refusal.code == "play_state"
        assert "{" not in sentence(refusal)


def test_notes_quotes_and_suggestions(stage: Room, play: str) -> None:
    note = stage.do(running.add_play_note, play_id=play, kind="note", text="二桌卡在补偿", table=2)
    stage.do(running.add_play_note, play_id=play, kind="suggestion", text="先问一层", who="赵永康")
    assert [(line.kind, line.table, line.who) for line in now(stage, play).notes] == [
        ("note", 2, ""), ("suggestion", 0, "赵永康"),
    ]  # fmt: skip
    stage.do(running.strike_play_note, note_id=note)
    assert len(now(stage, play).notes) == 1
    assert stage.refused(running.add_play_note, play_id=play, kind="x", text="x").code == "play_note_kind"
    refusal = stage.refused(running.add_play_note, play_id=play, kind="note", text="x", table=9)
    assert refusal.code == "play_no_table"


def test_one_play_at_a_time_and_none_in_a_closed_meeting(stage: Room, world: World, play: str) -> None:
    assert stage.ask(running_play) == stage.ask(play_of_item, item_id=world.item) == play
    other = cast(stage, world)
    assert stage.refused(running.start_play, play_id=other).code == "play_other_running"
    assert stage.ask(play_of_item, item_id=world.item) == play
    stage.do(meeting_acts.close_meeting, meeting_id=world.meeting)
    assert stage.refused(running.next_phase, play_id=play).code == "play_state"
    assert stage.refused(running.add_play_note, play_id=play, kind="note", text="x").code == "meeting_state"


def test_after_a_crash_it_goes_on_at_the_same_second(stage: Room, play: str) -> None:
    forward_to(stage, play, "negotiate", running.next_phase)
    stage.do(negotiating.propose, play_id=play, table=2, deal=DEAL)
    stage.do(running.allow_table, play_id=play, table=2, by_ms=-30_000)
    stage.time.pass_by(187_000)
    before = now(stage, play)
    left = before.clock.remaining(stage.time())
    file = stage.store.file
    assert file is not None
    with quick_folder() as folder:  # what lies on the disk when the program is killed: the file and its log
        for part in file.parent.glob(file.name + "*"):
            (folder / part.name).write_bytes(part.read_bytes())
        again = Room(Store.open_file(folder / file.name, stage.time()), time=stage.time)
        assert again.ask(running_play) == play
        shown = now(again, play)
        again.close()
        again.store.close()
    assert (shown.phases, shown.tables, shown.clock) == (before.phases, before.tables, before.clock)
    assert abs(shown.clock.remaining(stage.time()) - left) < 1000


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, (tuple, list)):
        return [text for one in value for text in _strings(one)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in _strings(getattr(value, field.name))]
    return []


def test_the_public_side_holds_nothing_private(stage: Room, world: World, play: str) -> None:
    hidden = private_strings(library.shipped("lift").scenario)
    names = [f"居民{at:02}" for at in range(26)]
    while now(stage, play).at != len(now(stage, play).phases):
        shown = stage.ask(play_public, play_id=play, now=stage.time())
        text = "\n".join(_strings(shown))
        assert not [one for one in (*hidden, *names) if one in text]
        stage.do(running.next_phase, play_id=play)


def test_whatever_deal_is_keyed_in_the_cards_decide(stage: Room, play: str) -> None:
    scenario = library.shipped("lift").scenario
    chance = random.Random(3)
    every = product(*(choices_of(issue) for issue in scenario.issues))
    possible = [deal for deal in every if not broken(scenario, deal)]
    forward_to(stage, play, "negotiate", running.next_phase)
    for table, deal in enumerate(chance.sample(possible, 3), 1):
        stage.do(negotiating.propose, play_id=play, table=table, deal=deal)
        willing = set(now(stage, play).tables[table - 1].proposal.verdict.willing)  # type: ignore[union-attr]
        roles = [role for role, _name in now(stage, play).tables[table - 1].roles]
        cards = {role: role in willing for role in roles}
        stage.do(negotiating.show_cards, play_id=play, table=table, cards=cards)
        line = now(stage, play).tables[table - 1].proposal
        assert line is not None
        assert line.accepted == (len(willing) >= 6 and {"wu", "tang"} <= willing)


def test_every_step_has_a_name_in_the_journal() -> None:
    modules = (running, negotiating, polling, preparing)
    verbs = [
        name
        for module in modules
        for name, one in vars(module).items()
        if callable(one) and getattr(one, "__module__", "") == module.__name__ and not name.startswith("_")
    ]
    known = {name for name in verbs if name not in ("Taking", "known_answers", "new_player")}
    assert known <= set(VERBS)
    assert json.dumps(sorted(known))
