"""送达回证: who got which paper and when, a signature each; as many sheets as there are people."""

from collections.abc import Sequence
from functools import partial

from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.flow.fixed import Brush, Fixed, bare_page
from meeting_app.documents.flow.sheet import render
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.style import INK_SOFT, RULE, Style
from meeting_app.documents.text.tags import part
from meeting_app.queries.papers_more import DeliveryPaper, DeliveryRow

_LEFT, _RIGHT = 18.0, 192.0
_ROWS = 13
_TOP, _ROW = 72.0, 12.6
# Left edge, width (mm) and head of each column.
_COLUMNS = (
    (0.0, 12.0, "号"),
    (12.0, 34.0, "收件人"),
    (46.0, 30.0, "楼栋、单元"),
    (76.0, 38.0, "怎么送到"),
    (114.0, 36.0, "收件人签名"),
    (150.0, 24.0, "日期"),
)
_WAYS = ("本人", "代收", "信箱", "邮寄", "张贴", "拒收")
_NOTES = "代收的写明和收件人的关系。拒收的写明原因，由见证人签名。送不到的贴在本单元门口，写明日期。"
_HEAD = Style(Voice.BOLD, 12.0)
_NAME = Style(Voice.KAI, 17.0)
_PLAIN = Style(Voice.SANS, 12.5)
_SMALL = Style(Voice.SANS, 9.5)
_SOFT = Style(Voice.SANS, 11.0, INK_SOFT)
_FINE = Style(Voice.SANS, 9.5, INK_SOFT)


def delivery(paper: DeliveryPaper) -> bytes:
    """The PDF. Refuses with `no_glyph` when a character cannot be printed."""
    require_printable(paper)
    rows = paper.rows
    sheets = [rows[at : at + _ROWS] for at in range(0, len(rows), _ROWS)] or [()]
    story: list[Flowable] = [
        Fixed(partial(_page, paper=paper, rows=sheet, at=at, count=len(sheets)))
        for at, sheet in enumerate(sheets, 1)
    ]
    return render(paper.mark, paper.title, [bare_page()], story, inside=True)


def _page(brush: Brush, paper: DeliveryPaper, rows: Sequence[DeliveryRow], at: int, count: int) -> None:
    brush.text(105, 27, "送达回证", Style(Voice.TITLE, 28.0, pitch=5.0), 120, "center", "H1")
    brush.text(_RIGHT, 18, f"第{at}页，共{count}页", _SOFT, 40, "right")
    below = brush.block((_LEFT, 40, _RIGHT - _LEFT), f"送达文书：{paper.paper_title}", _PLAIN, 1.35)
    number = f"文号：{paper.paper_number}" if paper.paper_number else "文号：__________________"
    latest = f"　　最晚{words.day(paper.latest)}送到" if paper.latest else ""
    brush.text(_LEFT, max(below + 4, 53), f"{number}{latest}", _PLAIN, _RIGHT - _LEFT)
    tall = _TOP + _ROW * _ROWS
    brush.rule(_LEFT, _TOP - 9, _RIGHT, 0.5)
    brush.rule(_LEFT, _TOP, _RIGHT, 0.5)
    with part(brush.canvas, "Table"):
        with part(brush.canvas, "TR"):
            for left, _width, head in _COLUMNS:
                x, align = (_LEFT + 9, "right") if head == "号" else (_LEFT + left + 1.5, "left")
                brush.text(x, _TOP - 4.5, head, _HEAD, 36, align, "TH")
        for index in range(_ROWS):
            _row(brush, _TOP + _ROW * index, rows[index] if index < len(rows) else None)
    for left, _width, _head in _COLUMNS[3:]:
        brush.upright(_LEFT + left, _TOP - 9, tall, 0.2, RULE)
    brush.rule(_LEFT, tall, _RIGHT, 0.5)
    for left, label in ((0.0, "送达人"), (60.0, "见证人"), (120.0, "送达地点")):
        wide = brush.label(_LEFT + left, tall + 8.5, label, _PLAIN)
        brush.rule(_LEFT + left + wide + 2, tall + 11, _LEFT + left + 54)
    brush.text(_LEFT, tall + 17, _NOTES, _FINE, _RIGHT - _LEFT)
    brush.check(paper.mark, 262, _LEFT, _RIGHT)


def _row(brush: Brush, top: float, row: DeliveryRow | None) -> None:
    """One person, or a line to be filled in."""
    middle = top + _ROW / 2
    if row is not None:
        with part(brush.canvas, "TR"):
            brush.text(_LEFT + 9, middle, str(row.number), _PLAIN, 9, "right", "TD")
            brush.text(_LEFT + 13.5, middle, row.name, _NAME, 31, "left", "TD")
            brush.text(_LEFT + 47.5, middle, row.place, _PLAIN, 27, "left", "TD")
    for index, way in enumerate(_WAYS):
        x, y = _LEFT + 77.8 + 12.2 * (index % 3), middle - 3.2 + 5.4 * (index // 3)
        brush.box((x, y - 1.5, 3.2, 3.2), 0.25)
        brush.label(x + 3.9, y + 0.1, way, _SMALL)
    brush.rule(_LEFT, top + _ROW, _RIGHT, 0.15, RULE)
