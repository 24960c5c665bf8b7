"""回收单: after the play everything secret comes back, seat by seat."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.flow.block import Text
from meeting_app.documents.flow.closing import Ending, Signatures, Verification
from meeting_app.documents.flow.head import Title
from meeting_app.documents.flow.measures import AREA_WIDTH, HEAD_1, MM
from meeting_app.documents.flow.sheet import official_page, render
from meeting_app.documents.flow.table import Column, Rows
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.lines import Shape
from meeting_app.documents.text.style import Span, Style
from meeting_app.queries.papers_roleplay import ReturnPaper, ReturnRow

_BOX = "□"
_TEXT = Style(Voice.SANS, 12.5)
_HEAD = ("桌", "角色", "角色卡", "线索卡", "备注")


def return_sheet(paper: ReturnPaper) -> bytes:
    """The PDF. Refuses with `no_glyph`."""
    require_printable(paper)
    title = f"{paper.head.title}回收单"
    return render(paper.mark, title, [official_page(paper.mark)], list(_story(paper, title)), inside=True)


def _story(paper: ReturnPaper, title: str) -> Iterator[Flowable]:
    yield Title(title, after=4 * MM)
    told = "收回一张画一个勾；少了的写明是丢了还是没发出去。收齐以前不散场，秘密卡不带走。"
    yield Text([Span(told, _TEXT)], Shape(), 21.0, after=3 * MM)
    columns = (
        Column(18 * MM),
        Column(40 * MM),
        Column(24 * MM),
        Column(34 * MM),
        Column(AREA_WIDTH - 116 * MM),
    )
    yield Rows(columns, _HEAD, [_row(row) for row in paper.rows], pad=1.1 * MM)
    yield Text(
        [Span("每桌一起收的", HEAD_1)], Shape(), before=5 * MM, keep=25 * MM, outline=("每桌一起收的", 1)
    )
    shared = [f"{_boxes(paper.table_clues)}" if paper.table_clues else "—", _boxes(paper.proposals)]
    rows = [[f"第{table}桌", *shared, _BOX, ""] for table in range(1, paper.head.tables + 1)]
    parts = (
        Column(24 * MM),
        Column(36 * MM),
        Column(36 * MM),
        Column(24 * MM),
        Column(AREA_WIDTH - 120 * MM),
    )
    yield Rows(parts, ("桌", "全桌的线索", "方案单", "桌长单", "备注"), rows, pad=1.1 * MM)
    polls = f"前后问卷发出{paper.polls}份，演之前收回______份，演之后收回______份。"
    closing = [Text([Span(polls, _TEXT)], Shape(), 26.0, before=4 * MM), Signatures(["主持人", "清点人"])]
    issued = f"{paper.mark.issuer}　{words.day(paper.mark.issued_on)}"
    yield Ending(closing, Verification(paper.mark, [issued]))


def _row(row: ReturnRow) -> list[str]:
    return [f"第{row.table}桌", row.role, _BOX, _boxes(row.clues) if row.clues else "—", ""]


def _boxes(count: int) -> str:
    return _BOX * count if count <= 6 else f"______（应有{count}张）"
