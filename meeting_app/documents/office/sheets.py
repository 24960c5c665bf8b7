"""Attendance and results of a meeting as an XLSX file.

A cell that begins with = + - @ would run as a formula; such text is kept as text.
"""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from meeting_app.documents import words
from meeting_app.documents.text.clean import clean
from meeting_app.queries.papers import MinutesPaper

_FACE = "微软雅黑"
_STATES = {"present": "到会", "excused": "请假", "absent": "缺席", "observer": "列席"}
_UNFIT = dict.fromkeys([*range(9), 11, 12, *range(14, 32)])


def meeting_sheets(paper: MinutesPaper) -> bytes:
    """The file's bytes: a sheet of the attendance, one of the votes, one of the speeches."""
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    stays: list[Sequence[object]] = []
    for person in paper.attendance:
        times = "，".join(
            f"{words.clock(stay.since)}至{words.clock(stay.until) if stay.until else '散会'}"
            for stay in person.stays
        )
        state = _STATES.get(person.state, "")
        stays.append((person.number or "", person.name, person.capacity, person.place, state, times))
    heads = ("号", "姓名", "身份", "楼栋或单位", "状态", "到会时间")
    _sheet(book, "签到", heads, stays, (6, 18, 16, 18, 8, 28))
    votes = [
        (
            vote.question, vote.members, vote.present, vote.totals.in_favour, vote.totals.against,
            vote.totals.abstain, vote.totals.not_voting, vote.totals.invalid, words.outcome(vote.outcome),
        )
        for item in paper.items
        for vote in item.votes
    ]  # fmt: skip
    heads_votes = ("事项", "应到", "到会", "同意", "反对", "弃权", "未举手", "废票", "结果")
    _sheet(book, "表决", heads_votes, votes, (44, 8, 8, 8, 8, 8, 8, 8, 10))
    speeches = [
        (item.title, one.speaker, words.STANCES.get(one.stance, ""), one.seconds, one.gist)
        for item in paper.items
        for one in item.speeches
    ]
    _sheet(book, "发言", ("议程", "姓名", "立场", "秒", "要点"), speeches, (30, 14, 10, 8, 80))
    # The file says the meeting's day, not the day of the copy: the same records give the same file.
    held = paper.started_at
    book.properties.creator = clean(paper.mark.issuer).translate(_UNFIT)
    book.properties.title = clean(paper.heading).translate(_UNFIT)
    book.properties.created = book.properties.modified = datetime(held.year, held.month, held.day)  # noqa: DTZ001
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _sheet(
    book: Any, name: str, heads: Sequence[str], rows: Sequence[Sequence[object]], widths: Sequence[int]
) -> None:
    sheet = book.create_sheet(name)
    for column, (head, width) in enumerate(zip(heads, widths, strict=True), 1):
        cell = sheet.cell(1, column, head)
        cell.font = Font(name=_FACE, bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for place, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(place, column)
            cell.value = clean(value).translate(_UNFIT) if isinstance(value, str) else value
            if isinstance(value, str):
                cell.data_type = "s"
            cell.font = Font(name=_FACE)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.freeze_panes = "A2"
