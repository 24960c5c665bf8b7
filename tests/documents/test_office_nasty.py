"""The nasty table in the forms for office programs and group chats: whole and only text, never a fault.

Word, sheets and calendars hold emoji and right-to-left text, so nothing is refused there; other people's
libraries read back what was written.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.parsers import expat
from xml.sax.saxutils import escape

import docx
import icalendar
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from meeting_app.documents import preview, render
from meeting_app.documents.office.calendar import meeting_calendar
from meeting_app.documents.office.minutes_word import minutes_word
from meeting_app.documents.office.notice_word import notice_word
from meeting_app.documents.office.plain import plain
from meeting_app.documents.office.sheets import meeting_sheets
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.papers import MinutesSpeech, NoticeItem
from meeting_app.queries.papers_vote import BallotOption
from tests.documents import owners, samples
from tests.documents.nasty import MARKUP, NASTY, RARE, dirtied

_FORMULAS = ("=1+1", "+1-2", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x","y")')
_GIST = "".join(f"第{at}点，大家都说这件事要办，但要办得公道。" for at in range(2000))
# What a text of the table is read back as; the others come back as they are.
_READ = {"rare names, control characters, markup": f"{RARE}{MARKUP}", "only spaces": "", "nothing": ""}


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _word(body: bytes) -> str:
    """All text of a Word file, paragraphs and cells, without blanks."""
    document = docx.Document(io.BytesIO(body))
    lines = [one.text for one in document.paragraphs]
    lines += [cell.text for table in document.tables for cell in table._cells]
    return _squeezed("\n".join(lines))


def _cells(body: bytes) -> Iterator[Any]:
    book = openpyxl.load_workbook(io.BytesIO(body))
    return (cell for sheet in book for row in sheet.iter_rows() for cell in row)


def _event(body: bytes) -> Any:
    """The meeting as another library reads it; lines are folded as RFC 5545 asks, no character torn."""
    lines = body.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode().isprintable() for line in lines)
    (event,) = icalendar.Calendar.from_ical(body).walk("VEVENT")
    return event


@pytest.mark.parametrize("kind", NASTY)
def test_every_form_bears_the_nasty_table(kind: str) -> None:
    text, read = NASTY[kind], _READ.get(kind, NASTY[kind])
    record, notice = dirtied(owners.record(), text), dirtied(samples.notice(), text)
    for body in (minutes_word(record), notice_word(notice)):
        assert _squeezed(read) in _word(body)
    found = [_squeezed(str(cell.value or "")) for cell in _cells(meeting_sheets(record))]
    assert not read or found.count(_squeezed(read)) > 10
    event = _event(meeting_calendar(notice, "x"))
    assert _squeezed(str(event["SUMMARY"])) == _squeezed(read)
    assert _squeezed(read) in _squeezed(str(event["DESCRIPTION"]))


@pytest.mark.parametrize("kind", NASTY)
def test_pictures_for_group_chats_show_every_page_or_are_refused(kind: str) -> None:
    content = dirtied(samples.notice(), NASTY[kind])
    if kind in ("emoji", "right to left"):
        with pytest.raises(Refusal, match="no_glyph"):
            render.pdf("notice_large", content)
        return
    body = render.pdf("notice_large", content)
    for at in range(len(preview.page_sizes(body))):
        image = Image.open(io.BytesIO(preview.png(preview.page_picture(body, at, 620))))
        assert image.width == 620
        shades = image.convert("L").tobytes()
        assert min(shades) < 60 < 250 < max(shades)  # ink and paper


@pytest.mark.parametrize("text", _FORMULAS)
def test_what_looks_like_a_formula_is_text(text: str) -> None:
    cells = list(_cells(meeting_sheets(dirtied(owners.record(), text))))
    assert {cell.data_type for cell in cells if cell.value == text} == {"s"}
    assert "f" not in {cell.data_type for cell in cells}


def test_a_speech_of_fifty_pages_is_whole_though_a_cell_holds_less() -> None:
    speech = MinutesSpeech("李桂芳", "for", samples.START, 7200, _GIST)
    item = replace(samples.minutes().items[1], speeches=(speech, *samples.speeches()))
    paper = replace(samples.minutes(), items=(item,))
    book = openpyxl.load_workbook(io.BytesIO(meeting_sheets(paper)))
    said = [str(row[4].value) for row in book["发言"].iter_rows(min_row=2)]
    assert len(_GIST) > 32_767
    assert "".join(said[:3]) == _GIST
    assert said[3:] == [one.gist for one in samples.speeches()]
    assert _GIST in _word(minutes_word(paper))


def test_sixty_options_and_sixty_items_are_all_there() -> None:
    names = [f"第{at}号方案" for at in range(1, 61)]
    vote = replace(owners.ranking(), options=tuple(BallotOption(one, "1", "", False) for one in names))
    item = replace(samples.minutes().items[1], ballots=(vote,))
    paper = replace(samples.minutes(), items=(item,))
    text = _word(minutes_word(paper))
    assert all(name in text for name in names)
    book = openpyxl.load_workbook(io.BytesIO(meeting_sheets(paper)))
    assert [row[2].value for row in book["投票"].iter_rows(min_row=2)] == names
    notice = replace(samples.notice(), items=tuple(NoticeItem(name, 5) for name in names))
    for read in (str(_event(meeting_calendar(notice, "x"))["DESCRIPTION"]), _word(notice_word(notice))):
        assert all(name in read for name in names)


def test_the_calendar_keeps_its_own_signs_as_text() -> None:
    title = "甲, 乙; 丙\\n丁\r\nEND:VEVENT\nBEGIN:VALARM: 戊\"^'" + "长" * 200
    event = _event(
        meeting_calendar(replace(samples.notice(), meeting_title=title, place="一，二;三,四"), "x")
    )
    assert str(event["SUMMARY"]) == title.replace("\r\n", "\n")
    assert str(event["LOCATION"]) == "一，二;三,四"
    assert len(event.subcomponents) == 1


def test_an_empty_meeting_gives_every_form() -> None:
    paper = samples.minutes()
    bare = replace(
        paper, items=(), attendance=(), decisions=(), tasks=(), parked=(), tellers=(), distribution=(),
        ended_at=None, present=0, expected=0, place="", chair="", recorder="",
    )  # fmt: skip
    assert "一、到会情况" in _word(minutes_word(bare))
    book = openpyxl.load_workbook(io.BytesIO(meeting_sheets(bare)))
    assert [sheet.max_row for sheet in book] == [1, 1, 1, 1]
    notice = replace(samples.notice(), items=(), attachments=(), check_in=(), rule=None)
    assert _event(meeting_calendar(notice, "x"))["DTEND"]
    assert "咨询" in _word(notice_word(notice))


@settings(max_examples=60)
@given(st.text(min_size=0, max_size=80))
def test_any_text_can_stand_in_every_form(text: str) -> None:
    expat.ParserCreate().Parse(f"<t>{escape(plain(text))}</t>", True)  # refuses what XML cannot hold
    notice = replace(samples.notice(), meeting_title=text, place=text, items=())
    place = str(_event(meeting_calendar(notice, "x"))["LOCATION"])
    assert place.replace("\n", "").isprintable()


def test_no_part_of_a_word_file_is_broken_by_markup() -> None:
    body = minutes_word(dirtied(owners.record(), NASTY["rare names, control characters, markup"]))
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                expat.ParserCreate().Parse(parts.read(name), True)
