"""Lists as still other offices have them: whatever is not sure to be right is asked or refused row by row."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from meeting_app.actions.roster import places
from meeting_app.actions.roster.places import Place
from meeting_app.actions.roster_file import lines, read_roster
from meeting_app.domain.refusal import Refusal
from tests.roster.test_messes import TODAY, notes, people, saved, text


def test_headings_worded_otherwise_and_words_for_nothing(tmp_path: Path) -> None:
    """What ends in 面积 or 地址 is believed; a cell of 无 or a dash is empty; 空置 is nobody's name."""
    preview = text(
        tmp_path,
        "不动产权利人姓名\t现居住地址\t不动产登记面积(㎡)\t套内面积\t本人手机号\t户籍地址\n"
        "张三\t晨光路88弄3号501室\t89.5 平方米\t70\t+86 138-0000-0001（女儿）\t北京市1号楼101\n"
        "李四\t叁栋2单元5楼502\t１，０８９．５０\t无\t8613800000002\t无\n"
        "空置\t3.2.503\t/\t\t—\t\n"
        "王五\t3栋504\t待补\t\t138.0000.0003\t\n"
        "#N/A\t3-2-505\t88\t\t\t\n",
        "gbk",
    )
    assert people(preview) == [
        ("张三", "3号楼", 1, "501", 8950), ("李四", "3号楼", 2, "502", 108950), ("", "3号楼", 2, "503", 0),
        ("王五", "3号楼", 2, "504", 0), ("", "3号楼", 2, "505", 8800),
    ]  # fmt: skip
    assert notes(preview) == [
        ("new", ""), ("question", "area_unusual"), ("question", "owner_missing"),
        ("question", "stairway_above"), ("error", "formula_failed"),
    ]  # fmt: skip
    assert [row.phone for row in preview.rows] == ["13800000001", "13800000002", "", "13800000003", ""]
    assert preview.unused == ("套内面积", "户籍地址")


def test_two_lists_side_by_side_under_a_title_that_names_the_house(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["幸福小区5幢业主名册"], ["序号", "房号", "姓名", "电话", "序号", "房号", "姓名", "电话"],
        [1, "1-101", "张三", 13800000001, 3, "2-101", "王五", 13800000003],
        [2, "1-102", "李四", 13800000002], [None, None, None, None, 4, "2-102", "张三", 13800000001],
    ]  # fmt: skip
    preview = saved(tmp_path, ("Sheet1", rows, []))
    assert [row[:4] for row in people(preview)] == [
        ("张三", "5号楼", 1, "101"), ("李四", "5号楼", 1, "102"), ("王五", "5号楼", 2, "101"),
        ("张三", "5号楼", 2, "102"),
    ]  # fmt: skip
    assert {row.relation for row in preview.rows} == {"owner"}
    keys = [line.key for line in lines(preview)]
    assert keys[0] == keys[3] != ""


def test_a_heading_said_twice_is_left_aside_aloud(tmp_path: Path) -> None:
    preview = text(tmp_path, "姓名,房号,电话,紧急联系人,电话\n张三,3-2-501,13800000001,李四,13800000009\n")
    assert preview.unused == ("紧急联系人", "电话")
    assert [row.phone for row in preview.rows] == ["13800000001"]


def test_house_and_stairway_in_one_column_or_as_lines_of_their_own(tmp_path: Path) -> None:
    preview = text(tmp_path, "楼栋单元,房号,姓名\n3-2,501,张三\n4栋1单元,502,李四\n")
    assert [row[:4] for row in people(preview)] == [("张三", "3号楼", 2, "501"), ("李四", "4号楼", 1, "502")]
    rows: list[list[Any]] = [
        ["一单元"], ["室号", "姓名"], [101, "张三"], ["二单元"], [101, "李四"], ["1-102、1-103", "王五"],
    ]  # fmt: skip
    preview = saved(tmp_path, ("5幢", rows, []))
    assert [row[:4] for row in people(preview)][:2] == [
        ("张三", "5号楼", 1, "101"), ("李四", "5号楼", 2, "101"),
    ]  # fmt: skip
    assert notes(preview)[-1] == ("error", "rooms_several")


def test_hidden_rows_are_asked_and_hidden_columns_give_way(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["房号", "姓名", "面积", "建筑面积"],
        ["3-2-501", "张三", 80, 89.5],
        ["3-2-502", "李四", 1, 2],
    ):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.save(tmp_path / "list.xlsx")
    preview = read_roster(tmp_path / "list.xlsx", (), today=TODAY)
    assert [row.area_c for row in preview.rows] == [8950, 200]
    assert notes(preview) == [("new", ""), ("question", "row_hidden")]
    assert preview.unused == ("面积",)


def test_formulas_that_were_never_reckoned_and_days_as_numbers(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["房号", "姓名", "面积", "出生日期"], ["3-2-501", "张三", "=80+9.5", 27465],
        ["3-2-502", '="李"&"四"', 80, "1950.3"], ["=A2", "=B2", "=C2", "=D2"],
    ]  # fmt: skip
    preview = saved(tmp_path, ("名册", rows, []))
    assert [(row.state, row.code, row.birth_year) for row in preview.rows] == [
        ("question", "formula_open", 1975), ("error", "formula_failed", 1950),
        ("error", "formula_failed", None),
    ]  # fmt: skip


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b"\x841\x953"])
def test_gbk_with_a_mark_or_without(tmp_path: Path, mark: bytes) -> None:
    (tmp_path / "list.csv").write_bytes(mark + "姓名;房号\n张㛃;3-2-501\n".encode("gb18030"))
    assert people(read_roster(tmp_path / "list.csv", (), today=TODAY)) == [("张㛃", "3号楼", 2, "501", 0)]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "roster_locked"),
        (b"\xef\xbb\xbf \r\n<html><table><tr><td>", "roster_web_page"),
        (b"MIME-Version: 1.0\n", "roster_web_page"),
    ],
)
def test_what_only_excel_can_open_is_told_how(tmp_path: Path, body: bytes, code: str) -> None:
    (tmp_path / "list.xlsx").write_bytes(body)
    with pytest.raises(Refusal) as refused:
        read_roster(tmp_path / "list.xlsx", (), today=TODAY)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("幸福小区3栋二单元5楼502", Place("3号楼", 2, "502")),
        ("贰幢壹单元叁零壹", Place("2号楼", 1, "301")),
        ("1-3号楼业主名册", None),
        ("3号楼、4号楼业主", None),
    ],
)
def test_places_in_words_and_titles(said: str, place: Place | None) -> None:
    assert (places.place_of(said) or places.house_in_title(said)) == place
