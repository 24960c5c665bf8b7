"""When a meeting, a record or a person goes, what a play keeps of people goes with it or stays right."""

import pytest
from sqlalchemy import select

from meeting_app.actions import meetings, people
from meeting_app.actions import running as meeting_acts
from meeting_app.actions.roleplay import casting, preparing, running
from meeting_app.actions.undo import undo_last
from meeting_app.domain.agenda import ItemKind
from meeting_app.queries.roleplay.annexes import roleplay_annexes
from meeting_app.queries.roleplay.casting import who_is_who
from meeting_app.storage.tables import ApartPair, PlayerRow, PlayRow
from meeting_app.wording.refusals import sentence
from tests.actions.hall import EVENING
from tests.roleplay.playing import World, cast, forward_to, now, open_meeting
from tests.storage.desks import Room


def players(stage: Room, play: str) -> dict[str, PlayerRow]:
    """The rows of the players by person."""
    with stage.store.read() as session:
        rows = session.scalars(select(PlayerRow).where(PlayerRow.play_id == play))
        return {row.person_id: row for row in rows}


def pairs(stage: Room) -> int:
    """How many pairs are kept apart."""
    with stage.store.read() as session:
        return len(session.scalars(select(ApartPair)).all())


def home(stage: Room, play: str) -> tuple[str, str | None, str | None]:
    """A play's state and where it belongs."""
    with stage.store.read() as session:
        row = session.get_one(PlayRow, play)
        return row.state, row.meeting_id, row.item_id


def test_a_play_ends_with_its_meeting_and_forgets(stage: Room, world: World) -> None:
    open_meeting(stage, world)
    play = cast(stage, world)
    stage.do(preparing.exclude_pair, play_id=play, pair=(world.people[0], world.people[1]))
    stage.do(running.start_play, play_id=play)
    forward_to(stage, play, "negotiate", running.next_phase)
    stage.do(meeting_acts.close_meeting, meeting_id=world.meeting)
    assert home(stage, play) == ("ended", world.meeting, world.item)
    assert players(stage, play) == {}
    assert pairs(stage) == 0
    assert stage.ask(who_is_who, play_id=play) == ()
    annexes = stage.ask(roleplay_annexes, meeting_id=world.meeting, numbers={world.item: 1})
    assert [(annex.people, annex.tables != ()) for annex in annexes] == [(24, True)]


@pytest.mark.parametrize("way", ["closed", "cancelled"])
def test_a_play_that_did_not_begin_can_be_held_elsewhere(stage: Room, world: World, way: str) -> None:
    play = cast(stage, world)
    if way == "closed":
        open_meeting(stage, world)
        stage.do(meeting_acts.close_meeting, meeting_id=world.meeting)
    else:
        stage.do(meetings.cancel_meeting, meeting_id=world.meeting)
    assert home(stage, play) == ("cast", None, None)
    assert len(players(stage, play)) == 24
    other = stage.do(
        meetings.draft_meeting, kind="topic_consultation", title="再来一次", place="二楼", starts_at=EVENING
    )
    item = stage.do(meetings.add_item, meeting_id=other, kind=ItemKind.ROLE_PLAY, title="体验", minutes=75)
    stage.do(preparing.move_play, play_id=play, item_id=item)
    stage.do(running.start_play, play_id=play)
    assert home(stage, play) == ("running", other, item)


def test_a_meeting_called_off_by_mistake_has_its_play_again(stage: Room, world: World) -> None:
    play = cast(stage, world)
    stage.do(meetings.cancel_meeting, meeting_id=world.meeting)
    stage.do(undo_last)
    assert home(stage, play) == ("cast", world.meeting, world.item)


def test_a_player_s_record_is_merged_when_the_play_is_over(stage: Room, world: World) -> None:
    play = cast(stage, world, 22)
    first, apart, free = world.people[0], world.people[22], world.people[25]
    stage.do(preparing.exclude_pair, play_id=play, pair=(world.people[1], apart))
    for gone in (first, apart):
        refusal = stage.refused(people.merge_people, keep_id=free, gone_id=gone)
        assert refusal.code == "merge_in_play"
        assert f"居民{world.people.index(gone):02}" in sentence(refusal)
    stage.do(running.start_play, play_id=play)
    assert stage.refused(people.merge_people, keep_id=free, gone_id=first).code == "merge_in_play"
    stage.do(running.end_play, play_id=play)
    stage.do(people.merge_people, keep_id=free, gone_id=first)


def test_a_record_is_merged_into_a_player_s(stage: Room, world: World) -> None:
    play = cast(stage, world, 22)
    before = players(stage, play).keys()
    stage.do(people.merge_people, keep_id=world.people[0], gone_id=world.people[25])
    assert players(stage, play).keys() == before
    stage.do(undo_last)


def test_somebody_forgotten_leaves_a_play_to_come(stage: Room, world: World) -> None:
    play = cast(stage, world)
    stage.do(preparing.exclude_pair, play_id=play, pair=(world.people[0], world.people[1]))
    stage.do(people.forget_person, person_id=world.people[0])
    assert world.people[0] not in players(stage, play)
    assert pairs(stage) == 0
    assert home(stage, play)[0] == "prepared"
    stage.do(casting.cast_play, play_id=play, seed=1)
    assert len([seat for seat in players(stage, play).values() if seat.role]) == 23


def test_of_somebody_forgotten_a_running_play_keeps_the_seat_alone(stage: Room, world: World) -> None:
    play = cast(stage, world)
    gone = world.people[0]
    stage.do(preparing.exclude_pair, play_id=play, pair=(world.people[0], world.people[1]))
    stage.do(running.start_play, play_id=play)
    role = players(stage, play)[gone].role
    stage.do(people.forget_person, person_id=gone)
    seat = players(stage, play)[gone]
    assert (seat.role, seat.attributes, seat.age_band, seat.reason) == (role, "{}", "", "")
    assert pairs(stage) == 0
    assert now(stage, play).state == "running"
