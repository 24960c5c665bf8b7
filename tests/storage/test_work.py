"""The unit of work: one action is one transaction with one journal row and one feed row, or nothing."""

import json

import pytest
from sqlalchemy import Executable, delete, insert, inspect, select, text, update
from sqlalchemy.exc import DBAPIError

from meeting_app.actions import people, topics
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.journal import broken_link, journal_lines
from meeting_app.storage.base import Base, Record
from meeting_app.storage.engines import UnflushedWrite
from meeting_app.storage.faults import StorageFault
from meeting_app.storage.tables import ChangeRow, JournalRow, Person, Topic, TopicStage
from meeting_app.storage.work import Work
from tests.storage.desks import Room


def test_an_action_leaves_one_journal_row_and_one_feed_row(room: Room) -> None:
    topic = room.do(topics.add_topic, title="加装电梯")
    assert room.rows_written() == (1, 1)
    with room.store.read() as session:
        row = session.scalars(select(JournalRow)).one()
        change = session.scalars(select(ChangeRow)).one()
    assert (row.number, row.verb, row.station, row.operator) == (1, "add_topic", "s1", "op")
    told = json.loads(change.rows)
    assert told["topic"] == [topic]
    assert len(told["topic_stage"]) == 6


def test_many_flushes_are_still_one_row(room: Room) -> None:
    def walk(work: Work) -> None:
        for number in range(5):
            people.new_person(work, f"王{number}")
            work.session.flush()

    room.do(walk)
    assert room.rows_written() == (1, 1)


def test_a_refused_action_leaves_nothing(room: Room) -> None:
    def half_way(work: Work) -> None:
        people.new_person(work, "王桂兰")
        work.session.flush()
        raise Refusal("no_quorum")

    assert room.refused(half_way).code == "no_quorum"
    with room.store.read() as session:
        assert session.scalars(select(Person)).all() == []


def test_an_action_that_changes_nothing_leaves_nothing(room: Room) -> None:
    told: list[int] = []
    room.desk.committed.append(told.append)
    person = room.do(people.add_person, name="王桂兰")
    room.do(people.edit_person, person_id=person, name="王桂兰", phone="")
    assert room.rows_written() == (1, 1)
    assert told == [1]


def test_a_row_made_and_deleted_in_one_action_was_never_there(room: Room) -> None:
    def in_and_out(work: Work) -> None:
        person = people.new_person(work, "王桂兰")
        work.session.flush()
        work.session.delete(person)

    room.do(in_and_out)
    assert room.rows_written() == (0, 0)


def test_a_row_deleted_and_put_back_counts_as_changed(room: Room) -> None:
    person_id = room.do(people.add_person, name="王桂兰", phone="1")

    def replace(work: Work) -> None:
        person = work.get(Person, person_id)
        work.session.delete(person)
        work.session.flush()
        people.new_person(work, "李梅").id = person_id

    room.do(replace)
    from meeting_app.actions.undo import undo_last

    room.do(undo_last)
    with room.store.read() as session:
        assert [row.name for row in session.scalars(select(Person))] == ["王桂兰"]


STATEMENTS: tuple[Executable, ...] = (
    insert(Person).values(id="x"),
    insert(Person).values([{"id": "x"}, {"id": "y"}]),
    update(Topic).values(title="x"),
    delete(Topic),
    text("  delete from topic"),
    text("INSERT OR REPLACE INTO topic (id) VALUES ('x')"),
    text("WITH gone AS (SELECT id FROM topic) DELETE FROM topic WHERE id IN (SELECT id FROM gone)"),
)


def test_a_statement_past_the_unit_of_work_is_a_bug(room: Room) -> None:
    room.do(topics.add_topic, title="加装电梯")

    def past(work: Work, statement: Executable) -> None:
        people.new_person(work, "王桂兰")  # flushed just before: the guard must be shut again
        work.session.flush()
        work.session.execute(statement)

    for statement in STATEMENTS:
        assert isinstance(room.desk.do(past, statement=statement).exception(10), UnflushedWrite), statement
    assert room.rows_written() == (1, 1)
    room.do(topics.add_topic, title="道闸")
    assert room.ask(broken_link) is None


def test_a_foreign_key_that_leads_nowhere_is_refused_at_the_end(room: Room) -> None:
    def dangling(work: Work) -> None:
        work.add(TopicStage(topic_id="0" * 32, stage="collected"))
        work.session.flush()  # not yet: it is checked at commit

    refused = room.desk.do(dangling).exception(10)
    assert isinstance(refused, StorageFault)
    assert refused.code == "used_elsewhere"
    assert room.rows_written() == (0, 0)


def test_the_order_of_inserts_does_not_matter(room: Room) -> None:
    def child_first(work: Work) -> None:
        work.add(TopicStage(topic_id="a" * 32, stage="collected"))
        work.session.flush()
        topic_id = topics.add_topic(work, title="x")
        work.session.flush()
        work.get(Topic, topic_id)
        for row in work.all(TopicStage, TopicStage.topic_id == "a" * 32):
            row.topic_id = topic_id

    room.do(child_first)
    assert room.rows_written() == (1, 1)


def test_readers_cannot_write(room: Room) -> None:
    topic = room.do(topics.add_topic, title="加装电梯")
    with pytest.raises((DBAPIError, StorageFault)), room.store.read() as session:
        session.execute(update(Topic).values(title="x"))
    with room.store.read() as session:
        found = session.get(Topic, topic)
        assert found is not None
        assert found.title == "加装电梯"


def test_a_reader_sees_one_picture_while_others_write(room: Room) -> None:
    room.do(topics.add_topic, title="加装电梯")
    with room.store.read() as session:
        before = session.scalars(select(Topic.title)).all()
        room.do(topics.add_topic, title="道闸")
        assert session.scalars(select(Topic.title)).all() == before
    with room.store.read() as session:
        assert len(session.scalars(select(Topic.title)).all()) == 2


def test_every_column_of_the_records_knows_its_old_value() -> None:
    for mapper in Base.registry.mappers:
        if issubclass(mapper.class_, Record):
            for attribute in inspect(mapper.class_).column_attrs:
                if attribute.key not in ("id", "revision"):
                    assert attribute.active_history, f"{mapper.class_.__name__}.{attribute.key}"


def test_what_was_done_is_listed_newest_first(room: Room) -> None:
    room.do(topics.add_topic, title="加装电梯")
    room.do(topics.add_topic, title="道闸")
    assert [line.number for line in room.ask(journal_lines)] == [2, 1]
