"""Every reason for which an action says no: nothing is written, and there is a sentence for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest

from meeting_app.actions import (
    attendance,
    community,
    floor,
    floor_modes,
    floor_order,
    meetings,
    notes,
    people,
    polls,
    projection,
    running,
    topics,
)
from meeting_app.domain.agenda import ItemKind
from meeting_app.domain.hand_count import Choice
from meeting_app.domain.stage import Stage
from meeting_app.queries.basics import ZONE
from meeting_app.wording.refusals import SENTENCES, sentence
from tests.actions.hall import EVENING, Hall, begin
from tests.storage.desks import Room

NOBODY = "0" * 32
DRAFT: dict[str, Any] = {"title": "x", "place": "x", "starts_at": EVENING}
Case = tuple[Callable[..., Any], dict[str, Any]]
Prepare = Callable[[Room, Hall], Case]


@dataclass(frozen=True)
class Before:
    """Tried before the meeting: nothing has to be written for it, and nothing is."""

    action: Callable[..., Any]
    arguments: dict[str, Any]

    def __call__(self, _room: Room, hall: Hall) -> Case:
        return self.action, {name: _resolved(hall, value) for name, value in self.arguments.items()}


def before(action: Callable[..., Any], **arguments: Any) -> Prepare:
    """Tried before the meeting; a string that begins with @ names somebody or something of the hall."""
    return Before(action, arguments)


def during(action: Callable[..., Any], item: str = "@discussion", **arguments: Any) -> Prepare:
    """Tried in the meeting, at an item."""

    def prepare(room: Room, hall: Hall) -> Case:
        begin(room, hall, _resolved(hall, item))
        return before(action, **arguments)(room, hall)

    return prepare


def _resolved(hall: Hall, value: Any) -> Any:
    if not isinstance(value, str) or not value.startswith("@"):
        return value
    name, _, place = value[1:].partition(".")
    found = getattr(hall, name)
    return found[int(place)] if place else found


def _speaking(room: Room, hall: Hall) -> str:
    begin(room, hall, hall.discussion)
    speech = room.do(floor.ask_to_speak, item_id=hall.discussion, person_id=hall.people[0])
    room.do(floor.call_speaker, speech_id=speech)
    return speech


def check_out_while_speaking(room: Room, hall: Hall) -> Case:
    _speaking(room, hall)
    return attendance.check_out, {"meeting_id": hall.meeting, "person_id": hall.people[0]}


def call_the_speaker_again(room: Room, hall: Hall) -> Case:
    return floor.call_speaker, {"speech_id": _speaking(room, hall)}


def withdraw_while_speaking(room: Room, hall: Hall) -> Case:
    return floor.withdraw_speech, {"speech_id": _speaking(room, hall)}


def pause_a_speech_that_is_over(room: Room, hall: Hall) -> Case:
    speech = _speaking(room, hall)
    room.do(floor.end_speech, item_id=hall.discussion)
    return floor.pause_speech, {"speech_id": speech}


def a_gist_of_one_who_waits(room: Room, hall: Hall) -> Case:
    begin(room, hall, hall.discussion)
    speech = room.do(floor.ask_to_speak, item_id=hall.discussion, person_id=hall.people[0])
    return floor.write_gist, {"speech_id": speech, "text": "x"}


def ask_twice(room: Room, hall: Hall) -> Case:
    begin(room, hall, hall.discussion)
    room.do(floor.ask_to_speak, item_id=hall.discussion, person_id=hall.people[0])
    return floor.ask_to_speak, {"item_id": hall.discussion, "person_id": hall.people[0]}


def open_poll(room: Room, hall: Hall) -> str:
    """A count under way: seven votes in one row."""
    begin(room, hall, hall.vote)
    return room.do(polls.open_poll, item_id=hall.vote)


def counted_poll(room: Room, hall: Hall) -> str:
    """A count that is finished: 4 to 3."""
    poll = open_poll(room, hall)
    for choice, hands in ((Choice.FOR, 4), (Choice.AGAINST, 3), (Choice.ABSTAIN, 0)):
        for teller in (1, 2):
            room.do(polls.report_hands, poll_id=poll, position=1, choice=choice, teller=teller, hands=hands)
    room.do(polls.close_poll, poll_id=poll)
    return poll


def with_open_poll(action: Callable[..., Any], **arguments: Any) -> Prepare:
    """Tried while a count is under way."""

    def prepare(room: Room, hall: Hall) -> Case:
        poll = open_poll(room, hall)
        given = {name: _resolved(hall, value) for name, value in arguments.items()}
        return action, {**given, **({"poll_id": poll} if given.get("poll_id") == "open" else {})}

    return prepare


def with_counted_poll(action: Callable[..., Any], **arguments: Any) -> Prepare:
    """Tried after a count, before it is confirmed."""

    def prepare(room: Room, hall: Hall) -> Case:
        poll = counted_poll(room, hall)
        given = {name: _resolved(hall, value) for name, value in arguments.items()}
        return action, {**given, **({"poll_id": poll} if given.get("poll_id") == "counted" else {})}

    return prepare


def hands(**arguments: Any) -> Prepare:
    """A teller's report in an open count; the second teller has reported 5 for."""

    def prepare(room: Room, hall: Hall) -> Case:
        poll = open_poll(room, hall)
        for teller in (1, 2):
            room.do(polls.report_hands, poll_id=poll, position=1, choice=Choice.FOR, teller=teller, hands=5)
        usual = {"poll_id": poll, "position": 1, "choice": Choice.AGAINST, "teller": 1, "hands": 1}
        return polls.report_hands, {**usual, **arguments}

    return prepare


