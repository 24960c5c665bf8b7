"""Preparing and casting: legal tables, seats by hand, observers, and no trace of who plays whom."""

import json
from collections import Counter
from dataclasses import replace

import pytest
from sqlalchemy import select

from meeting_app.actions.desk import is_final
from meeting_app.actions.roleplay import casting, preparing, running
from meeting_app.actions.roleplay.casting import Place
from meeting_app.actions.roleplay.preparing import Taking
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.roleplay.casting import CastingView, casting_view, play_list, who_is_who
from meeting_app.storage.tables import ChangeRow, JournalRow, PlayerRow, UndoImage
from meeting_app.wording.labels import VERBS
from meeting_app.wording.refusals import sentence
from meeting_app.wording.roleplay import reason_sentence
from tests.roleplay.playing import World, cast, now, open_meeting, prepared, turning
from tests.storage.desks import Room


def view(room: Room, play: str) -> CastingView:
    """The page of casting."""
    found = room.ask(casting_view, play_id=play)
    assert found is not None
    return found


def places(room: Room, play: str) -> dict[str, tuple[int, str]]:
    """Table and role of everybody, as of now."""
    return {seat.person_id: (seat.table, seat.role) for seat in room.ask(who_is_who, play_id=play)}


def test_everybody_gets_a_seat_against_type_with_reasons(stage: Room, world: World) -> None:
    play = cast(stage, world)
    shown = view(stage, play)
    assert (shown.play.state, shown.play.people, shown.tables, shown.seed) == ("cast", 24, (1, 2, 3), 4711)
    assert shown.sizes == tuple(len(shown.table(at)) for at in shown.tables)
    assert all(one.role_name and one.reasons for one in shown.players)
    words = {reason_sentence(shown.scenario, reason) for one in shown.players for reason in one.reasons}
    assert words
    assert not any("{" in one for one in words)
    assert not any(one.breach for one in shown.players)
    assert [(line.id, line.meeting, line.item) for line in stage.ask(play_list)] == [
        (play, "电梯专题会", "换位体验")
    ]


def test_the_same_seed_gives_the_same_cast_and_another_one_another(stage: Room, world: World) -> None:
    play = cast(stage, world)
    first = places(stage, play)
    assert stage.do(casting.cast_play, play_id=play) != 4711
    other = places(stage, play)
    assert stage.do(casting.cast_play, play_id=play, seed=4711) == 4711
    assert places(stage, play) == first != other
    assert stage.refused(casting.cast_play, play_id=play, seed=-1).code == "play_seed"


def test_pairs_are_kept_apart(stage: Room, world: World) -> None:
    play = cast(stage, world)
    seats = places(stage, play)
    pair = next(
        (one, other) for one in seats for other in seats if one < other and seats[one][0] == seats[other][0]
    )
    stage.do(preparing.exclude_pair, play_id=play, pair=pair)
    assert view(stage, play).together == (pair,), "the cast as it stands says so"
    stage.do(casting.cast_play, play_id=play, seed=4711)
    assert view(stage, play).together == ()
    stage.do(preparing.allow_pair, play_id=play, pair=(pair[1], pair[0]))
    assert view(stage, play).apart == ()
    assert stage.refused(preparing.exclude_pair, play_id=play, pair=(pair[0],) * 2).code == "play_pair_same"


def test_seats_are_changed_by_hand_and_stay(stage: Room, world: World) -> None:
    play = cast(stage, world)
    before = places(stage, play)
    one, other = (next(p for p, at in before.items() if at[0] == table) for table in (1, 2))
    stage.do(casting.exchange_players, play_id=play, pair=(one, other), reason="熟人")
    after = places(stage, play)
    assert (after[one], after[other]) == (before[other], before[one])
    stage.do(casting.cast_play, play_id=play)
    assert (places(stage, play)[one], places(stage, play)[other]) == (before[other], before[one])
    held = {line.person_id: line for line in view(stage, play).players}
    assert (held[one].by_hand, held[one].reason, held[one].reasons[0].code) == (True, "熟人", "by_hand")


