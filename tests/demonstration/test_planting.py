"""The invented community has the size and the sums that it is said to have, and is the same every time."""

from collections import Counter, defaultdict
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.actions.common import initials_of, pinyin_of
from meeting_app.actions.communities import Opened
from meeting_app.actions.demonstration import demonstration_ids, plant_demonstration
from meeting_app.cli.script import ANCHOR
from meeting_app.domain import codes
from meeting_app.domain.privacy import mask_name
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.stage import ORDER
from meeting_app.domain.voting_right import Ownership as Held
from meeting_app.domain.voting_right import VotingUnit, check_shares, voting_rights
from meeting_app.domain.working_days import check_notice
from meeting_app.queries.basics import local_day
from meeting_app.queries.journal import undo_view
from meeting_app.queries.people import roster
from meeting_app.queries.start import today_view
from meeting_app.storage.base import Record
from meeting_app.storage.tables import (
    Body,
    Building,
    Capacity,
    Invitee,
    Meeting,
    Ownership,
    Person,
    Plan,
    PlanShare,
    Residence,
    Task,
    Topic,
    TopicStage,
    Unit,
)
from tests.demonstration import contents
from tests.demonstration.conftest import python

R = TypeVar("R", bound=Record)


def rows(session: Session, kind: type[R]) -> list[R]:
    return list(session.scalars(select(kind)))


def test_the_same_seed_and_day_give_the_same_rows_in_every_process(planted: Opened, tmp_path: Path) -> None:
    child = python("-m", "tests.demonstration.contents", str(tmp_path / "again.yst"), hash_seed="7")
    here = planted.records.ask(contents.whole)
    said, _errors = child.communicate(timeout=60)
    assert said.strip() == here


def test_a_file_with_a_community_is_left_alone(planted: Opened) -> None:
    with pytest.raises(Refusal, match="community_exists"):
        planted.desk.do(plant_demonstration, anchor=ANCHOR).result(60)
    undo = planted.records.ask(undo_view, station=planted.desk.seat.station)
    assert undo is not None
    assert undo.refusal == "undo_final"


def test_houses_units_and_people_add_up(planted: Opened) -> None:
    with planted.store.read() as session:
        units, people, buildings = rows(session, Unit), rows(session, Person), rows(session, Building)
        residences = rows(session, Residence)
    assert (len(buildings), len(units), len(people)) == (12, 1200, 2900)
    page = planted.records.ask(
        roster, limit=1
    )  # a person with two homes has two rows and is one of the people
    assert (page.people, page.total) == (2900, len(residences))
    assert page.total > page.people
    assert {residence.person_id for residence in residences} == {person.id for person in people}
    assert sorted(person.number for person in people) == list(range(1, 2901))
    assert Counter(unit.state for unit in units) == {"sold": 1174, "unsold": 26}
    lived_in = {residence.unit_id for residence in residences}
    assert lived_in == {unit.id for unit in units if unit.state == "sold"}
    third = next(building for building in buildings if building.position == 3)
    mine = [unit for unit in units if unit.building_id == third.id]
    assert (third.stairways, third.storeys, len(mine), sum(unit.area_c for unit in mine)) == (
        4,
        6,
        72,
        614832,
    )


def test_shares_come_to_one_and_building_three_has_72_voices(planted: Opened) -> None:
    with planted.store.read() as session:
        units, owned = rows(session, Unit), rows(session, Ownership)
        third = session.scalars(select(Building.id).where(Building.position == 3)).one()
    held = [Held(o.unit_id, o.person_id, Fraction(o.share_n, o.share_d), o.since, o.until) for o in owned]
    check_shares(held, ANCHOR)
    assert {one.unit_id for one in held} == {unit.id for unit in units if unit.state == "sold"}
    lift = [VotingUnit(unit.id, unit.area_c) for unit in units if unit.building_id == third]
    rights = voting_rights(lift, held, ANCHOR)
    assert len(rights) == len({right.holders for right in rights}) == 72
    owners = defaultdict(set)
    for one in held:
        owners[one.person_id].add(one.unit_id)
    assert sum(len(units) > 1 for units in owners.values()) >= 30
    assert {one.share for one in held} > {Fraction(1), Fraction(1, 2), Fraction(7, 10), Fraction(1, 4)}


