"""The quorum of owners by voices and by area, and opening without it."""

from meeting_app.actions import attendance, notes, people, running
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.live import check_in_view, live_view
from meeting_app.queries.quorum import quorum_at, quorum_of
from meeting_app.storage.tables import Meeting, Unit
from meeting_app.storage.work import Work
from meeting_app.wording import refusals
from tests.people.street import Street


def arrive(street: Street, meeting: str, *names: str) -> None:
    for name in names:
        street.room.do(attendance.check_in, meeting_id=meeting, person_id=street.people[name])


def test_one_voice_for_joint_owners_and_for_two_flats_and_no_area_for_parking(street: Street) -> None:
    room, meeting = street.room, street.meeting("owners_meeting")
    arrive(street, meeting, "张二", "李二", "王三")
    quorum = room.ask(quorum_of, meeting_id=meeting)
    assert quorum is not None
    assert quorum.area is not None
    assert (quorum.eligible, quorum.present, quorum.needed, quorum.short_by) == (5, 2, 4, 2)
    area = quorum.area
    assert (area.here_c, area.whole_c, area.needed_c, area.short_c) == (24_000, 54_000, 36_000, 12_000)
    arrive(street, meeting, "张一")
    arrive(street, meeting, "赵四")
    quorum = room.ask(quorum_of, meeting_id=meeting)
    assert quorum is not None
    assert quorum.holds
    view = room.ask(live_view, meeting_id=meeting, now=room.time())
    assert view is not None
    assert view.next_step.enabled


def test_the_developer_counts_once_and_by_whoever_speaks_for_it(street: Street) -> None:
    room, meeting = street.room, street.meeting("owners_meeting")
    room.do(people.give_capacity, person_id=street.people["赵小四"], capacity="developer")
    arrive(street, meeting, "赵小四")
    quorum = room.ask(quorum_of, meeting_id=meeting)
    assert quorum is not None
    assert quorum.area is not None
    assert (quorum.present, quorum.area.here_c) == (1, 12_000)


def test_the_owner_whom_the_others_named_is_the_voice(street: Street) -> None:
    room, meeting = street.room, street.meeting("owners_meeting")
    with room.store.read() as session:
        unit = session.query(Unit).filter_by(room="102").one().id
    room.do(people.name_voter, unit_id=unit, person_id=street.people["张二"])
    arrive(street, meeting, "李二")
    quorum = room.ask(quorum_of, meeting_id=meeting)
    assert quorum is not None
    assert quorum.present == 0
    assert (
        room.refused(people.name_voter, unit_id=unit, person_id=street.people["赵四"]).code == "not_an_owner"
    )


def test_enough_people_but_not_enough_area_is_said_and_opens_only_with_a_reason(street: Street) -> None:
    room, meeting = street.room, street.meeting("owners_meeting")
    with room.store.read() as session:
        large = session.query(Unit).filter_by(room="302").one().id
    room.do(people.edit_unit, unit_id=large, area_c=90_000, state="unsold", purpose="home")
    arrive(street, meeting, "张一", "张二", "王三", "赵四")
    refusal = room.refused(running.open_meeting, meeting_id=meeting)
    assert refusal.code == "no_quorum_area"
    assert "420.00 m² of 880.00 m²: 460.00 m² short" in refusals.sentence(refusal)
    room.do(running.open_meeting, meeting_id=meeting, short_reason="先通报情况，不表决。")
    view = room.ask(live_view, meeting_id=meeting, now=room.time())
    assert view is not None
    assert view.opened_short == "先通报情况，不表决。"


def test_the_quorum_of_an_instant_that_is_over(street: Street) -> None:
    room, meeting = street.room, street.meeting("residents_assembly")
    arrive(street, meeting, "张一")
    first = room.time.wall_ms
    room.time.pass_by(60_000)
    arrive(street, meeting, "王三")
    room.do(attendance.check_out, meeting_id=meeting, person_id=street.people["张一"])
    counts = [
        room.ask(quorum_at, meeting_id=meeting, at_ms=at) for at in (first - 1, first, room.time.wall_ms)
    ]
    assert [count.present if count else None for count in counts] == [0, 1, 1]
    assert room.ask(quorum_at, meeting_id="nobody", at_ms=1) is None
    desk = room.ask(check_in_view, meeting_id=meeting)
    assert desk is not None
    assert desk.quorum == room.ask(quorum_of, meeting_id=meeting)


def test_a_kind_that_is_gone_keeps_the_quorum_of_its_rule(street: Street) -> None:
    room, meeting = street.room, street.meeting("residents_assembly")

    def lose_kind(work: Work) -> None:
        work.get(Meeting, meeting).kind = "own-gone"

    room.do(lose_kind)
    quorum = room.ask(quorum_of, meeting_id=meeting)
    assert quorum is not None
    assert (quorum.numerator, quorum.denominator, quorum.strict) == (1, 2, True)
    assert quorum.law == "城市居民委员会组织法"
    assert isinstance(room.refused(notes.add_note, meeting_id=meeting, kind="note", text=""), Refusal)
