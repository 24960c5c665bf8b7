"""抽签记录 as a PDF: what was frozen, the number, the tickets in order, and how to draw again by hand."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.flow.block import KEEP, Gap, Text, body, pitched
from meeting_app.documents.flow.closing import Issued, Verification, ended
from meeting_app.documents.flow.head import Title
from meeting_app.documents.flow.measures import AREA_WIDTH, BODY, HEAD_1, LEADING, MM
from meeting_app.documents.flow.sheet import letter_page, official_page, on_fewer_pages, render
from meeting_app.documents.flow.table import Cell, Column, Rows
from meeting_app.documents.text.clean import JOINER
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.style import Span, Style
from meeting_app.queries.papers_draw import DrawnLot, DrawPaper

_TABLE = Style(Voice.SANS, 11.0)
_CODE = Style(Voice.SANS, 10.5)
_STRONG = Style(Voice.BOLD, 11.0)
_SHOWN = 8
_CLOSE = 18.0


def draw_record(paper: DrawPaper) -> bytes:
    """The PDF. Refuses with `no_glyph` when a character cannot be printed."""
    require_printable(paper)
    return on_fewer_pages(lambda leading: _set(paper, leading), (LEADING, 26.5, 24.5))


def _set(paper: DrawPaper, leading: float) -> bytes:
    forms = [letter_page(paper.mark, 208 * MM), official_page(paper.mark)]
    closing = [Issued(paper.mark.issuer, paper.mark.issued_on, 0.4 * LEADING)]
    strip = Verification(paper.mark, ["谁都可以照本记录重抽一遍，应得到同样的顺序。"], letter=True)
    return render(paper.mark, paper.title, forms, ended(pitched(_story(paper), leading), closing, strip))


def _story(paper: DrawPaper) -> Iterator[Flowable]:
    yield Title(paper.title, after=6 * MM)
    for at, lot in enumerate(paper.lots, start=1):
        yield from _lot(at, lot)
    if any(lot.tickets for lot in paper.lots):
        yield Text([Span("怎样重抽", HEAD_1)], before=6.0, keep=KEEP, outline=("怎样重抽", 1))
        yield from _again(next(lot for lot in paper.lots if lot.tickets))


def _lot(at: int, lot: DrawnLot) -> Iterator[Flowable]:
    name = f"{words.number(at)}、{lot.title}"
    yield Text([Span(name, HEAD_1)], before=4.0, keep=KEEP, outline=(name, 1))
    listed = (
        f"名单在{words.day(lot.listed_at.date())}{words.clock(lot.listed_at)}定稿。" if lot.listed_at else ""
    )
    yield body(f"{lot.told}{listed}{''.join(f'{one}。' for one in lot.places)}")
    frozen = "名单" if lot.listed_at else "票"
    yield body(f"{frozen}的封存码当众公布以后，由{lot.drawn_by}当众取得号码{lot.number}。")
    yield _code(f"编号：{lot.draw}")
    yield _code(f"封存码：{lot.frozen}")
    yield Gap(2 * MM)
    yield _tickets(lot)


def _tickets(lot: DrawnLot) -> Rows:
    grouped = any(one.groups for one in lot.tickets)
    columns = [Column(12 * MM, "right"), Column(AREA_WIDTH - (112 if grouped else 78) * MM)]
    columns += [Column(34 * MM)] * grouped + [Column(26 * MM), Column(40 * MM)]
    rows: list[list[Cell | str]] = []
    for one in lot.tickets:
        style = _STRONG if one.chosen else _TABLE
        cells = [str(one.place), _exactly(one.text), *([one.groups] if grouped else [])]
        cells += [one.digest[:_SHOWN].upper(), one.fate]
        rows.append([Cell(text, style=style) for text in cells])
    heads = ["次序", "编号和名字" if lot.listed_at else "选项", *(["所属"] if grouped else []), "签", "结果"]
    return Rows(columns, heads, rows, _TABLE, before=1 * MM, after=4 * MM)


def _code(text: str) -> Text:
    return Text([Span(text, _CODE)], leading=_CLOSE)


def _exactly(text: str) -> str:
    """With its spaces: papers drop those between a number and a word, and the digest would be another."""
    return text.replace(" ", f"{JOINER} ")


def _again(lot: DrawnLot) -> Iterator[Flowable]:
    """With the first ticket as an example, digit by digit."""
    first = lot.tickets[0]
    yield body(
        "每一行的签，是把“编号|封存码|号码|名字一栏”连成一行文字（中间用竖线隔开；名单上编号和名字之间空一格，别处都不空），"
        "用任何手机或电脑上的SHA-256算出来的64位代码，表里印出前8位。把所有签从小到大排，就是上面的次序。"
        "分组抽签的，从上往下取，所在组名额已满的跳过，必须给别的组留名额的也跳过。"
    )
    yield body("例如次序第1的一行：")
    yield _code(f"{lot.draw}|{lot.frozen}|{lot.number}|{_exactly(first.text)}")
    yield _code("算出来是：")
    yield _code(first.digest)
    yield Text([Span("导出的重抽文件里有名单和重抽程序retally.py，可以一次核对全部。", BODY)], before=2.0)
