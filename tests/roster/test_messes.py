"""Lists as they look elsewhere: two rows of headings, houses as headings, several sheets, other encodings."""

import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from meeting_app.actions.roster_file import RosterPreview, Watch, lines, read_roster
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.known_roster import KnownPerson, KnownRoster, KnownUnit

TODAY = date(2026, 11, 21)


def saved(folder: Path, *sheets: tuple[str, list[list[Any]], list[str]]) -> RosterPreview:
    """Sheets of (title, rows, merged blocks), saved and read."""
    book = Workbook()
    book.remove(book.active or book.create_sheet())
    for title, rows, merged in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for block in merged:
            sheet.merge_cells(block)
    book.save(folder / "list.xlsx")
    return read_roster(folder / "list.xlsx", (), today=TODAY)


def text(
    folder: Path, content: str, encoding: str = "utf-8", known: KnownRoster | None = None
) -> RosterPreview:
    """A text file, saved and read."""
    (folder / "list.csv").write_bytes(content.encode(encoding))
    return read_roster(folder / "list.csv", known or (), today=TODAY)


def people(preview: RosterPreview) -> list[tuple[str, str, int, str, int]]:
    return [
        (row.name, row.building, row.stairway, row.room, row.area_c)
        for row in preview.rows
        if row.state != "left"
    ]


def notes(preview: RosterPreview) -> list[tuple[str, str]]:
    return [(row.state, row.code) for row in preview.rows]


def test_two_rows_of_headings_and_merged_cells_of_joint_owners(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["晨光小区业主信息登记表", None, None, None, None, None],
        ["楼栋", "单元", "房号", "业主信息", None, "建筑面积（㎡）"],
        [None, None, None, "姓名", "联系电话", None],
        ["3栋", "2单元", "501室", "张 三", "138 0000 0001", "89.50㎡"],
        [None, None, None, "李　四", "13800000002", None],
        [None, None, "502室", "王五", None, "76,20"],
    ]
    merged = ["A1:F1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3", "A4:A6", "B4:B6", "C4:C5", "F4:F5"]
    preview = saved(tmp_path, ("业主", rows, merged))
    assert people(preview) == [
        ("张三", "3号楼", 2, "501", 8950),
        ("李四", "3号楼", 2, "501", 8950),
        ("王五", "3号楼", 2, "502", 7620),
    ]  # fmt: skip
    assert notes(preview) == [("question", "share_open"), ("question", "share_open"), ("new", "")]


def test_the_same_list_saved_as_text_asks_where_the_merged_room_is_gone(tmp_path: Path) -> None:
    preview = text(
        tmp_path,
        "楼栋;单元;房号;业主信息;;面积\n;;;姓名;电话;\n3栋;2单元;501;张三;;89.50\n;;;李四;;\n;;502;王五;;76.2\n",
        "utf-8-sig",
    )
    assert [row[:4] for row in people(preview)] == [
        ("张三", "3号楼", 2, "501"), ("李四", "3号楼", 2, "501"), ("王五", "3号楼", 2, "502"),
    ]  # fmt: skip
    assert [row.code for row in preview.rows][1] == "room_above"


def test_houses_as_lines_and_headings_on_every_page(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["名册"], ["房号", "姓名"], ["3号楼"], ["1-101", "张三"], ["1-102", "李四"], ["本页小计", "2"],
        ["房号", "姓名"], ["四号楼2单元"], ["301", "王五"], ["制表人：赵六"], ["总计：3户"],
    ]  # fmt: skip
    preview = saved(tmp_path, ("名册", rows, []))
    assert [row[:4] for row in people(preview)] == [
        ("张三", "3号楼", 1, "101"), ("李四", "3号楼", 1, "102"), ("王五", "4号楼", 2, "301"),
    ]  # fmt: skip
    assert [row.code for row in preview.rows if row.state == "left"] == [
        "house_line", "sum_row", "heading_again", "house_line", "no_row", "sum_row",
    ]  # fmt: skip


def test_a_sheet_for_each_house_and_one_with_remarks(tmp_path: Path) -> None:
    head = ["单元", "房号", "姓名"]
    preview = saved(
        tmp_path,
        ("说明", [["请各楼长填写"]], []),
        ("3号楼", [head, [1, 101, "张三"]], []),
        ("4栋", [head, [2, 202, "李四"], [2, 202, "李四"]], []),
    )
    assert [row[:4] for row in people(preview)] == [
        ("张三", "3号楼", 1, "101"), ("李四", "4号楼", 2, "202"), ("李四", "4号楼", 2, "202"),
    ]  # fmt: skip
    assert preview.sheets == ("说明",)
    assert notes(preview)[2] == ("error", "twice_in_list")


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-16", "utf-16-le", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_encodings_and_marks(tmp_path: Path, encoding: str, mark: str) -> None:
    content = "晨光社区\n姓名,房号,建筑面积\n张三,３－２－５０１,89.5平米\n李四,三号楼二单元502,76,20\n"
    rows = [line.replace("76,20", '"76,20"').replace(",", mark, 2) for line in content.split("\n")]
    preview = text(tmp_path, "\n".join(rows), encoding)
    assert people(preview) == [("张三", "3号楼", 2, "501", 8950), ("李四", "3号楼", 2, "502", 7620)]


