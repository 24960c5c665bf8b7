"""Public papers name nobody in full and say where nobody lives exactly."""

import re

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.documents import preview
from meeting_app.queries.basics import community_view
from meeting_app.storage.tables import Person, Unit
from tests.papers.conftest import Office

DECIDED = ("第一次居民代表会议", "第二次居民代表会议", "第三次居民代表会议", "居民代表会议临时会议")


def _everybody(session: Session) -> tuple[tuple[str, str], ...]:
    return tuple((one.name, one.phone) for one in session.scalars(select(Person)))


def _rooms(session: Session) -> frozenset[str]:
    return frozenset(session.scalars(select(Unit.room)))


@pytest.mark.parametrize("title", DECIDED)
def test_a_decision_notice_names_no_resident(office: Office, title: str) -> None:
    body = office.body(office.issue("decision_notice", title))
    with preview.opened(body) as document:
        pages = [document[at].get_textpage().get_text_range() for at in range(len(document))]
        facts = document.get_metadata_dict()
    text = "".join(("".join(pages) + "".join(facts.values())).split())
    text = re.sub(r"[0-9a-f]{64}", "", text)  # the digest may hold any digits
    records = office.opened.records
    community = records.ask(community_view)
    assert community is not None
    people = records.ask(_everybody)
    assert len(people) > 2500
    named = {name for name, _phone in people if name in text}
    assert named <= {community.contact}
    assert not [phone for _name, phone in people if phone and "".join(phone.split()) in text]
    assert not re.search(r"1\d{10}", text)
    rooms = records.ask(_rooms)
    said = set(re.findall(r"单元-?(\d{3,4})|(?<!\d)(\d{3,4})室", text))
    assert not {number for pair in said for number in pair} & rooms
    assert re.search(r"计票。\w\*\w?（\d+号楼\d单元）、\w\*\w?（", text)
