"""议程: the programme on one page, in large type."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.flow.block import Gap, Text
from meeting_app.documents.flow.closing import Ending, Verification
from meeting_app.documents.flow.head import Title
from meeting_app.documents.flow.measures import AREA_WIDTH, MM
from meeting_app.documents.flow.sense import title_lines
from meeting_app.documents.flow.sheet import PageForm, render
from meeting_app.documents.flow.table import Cell, Column, Rows
from meeting_app.documents.text.clean import titled
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.lines import Shape
from meeting_app.documents.text.style import INK_SOFT, Span, Style
from meeting_app.queries.papers import AgendaPaper

_KIND = "议程"
_SIZES = (18.0, 16.0, 14.0, 12.5, 11.0)
_HEIGHT = 250 * MM


def agenda(paper: AgendaPaper) -> bytes:
    """The PDF. A long agenda is set smaller and, if it must, goes on to a second page."""
    require_printable(paper)
    form = PageForm("agenda", 27 * MM, 27 * MM, AREA_WIDTH, _HEIGHT, lambda _canvas, _page: None)
    story: list[Flowable] = []
    for size in _SIZES:
        story = list(_story(paper, size))
        if _height(story) <= _HEIGHT:
            break
    return render(paper.mark, titled(paper.title, _KIND), [form], story)


def _height(story: list[Flowable]) -> float:
    """What the story needs on one page of any height."""
    total = 0.0
    for part in story:
        total += part.wrap(AREA_WIDTH, 0.0)[1] + part.getSpaceBefore() + part.getSpaceAfter()
    return total


def _story(paper: AgendaPaper, size: float) -> Iterator[Flowable]:
    plain, strong = Style(Voice.SANS, size), Style(Voice.BOLD, size)
    yield Title(titled(paper.title, _KIND), Style(Voice.TITLE, 28.0), 40.0, 5 * MM)
    when = f"{words.day(paper.starts_at)}（{words.weekday(paper.starts_at)}）"
    times = f"{words.clock(paper.starts_at)}至{words.clock(paper.ends_at)}"
    for line in (f"{when}{times}", paper.place, f"主持：{paper.chair}" if paper.chair else ""):
        if line:
            yield Text([Span(line, Style(Voice.SANS, 14.0, INK_SOFT))], Shape(align="center"), 22.0)
    columns = [Column(20 * MM), Column(11 * MM, "right"), Column(AREA_WIDTH - 81 * MM)]
    columns += [Column(27 * MM), Column(23 * MM, "right")]
    rows: list[list[Cell | str]] = []
    for item in paper.items:
        title = "\n".join(title_lines(item.title, strong, AREA_WIDTH - 86 * MM))
        style = strong if item.kind == "vote" else plain
        time, order = Cell(words.clock(item.starts_at), style=strong), str(item.number) if item.number else ""
        rows.append([time, order, Cell(title, style=style), item.presenter, f"{item.minutes}分钟"])
    rows.append([Cell(words.clock(paper.ends_at), style=strong), "", "散会", "", ""])
    yield Rows(columns, (), rows, plain, before=6 * MM, pad=2.6 * MM * size / 16)
    if paper.house_rules:
        yield Gap(6 * MM)
        yield Text([Span("议事规则", strong)], Shape(align="left"), size * 1.6)
        for at, rule in enumerate(paper.house_rules, 1):
            yield Text([Span(f"{at}．{rule}", plain)], Shape(hang=size * 1.4, align="left"), size * 1.6)
    yield Ending((), Verification(paper.mark, [f"{paper.mark.issuer}　{words.day(paper.mark.issued_on)}"]))
