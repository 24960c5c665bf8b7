"""Somebody else holds the file, or the server goes away: told, nothing written, and it goes on afterwards."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from meeting_app.actions import topics
from meeting_app.queries.journal import broken_link
from meeting_app.queries.topics import topic_list
from meeting_app.storage import engines
from meeting_app.storage.faults import StorageFault, code_of
from meeting_app.storage.store import Store
from meeting_app.storage.work import Work
from tests.faults.conftest import Told
from tests.postgres import Cluster
from tests.storage.desks import Room, Time


def test_a_file_that_another_program_holds(file: Path, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "BUSY_TIMEOUT_MS", 30)
    room = Room(Store.open_file(file, Time()()))
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        english, _chinese = told(room.refused(topics.add_topic, title="x"), "store_busy")
        assert "try again" in english
        other.execute("ROLLBACK")
    room.do(topics.add_topic, title="x")
    assert room.rows_written() == (41, 41)
    room.close()
    room.store.close()


def test_a_file_that_another_program_locks_away_altogether(
    file: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_TIMEOUT_MS", 30)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageFault) as fault:
            Store.open_file(file, Time()())
        told(fault.value, "store_busy")
        other.execute("ROLLBACK")
    Store.open_file(file, Time()()).close()


def test_a_window_and_a_command_write_beside_each_other(file: Path) -> None:
    first = Room(Store.open_file(file, Time()()))
    second = Room(Store.open_file(file, Time()()), station="s2")
    for number in range(5):
        first.do(topics.add_topic, title=f"甲{number}")
        second.do(topics.add_topic, title=f"乙{number}")
    assert first.rows_written() == (50, 50)
    assert first.ask(broken_link) is None
    for room in (first, second):
        room.close()
        room.store.close()


@pytest.fixture
def server(postgres: Cluster) -> Iterator[tuple[Room, Cluster]]:
    """A desk over records on a server."""
    room = Room(Store.open_url(postgres.fresh()))
    yield room, postgres
    room.close()
    room.store.close()


CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"


@pytest.mark.postgresql
def test_a_server_that_goes_away_and_comes_back(server: tuple[Room, Cluster], told: Told) -> None:
    room, cluster = server
    cut = CUT.format(name=room.store.url.database)
    room.do(topics.add_topic, title="甲")
    tail = room.records.tail(after=0)
    assert [change.number for change in tail.poll()] == [1]
    cluster.sql(cut)
    with pytest.raises(StorageFault) as fault:
        tail.poll()
    told(fault.value, "database_gone")
    room.do(topics.add_topic, title="乙")  # the writer takes a fresh connection by itself
    assert len(room.ask(topic_list, today=date(2026, 11, 28))) == 2
    assert [change.number for change in tail.poll()] == [2]
    tail.close()


@pytest.mark.postgresql
def test_a_server_that_goes_away_in_the_middle_of_an_action(server: tuple[Room, Cluster], told: Told) -> None:
    room, cluster = server

    def cut_off(work: Work) -> None:
        topics.add_topic(work, title="甲")
        work.session.flush()
        cluster.sql(CUT.format(name=room.store.url.database))
        work.session.execute(text("SELECT 1"))

    told(room.desk.do(cut_off).exception(20), "database_gone")
    room.do(topics.add_topic, title="乙")
    assert room.rows_written() == (1, 1)


@pytest.mark.postgresql
def test_a_server_that_may_not_be_written(server: tuple[Room, Cluster], told: Told) -> None:
    room, _cluster = server
    with pytest.raises(StorageFault) as fault, room.store.read() as session:
        session.execute(text("DELETE FROM topic"))
    told(fault.value, "read_only_place")


def test_a_bug_is_no_fault() -> None:
    assert code_of(ValueError("x")) is None
    assert code_of(sqlite3.IntegrityError("x")) is None
    assert code_of(sqlite3.ProgrammingError("Cannot operate on a closed database.")) is None
