"""Backups: complete while writing goes on, pruned, never in the way of another file, told when they fail."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from meeting_app.actions import topics
from meeting_app.actions.communities import back_up_file
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.journal import broken_link
from meeting_app.storage import backup
from meeting_app.storage.faults import StorageFault
from meeting_app.storage.store import Store
from meeting_app.storage.tables import Topic
from tests.faults.conftest import Ordinary, Told
from tests.storage.desks import EVENING_MS, Room, Time


@pytest.fixture
def room(file: Path) -> Iterator[Room]:
    """A desk over the file."""
    made = Room(Store.open_file(file, Time()()))
    yield made
    made.close()
    made.store.close()


def titles(path: Path) -> list[str]:
    """The topics in a copy, after a look at its health."""
    room = Room(Store.open_file(path, Time()()))
    assert room.store.integrity() == "ok"
    assert room.ask(broken_link) is None
    with room.store.read() as session:
        found = list(session.scalars(select(Topic.title).order_by(Topic.number)))
    room.close()
    room.store.close()
    return found


def test_a_backup_is_whole_while_writing_goes_on(room: Room, file: Path, tmp_path: Path) -> None:
    made: list[tuple[int, Path]] = []
    futures = []
    for number in range(30):
        futures.append(room.desk.do(topics.add_topic, title=f"新{number}"))
        if number % 10 == 5:
            acknowledged = sum(future.done() for future in futures)
            made.append(
                (acknowledged, backup.back_up(file, tmp_path / "b", "stage", EVENING_MS + number * 1000))
            )
    for future in futures:
        future.result(60)
    assert len(made) == 3
    for acknowledged, path in made:
        kept = titles(path)
        assert len(kept) >= 40 + acknowledged
        assert kept[40:] == [f"新{number}" for number in range(len(kept) - 40)]


def test_a_plain_copy_of_a_live_file_loses_what_a_backup_keeps(
    room: Room, file: Path, tmp_path: Path
) -> None:
    room.do(topics.add_topic, title="刚刚记下的")
    plain = tmp_path / "plain.yst"
    plain.write_bytes(file.read_bytes())
    with closing(sqlite3.connect(plain)) as copy:
        found = copy.execute("SELECT count(*) FROM topic WHERE title = '刚刚记下的'").fetchone()[0]
    assert found == 0, "the trap is gone; say so in the documents"
    kept = backup.back_up(file, tmp_path / "b", "stage", EVENING_MS)
    assert titles(kept)[-1] == "刚刚记下的"


def test_only_so_many_are_kept_and_others_are_left_alone(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "KEPT", 3)
    folder = tmp_path / "stick"
    folder.mkdir()
    neighbour = file.with_name("community-2.yst")
    neighbour.write_bytes(file.read_bytes())
    strangers = [folder / "letter.txt", folder / "community-old.yst"]
    for stranger in strangers:
        stranger.write_bytes(b"keep me")
    theirs = backup.back_up(neighbour, folder, "stage", EVENING_MS)
    made = [backup.back_up(file, folder, "stage", EVENING_MS + second * 1000) for second in range(5)]
    assert backup.backups_of(file, folder) == made[:1:-1]
    assert all(path.exists() for path in (*strangers, theirs))
    assert backup.backups_of(neighbour, folder) == [theirs]


def test_the_name_says_when_and_why(file: Path) -> None:
    made = backup.back_up(file, backup.folder_beside(file), "closing", EVENING_MS)
    assert made.parent.name == "community.backups"
    assert made.name == "community-20261128T110000Z-closing.yst"


def test_a_place_that_is_not_there(room: Room, file: Path, tmp_path: Path, told: Told) -> None:
    stick = tmp_path / "media" / "stick"
    with pytest.raises(StorageFault) as fault:
        backup.back_up(file, stick, "stage", EVENING_MS)
    english, chinese = told(fault.value, "backup_failed")
    assert str(stick) in english
    assert str(stick) in chinese
    assert not stick.parent.exists()
    room.do(topics.add_topic, title="接着写")


def test_a_place_where_nothing_may_be_written(
    file: Path, tmp_path: Path, told: Told, as_ordinary_user: Ordinary
) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    with as_ordinary_user(tmp_path):
        folder.chmod(0o555)
        with pytest.raises(StorageFault) as fault:
            backup.back_up(file, folder, "stage", EVENING_MS)
        told(fault.value, "backup_failed")
    assert list(folder.iterdir()) == []


def test_a_damaged_file_is_told_as_such(file: Path, tmp_path: Path, told: Told) -> None:
    file.write_bytes(b"no database at all" * 1000)
    with pytest.raises(StorageFault) as fault:
        backup.back_up(file, tmp_path / "b", "stage", EVENING_MS)
    told(fault.value, "not_a_community")
    assert list((tmp_path / "b").iterdir()) == []


def test_no_backup_is_made_of_what_is_damaged_or_foreign(file: Path, tmp_path: Path, told: Told) -> None:
    foreign, broken = tmp_path / "foreign.yst", bytearray(file.read_bytes())
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE things (name TEXT)")
    broken[len(broken) // 2 :] = b"\xff" * (len(broken) - len(broken) // 2)
    file.write_bytes(broken)
    for source, code in ((foreign, "not_a_community"), (file, "file_damaged")):
        with pytest.raises(StorageFault) as fault:
            backup.back_up(source, tmp_path / "b", "stage", EVENING_MS)
        told(fault.value, code)
    assert list((tmp_path / "b").iterdir()) == []


def test_after_damage_the_newest_backup_goes_on(room: Room, file: Path, tmp_path: Path) -> None:
    room.do(topics.add_topic, title="最后一个")
    kept = backup.back_up(file, tmp_path / "b", "stage", EVENING_MS)
    assert backup.backups_of(file, tmp_path / "b")[0] == kept
    again = Room(Store.open_file(kept, Time()()))
    again.do(topics.add_topic, title="在备份里接着写")
    again.close()
    again.store.close()
    assert titles(kept)[-2:] == ["最后一个", "在备份里接着写"]


def test_a_backup_on_a_stick_that_may_only_be_read(
    room: Room, file: Path, tmp_path: Path, as_ordinary_user: Ordinary
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    kept = backup.back_up(file, stick, "end", 0)
    with as_ordinary_user(tmp_path):
        stick.chmod(0o555)
        backup.restore(kept, tmp_path / "restored.yst")
        stick.chmod(0o755)
    assert list(stick.iterdir()) == [kept]
    store = Store.open_file(tmp_path / "restored.yst", Time()())
    assert store.integrity() == "ok"
    store.close()


def test_no_folder_of_backups_is_made_for_a_file_that_is_not_there(tmp_path: Path, told: Told) -> None:
    with pytest.raises(Refusal) as refused:
        back_up_file(tmp_path / "gone.yst", None)
    told(refused.value, "file_missing")
    assert not list(tmp_path.iterdir())
