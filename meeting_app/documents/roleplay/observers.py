"""观察单: what an observer looks for, with lines to write on, and what moved on which issue."""

from functools import partial

from reportlab.platypus import Flowable

from meeting_app.documents.flow.fixed import Brush, Fixed, bare_page, draw_largest
from meeting_app.documents.flow.measures import MM
from meeting_app.documents.flow.sheet import render
from meeting_app.documents.roleplay.top import LEFT, RIGHT, draw_top
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.style import RULE, Style
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.papers_roleplay import ObserverPaper, ObserverSheet

_SCALES = (1.2, 1.1, 1.0, 0.9, 0.8, 0.7)
_COLUMNS = ("谁先提出来", "谁往前让了一步", "卡在哪里")
_EDGES = (56.0, 101.0, 146.0)


def observer_sheets(paper: ObserverPaper) -> bytes:
    """The PDF, a page for each. Refuses with `no_observer_sheet`, `no_glyph` or `paper_too_long`."""
    if not paper.questions:
        raise Refusal("no_observer_sheet")
    require_printable(paper)
    story: list[Flowable] = [Fixed(partial(_page, paper=paper, sheet=sheet)) for sheet in paper.sheets]
    return render(paper.mark, f"{paper.head.title}观察单", [bare_page()], story)


def _page(brush: Brush, paper: ObserverPaper, sheet: ObserverSheet) -> None:
    line = f"第{sheet.table}桌　{paper.head.title}"
    draw_top(brush, "观察单", line, "只看只记，不帮腔；写角色的名字，不写真名", sheet.code)
    grid = brush.height - 37 - 9 - 11.5 * len(paper.issues)
    draw = partial(_questions, paper=paper, bottom=grid - 4)
    draw_largest(brush, draw, grid - 4, paper.head.title, _SCALES)
    _grid(brush, grid, paper.issues)
    brush.check(paper.mark, brush.height - 30, LEFT, RIGHT)


def _questions(brush: Brush, scale: float, paper: ObserverPaper, bottom: float) -> float:
    """The questions share the room; every one has at least two lines to write on."""
    each = (bottom - 53.0) / len(paper.questions)
    lowest, size = 53.0, 15.0 * scale
    for number, question in enumerate(paper.questions, 1):
        start = 53.0 + each * (number - 1)
        top = brush.block((LEFT, start, RIGHT - LEFT), f"{number}．{question}", Style(Voice.BOLD, size))
        line = top + 9.5
        lines = 0
        while lines < 2 or line < start + each - 2:
            brush.rule(LEFT, line, RIGHT, 0.15, RULE)
            line, lines = line + 9.5, lines + 1
        lowest = max(lowest, line - 9.5 + 0.1 * size / MM)
    return lowest


def _grid(brush: Brush, top: float, issues: tuple[str, ...]) -> None:
    head = Style(Voice.BOLD, 11.5)
    brush.rule(LEFT, top, RIGHT, 0.5)
    for word, left in zip(_COLUMNS, _EDGES, strict=True):
        brush.label(left + 2, top + 4.5, word, head)
    top += 9
    brush.rule(LEFT, top, RIGHT, 0.3)
    end = top + 11.5 * len(issues)
    for left in _EDGES:
        brush.upright(left, top - 9, end, 0.15, RULE)
    for issue in issues:
        brush.text(LEFT, top + 5.75, issue, Style(Voice.SANS, 12.5), _EDGES[0] - LEFT - 3)
        top += 11.5
        brush.rule(LEFT, top, RIGHT, 0.15, RULE)
