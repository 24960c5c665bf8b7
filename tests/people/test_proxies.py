"""Proxies under the rule of the kind, each refusal in a sentence, and who is represented when."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from meeting_app.actions import attendance, people, proxies
from meeting_app.actions.undo import undo_last
from meeting_app.domain.refusal import Refusal
from meeting_app.queries import presence
from meeting_app.queries.meeting_papers import notice_paper, sign_in_paper
from meeting_app.queries.papers import PaperMark
from meeting_app.queries.quorum import quorum_of
from meeting_app.wording import refusals
from tests.actions.hall import Hall, items_of
from tests.people.street import Street
from tests.storage.desks import Room

TODAY = date(2026, 11, 28)


def give(street: Street, meeting: str, principal: str, holder: str, **more: Any) -> str:
    """Enter a proxy."""
    return street.room.do(
        proxies.give_proxy, meeting_id=meeting, principal_id=street.people[principal],
        holder_id=street.people[holder], **{"document": "原件", **more},
    )  # fmt: skip


def refused(street: Street, meeting: str, principal: str, holder: str) -> Refusal:
    return street.room.refused(
        proxies.give_proxy, meeting_id=meeting, principal_id=street.people[principal],
        holder_id=street.people[holder], document="原件",
    )  # fmt: skip


def arrive(street: Street, meeting: str, *names: str) -> None:
    for name in names:
        street.room.do(attendance.check_in, meeting_id=meeting, person_id=street.people[name])


def test_each_refusal_names_the_people_and_the_rule(street: Street) -> None:
    meeting = street.meeting("owners_meeting")
    give(street, meeting, "张一", "王三")
    cases = {
        "proxy_self": ("赵四", "赵四"),
        "proxy_not_member": ("赵小四", "赵四"),
        "proxy_given": ("张一", "赵四"),
        "proxy_chain": ("王三", "赵四"),
        "proxy_limit": ("李二", "王三"),
    }
    for code, (principal, holder) in cases.items():
        problem = refused(street, meeting, principal, holder)
        assert problem.code == code
        assert "{" not in refusals.sentence(problem)
    sentence = refusals.sentence(refused(street, meeting, "李二", "王三"))
    assert sentence.startswith("王三 acts for as many as one person may: 1.")
    assert "Civil Code, art. 165" in sentence


def test_a_candidate_and_a_stranger_may_not_hold(street: Street) -> None:
    assembly = street.meeting("residents_assembly")
    street.room.do(people.give_capacity, person_id=street.people["王三"], capacity="candidate")
    assert refused(street, assembly, "张一", "王三").code == "proxy_candidate"
    problem = refused(street, assembly, "张一", "赵小四")
    assert problem.code == "proxy_holder_not_member"
    assert "Committee Law, art. 19" in refusals.sentence(problem)


def test_representatives_come_in_person(room: Room, hall: Hall) -> None:
    problem = room.refused(
        proxies.give_proxy, meeting_id=hall.meeting, principal_id=hall.people[0], holder_id=hall.people[1],
        document="原件",
    )  # fmt: skip
    assert "Representatives come in person" in refusals.sentence(problem)


def test_a_written_paper_is_needed_and_another_meetings_item_is_refused(street: Street, hall: Hall) -> None:
    meeting = street.meeting("owners_meeting")
    ids = {"principal_id": street.people["张一"], "holder_id": street.people["王三"]}
    problem = street.room.refused(proxies.give_proxy, meeting_id=meeting, **ids)
    assert (problem.code, problem.params["what"]) == ("text_needed", "document")
    assert (
        street.room.refused(
            proxies.give_proxy, meeting_id=meeting, **ids, document="原件", item_ids=[hall.vote]
        ).code
        == "gone"
    )


def test_the_represented_are_there_while_the_holder_is_and_they_are_not(street: Street) -> None:
    room, meeting = street.room, street.meeting("owners_meeting")
    proxy = give(street, meeting, "张一", "王三", limits="赞成方案一")
    moments = {"before": room.time.wall_ms}
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        ("holder here", lambda: arrive(street, meeting, "王三")),
        ("both here", lambda: arrive(street, meeting, "张一")),
        (
            "principal left",
            lambda: room.do(attendance.check_out, meeting_id=meeting, person_id=street.people["张一"]),
        ),
        ("withdrawn", lambda: room.do(proxies.withdraw_proxy, proxy_id=proxy)),
    )
    for step, act in steps:
        act()
        moments[step] = room.time.wall_ms
        room.time.pass_by(60_000)
    there = {step: room.ask(presence.room_at, meeting_id=meeting, at_ms=at) for step, at in moments.items()}
    names = {person: name for name, person in street.people.items()}
    assert {step: sorted(names[one] for one in found.present) for step, found in there.items()} == {
        "before": [], "holder here": ["王三"], "both here": ["张一", "王三"], "principal left": ["王三"],
        "withdrawn": ["王三"],
    }  # fmt: skip
    assert {step: [names[one] for one in found.represented] for step, found in there.items()} == {
        "before": [], "holder here": ["张一"], "both here": [], "principal left": ["张一"], "withdrawn": [],
    }  # fmt: skip
    series = room.ask(presence.presence_series, meeting_id=meeting)
    assert [(count.present, count.represented) for count in series] == [
        (0, 0),
        (1, 1),
        (2, 0),
        (1, 1),
        (1, 0),
    ]


def test_a_proxy_for_one_item_speaks_there_only(street: Street) -> None:
    meeting = street.meeting("owners_meeting")
    items = items_of(street.room, meeting)
    give(street, meeting, "张一", "王三", item_ids=[items[1]])
    arrive(street, meeting, "王三")
    at = street.room.time.wall_ms
    ask = street.room.ask
    assert ask(presence.room_at, meeting_id=meeting, at_ms=at, item_id=items[1]).represented
    assert not ask(presence.room_at, meeting_id=meeting, at_ms=at, item_id=items[2]).represented
    assert not ask(presence.room_at, meeting_id=meeting, at_ms=at).represented
    row = ask(presence.proxies, meeting_id=meeting)[0]
    assert (row.holder.name, row.principal.name, len(row.items), row.works) == ("王三", "张一", 1, True)
    card = ask(presence.proxies_of, person_id=street.people["张一"])
    assert [(one.other, one.acts, one.withdrawn_at) for one in card] == [("王三", False, None)]


def test_undo_takes_a_proxy_back_and_the_quorum_follows(street: Street) -> None:
    meeting = street.meeting("owners_meeting")
    arrive(street, meeting, "王三")
    give(street, meeting, "张一", "王三")
    quorum = street.room.ask(quorum_of, meeting_id=meeting)
    assert quorum is not None
    assert (quorum.present, quorum.represented) == (2, 1)
    street.room.do(undo_last)
    quorum = street.room.ask(quorum_of, meeting_id=meeting)
    assert quorum is not None
    assert (quorum.present, quorum.represented) == (1, 0)


@pytest.mark.parametrize("kind", ["hearing", "residents_council"])
def test_where_nothing_is_voted_nobody_is_represented(street: Street, kind: str) -> None:
    assert refused(street, street.meeting(kind), "张一", "王三").code == "proxy_not_allowed"


def test_two_records_that_were_one_person_keep_one_proxy_and_none_for_themselves(street: Street) -> None:
    room, meeting = street.room, street.meeting("owners_meeting")
    give(street, meeting, "张一", "王三")
    give(street, meeting, "赵四", "李二")
    room.do(people.merge_people, keep_id=street.people["张一"], gone_id=street.people["赵四"])
    left = room.ask(presence.proxies, meeting_id=meeting)
    assert [(row.principal.name, row.holder.name) for row in left] == [("张一", "王三")]
    room.do(people.merge_people, keep_id=street.people["王三"], gone_id=street.people["张一"])
    assert room.ask(presence.proxies, meeting_id=meeting) == ()


def test_the_papers_say_whether_one_may_be_represented_and_who_is(street: Street) -> None:
    meeting = street.meeting("owners_meeting")
    give(street, meeting, "张一", "王三")
    mark = PaperMark("晨居通〔2026〕1号", "7K2Q-9M4D-X8TC", "ab" * 32, "晨光社区居民委员会", TODAY)
    sheet = street.room.ask(sign_in_paper, meeting_id=meeting, mark=mark)
    notes = {row.name: row.note for group in sheet.groups for row in group.rows}
    assert (notes["王三"], notes["张一"], notes["赵四"]) == ("代张一", "委托王三", "")
    allowed = {
        kind: street.room.ask(notice_paper, meeting_id=street.meeting(kind), mark=mark).proxy_allowed
        for kind in ("owners_meeting", "residents_assembly", "hearing")
    }
    assert allowed == {"owners_meeting": True, "residents_assembly": True, "hearing": False}
