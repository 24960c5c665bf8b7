"""Backups by hand and restoring: always a new file, proved before it is offered, and nothing written over."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from meeting_app.actions import community
from meeting_app.actions.backups import (
    back_up_now,
    backup_list,
    backup_row,
    restore_backup,
    restored_file,
)
from meeting_app.actions.communities import Opened, make_community, open_community
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import set_language
from meeting_app.queries.basics import community_view
from meeting_app.storage import backup
from meeting_app.wording import backups as words
from meeting_app.wording.times import ZONE
from tests.storage.desks import EVENING_MS, Time

EVENING = datetime(2026, 11, 28, 19, 0, tzinfo=ZONE)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A small community."""
    made = tmp_path / "晨光社区.yst"
    opened = make_community(made, now=Time())
    _named(opened, "晨光社区")
    opened.close()
    return made


def _named(opened: Opened, name: str) -> None:
    change = community.edit_community if opened.records.ask(community_view) else community.create_community
    opened.desk.do(change, name=name, short="晨居", committee="居委会").result(60)


def _name(file: Path) -> str:
    opened = open_community(file, now=Time())
    try:
        view = opened.records.ask(community_view)
        return view.name if view else ""
    finally:
        opened.close()


def test_a_backup_is_restored_beside_the_file_which_stays_as_it_is(file: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    made = back_up_now(file, str(stick), Time())
    assert [one.parent for one in made] == [backup.folder_beside(file), stick]
    opened = open_community(file, now=Time())
    _named(opened, "改过的名字")
    opened.close()
    beside, second = backup_list(file, str(stick))
    assert (beside.reason, beside.made_at, beside.beside, second.beside) == ("manual", EVENING, True, False)
    target = restored_file(beside, "恢复", tmp_path)
    restored = restore_backup(beside, target, Time())
    assert (restored.file.parent, restored.held.community) == (file.parent, "晨光社区")
    assert (_name(file), _name(target)) == ("改过的名字", "晨光社区")
    again = restored_file(beside, "恢复", tmp_path)
    assert again != target
    with pytest.raises(Refusal, match="file_exists"):
        restore_backup(beside, target, Time())
    assert _name(target) == "晨光社区"
    assert restored_file(second, "恢复", tmp_path / "home").parent == tmp_path / "home"


def test_the_sentence_tells_from_when_and_what_is_missing(file: Path) -> None:
    text = words.restored("晨光社区", EVENING, file, EVENING, 2)
    assert "28 November 2026, 19:00" in text
    assert "2 secret votes were open" in text
    assert str(file) in text
    set_language("zh_CN")
    assert words.restored("晨光社区", EVENING, file).endswith("。原来的文件没有动。")


def test_a_damaged_backup_restores_nothing_and_says_so(file: Path, tmp_path: Path) -> None:
    (kept,) = back_up_now(file, now=Time())
    body = bytearray(kept.read_bytes())
    body[4096:] = b"\x5a" * (len(body) - 4096)
    kept.write_bytes(bytes(body))
    foreign = tmp_path / "letter.yst"
    foreign.write_bytes(b"not a database at all" * 500)
    for damaged in (kept, foreign):
        row = backup_row(damaged)
        target = restored_file(row, "restored", tmp_path)
        with pytest.raises(Refusal, match="backup_damaged"):
            restore_backup(row, target, Time())
        assert not list(tmp_path.glob(f"{target.stem}*"))
    with pytest.raises(Refusal, match="file_missing"):
        backup_row(tmp_path / "gone.yst")


def test_a_place_that_takes_no_file_is_told(file: Path, tmp_path: Path) -> None:
    (kept,) = back_up_now(file, now=Time())
    with pytest.raises(Refusal, match="not_restored"):
        restore_backup(backup_row(kept), tmp_path / "nowhere" / "x.yst", Time())


def test_two_meetings_that_went_on_at_once_make_a_backup_like_others(file: Path) -> None:
    made = backup.back_up(file, backup.folder_beside(file), "closed-live", EVENING_MS)
    (row,) = backup_list(file)
    assert (row.file, words.reason(row.reason)) == (made, "when a meeting was over")


def test_a_copy_that_somebody_named_is_restored_too(file: Path, tmp_path: Path) -> None:
    (kept,) = back_up_now(file, now=Time())
    carried = tmp_path / "给王主任.yst"
    shutil.copyfile(kept, carried)
    row = backup_row(carried)
    assert (row.stem, row.reason, row.beside) == ("给王主任", "", False)
    assert restore_backup(row, tmp_path / "neu.yst", Time()).held.community == "晨光社区"