def test_people_are_such_as_live_in_a_community(planted: Opened) -> None:
    with planted.store.read() as session:
        people = rows(session, Person)
    ages = [ANCHOR.year - (person.birth_year or 0) for person in people]
    assert 500 < sum(age >= 65 for age in ages) < 700
    assert 250 < sum(age < 16 for age in ages) < 600
    assert max(ages) < 100
    assert min(ages) >= 0
    groups = Counter(group for person in people for group in person.groups.split(",") if group)
    assert set(groups) == {
        "elderly", "youth", "child", "parent", "tenant", "new_resident", "party_member", "volunteer",
    }  # fmt: skip
    assert len({person.badge for person in people}) == 2900
    assert all(codes.is_valid(person.badge) and len(person.badge) == 6 for person in people)
    assert all(person.phone == "" or person.phone.startswith("1015550") for person in people)
    assert len({person.phone for person in people}) == sum(person.phone != "" for person in people) + 1
    assert max(Counter(person.name for person in people).values()) < 12
    assert sum("·" in person.name for person in people) == 1
    assert sum(len(mask_name(person.name).rstrip("*")) > 1 for person in people) > 1000


def test_names_are_found_by_the_keys_that_typing_makes(planted: Opened) -> None:
    with planted.store.read() as session:
        people = rows(session, Person)
    wrong = [
        (person.name, person.pinyin, pinyin_of(person.name))
        for person in people
        if (person.pinyin, person.initials) != (pinyin_of(person.name), initials_of(person.name))
    ]
    assert wrong == []


def test_forty_eight_members_of_whom_four_fifths_are_representatives(planted: Opened) -> None:
    with planted.store.read() as session:
        held, bodies = rows(session, Capacity), rows(session, Body)
        called = [one for one in rows(session, Invitee) if one.meeting_id == demonstration_ids().meeting_id]
    by_capacity = Counter(one.capacity for one in held)
    assert (by_capacity["committee_member"], by_capacity["representative"]) == (7, 41)
    assert by_capacity["representative"] * 5 >= 48 * 4
    assert [by_capacity[one] for one in ("secretary", "director", "manager", "building_head")] == [
        1,
        1,
        1,
        12,
    ]
    voters = [one for one in called if one.votes]
    assert len(voters) == len({one.person_id for one in voters}) == 48
    assert {one.capacity for one in voters} == {"committee_member", "representative"}
    assert {body.kind for body in bodies} == {
        "party", "committee", "owners_committee", "property", "social", "department",
    }  # fmt: skip
    assert all(len(body.duties) > 20 for body in bodies)


def test_topics_stand_at_every_stage_and_their_plans_add_up(planted: Opened) -> None:
    with planted.store.read() as session:
        topics, plans, shares = rows(session, Topic), rows(session, Plan), rows(session, PlanShare)
        stages = rows(session, TopicStage)
    assert len(topics) == 25
    assert {topic.stage for topic in topics} == set(ORDER)
    assert sum(stage.skipped_reason != "" for stage in stages) == 1
    for plan in plans:
        mine = [share.count * share.amount_fen for share in shares if share.plan_id == plan.id]
        assert sum(mine) == (plan.cost_fen if mine else 0)
    counts = Counter(plan.topic_id for plan in plans)
    assert all(2 <= counts[topic.id] <= 3 for topic in topics if topic.stage not in ORDER[:2])
    for topic in topics:
        walk = [stage for stage in stages if stage.topic_id == topic.id and stage.entered_on]
        walk.sort(key=lambda stage: ORDER.index(stage.stage))
        assert walk[-1].stage == topic.stage
        assert [stage.left_on for stage in walk[:-1]] == [stage.entered_on for stage in walk[1:]]
        assert topic.raised_on == walk[0].entered_on


def test_the_day_begins_with_something_to_do(planted: Opened) -> None:
    today = planted.records.ask(today_view, today=ANCHOR)
    assert today.community is not None
    assert today.community.demonstration
    assert today.next_meeting is not None
    assert today.next_meeting.id == demonstration_ids().meeting_id
    assert [line.code for line in today.next_meeting.readiness if not line.ok] == ["papers_filed"]
    assert [card.days_left for card in today.coming] == [7, 19]
    assert [card.state for card in today.coming] == ["convened", "draft"]
    with planted.store.read() as session:
        meetings, tasks = rows(session, Meeting), rows(session, Task)
    assert Counter(meeting.state for meeting in meetings) == {"closed": 14, "convened": 2, "draft": 1}
    for meeting in meetings:
        if meeting.posted_on:
            assert check_notice(meeting.posted_on, local_day(meeting.starts_ms), meeting.notice_days).holds
    open_tasks = [task.due_on for task in tasks if task.state == "open" and task.due_on]
    assert 4 <= sum(due < ANCHOR for due in open_tasks) <= 8
    assert sum(ANCHOR <= due <= ANCHOR + timedelta(days=7) for due in open_tasks) >= 4
    assert sum(task.state == "done" for task in tasks) >= 5