def test_nobody_is_taken_from_a_role_that_the_table_needs(stage: Room, world: World) -> None:
    play = cast(stage, world)
    seats = places(stage, play)
    needed = next(person for person, at in seats.items() if at == (1, "wu"))
    refusal = stage.refused(casting.seat_player, play_id=play, person=needed, place=Place(2, "wu"))
    assert refusal.code == "cast_role_needed"
    assert "吴阿婆" in sentence(refusal)
    spare = next(person for person, at in seats.items() if at == (1, "fang"))
    stage.do(casting.seat_player, play_id=play, person=spare, place=Place(2, "fang"))
    assert places(stage, play)[spare] == (2, "fang"), "two play one role as a team"
    for place in (Place(9, "wu"), Place(1, "nobody")):
        assert (
            stage.refused(casting.seat_player, play_id=play, person=spare, place=place).code
            == "cast_no_such_seat"
        )


def test_a_role_is_drawn_again_once(stage: Room, world: World) -> None:
    play = cast(stage, world)
    person, (_table, role) = next(iter(places(stage, play).items()))
    stage.do(casting.redraw_player, play_id=play, person=person)
    assert places(stage, play)[person][1] != role
    assert stage.refused(casting.redraw_player, play_id=play, person=person).code == "cast_redrawn"
    assert Counter(at[1] for at in places(stage, play).values())["wu"] == 3


def test_anyone_may_watch(stage: Room, world: World) -> None:
    play = cast(stage, world)
    person = next(person for person, at in places(stage, play).items() if at == (1, "tang"))
    stage.do(casting.let_watch, play_id=play, person=person)
    seats = places(stage, play)
    assert seats[person][1] == "watcher"
    assert Counter(at[1] for at in seats.values())["tang"] == 3, "every table still has the role"
    stage.do(casting.let_watch, play_id=play, person=person)
    assert places(stage, play) == seats


def test_who_comes_or_goes_before_the_play_voids_the_cast(stage: Room, world: World) -> None:
    play = cast(stage, world)
    stage.do(preparing.set_players, play_id=play, players=world.taking(24))
    assert view(stage, play).play.state == "cast", "the same people with the same answers change nothing"
    stage.do(preparing.set_players, play_id=play, players=world.taking(22))
    shown = view(stage, play)
    assert (shown.play.state, shown.play.people, shown.tables) == ("prepared", 22, ())
    stage.do(preparing.set_players, play_id=play, players=world.taking(3))
    assert view(stage, play).sizes == ()
    assert stage.refused(casting.cast_play, play_id=play).code == "roleplay_no_tables"


def test_two_changes_of_one_picture_do_not_take_each_other_back(stage: Room, world: World) -> None:
    play, seen = prepared(stage, world), world.taking(9)
    stage.do(preparing.set_players, play_id=play, players=seen)
    first, second, new = seen[0], seen[1], Taking(world.people[9])
    changes = (
        [replace(first, watches=True), *seen[1:]],
        [replace(first, reading_help=True, attributes={**first.attributes, "storey": "high"}), *seen[1:]],
        [first, *seen[2:]],
        [*seen, new],
        [first, replace(second, watches=True), *seen[2:]],  # who has left meanwhile stays away
    )
    for players in changes:
        stage.do(preparing.set_players, play_id=play, players=players, seen=seen)
    shown = {one.person_id: one for one in view(stage, play).players}
    assert shown.keys() == {one.person_id for one in seen} - {second.person_id} | {new.person_id}
    both = shown[first.person_id]
    assert (both.watches, both.reading_help) == (True, True)
    assert dict(both.attributes) == {**first.attributes, "storey": "high"}


def test_what_cannot_be_prepared_is_refused(stage: Room, world: World) -> None:
    play = prepared(stage, world)
    wrong = [Taking(world.people[0], {"storey": "cellar"})]
    assert stage.refused(preparing.set_players, play_id=play, players=wrong).code == "play_attribute"
    assert stage.refused(preparing.set_play_length, play_id=play, minutes=5).code == "play_no_plan"
    assert stage.refused(preparing.prepare_play, source="shipped:lift", minutes=1).code == "play_no_plan"
    for action in (casting.redraw_player, casting.let_watch):
        refusal = stage.refused(action, play_id=play, person="nobody")
        assert refusal.code in ("play_state", "play_no_player")
        assert "{" not in sentence(refusal)
    stage.do(preparing.set_play_length, play_id=play, minutes=60)
    stage.do(preparing.move_play, play_id=play, item_id=None)
    assert (view(stage, play).play.minutes, view(stage, play).play.item) == (60, "")
    stage.do(preparing.drop_play, play_id=play)
    assert stage.ask(casting_view, play_id=play) is None


