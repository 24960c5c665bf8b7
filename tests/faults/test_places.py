"""Files and places that cannot be opened: each is told in its own words, and nothing in it is touched."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from meeting_app.storage.engines import file_uri
from meeting_app.storage.faults import StorageFault
from meeting_app.storage.store import Store
from tests.faults.conftest import Ordinary, Told
from tests.storage.desks import Time


def refused(path: Path) -> StorageFault:
    """What is said when the file is opened."""
    with pytest.raises(StorageFault) as fault:
        Store.open_file(path, Time()())
    return fault.value


def garbage(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def other_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE bookmarks (url TEXT)")
        database.commit()


def our_mark_only(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA application_id=1498634289")
        database.execute("CREATE TABLE x (y)")
        database.commit()


def truncated(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2 // 4096 * 4096])


def broken_pages(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    for page in range(4, len(whole) // 4096, 5):
        whole[page * 4096 : page * 4096 + 512] = b"\xff" * 512
    path.write_bytes(whole)


def broken_schema(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[100:400] = b"\x00" * 300
    path.write_bytes(whole)


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE alembic_version SET version_num = '0999'")
        database.commit()


@pytest.mark.parametrize(
    ("harm", "code", "says"),
    [
        (garbage, "not_a_community", "not a community file"),
        (empty, "not_a_community", "not a community file"),
        (other_program, "not_a_community", "not a community file"),
        (our_mark_only, "not_a_community", "not a community file"),
        (truncated, "file_damaged", "Restore a backup"),
        (broken_pages, "file_damaged", "Restore a backup"),
        (broken_schema, "file_damaged", "Restore a backup"),
        (newer, "file_newer", "newer version"),
    ],
)
def test_a_file_that_is_not_in_order(
    file: Path, told: Told, harm: Callable[[Path], None], code: str, says: str
) -> None:
    harm(file)
    before = file.read_bytes()
    english, _chinese = told(refused(file), code)
    assert says in english
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_file_that_is_not_there(tmp_path: Path, told: Told) -> None:
    told(refused(tmp_path / "gone.yst"), "file_missing")
    told(refused(tmp_path), "file_missing")
    with pytest.raises(StorageFault) as fault:
        Store.create_file(tmp_path / "stick" / "new.yst")
    told(fault.value, "folder_missing")
    assert not (tmp_path / "stick").exists()


def test_a_new_file_never_replaces_one(file: Path, told: Told) -> None:
    before = file.read_bytes()
    with pytest.raises(StorageFault) as fault:
        Store.create_file(file)
    told(fault.value, "file_exists")
    assert file.read_bytes() == before


@pytest.mark.parametrize("name", ["晨光 社区.yst", "a?b#c%20d.yst", "[abc]*.yst", "it's.yst"])
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    from meeting_app.storage import backup

    path = tmp_path / name
    Store.create_file(path).close()
    store = Store.open_file(path, Time()())
    assert store.integrity() == "ok"
    made = backup.back_up(path, tmp_path, "stage", 0)
    assert backup.backups_of(path, tmp_path) == [made]
    store.close()
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([name, made.name])


@pytest.mark.parametrize(
    ("place", "uri"),
    [
        ("/home/a b/晨.yst", "file:///home/a%20b/%E6%99%A8.yst?mode=rw"),
        ("/a?b#c%20.yst", "file:///a%3Fb%23c%2520.yst?mode=rw"),
        ("//server/share/c.yst", "file:////server/share/c.yst?mode=rw"),  # Python's own is //server/share
    ],
)
def test_a_file_is_asked_for_without_a_server_in_its_uri(place: str, uri: str) -> None:
    assert file_uri(Path(place), "mode=rw") == uri


def test_a_place_where_nothing_may_be_written(file: Path, told: Told, as_ordinary_user: Ordinary) -> None:
    before = file.read_bytes()
    with as_ordinary_user(file.parent):
        file.parent.chmod(0o555)
        english, _chinese = told(refused(file), "read_only_place")
        assert "Copy the file to the laptop" in english
        with pytest.raises(StorageFault) as fault:
            Store.create_file(file.with_name("new.yst"))
        told(fault.value, "read_only_place")
        file.parent.chmod(0o755)
        file.chmod(0o444)
        told(refused(file), "read_only_place")
        file.chmod(0o000)
        told(refused(file), "cannot_open")
    file.chmod(0o644)
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    Store.open_file(file, Time()()).close()


def test_a_second_window_is_told_in_both_languages(told: Told) -> None:
    told(StorageFault("file_in_use"), "file_in_use")
