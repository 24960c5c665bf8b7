"""Attendance and results of a meeting as an XLSX file.

A cell that begins with = + - @ would run as a formula; such text is kept as text.
"""

import io
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from meeting_app.documents import words
from meeting_app.documents.minutes_words import is_seen
from meeting_app.documents.office.plain import plain
from meeting_app.queries.papers import MinutesPaper, MinutesVote
from meeting_app.queries.papers_vote import BallotVote

_FACE = "微软雅黑"
_FIGURE = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,4})?")
_STATES = {"present": "到会", "excused": "请假", "absent": "缺席", "observer": "列席"}
_VOTES = ("事项", "应到", "到会", "同意", "反对", "弃权", "未举手", "废票", "结果")
_VOTE_WIDTHS = (44, 8, 8, 8, 8, 8, 8, 8, 18)
_BALLOTS = ("事项", "结果", "选项", "票数", "面积（平方米）", "当选", "说明")
# A cell holds 32,767 units of UTF-16, and what is longer is cut without a word: it goes on in the row below.
_LONGEST = 16_000


def meeting_sheets(paper: MinutesPaper) -> bytes:
    """The file's bytes: sheets of the attendance, of votes by hands and by ballots, of the speeches."""
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
    votes = [_vote(vote) for item in paper.items for vote in item.votes]
    _sheet(book, "表决", _VOTES, votes, _VOTE_WIDTHS)
    ballots = [row for item in paper.items for vote in item.ballots for row in _ballots(vote)]
    _sheet(book, "投票", _BALLOTS, ballots, (44, 14, 30, 12, 18, 8, 60))
    speeches = [
        (item.title, one.speaker, words.STANCES.get(one.stance, ""), one.seconds, one.gist)
        for item in paper.items
        for one in item.speeches
    ]
    _sheet(book, "发言", ("议程", "姓名", "立场", "秒", "要点"), speeches, (30, 14, 10, 8, 80))
    # The file says the meeting's day, not the day of the copy: the same records give the same file.
    held = paper.started_at
    book.properties.creator = plain(paper.mark.issuer)
    book.properties.title = plain(paper.heading)
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
    for place, row in enumerate(_continued(rows), 2):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(place, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
            cell.font = Font(name=_FACE)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.freeze_panes = "A2"


def _continued(rows: Sequence[Sequence[object]]) -> Iterator[Sequence[object]]:
    """The rows with texts as a cell can hold them; the rest of a longer one stands in rows below it."""
    for row in rows:
        cells = [plain(value) if isinstance(value, str) else value for value in row]
        while cells:
            yield [value[:_LONGEST] if isinstance(value, str) else value for value in cells]
            rest: list[object] = [value[_LONGEST:] if isinstance(value, str) else "" for value in cells]
            cells = rest if any(rest) else []


def _vote(vote: MinutesVote) -> tuple[object, ...]:
    """A vote by hands; without figures where the chair saw the majority."""
    totals = vote.totals
    figures: tuple[object, ...] = (
        totals.in_favour, totals.against, totals.abstain, totals.not_voting, totals.invalid,
    )  # fmt: skip
    result = words.outcome(vote.outcome)
    if is_seen(vote):
        figures, result = ("",) * len(figures), f"{result}（明显多数）"
    return (vote.question, vote.members, vote.present, *figures, result)


def _ballots(vote: BallotVote) -> Iterator[tuple[object, ...]]:
    """A vote by ballots: a row for each option, and the totals of owners below."""
    note = f"{vote.sentence}{vote.turnout}"
    for option in vote.options:
        chosen = "是" if option.chosen else ""
        figure, area = _number(option.figure), _number(option.area)
        yield vote.question, vote.verdict, option.name, figure, area, chosen, note
        note = ""
    for total in vote.sums:
        yield vote.question, "", total.name, _number(total.figure), _number(total.area), "", ""


def _number(figure: str) -> object:
    """A figure to reckon with, where it is one: 27.5, 29, 1,216.60; else as it is told."""
    bare = figure.replace(",", "")
    if not _FIGURE.fullmatch(bare):
        return figure
    return Decimal(bare) if "." in bare else int(bare)
