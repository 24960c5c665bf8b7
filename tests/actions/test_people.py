"""The roster: owners, capacities, imports, merging and forgetting."""

from typing import Any

from sqlalchemy import select

from meeting_app.actions import attendance, community, floor, meetings, people, running, topics
from meeting_app.actions.people import RosterLine
from meeting_app.actions.undo import undo_last
from meeting_app.queries.people import person_card
from meeting_app.storage.base import Record
from meeting_app.storage.tables import (
    Body,
    Capacity,
    Community,
    Invitee,
    Meeting,
    Ownership,
    Person,
    Residence,
    Speech,
    Stay,
    Support,
    Unit,
)
from tests.actions.hall import EVENING, Hall, begin
from tests.storage.desks import Room


def rows(room: Room, kind: type[Record], *conditions: Any) -> list[Any]:
    """The rows of a kind."""
    with room.store.read() as session:
        return list(session.scalars(select(kind).where(*conditions)))


def line(name: str, room_number: str = "101", **other: Any) -> RosterLine:
    """A row of a roster."""
    usual: dict[str, Any] = {
        "building": "3号楼", "stairway": 1, "storey": 1, "area_c": 8_000, "relation": "owner", "phone": "",
        "birth_year": None, "share": (1, 1),
    }  # fmt: skip
    return RosterLine(name=name, room=room_number, **{**usual, **other})


def test_a_person_can_be_found_by_pinyin_and_has_a_badge(room: Room) -> None:
    person = rows(room, Person, Person.id == room.do(people.add_person, name="欧阳 修"))[0]
    assert (person.initials, person.pinyin) == ("oyx", "ouyangxiu")
    assert len(person.badge) == 6
    assert person.number == 11


def test_owners_of_a_unit_from_today(room: Room, hall: Hall) -> None:
    room.do(people.import_roster, rows=[line("孙一")])
    unit = rows(room, Unit)[0].id
    shares = [(hall.people[0], 1, 2), (hall.people[1], 1, 2)]
    room.do(people.set_owners, unit_id=unit, owners=shares)
    now = rows(room, Ownership, Ownership.until.is_(None))
    assert {row.person_id for row in now} == set(hall.people[:2])
    assert len(rows(room, Ownership)) == 3
    for wrong in ([(hall.people[0], 1, 2)], [(hall.people[0], 1, 0)], [(hall.people[0], -1, 1)]):
        assert room.refused(people.set_owners, unit_id=unit, owners=wrong).code == "shares_not_one"
    room.do(people.set_owners, unit_id=unit, owners=())
    assert rows(room, Unit)[0].state == "unsold"


def test_an_import_adds_and_amends(room: Room) -> None:
    first = room.do(people.import_roster, rows=[line("孙一"), line("孙二", share=None, relation="family")])
    assert (first.added, first.changed, first.units) == (2, 0, 1)
    known = {person.name: person.id for person in rows(room, Person)}
    again = [
        line("孙一", person_id=known["孙一"], phone="139", area_c=8_100),
        line("孙二", "102", person_id=known["孙二"], birth_year=1980),
        line("孙三", "103", building="4号楼", stairway=5, storey=9, share=None),
    ]
    second = room.do(people.import_roster, rows=again)
    assert (second.added, second.changed, second.units) == (1, 2, 2)
    units = {unit.room: unit for unit in rows(room, Unit)}
    assert units["101"].area_c == 8_100
    assert (units["102"].state, units["103"].state) == ("sold", "sold")  # only the list can say unsold
    assert len(rows(room, Residence, Residence.person_id == known["孙一"])) == 1
    assert len(rows(room, Ownership, Ownership.person_id == known["孙一"])) == 1
    person = rows(room, Person, Person.id == known["孙一"])[0]
    assert person.phone == "139"
    room.do(undo_last)
    assert len(rows(room, Unit)) == 1


def test_capacities_begin_and_end(room: Room, hall: Hall) -> None:
    body = room.do(community.add_body, kind="social", name="助老社", duties="送餐")
    held = room.do(people.give_capacity, person_id=hall.guest, capacity="secretary", body_id=body)
    room.do(people.end_capacity, capacity_id=held)
    ended = rows(room, Capacity, Capacity.id == held)[0].until
    assert ended is not None
    room.time.pass_by(3 * 86_400_000)
    room.do(people.end_capacity, capacity_id=held)
    assert rows(room, Capacity, Capacity.id == held)[0].until == ended
    room.do(community.edit_body, body_id=body, name="助老服务社", duties="", contact="1")
    assert rows(room, Body, Body.id == body)[0].name == "助老服务社"
    room.do(community.edit_community, phone="0571-1")
    assert rows(room, Community)[0].phone == "0571-1"


