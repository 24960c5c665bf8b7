"""桌长单: one page for the host of a table, who needs no secret for it."""

from functools import partial

from reportlab.platypus import Flowable

from meeting_app.documents.flow.fixed import Brush, Fixed, bare_page, draw_largest
from meeting_app.documents.flow.measures import MM
from meeting_app.documents.flow.sheet import render
from meeting_app.documents.roleplay import steps
from meeting_app.documents.roleplay.clues import when
from meeting_app.documents.roleplay.top import LEFT, RIGHT, draw_top
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.style import INK_SOFT, RULE, VERMILION, Style
from meeting_app.queries.papers_roleplay import HostPaper, HostSheet, Step

_SCALES = (1.15, 1.08, 1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64)


def host_sheets(paper: HostPaper) -> bytes:
    """The PDF, a page for each table. Refuses with `no_glyph` or `paper_too_long`."""
    require_printable(paper)
    story: list[Flowable] = [Fixed(partial(_page, paper=paper, sheet=sheet)) for sheet in paper.sheets]
    return render(paper.mark, f"{paper.head.title}桌长单", [bare_page()], story)


def _page(brush: Brush, paper: HostPaper, sheet: HostSheet) -> None:
    note = "您不演角色，只管时间、顺序和气氛；不替谁说话"
    draw_top(brush, f"第{sheet.table}桌　桌长单", paper.head.title, note, sheet.code)
    draw = partial(_body, paper=paper, sheet=sheet)
    draw_largest(brush, draw, brush.height - 33, paper.head.title, _SCALES)
    brush.check(paper.mark, brush.height - 30, LEFT, RIGHT)


def _body(brush: Brush, scale: float, paper: HostPaper, sheet: HostSheet) -> float:
    size = 12.5 * scale
    top = _part(brush, 51.5, "流程", size)
    for step, cue in paper.steps:
        top = _step(brush, top, step, cue, size)
    top = _fact(brush, top + 1, "桌上的人", "、".join(sheet.roles), size)
    top = _fact(brush, top, "怎么算成", steps.accepting(sheet.accepting), size)
    for one in sheet.envelopes:
        told = f"{when(one)}，交给{one.to or '全桌'}"
        top = _fact(brush, top, f"{one.number}号信封", told, size)
    top = _fact(brush, top, "红牌黄牌", f"{paper.yellow}{paper.red}有事举手叫主持人。", size)
    top = _fact(brush, top, "护着大家", paper.safety, size)
    top = _fact(brush, top, "放下角色", f"“{paper.derole}”", size)
    asked = [f"{title}（{minutes}分钟）：{question}" for title, question, minutes in paper.rounds]
    return _fact(brush, top, "回头看", "\n".join([*asked, "轮着说，可以不说。"]), size)


def _part(brush: Brush, top: float, word: str, size: float) -> float:
    brush.label(LEFT, top + 0.8 * size / MM, word, Style(Voice.BOLD, size * 1.05, VERMILION))
    return top + 1.7 * size / MM


def _step(brush: Brush, top: float, step: Step, cue: str, size: float) -> float:
    """A line of the running order."""
    middle = top + 0.72 * size / MM
    brush.label(LEFT, middle, steps.start(step), Style(Voice.BOLD, size))
    brush.label(LEFT + 17, middle, f"{step.minutes}分", Style(Voice.SANS, size, INK_SOFT))
    brush.text(LEFT + 31, middle, step.title, Style(Voice.BOLD, size), 38)
    bottom = brush.block((LEFT + 71, top, RIGHT - LEFT - 71), cue, Style(Voice.SANS, size * 0.92), 1.4)
    bottom = max(bottom, top + 1.45 * size / MM) + 0.12 * size / MM
    brush.rule(LEFT, bottom, RIGHT, 0.12, RULE)
    return bottom + 0.12 * size / MM


def _fact(brush: Brush, top: float, label: str, text: str, size: float) -> float:
    if not text:
        return top
    left = LEFT + 5.2 * size / MM
    brush.label(LEFT, top + 0.72 * size / MM, label, Style(Voice.BOLD, size))
    bottom = brush.block((left, top, RIGHT - left), text, Style(Voice.SANS, size), 1.42)
    return max(bottom, top + 1.42 * size / MM) + 0.22 * size / MM
