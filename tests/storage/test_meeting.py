"""A meeting on both databases: the small one of the tests, and the scripted one on a server."""

from datetime import date

import pytest

from meeting_app.actions import floor, people, polls, running
from meeting_app.actions.communities import open_server
from meeting_app.actions.people import RosterLine
from meeting_app.actions.undo import undo_last
from meeting_app.cli.meeting_time import MeetingTime
from meeting_app.cli.script import MORNING_MS, STATION, play
from meeting_app.domain.hand_count import Choice
from meeting_app.domain.rules.trace import Verdict
from meeting_app.queries.journal import broken_link
from meeting_app.queries.live import live_view
from meeting_app.queries.meetings import meeting_list
from meeting_app.queries.people import find_people, roster
from meeting_app.queries.start import find_anything, today_view
from meeting_app.queries.states import live_meeting_id
from meeting_app.queries.topics import topic_passport
from tests.actions import invariants
from tests.actions.hall import begin, furnish
from tests.postgres import Cluster
from tests.storage.desks import Room

TODAY = date(2026, 11, 28)


def test_a_small_meeting(room: Room) -> None:
    hall = furnish(room)
    tail = room.records.tail()
    begin(room, hall, hall.discussion)
    room.do(floor.ask_to_speak, item_id=hall.discussion, person_id=hall.people[0])
    assert room.do(floor.call_next, item_id=hall.discussion) == "王桂兰"
    room.do(undo_last)
    assert room.ask(live_meeting_id) == hall.meeting
    room.do(running.next_item, meeting_id=hall.meeting)
    poll = room.do(polls.open_poll, item_id=hall.vote)
    for choice, hands in zip(Choice, (5, 1, 1), strict=True):
        for teller in (1, 2):
            room.do(polls.report_hands, poll_id=poll, position=1, choice=choice, teller=teller, hands=hands)
    assert room.do(polls.close_poll, poll_id=poll).verdict is Verdict.ADOPTED
    room.do(polls.publish_result, poll_id=poll)
    room.do(running.next_item, meeting_id=hall.meeting)
    room.do(running.close_meeting, meeting_id=hall.meeting)
    with room.store.read() as session:
        invariants.check(session, hall.meeting)
    assert len(tail.poll()) == 17
    tail.close()


def test_the_pictures_of_a_small_community(room: Room) -> None:
    hall = furnish(room)
    rows = [RosterLine("孙一", "3号楼", 1, 5, "501", 8_765, "owner", "", 1960, (1, 1))]
    room.do(people.import_roster, rows=rows)
    assert [row.name for row in room.ask(roster).rows] == ["孙一"]
    for text in ("3-501", "3-1-501", "sy", "sun", "孙", "11"):
        assert [hit.name for hit in room.ask(find_people, text=text)] == ["孙一"], text
    for text in ("99999999999999999999", "3-99999999999999999999-1", "%", "\\", "'"):
        assert room.ask(find_people, text=text) == ()
    view = room.ask(live_view, meeting_id=hall.meeting, now=room.time(), station="s1")
    assert view is not None
    assert view.undo is not None
    assert (view.present_voters, view.voters, view.undo.verb) == (7, 9, "import_roster")
    assert [row.present for row in room.ask(meeting_list)] == [7]
    assert room.ask(today_view, today=TODAY).counts.meetings == 1
    assert [hit.kind for hit in room.ask(find_anything, text="电梯").others] == ["topic"]
    passport = room.ask(topic_passport, topic_id=hall.topic, today=TODAY)
    assert passport is not None
    assert [card.voters for card in passport.meetings] == [9]


@pytest.mark.full
@pytest.mark.postgresql
def test_the_scripted_meeting_on_a_server(postgres: Cluster) -> None:
    clock = MeetingTime(MORNING_MS)
    opened = open_server(postgres.fresh(), STATION, clock)
    told: list[str] = []
    play(opened, clock, told.append)
    assert len(told) > 100
    assert opened.records.ask(broken_link) is None
    opened.close()
