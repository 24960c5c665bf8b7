"""Groups of residents, terms of office, units with their owners."""

from datetime import date, timedelta
from fractions import Fraction

from meeting_app.actions import groups, people
from meeting_app.queries.meetings import invited_people
from meeting_app.queries.people import person_card
from meeting_app.queries.resident_groups import groups_of, offered_groups, resident_groups
from meeting_app.queries.units import unit_line, units
from tests.people.street import Street

TODAY = date(2026, 11, 28)


def test_groups_are_given_by_hand_or_follow(street: Street) -> None:
    room, one = street.room, street.people["张一"]
    own = room.do(groups.add_group, name="养宠物的人")
    assert room.do(groups.add_group, name="养宠物的人") == own
    room.do(groups.set_groups, person_id=one, codes=["parent", own, "elderly", "unknown"])
    assert room.ask(groups_of, person_ids=[one], year=2035)[one] == ("elderly", "parent", own)
    assert room.ask(offered_groups)[own] == "养宠物的人"
    counted = {row.code: (row.people, row.given) for row in room.ask(resident_groups, year=2035)}
    assert counted["parent"] == (1, True)
    assert counted["elderly"] == (6, False)
    room.do(groups.retire_group, code=own)
    assert own not in room.ask(offered_groups)
    assert own in {row.code for row in room.ask(resident_groups, year=2035)}
    assert room.refused(groups.retire_group, code="g99").code == "gone"


def test_a_term_of_office_has_a_first_and_a_last_day(street: Street) -> None:
    room, one = street.room, street.people["张一"]
    ends = TODAY + timedelta(days=30)
    room.do(people.give_capacity, person_id=one, capacity="representative", since=TODAY, until=ends)
    assert len(room.ask(invited_people, meeting_id=street.meeting("representatives_meeting"))) == 1
    again = room.refused(people.give_capacity, person_id=one, capacity="representative")
    assert again.code == "capacity_held"
    wrong = room.refused(people.give_capacity, person_id=one, capacity="expert", since=ends, until=TODAY)
    assert wrong.code == "capacity_days"
    card = room.ask(person_card, person_id=one)
    assert card is not None
    room.do(people.end_capacity, capacity_id=card.capacities[0].id)
    assert room.ask(invited_people, meeting_id=street.meeting("representatives_meeting")) == ()


def test_owners_and_their_shares_by_unit(street: Street) -> None:
    room = street.room
    page = room.ask(units)
    assert (page.total, page.area_c, page.open) == (7, 55_500, 0)
    joint = room.ask(units, text="李二").rows[0]
    assert [(owner.name, owner.share_n, owner.share_d) for owner in joint.owners] == [
        ("张二", 1, 2), ("李二", 1, 2),
    ]  # fmt: skip
    assert room.ask(units, text="3-1-102").rows == (joint,)
    shares = [(street.people["张二"], 1, 3), (street.people["李二"], 2, 3)]
    room.do(people.set_owners, unit_id=joint.unit_id, owners=shares)
    room.do(people.name_voter, unit_id=joint.unit_id, person_id=street.people["李二"])
    now = room.ask(unit_line, unit_id=joint.unit_id)
    assert now is not None
    assert sum(Fraction(owner.share_n, owner.share_d) for owner in now.owners) == 1
    assert now.voter_id == street.people["李二"]
    room.do(people.set_owners, unit_id=joint.unit_id, owners=[(street.people["张二"], 1, 1)])
    now = room.ask(unit_line, unit_id=joint.unit_id)
    assert now is not None
    assert now.voter_id is None
    assert room.refused(
        people.edit_unit, unit_id=joint.unit_id, area_c=-1, state="sold", purpose="home"
    ).code == "area_out_of_range"  # fmt: skip
    assert room.ask(unit_line, unit_id="nowhere") is None
