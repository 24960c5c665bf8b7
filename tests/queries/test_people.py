"""Finding people however they are named, and the roster as it is shown."""

import pytest

from meeting_app.actions import attendance, community, meetings, people
from meeting_app.actions.people import RosterLine
from meeting_app.queries.people import (
    bodies,
    buildings,
    find_people,
    known_people,
    person_card,
    roster,
)
from tests.actions.hall import Hall
from tests.storage.desks import Room


def line(name: str, building: str, stairway: int, number: str, **other: object) -> RosterLine:
    """A row of the roster."""
    share = other.get("share", (1, 1))
    assert share is None or isinstance(share, tuple)
    relation = "owner" if share else "tenant"
    return RosterLine(
        name, building, stairway, int(number[0]), number, 8_765, relation, "0571-1", 1960, share
    )


LINES = (
    line("欧阳春花", "3号楼", 1, "501"),
    line("钱多多", "3号楼", 2, "501"),
    line("钱有余", "13号楼", 1, "301", share=None),
)


@pytest.fixture
def houses(room: Room) -> None:
    """Three people in two houses."""
    room.do(people.import_roster, rows=LINES)


@pytest.fixture(scope="module")
def street(calm_room: Room) -> Room:
    """The same three people, for tests that only look."""
    calm_room.do(people.import_roster, rows=LINES)
    return calm_room


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("欧阳春花", ["欧阳春花"]),
        ("春花", ["欧阳春花"]),
        ("钱", ["钱多多", "钱有余"]),
        ("oych", ["欧阳春花"]),
        ("OYCH", ["欧阳春花"]),
        ("ｏｙｃｈ", ["欧阳春花"]),
        ("ouyang", ["欧阳春花"]),
        ("qd", ["钱多多"]),
        ("501", ["欧阳春花", "钱多多"]),
        ("3-501", ["欧阳春花", "钱多多"]),
        ("3-2-501", ["钱多多"]),
        ("３－２－５０１", ["钱多多"]),
        ("3号楼2单元501室", ["钱多多"]),
        ("13-301", ["钱有余"]),
        ("3-301", []),
        ("11", ["欧阳春花"]),
        ("²", ["李建国"]),
        ("3幢2单元501", ["钱多多"]),
        ("99999999999999999999", []),
        ("3-99999999999999999999-1", []),
        ("3-2-", []),
        ("%", []),
        ("", []),
        ("   ", []),
        ("没有的人", []),
        ("1-2-3-4", []),
    ],
)
def test_found(street: Room, text: str, names: list[str]) -> None:
    assert [hit.name for hit in street.ask(find_people, text=text)] == names


@pytest.mark.usefixtures("houses")
def test_found_by_the_badge(room: Room) -> None:
    hit = room.ask(find_people, text="钱多多")[0]
    for typed in (hit.badge, f"YST*{hit.badge}", hit.badge.lower()):
        assert room.ask(find_people, text=typed)[0].person_id == hit.person_id
    assert (hit.place.building, hit.place.stairway, hit.place.room) == ("3号楼", 2, "501")


def test_the_invited_come_first_with_how_they_stand(room: Room, hall: Hall) -> None:
    stranger = room.do(people.add_person, name="王阿姨")
    room.do(attendance.check_out, meeting_id=hall.meeting, person_id=hall.people[0])
    hits = room.ask(find_people, text="王", meeting_id=hall.meeting)
    assert [(hit.name, hit.state, hit.votes) for hit in hits] == [
        ("王桂兰", "left", True),
        ("王阿姨", "not_invited", False),
    ]
    assert hits[1].person_id == stranger
    present = room.ask(find_people, text="李建国", meeting_id=hall.meeting)[0]
    absent = room.ask(find_people, text="吴敏", meeting_id=hall.meeting)[0]
    assert (present.state, absent.state) == ("present", "absent")
    assert present.came_at is not None
    assert absent.came_at is None


def test_strangers_never_crowd_out_the_invited(room: Room, hall: Hall) -> None:
    for number in range(5):
        room.do(people.add_person, name=f"王{number}阿姨")
    last = room.do(people.add_person, name="王末")
    room.do(meetings.invite, meeting_id=hall.meeting, person_ids=(last,))
    names = [hit.name for hit in room.ask(find_people, text="王", meeting_id=hall.meeting, limit=2)]
    assert names == ["王桂兰", "王末"]


def test_who_is_gone_is_not_found(room: Room, hall: Hall) -> None:
    room.do(people.merge_people, keep_id=hall.people[0], gone_id=hall.people[1])
    room.do(people.forget_person, person_id=hall.people[2])
    assert room.ask(find_people, text="李建国") == ()
    assert room.ask(find_people, text="张秀英") == ()


def test_a_limit_is_kept(room: Room) -> None:
    for _number in range(5):
        room.do(people.add_person, name="郑和")
    assert len(room.ask(find_people, text="郑", limit=3)) == 3


@pytest.mark.usefixtures("houses")
def test_the_roster_by_houses(room: Room) -> None:
    houses = room.ask(buildings)
    assert [(house.name, house.units, house.people) for house in houses] == [
        ("3号楼", 2, 2),
        ("13号楼", 1, 1),
    ]
    page = room.ask(roster)
    assert [row.name for row in page.rows] == ["欧阳春花", "钱多多", "钱有余"]
    assert page.total == 3
    assert (page.rows[0].area_c, page.rows[0].relation, page.rows[0].birth_year) == (8_765, "owner", 1960)
    assert [row.name for row in room.ask(roster, building_id=houses[1].id).rows] == ["钱有余"]
    assert [row.name for row in room.ask(roster, text="钱").rows] == ["钱多多", "钱有余"]
    second = room.ask(roster, limit=1, offset=1)
    assert ([row.name for row in second.rows], second.total) == (["钱多多"], 3)
    known = {row.name: row.unit_key for row in room.ask(known_people)}
    assert known["钱多多"] == ("3号楼", 2, "501")


@pytest.mark.usefixtures("houses")
def test_a_card(room: Room, hall: Hall) -> None:
    owner = room.ask(find_people, text="欧阳春花")[0].person_id
    card = room.ask(person_card, person_id=owner)
    assert card is not None
    assert [(unit.relation, unit.share_n, unit.share_d) for unit in card.units] == [("owner", 1, 1)]
    tenant = room.ask(person_card, person_id=room.ask(find_people, text="钱有余")[0].person_id)
    assert tenant is not None
    assert [(unit.relation, unit.share_n, unit.share_d) for unit in tenant.units] == [("tenant", 0, 1)]
    member = room.ask(person_card, person_id=hall.people[0])
    assert member is not None
    assert [capacity.capacity for capacity in member.capacities] == ["representative"]
    assert room.ask(person_card, person_id="0" * 32) is None


def test_organisations_with_their_people(room: Room, hall: Hall) -> None:
    body = room.do(community.add_body, kind="social", name="助老社")
    room.do(people.give_capacity, person_id=hall.guest, capacity="secretary", body_id=body)
    rows = room.ask(bodies)
    assert [(row.name, row.people) for row in rows] == [("晨光社区居民委员会", 0), ("助老社", 1)]