def test_seats_turn_with_the_phases_and_hands_still_reach_them(stage: Room, world: World) -> None:
    from meeting_app.actions.roleplay.scenarios import import_scenario

    open_meeting(stage, world)
    play = cast(stage, world, source=stage.do(import_scenario, data=turning()))
    first = places(stage, play)
    stage.do(running.start_play, play_id=play)
    while now(stage, play).phase.id != "negotiate":  # type: ignore[union-attr]
        assert places(stage, play) == first
        stage.do(running.next_phase, play_id=play)
    turned = places(stage, play)
    wu = next(person for person, at in first.items() if at == (1, "wu"))
    zhao = next(person for person, at in first.items() if at == (1, "zhao"))
    assert (turned[wu], turned[zhao]) == ((2, "tang"), (1, "zhao"))
    stage.do(casting.exchange_players, play_id=play, pair=(wu, zhao))
    swapped = places(stage, play)
    assert (swapped[wu], swapped[zhao]) == ((1, "zhao"), (2, "tang"))
    stage.do(casting.let_watch, play_id=play, person=wu)
    assert places(stage, play)[wu] == (1, "watcher")
    stage.do(casting.seat_player, play_id=play, person=wu, place=Place(3, "lin"))
    assert places(stage, play)[wu] == (3, "lin")
    late = Taking(world.people[25], {"age": "old"})
    stage.do(casting.join_play, play_id=play, taking=late, place=Place(2))
    assert places(stage, play)[world.people[25]] == (2, "watcher")
    stage.do(casting.leave_play, play_id=play, person=world.people[25])
    stage.do(running.previous_phase, play_id=play)
    back = places(stage, play)
    untouched = [person for person in first if person not in (wu, zhao)]
    assert [back[person] for person in untouched] == [first[person] for person in untouched]


def test_no_trace_of_who_plays_whom(stage: Room, world: World) -> None:
    play = prepared(stage, world)
    pair = (world.people[0], world.people[1])
    with stage.store.read() as session:
        begin = session.scalars(select(JournalRow.number).order_by(JournalRow.number.desc())).first() or 0
    stage.do(preparing.exclude_pair, play_id=play, pair=pair)
    stage.do(casting.cast_play, play_id=play, seed=4711)
    stage.do(casting.exchange_players, play_id=play, pair=pair, reason="熟人")
    stage.do(casting.redraw_player, play_id=play, person=world.people[2])
    with stage.store.read() as session:
        journal = [
            row.arguments for row in session.scalars(select(JournalRow).where(JournalRow.number > begin))
        ]
        images = [row.before for row in session.scalars(select(UndoImage))]
        feed = [row.rows for row in session.scalars(select(ChangeRow).where(ChangeRow.number > begin))]
        players = {row.id for row in session.scalars(select(PlayerRow))}
    told = "".join(journal + images + feed)
    assert not any(person in told for person in world.people[:24])
    assert "熟人" not in told
    assert not any(set(json.loads(text)) - {"play_id", "seed", "mode"} for text in journal)
    assert players
    hidden = (
        casting.cast_play, casting.exchange_players, casting.seat_player, casting.redraw_player,
        casting.let_watch, casting.join_play, casting.leave_play, preparing.set_players,
        preparing.exclude_pair, preparing.allow_pair, preparing.drop_play,
    )  # fmt: skip
    assert all(is_final(action) and action.__name__ in VERBS for action in hidden)


def test_a_person_who_is_not_there_is_refused(stage: Room, world: World) -> None:
    play = cast(stage, world)
    with pytest.raises(Refusal, match="play_no_player"):
        stage.do(casting.exchange_players, play_id=play, pair=(world.people[0], "nobody"))
    again = Taking(world.people[0])
    assert stage.refused(casting.join_play, play_id=play, taking=again, place=Place(1)).code == (
        "play_has_player"
    )