def poll_again(room: Room, hall: Hall) -> Case:
    counted_poll(room, hall)
    return polls.open_poll, {"item_id": hall.vote}


def publish_twice(room: Room, hall: Hall) -> Case:
    poll = counted_poll(room, hall)
    room.do(polls.publish_result, poll_id=poll)
    return polls.publish_result, {"poll_id": poll}


def recount_of_a_published_result(room: Room, hall: Hall) -> Case:
    poll = counted_poll(room, hall)
    room.do(polls.publish_result, poll_id=poll)
    return polls.recount, {"poll_id": poll, "reason": "x"}


def vote_without_a_text(room: Room, hall: Hall) -> Case:
    item = room.do(
        meetings.add_item, meeting_id=hall.meeting, kind=ItemKind.DISCUSSION, title="又一项", minutes=5
    )
    begin(room, hall, item)
    return polls.open_poll, {"item_id": item}


def too_few(room: Room, hall: Hall) -> Case:
    for person in hall.people[:2]:
        room.do(attendance.check_out, meeting_id=hall.meeting, person_id=person)
    return running.open_meeting, {"meeting_id": hall.meeting}


def everything_left_out(room: Room, hall: Hall) -> Case:
    for item in hall.items:
        room.do(running.skip_item, item_id=item)
    return running.open_meeting, {"meeting_id": hall.meeting}


def after_the_end(action: Callable[..., Any], **arguments: Any) -> Prepare:
    """Tried when the meeting is closed."""

    def prepare(room: Room, hall: Hall) -> Case:
        begin(room, hall)
        room.do(running.close_meeting, meeting_id=hall.meeting)
        return before(action, **arguments)(room, hall)

    return prepare


def an_announced_text(room: Room, hall: Hall) -> Case:
    return meetings.set_motion, {"item_id": hall.vote, "title": "x", "text": "x"}


def post_without_a_text(room: Room, hall: Hall) -> Case:
    meeting = room.do(meetings.draft_meeting, kind="residents_assembly", **DRAFT)  # no topic, so no text
    return meetings.post_notice, {"meeting_id": meeting, "posted_on": date(2026, 11, 10)}


def forgotten(action: Callable[..., Any], **arguments: Any) -> Prepare:
    """Tried with a person who was forgotten."""

    def prepare(room: Room, hall: Hall) -> Case:
        room.do(people.forget_person, person_id=hall.guest)
        return before(action, **arguments)(room, hall)

    return prepare


def capacity_held(room: Room, hall: Hall) -> Case:
    return people.give_capacity, {"person_id": hall.people[0], "capacity": "representative"}


def support_twice(room: Room, hall: Hall) -> Case:
    room.do(topics.support_topic, topic_id=hall.topic, person_id=hall.guest)
    return topics.support_topic, {"topic_id": hall.topic, "person_id": hall.guest}


def plan(**arguments: Any) -> Prepare:
    """A plan that does not add up."""
    usual = {"topic_id": "@topic", "title": "x", "text": "", "cost_fen": 100, "shares": ()}
    return before(topics.add_plan, **{**usual, **arguments})


