"""Whole lists: every row gets a state and a note in words, and no file brings the reader down."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from meeting_app import i18n
from meeting_app.actions.roster import sheets
from meeting_app.actions.roster_file import (
    PreviewRow,
    RosterPreview,
    lines,
    read_roster,
    write_roster_template,
)
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.people import KnownPerson
from meeting_app.wording.roster import NOTES, note, unused_columns

TODAY = date(2026, 11, 21)
HEAD = "姓名,楼栋,单元,房号,面积,关系,份额,电话,出生年\n"


def read(folder: Path, text: str, *known: KnownPerson, encoding: str = "utf-8") -> RosterPreview:
    file = folder / "list.csv"
    file.write_bytes(text.encode(encoding))
    return read_roster(file, known, today=TODAY)


def states(preview: RosterPreview) -> list[tuple[int, str, str]]:
    return [(row.line, row.state, row.code) for row in preview.rows]


def person(name: str, room: str = "501", phone: str = "", area_c: int = 8950) -> KnownPerson:
    return KnownPerson(f"{name}-{room}", name, ("3号楼", 2, room), area_c, phone, None, (1, 1))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_clean_list_is_new_whatever_wrote_it(tmp_path: Path, encoding: str) -> None:
    text = (
        HEAD + "王桂芳,3号楼,2单元,501,89.50,业主,1/2,10155500001,1955\n李建国,3,2,501室,89.5㎡,业主,50%,,\n"
    )
    preview = read(tmp_path, text, encoding=encoding)
    assert preview.counts == {"new": 2, "changed": 0, "same": 0, "question": 0, "error": 0, "left": 0}
    first, second = lines(preview)
    assert (first.name, first.building, first.stairway, first.storey, first.room) == (
        "王桂芳",
        "3号楼",
        2,
        5,
        "501",
    )
    assert (first.area_c, first.share, first.phone, first.birth_year) == (8950, (1, 2), "10155500001", 1955)
    assert (second.area_c, second.share, second.relation, second.building) == (
        8950,
        (5000, 10_000),
        "owner",
        "3号楼",
    )


def test_english_headings_and_semicolons(tmp_path: Path) -> None:
    preview = read(
        tmp_path, "Name;Building;Entrance;Flat;Area;Relation;Remark\nAnna Berg;4;1;302;76.20;tenant;x\n"
    )
    assert states(preview) == [(2, "new", "")]
    assert preview.unused == ("Remark",)
    assert preview.rows[0].relation == "tenant"


def test_errors_stop_a_row_and_say_why(tmp_path: Path) -> None:
    preview = read(
        tmp_path,
        HEAD
        + ",3,2,501,,,,,\n12,3,2,502,,,,,\n张三,3,乙,503,,,,,\n李四,3,2,,,,,,\n王五,3,2,B1,,,,,\n"
        + "赵六,3,2,601,,,,,\n赵六,3,2,601,,,,,\n"
        + "孙七,3,2,602,,业主,2/3,,\n周八,3,2,602,,业主,2/3,,\n合计,,,,,,,,\n",
    )
    assert states(preview) == [
        (2, "error", "name_missing"), (3, "error", "name_unclear"), (4, "error", "stairway_unclear"),
        (5, "error", "room_missing"), (6, "error", "storey_missing"), (7, "new", ""),
        (8, "error", "twice_in_list"), (9, "error", "shares_over"), (10, "error", "shares_over"),
        (11, "left", "sum_row"),
    ]  # fmt: skip
    assert [line.name for line in lines(preview, range(100))] == ["赵六"]


def test_what_a_person_has_to_say_is_asked(tmp_path: Path) -> None:
    preview = read(
        tmp_path,
        HEAD
        + '张三,3,2,401,待测,业主,,,\n李四,3,2,402,"1,083.26",业主,,,\n王五,3,2,403,,业主,,138****1,\n'
        + "赵六,3,2,404,,亲戚,,,\n孙七,3,2,405,,业主,,,79\n周八,3,2,406,,业主,,,\n吴九,3,2,406,,业主,,,\n"
        + "郑十,3,2,407,,业主,1/2,,\n冯一,3,2,408,,租户,1/2,,\n",
    )
    assert [row.code for row in preview.rows] == [
        "area_unclear", "area_unusual", "phone_unclear", "relation_unclear", "birth_year_unclear",
        "share_open", "share_open", "shares_short", "share_of_no_owner",
    ]  # fmt: skip
    assert {row.state for row in preview.rows} == {"question"}
    assert lines(preview) == ()
    taken = lines(preview, {5, 6, 8})
    assert [(line.name, line.share) for line in taken] == [("周八", (1, 2)), ("吴九", (1, 2)), ("冯一", None)]


def test_the_roster_knows_people_by_name_and_unit(tmp_path: Path) -> None:
    known = (
        person("王桂芳"),
        person("李建国", "502", "10155500009"),
        person("陈红", "601"),
        person("陈红", "602"),
    )
    text = HEAD + (
        "王桂芳,3,2,501,89.50,业主,,,\n李建国,3,2,502,89.50,业主,,10155500010,\n李建国,3,2,503,,业主,,,\n"
        "王桂芬,3,2,501,,家属,,,\n陈红,3,2,603,,家属,,,\n赵云,3,2,504,,家属,,,\n赵云,3,2,505,,家属,,,\n"
    )
    preview = read(tmp_path, text, *known)
    assert states(preview) == [
        (2, "same", ""), (3, "changed", "phone_changed"), (4, "question", "known_elsewhere"),
        (5, "question", "similar_name"), (6, "question", "namesakes_known"), (7, "new", ""),
        (8, "new", "namesake_in_list"),
    ]  # fmt: skip
    assert [row.person_id for row in preview.rows] == [
        "王桂芳-501", "李建国-502", "李建国-502", "王桂芳-501", None, None, None,
    ]  # fmt: skip


def test_a_house_that_does_not_exist_is_asked(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(HEAD + "张三,33,2,501,,家属,,,\n", "utf-8")
    preview = read_roster(file, (), today=TODAY, buildings={"3号楼"})
    assert states(preview) == [(2, "question", "building_new")]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_note_is_a_sentence_in_both_languages(language: str) -> None:
    everything = dict.fromkeys(
        (
            "name", "text", "room", "line", "numerator", "denominator", "area", "count", "building", "aside",
            "body", "group", "stairway",
        ),
        2,
    )  # fmt: skip
    i18n.set_language(language)
    for code in NOTES:
        assert "{" not in note(code, everything)
        assert any("\u4e00" <= sign <= "\u9fff" for sign in note(code, everything)) == (language == "zh_CN")
    assert note("", {}) == ""
    assert unused_columns(()) == ""
    assert "x" in unused_columns(("x",))


def test_every_note_that_a_row_can_get_has_words() -> None:
    from meeting_app.actions.roster.entry import ASIDE, ERRORS
    from meeting_app.actions.roster_file import CHANGES, REMARKS

    assert {*ERRORS, *ASIDE, *CHANGES, *REMARKS} <= set(NOTES)


def test_files_that_are_no_lists_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def code(name: str, body: bytes) -> str:
        (tmp_path / name).write_bytes(body)
        with pytest.raises(Refusal) as refused:
            read_roster(tmp_path / name, (), today=TODAY)
        return refused.value.code

    assert code("empty.csv", b"") == "roster_columns"
    assert code("old.xls", b"\xd0\xcf\x11\xe0" + bytes(600)) == "roster_old_excel"
    assert code("broken.xlsx", b"PK\x03\x04 not a zip") == "roster_unreadable"
    assert code("latin.csv", b"name,room\n\xff\xff\xff") == "roster_unreadable"
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as packed:
        packed.writestr("hello.txt", "hello")
    assert code("other.xlsx", (tmp_path / "other.zip").read_bytes()) == "roster_unreadable"
    with pytest.raises(Refusal, match="name, room"):
        read_roster(tmp_path / "empty.csv", (), today=TODAY)
    assert code("no_name.csv", "楼栋,房号\n3,501\n".encode()) == "roster_columns"
    monkeypatch.setattr(sheets, "MOST_ROWS", 3)
    assert code("long.csv", (HEAD + "张三,3,2,501,,,,,\n" * 5).encode()) == "roster_too_large"
    monkeypatch.setattr(sheets, "MOST_BYTES", 10)
    assert code("heavy.csv", (HEAD + "张三,3,2,501,,,,,\n").encode()) == "roster_too_large"
    with pytest.raises(Refusal, match="file_missing"):
        read_roster(tmp_path / "nowhere.csv", (), today=TODAY)


def test_a_spreadsheet_is_read_by_values_with_its_titles_above(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["晨光社区名册"], [], ["姓名", "楼栋", "单元", "房号", "建筑面积（㎡）", "出生日期"],
        ["张三", 3, 2, 501, 108.19, date(1975, 3, 12)], ["李四", 3.0, "2单元", "502", "51", None],
    ):  # fmt: skip
        sheet.append(row)
    book.save(tmp_path / "list.xlsx")
    preview = read_roster(tmp_path / "list.xlsx", (), today=TODAY)
    assert [(row.line, row.area_c, row.birth_year, row.state) for row in preview.rows] == [
        (4, 10819, 1975, "new"),
        (5, 5100, None, "new"),
    ]


def test_the_example_reads_clean(tmp_path: Path) -> None:
    write_roster_template(tmp_path / "example.xlsx")
    preview = read_roster(tmp_path / "example.xlsx", (), today=TODAY)
    assert preview.counts == {"new": 4, "changed": 0, "same": 0, "question": 0, "error": 0, "left": 0}
    assert preview.unused == ()
    assert len(preview.columns) == 16


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400), st.booleans())
def test_no_file_brings_the_reader_down(tmp_path: Path, body: bytes, headed: bool) -> None:
    file = tmp_path / "any.csv"
    file.write_bytes((HEAD.encode() if headed else b"PK\x03\x04") + body)
    said = ""
    rows: tuple[PreviewRow, ...] = ()
    try:
        rows = read_roster(file, (), today=TODAY).rows
    except Refusal as refusal:
        said = refusal.code
    assert said.startswith("roster_") or not said
    assert all(row.state == "new" or note(row.code, row.params) for row in rows)
