"""Copies for office programs: whole, in the right faces, escaped; read back by other people's libraries."""

import io
import zipfile
from dataclasses import replace
from datetime import timedelta
from typing import Any

import docx
import icalendar
import openpyxl
from docx.oxml.ns import qn

from meeting_app.documents.office.calendar import meeting_calendar
from meeting_app.documents.office.minutes_word import minutes_word
from meeting_app.documents.office.notice_word import notice_word
from meeting_app.documents.office.sheets import meeting_sheets
from meeting_app.queries.papers import ParkedLine
from tests.documents import owners, samples

_NASTY = "甲</w:t><b>乙&amp;\x00\x07丙{{name}} =SUM(A1) 郑𬱖😀"


def _event(body: bytes) -> Any:
    """The meeting as another library reads it."""
    (event,) = icalendar.Calendar.from_ical(body).walk("VEVENT")
    return event


def _paragraphs(body: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(body)).paragraphs]


def test_the_notice_is_whole_in_word() -> None:
    text = "\n".join(_paragraphs(notice_word(samples.notice())))
    for clause in samples.MOTION:
        assert clause in text
    for piece in (
        "一、时间。11月28日（星期六）14:30",
        "附件：1．公共停车位",
        samples.ISSUER,
        "2026年11月12日",
    ):
        assert piece in text


def test_the_minutes_are_whole_in_word() -> None:
    body = minutes_word(samples.minutes())
    document = docx.Document(io.BytesIO(body))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert all(speech.gist in text for item in samples.minutes().items for speech in item.speeches)
    assert all(name in cells for name in samples.NAMES)
    assert "重新划线，装好12个充电桩的计时提醒" in cells
    headings = [one.text for one in document.paragraphs if (one.style and one.style.name) == "Heading 1"]
    assert headings[0] == "一、通报前三季度居务和公共收益（14:32至14:48，周敏）"
    assert headings[-4:] == ["四、会议决定", "五、任务", "六、暂存的问题", "七、到会情况"]
    for piece in ("请假：阎锡玲、", "15:36举手表决", "（宋喆提出）", "发送：全体居民代表"):
        assert piece in text
    summary = "\n".join(_paragraphs(minutes_word(samples.minutes("minutes"))))
    assert "早该有个办法" not in summary


def test_every_run_names_its_east_asian_face() -> None:
    for body in (notice_word(samples.notice()), minutes_word(samples.minutes())):
        document = docx.Document(io.BytesIO(body))
        for run in document.element.body.iter(qn("w:r")):
            fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
            assert fonts is not None
            assert fonts.get(qn("w:eastAsia")) in ("仿宋", "黑体", "楷体", "宋体")
        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            assert b"linesAndChars" not in parts.read("word/document.xml")


def test_nasty_text_is_only_text_in_every_format() -> None:
    parked = (ParkedLine(_NASTY),)
    record = replace(samples.minutes(), parked=parked, heading=_NASTY, place=_NASTY)
    assert any("甲</w:t><b>乙&amp;丙{{name}}" in one for one in _paragraphs(minutes_word(record)))
    person = replace(record.attendance[0], name="=cmd()", place=_NASTY)
    book = openpyxl.load_workbook(io.BytesIO(meeting_sheets(replace(record, attendance=(person,)))))
    assert book["签到"]["B2"].value == "=cmd()"
    assert book["签到"]["B2"].data_type == "s"
    told = meeting_calendar(replace(samples.notice(), meeting_title=f"{_NASTY}\r\nBEGIN:VEVENT; a, b"), "x")
    event = _event(told)
    assert "甲</w:t><b>乙" in str(event["SUMMARY"])
    assert str(event["SUMMARY"]).endswith("BEGIN:VEVENT; a, b")


def test_the_sheets_hold_attendance_votes_and_speeches() -> None:
    book = openpyxl.load_workbook(io.BytesIO(meeting_sheets(samples.minutes())))
    assert book.sheetnames == ["签到", "表决", "投票", "发言"]
    names = [row[1].value for row in book["签到"].iter_rows(min_row=2)]
    assert names[:48] == list(samples.NAMES)
    assert [cell.value for cell in book["表决"][2]][1:] == [48, 41, 29, 8, 3, 1, 0, "通过"]
    assert book["发言"].max_row == 5


def test_votes_by_ballots_are_in_word_and_in_the_sheets() -> None:
    document = docx.Document(io.BytesIO(minutes_word(owners.record())))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for piece in (
        "表决：3号楼加装电梯",
        "表决范围：3号楼的业主。",
        "通过。同意 53".replace(" ", ""),
        "封票码：37DF",
    ):
        assert piece in text
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    areas = next(table for table in tables if table[0] == ["", "人数", "面积（平方米）"])
    assert areas[1] == ["同意", "53", "4,512.60"]
    assert areas[-1] == ["全体", "72", "6,148.32"]
    assert ["9号楼和10号楼之间", "27.5", "√"] in next(table for table in tables if table[0][0] == "选项")
    rows = openpyxl.load_workbook(io.BytesIO(meeting_sheets(owners.record())))["投票"]
    told = list(rows.iter_rows(min_row=2, max_col=6, values_only=True))
    assert told[0] == ("3号楼加装电梯", "通过", "同意", 53, 4512.6, None)
    assert ("先建哪一处充电棚", "意见已听取", "9号楼和10号楼之间", 27.5, None, "是") in told


def test_an_obvious_majority_has_no_figures_in_any_copy() -> None:
    paper = samples.minutes()
    seen = replace(paper.items[1], votes=(replace(paper.items[1].votes[0], declared=True, steps=()),))
    paper = replace(paper, items=(seen,))
    assert "主持人确认明显多数同意" in "\n".join(_paragraphs(minutes_word(paper)))
    row = openpyxl.load_workbook(io.BytesIO(meeting_sheets(paper)))["表决"][2]
    assert [cell.value for cell in row][3:] == [None] * 5 + ["通过（明显多数）"]


def test_the_calendar_is_read_by_another_library() -> None:
    body = meeting_calendar(samples.notice(), "abc123", 4)
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    event = _event(body)
    start = event["DTSTART"].dt
    assert start.replace(tzinfo=None) == samples.START.replace(tzinfo=None)
    assert start.utcoffset() == timedelta(hours=8)
    assert event["DTEND"].dt - start == timedelta(minutes=80)
    assert (str(event["UID"]), int(event["SEQUENCE"])) == ("abc123@yishiting", 4)
    assert str(event["SUMMARY"]) == samples.MEETING
    assert "听取3号楼加装电梯协商情况" in str(event["DESCRIPTION"])


def test_a_meeting_that_is_called_off_is_taken_out_of_calendars() -> None:
    body = meeting_calendar(samples.notice(), "abc123", 5, called_off=True)
    assert str(icalendar.Calendar.from_ical(body)["METHOD"]) == "CANCEL"
    event = _event(body)
    assert (str(event["UID"]), int(event["SEQUENCE"])) == ("abc123@yishiting", 5)
    assert str(event["STATUS"]) == "CANCELLED"
    assert not event.walk("VALARM")


def test_the_same_content_gives_the_same_calendar() -> None:
    assert meeting_calendar(samples.notice(), "a") == meeting_calendar(samples.notice(), "a")


def test_an_empty_meeting_gives_files_too() -> None:
    bare = replace(samples.minutes(), items=(), attendance=(), decisions=(), tasks=(), parked=(), tellers=())
    assert minutes_word(bare)
    assert openpyxl.load_workbook(io.BytesIO(meeting_sheets(bare)))["签到"].max_row == 1
    assert meeting_calendar(replace(samples.notice(), items=()), "a")