def test_a_house_that_was_forgotten_is_asked_not_guessed(tmp_path: Path) -> None:
    rows = "".join(f"{house}号楼,1,{room},某{house}{room}\n" for house in (1, 2, 3) for room in (101, 102))
    content = "楼栋,单元,房号,姓名\n" + rows.replace("某", "王") + ",1,201,李四\n4号楼,1,101,赵六\n"
    preview = text(tmp_path, content)
    assert [row.code for row in preview.rows if row.name == "李四"] == ["building_above"]


def test_one_person_with_two_flats_is_one_person(tmp_path: Path) -> None:
    preview = text(
        tmp_path,
        "业主姓名,房号,手机\n黎爱华,5-3-101,13800000001\n黎爱华,5-3-102,13800000001\n黎爱华,5-3-201,13800000009\n",
    )
    assert notes(preview) == [("new", ""), ("new", "same_person_in_list"), ("new", "namesake_in_list")]
    keys = [line.key for line in lines(preview)]
    assert keys[0] == keys[1] != ""
    assert keys[2] == ""


def test_units_without_an_owner_and_parking_spaces(tmp_path: Path) -> None:
    preview = text(
        tmp_path,
        "房号,业主姓名,面积,房屋用途\n3-2-501,,89.50,\n3-2-502,未售,76.20,住宅\n地下车位B1-023,张三,12.5,车位\n"
        "3-2-503,,,\n3-2-504,张四（已故）,80,\n3-2-505,王小二（1/3）、李小二（2/3）,80,\n",
    )
    assert notes(preview) == [
        ("question", "owner_missing"), ("new", "unsold_unit"), ("new", ""), ("error", "name_missing"),
        ("question", "name_aside"), ("new", ""), ("new", ""),
    ]  # fmt: skip
    taken = lines(preview, {0})
    assert [(line.name, line.state, line.purpose) for line in taken[:3]] == [
        ("", "", ""), ("", "unsold", "home"), ("张三", "", "parking"),
    ]  # fmt: skip
    assert [line.share for line in taken[3:]] == [(1, 3), (2, 3)]


def test_a_unit_that_has_an_owner_does_not_change_hands_unasked(tmp_path: Path) -> None:
    owner = KnownPerson("a", "张三", ("3号楼", 2, "501"), 8950, "", None, (1, 1), 7)
    known = KnownRoster((owner,), (KnownUnit(("3号楼", 2, "501"), 5, 8950, "sold", "home", 1),), ("3号楼",))
    preview = text(tmp_path, "业主姓名,房号,面积\n李四,3-2-501,89.50\n", known=known)
    assert notes(preview) == [("question", "changes_hands")]
    preview = text(tmp_path, "业主姓名,房号,面积,状态\n张三,3-2-501,89.60,已售\n", known=known)
    assert notes(preview) == [("changed", "area_changed")]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(400), "roster_picture"),
        (b"\xff\xd8\xff\xe0" + bytes(400), "roster_picture"),
        (b"%PDF-1.7", "roster_picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1" + bytes(400), "roster_old_excel"),
        (b"PK\x03\x04" + bytes(400), "roster_unreadable"),
        (b"", "roster_columns"),
    ],
)
def test_a_picture_called_a_list_gets_a_sentence_of_its_own(tmp_path: Path, body: bytes, code: str) -> None:
    (tmp_path / "list.xlsx").write_bytes(body)
    with pytest.raises(Refusal) as refused:
        read_roster(tmp_path / "list.xlsx", (), today=TODAY)
    assert refused.value.code == code


def test_fifty_thousand_rows_are_refused_at_once_and_a_long_reading_can_be_stopped(tmp_path: Path) -> None:
    file = tmp_path / "long.csv"
    file.write_text(
        "姓名,房号\n" + "".join(f"张三,{1 + n // 400}-1-{101 + n % 400}\n" for n in range(50_000))
    )
    begun = time.process_time()
    with pytest.raises(Refusal, match="roster_too_large"):
        read_roster(file, (), today=TODAY)
    assert time.process_time() - begun < 10
    watch = Watch()
    watch.cancelled = True
    with pytest.raises(Refusal, match="import_stopped"):
        read_roster(file, (), today=TODAY, watch=watch)