def test_a_forgotten_person_is_blank_and_not_called_again(room: Room, hall: Hall) -> None:
    gone = hall.people[0]
    room.do(people.forget_person, person_id=gone)
    card = room.ask(person_card, person_id=gone)
    assert card is not None
    assert (card.name, card.phone, card.forgotten) == ("", "", True)
    assert all(capacity.until is not None for capacity in card.capacities)
    room.do(people.import_roster, rows=[line("孙一")])
    owner = rows(room, Person, Person.name == "孙一")[0].id
    room.do(people.forget_person, person_id=owner)
    meeting = room.do(
        meetings.draft_meeting, kind="owners_meeting", title="业主大会", place="院里", starts_at=EVENING
    )
    assert rows(room, Invitee, Invitee.meeting_id == meeting) == []


def test_merging_moves_everything_and_counts_nothing_twice(room: Room, hall: Hall) -> None:
    keep, gone = hall.people[0], hall.people[1]
    room.do(people.import_roster, rows=[line("孙一", person_id=keep), line("孙一", "102", person_id=gone)])
    unit = {unit.room: unit.id for unit in rows(room, Unit)}
    room.do(people.set_owners, unit_id=unit["102"], owners=[(keep, 1, 3), (gone, 2, 3)])
    for person in (keep, gone):
        room.do(topics.support_topic, topic_id=hall.topic, person_id=person)
    room.do(meetings.name_officers, meeting_id=hall.meeting, teller1_id=keep, teller2_id=gone)
    begin(room, hall, hall.discussion)
    for person in (gone, keep):
        room.do(floor.ask_to_speak, item_id=hall.discussion, person_id=person)
    room.do(floor.call_next, item_id=hall.discussion)
    proposed = room.do(topics.add_topic, title="x", proposer_id=gone)
    room.do(people.edit_person, person_id=gone, name="王桂兰", phone="139", birth_year=1950)
    room.do(people.merge_people, keep_id=keep, gone_id=gone)

    mine = rows(room, Person, Person.id.in_((keep, gone)))
    assert {person.id: person.merged_into for person in mine} == {keep: None, gone: keep}
    assert next(person.phone for person in mine if person.id == keep) == "139"
    assert len(rows(room, Support, Support.person_id == keep)) == 1
    assert len(rows(room, Invitee, Invitee.person_id == keep)) == 1
    assert len(rows(room, Capacity, Capacity.person_id == keep)) == 1
    assert len(rows(room, Stay, Stay.person_id == keep)) == 1
    shares = rows(room, Ownership, Ownership.unit_id == unit["102"], Ownership.until.is_(None))
    assert [(row.person_id, row.share) for row in shares] == [(keep, 1)]
    assert {s.state for s in rows(room, Speech, Speech.person_id == keep)} == {"speaking", "withdrawn"}
    officers = rows(room, Meeting, Meeting.id == hall.meeting)[0]
    assert (officers.teller1_id, officers.teller2_id) == (keep, None)
    for kind in (Residence, Ownership, Capacity, Invitee, Stay, Speech, Support):
        assert rows(room, kind, kind.person_id == gone) == []
    from meeting_app.storage.tables import Topic

    assert rows(room, Topic, Topic.id == proposed)[0].proposer_id == keep
    room.do(undo_last)
    assert len(rows(room, Support, Support.person_id == gone)) == 1


def test_of_two_invitations_the_one_with_a_vote_stays(room: Room, hall: Hall) -> None:
    keep = room.do(people.add_person, name="王桂兰")
    room.do(meetings.invite, meeting_id=hall.meeting, person_ids=(keep,))
    room.do(people.merge_people, keep_id=keep, gone_id=hall.people[0])
    assert [row.votes for row in rows(room, Invitee, Invitee.person_id == keep)] == [True]


def test_the_badge_of_a_merged_record_opens_the_door(room: Room, hall: Hall) -> None:
    badge = rows(room, Person, Person.id == hall.guest)[0].badge
    keep = room.do(people.add_person, name="何平")
    room.do(people.merge_people, keep_id=keep, gone_id=hall.guest)
    came = room.do(attendance.check_in_badge, meeting_id=hall.meeting, code=f"YST*{badge}")
    assert (came.person_id, came.votes, came.again) == (keep, False, False)
    room.do(attendance.check_out, meeting_id=hall.meeting, person_id=keep)
    assert room.do(attendance.check_in, meeting_id=hall.meeting, person_id=keep).again


def test_items_left_out_are_passed_over(room: Room, hall: Hall) -> None:
    room.do(running.skip_item, item_id=hall.items[0])
    room.do(running.skip_item, item_id=hall.items[2])
    room.do(running.open_meeting, meeting_id=hall.meeting)
    assert room.do(running.next_item, meeting_id=hall.meeting) == hall.items[3]
    assert room.do(running.previous_item, meeting_id=hall.meeting) == hall.items[1]