LONG = "长" * 121
CASES: list[tuple[str, Prepare]] = [
    # meetings
    ("meeting_kind_unknown", before(meetings.draft_meeting, kind="picnic", **DRAFT)),
    ("text_needed", before(meetings.draft_meeting, kind="hearing", **{**DRAFT, "title": " \u0000"})),
    ("text_too_long", before(meetings.draft_meeting, kind="hearing", **{**DRAFT, "place": LONG})),
    ("gone", before(meetings.draft_meeting, kind="hearing", topic_id=NOBODY, **DRAFT)),
    (
        "rule_not_yet",
        before(
            meetings.draft_meeting,
            kind="representatives_meeting",
            title="x",
            place="x",
            starts_at=datetime(2025, 12, 31, tzinfo=ZONE),
        ),
    ),
    (
        "rule_not_yet",
        before(meetings.edit_meeting, meeting_id="@meeting", starts_at=datetime(2025, 12, 31, tzinfo=ZONE)),
    ),
    ("gone", before(meetings.edit_meeting, meeting_id=NOBODY, title="x")),
    ("meeting_state", during(meetings.edit_meeting, meeting_id="@meeting", title="x")),
    ("text_needed", before(meetings.edit_meeting, meeting_id="@meeting", place="")),
    *(
        (
            "minutes_out_of_range",
            before(meetings.add_item, meeting_id="@meeting", kind=ItemKind.REPORT, title="x", minutes=m),
        )
        for m in (0, -1, 1441)
    ),
    (
        "meeting_state",
        after_the_end(meetings.add_item, meeting_id="@meeting", kind=ItemKind.REPORT, title="x", minutes=5),
    ),
    ("item_begun", during(meetings.edit_item, item_id="@discussion", title="x", minutes=5)),
    *(
        (
            "speech_limit_out_of_range",
            before(meetings.edit_item, item_id="@discussion", title="x", minutes=5, speech_seconds=s),
        )
        for s in (9, 3601)
    ),
    ("item_begun", during(meetings.move_item, item_id="@discussion", to=1)),
    ("item_begun", during(meetings.remove_item, item_id="@items.0")),
    ("motion_needs_vote_item", before(meetings.set_motion, item_id="@discussion", title="x", text="x")),
    ("motion_announced", an_announced_text),
    ("gone", before(meetings.invite, meeting_id="@meeting", person_ids=(NOBODY,))),
    ("gone", before(meetings.uninvite, meeting_id="@meeting", person_id="@guest")),
    ("meeting_state", during(meetings.uninvite, meeting_id="@meeting", person_id="@people.0")),
    (
        "tellers_not_distinct",
        before(meetings.name_officers, meeting_id="@meeting", teller1_id="@guest", teller2_id="@guest"),
    ),
    (
        "tellers_not_distinct",
        before(meetings.name_officers, meeting_id="@meeting", chair_id="@guest", teller1_id="@guest"),
    ),
    ("gone", before(meetings.name_officers, meeting_id="@meeting", recorder_id=NOBODY)),
    ("vote_without_motion", post_without_a_text),
    ("posted_in_future", before(meetings.post_notice, meeting_id="@meeting", posted_on=date(2026, 11, 29))),
    ("meeting_state", during(meetings.post_notice, meeting_id="@meeting", posted_on=date(2026, 11, 10))),
    ("meeting_state", during(meetings.cancel_meeting, meeting_id="@meeting")),
    # attendance
    ("gone", before(attendance.check_in, meeting_id="@meeting", person_id=NOBODY)),
    ("already_present", before(attendance.check_in, meeting_id="@meeting", person_id="@people.0")),
    ("person_not_active", forgotten(attendance.check_in, meeting_id="@meeting", person_id="@guest")),
    ("meeting_state", after_the_end(attendance.check_in, meeting_id="@meeting", person_id="@guest")),
    ("badge_unknown", before(attendance.check_in_badge, meeting_id="@meeting", code="000000")),
    ("badge_unknown", before(attendance.check_in_badge, meeting_id="@meeting", code="王桂兰")),
    ("not_present", before(attendance.check_out, meeting_id="@meeting", person_id="@guest")),
    ("speaking_now", check_out_while_speaking),
    ("gone", before(attendance.excuse, meeting_id="@meeting", person_id="@guest", reason="x")),
    ("text_too_long", before(attendance.excuse, meeting_id="@meeting", person_id="@people.0", reason=LONG)),
    ("text_needed", before(attendance.add_guest, meeting_id="@meeting", name="")),
    ("meeting_state", after_the_end(attendance.open_check_in, meeting_id="@meeting")),
    # running
    ("no_quorum", too_few),
    ("agenda_empty", everything_left_out),
    ("meeting_state", during(running.open_meeting, meeting_id="@meeting")),
    ("meeting_state", before(running.next_item, meeting_id="@meeting")),
    ("meeting_state", before(running.go_to_item, item_id="@vote")),
    ("gone", during(running.go_to_item, item_id=NOBODY)),
    ("no_next_item", during(running.next_item, item="@items.4", meeting_id="@meeting")),
    ("no_previous_item", during(running.previous_item, item="@items.0", meeting_id="@meeting")),
    ("item_begun", during(running.skip_item, item_id="@discussion")),
    ("item_not_current", during(running.start_item_clock, item_id="@vote")),
    ("item_not_current", during(running.pause_item_clock, item_id="@vote")),
    ("item_not_current", during(running.extend_item, item_id="@vote", by_ms=60_000)),
    ("meeting_state", before(running.close_meeting, meeting_id="@meeting")),
    ("poll_open", with_open_poll(running.next_item, meeting_id="@meeting")),
    ("poll_open", with_open_poll(running.close_meeting, meeting_id="@meeting")),
    ("result_unconfirmed", with_counted_poll(running.close_meeting, meeting_id="@meeting")),
    ("result_unconfirmed", with_counted_poll(running.next_item, meeting_id="@meeting")),
    # floor
    ("item_not_current", during(floor.ask_to_speak, item_id="@vote", person_id="@people.0")),
    ("not_present", during(floor.ask_to_speak, item_id="@discussion", person_id="@people.8")),
    ("gone", during(floor.ask_to_speak, item_id="@discussion", person_id=NOBODY)),
    ("meeting_state", before(floor.ask_to_speak, item_id="@discussion", person_id="@people.0")),
    ("already_waiting", ask_twice),
    ("nobody_waiting", during(floor.call_next, item_id="@discussion")),
    ("nobody_speaking", during(floor.end_speech, item_id="@discussion")),
    ("gone", during(floor.call_speaker, speech_id=NOBODY)),
    ("speech_state", call_the_speaker_again),
    ("speech_state", withdraw_while_speaking),
    ("speech_state", pause_a_speech_that_is_over),
    ("speech_state", a_gist_of_one_who_waits),
    # polls
    ("rows_do_not_add_up", before(polls.set_seat_rows, meeting_id="@meeting", rows=(("前排", 3),))),
    ("rows_do_not_add_up", before(polls.set_seat_rows, meeting_id="@meeting", rows=(("前", 8), ("后", -1)))),
    ("text_needed", before(polls.set_seat_rows, meeting_id="@meeting", rows=(("", 7),))),
    ("poll_open", with_open_poll(polls.set_seat_rows, meeting_id="@meeting", rows=())),
    ("meeting_state", before(polls.open_poll, item_id="@vote")),
    ("item_not_current", during(polls.open_poll, item_id="@vote")),
    ("vote_without_motion", vote_without_a_text),
    ("tellers_not_distinct", during(polls.open_poll, item="@vote", item_id="@vote", tellers=3)),
    ("poll_exists", poll_again),
    ("row_too_many_hands", hands(hands=8)),
    ("row_too_many_hands", hands(hands=-1)),
    ("row_hands_over_choices", hands(hands=3)),
    ("gone", hands(position=2)),
    ("gone", hands(teller=3)),
    ("gone", hands(poll_id=NOBODY)),
    ("count_incomplete", with_open_poll(polls.close_poll, poll_id="open")),
    ("poll_state", with_open_poll(polls.publish_result, poll_id="open")),
    ("poll_state", with_counted_poll(polls.close_poll, poll_id="counted")),
    ("poll_state", with_counted_poll(polls.count_choice, poll_id="counted", choice=Choice.FOR)),
    ("text_needed", with_counted_poll(polls.recount, poll_id="counted", reason=" ")),
    ("poll_state", publish_twice),
    ("poll_state", recount_of_a_published_result),
    # notes and tasks
    ("gone", before(notes.add_note, meeting_id="@meeting", kind="poem", text="x")),
    ("text_needed", before(notes.add_note, meeting_id="@meeting", kind="note", text="")),
    ("text_too_long", before(notes.add_decision, meeting_id="@meeting", text="长" * 2001)),
    ("gone", before(notes.add_task, meeting_id=NOBODY, text="x")),
    ("gone", before(notes.add_task, topic_id=NOBODY, text="x")),
    ("gone", before(notes.add_task, body_id=NOBODY, text="x")),
    ("gone", before(notes.edit_task, task_id=NOBODY, text="x")),
    ("gone", before(notes.finish_task, task_id=NOBODY)),
    ("gone", before(notes.remove_note, note_id=NOBODY)),
    # the floor's rules; the rest is refused in tests/actions/test_floor.py
    ("turns_out_of_range", before(floor_order.set_floor_rules, meeting_id="@meeting", most_turns=21)),
    ("speech_limit_out_of_range", before(floor_order.set_floor_rules, meeting_id="@meeting", reply_ms=-1)),
    ("speech_limit_out_of_range", before(floor_modes.set_turn_limit, item_id="@discussion", turn_ms=-60_000)),
    ("speech_limit_out_of_range", during(floor_modes.set_turn_limit, item_id="@discussion", turn_ms=9)),
    (
        "budget_out_of_range",
        before(floor_modes.set_budget, item_id="@discussion", budget_ms=-1, budget_by="age"),
    ),
    ("gone", before(floor_modes.set_budget, item_id="@discussion", budget_ms=0, budget_by="zodiac")),
    ("tables_out_of_range", before(floor_modes.draw_tables, item_id="@discussion", tables=1)),
    ("tables_too_many", before(floor_modes.draw_tables, item_id="@discussion", tables=40)),
    ("not_a_discussion", before(floor_modes.close_list, item_id="@vote")),
    ("meeting_state", before(floor_modes.begin_round, item_id="@discussion")),
    ("item_not_current", during(floor_modes.begin_round, item="@vote", item_id="@discussion")),
    ("nobody_spoke", during(floor_order.speak_again, item_id="@discussion")),
    ("no_tables", during(floor_modes.extend_table_work, item_id="@discussion", by_ms=1)),
    # projection
    ("gone", before(projection.show_mode, meeting_id="@meeting", mode="disco")),
    ("gone", before(projection.pin_slide, meeting_id="@meeting", pinned="secret")),
    ("gone", before(projection.pin_slide, meeting_id="@meeting", pinned="agenda", page=-1)),
    ("text_too_long", before(projection.show_banner, meeting_id="@meeting", text="长" * 24)),
    # topics
    ("text_needed", before(topics.add_topic, title=" ")),
    ("gone", before(topics.add_topic, title="x", proposer_id=NOBODY)),
    ("gone", before(topics.add_topic, title="x", body_id=NOBODY)),
    ("already_supports", support_twice),
    ("gone", before(topics.withdraw_support, topic_id="@topic", person_id="@guest")),
    ("money_negative", plan(cost_fen=-1)),
    ("money_negative", plan(shares=(("x", -1, -100),))),
    ("shares_do_not_add_up", plan(shares=(("x", 3, 33),))),
    ("text_needed", plan(shares=(("", 1, 100),))),
    ("gone", before(topics.edit_plan, plan_id=NOBODY, title="x", text="", cost_fen=0)),
    ("gone", before(topics.put_plan_to_vote, plan_id=NOBODY)),
    ("stage_backwards", before(topics.move_topic, topic_id="@topic", target=Stage.COLLECTED)),
    ("stage_skip_needs_reason", before(topics.move_topic, topic_id="@topic", target=Stage.PUBLICITY)),
    ("topic_not_at_end", before(topics.close_topic, topic_id="@topic")),
    # community and people
    ("community_exists", before(community.create_community, name="x", short="x", committee="x")),
    ("text_needed", before(community.edit_community, name="")),
    ("gone", before(community.edit_body, body_id=NOBODY, name="x", duties="", contact="")),
    ("text_needed", before(community.add_body, kind="social", name="")),
    ("text_needed", before(people.add_person, name="")),
    ("text_too_long", before(people.add_person, name="长" * 81)),
    ("gone", before(people.add_person, name="x", unit_id=NOBODY)),
    ("person_not_active", forgotten(people.edit_person, person_id="@guest", name="x", phone="")),
    ("person_not_active", forgotten(people.give_capacity, person_id="@guest", capacity="secretary")),
    ("capacity_held", capacity_held),
    ("gone", before(people.give_capacity, person_id="@guest", capacity="x", body_id=NOBODY)),
    ("gone", before(people.end_capacity, capacity_id=NOBODY)),
    ("gone", before(people.set_owners, unit_id=NOBODY, owners=())),
    ("merge_same", before(people.merge_people, keep_id="@guest", gone_id="@guest")),
    ("person_not_active", forgotten(people.merge_people, keep_id="@people.0", gone_id="@guest")),
    ("gone", before(people.forget_person, person_id=NOBODY)),
]


def _name(case: object) -> str | None:
    return case if isinstance(case, str) else None


@pytest.mark.usefixtures("calm_room")
@pytest.mark.parametrize(("code", "prepare"), CASES, ids=_name)
def test_refused(request: pytest.FixtureRequest, hall: Hall, code: str, prepare: Prepare) -> None:
    room: Room = request.getfixturevalue("calm_room" if isinstance(prepare, Before) else "room")
    action, arguments = prepare(room, hall)
    refusal = room.refused(action, **arguments)
    assert refusal.code == code
    assert code in SENTENCES
    assert "{" not in sentence(refusal)
