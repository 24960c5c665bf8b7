"""A stick that is pulled while its file is open: told, nothing made anew in its place, and it goes on when it
is back.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from meeting_app.actions import topics
from meeting_app.queries.journal import broken_link
from meeting_app.storage.faults import StorageFault
from meeting_app.storage.store import Store
from tests.faults.conftest import Told
from tests.storage.desks import Room, Time


@pytest.fixture
def room(file: Path) -> Iterator[Room]:
    """A desk over the file."""
    made = Room(Store.open_file(file, Time()()))
    yield made
    made.close()
    made.store.close()


def pull(file: Path) -> None:
    """Every open handle of the file answers as a device that is gone: reading and writing fail."""
    nowhere = os.open(file.parent, os.O_RDONLY)
    for handle in Path("/proc/self/fd").iterdir():
        if handle.is_symlink() and os.path.realpath(handle) in (str(file), f"{file}-wal"):
            os.dup2(nowhere, int(handle.name))
    os.close(nowhere)


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="handles are listed there on Linux only")
def test_a_stick_that_was_pulled_and_is_back(room: Room, file: Path, told: Told) -> None:
    room.do(topics.add_topic, title="before")
    pull(file)
    english, _chinese = told(room.desk.do(topics.add_topic, title="lost").exception(20), "disk_error")
    assert "Check the plug" in english
    room.do(topics.add_topic, title="after")  # the handles of before are given up
    assert room.rows_written() == (42, 42)
    assert room.store.integrity() == "ok"
    assert room.ask(broken_link) is None


def test_a_file_that_is_gone_from_its_place(room: Room, file: Path, told: Told) -> None:
    room.do(topics.add_topic, title="before")
    stick = file.parent.rename(file.parent.with_name("stick"))
    file.parent.mkdir()  # where the stick was
    english, _chinese = told(room.desk.do(topics.add_topic, title="lost").exception(20), "file_gone")
    assert "do it again" in english
    with pytest.raises(StorageFault) as unread:
        room.rows_written()
    told(unread.value, "cannot_open")
    assert list(file.parent.iterdir()) == []  # no empty file stands in its place
    file.parent.rmdir()
    stick.rename(file.parent)
    room.do(topics.add_topic, title="after")
    assert room.rows_written() == (42, 42)
    assert room.ask(broken_link) is None
