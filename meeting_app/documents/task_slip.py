"""督办单: one task on a page, with what is asked back."""

from functools import partial

from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.flow.fixed import Brush, Fixed, bare_page, draw_largest
from meeting_app.documents.flow.sheet import render
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.style import INK_SOFT, RULE, VERMILION, Style
from meeting_app.queries.papers_more import TaskSlip, TaskSlipPaper

_TITLE = Style(Voice.TITLE, 34.0, VERMILION, pitch=8.0)
_LABEL = Style(Voice.SANS, 13.0, INK_SOFT)
_DATE = Style(Voice.BOLD, 30.0)
_SOFT = Style(Voice.SANS, 11.5, INK_SOFT)
_LEFT, _TEXT, _RIGHT = 22.0, 52.0, 188.0


def task_slips(paper: TaskSlipPaper) -> bytes:
    """The PDF, a page for each task. Refuses with `no_glyph` when a character cannot be printed."""
    require_printable(paper)
    tasks = paper.tasks or (TaskSlip("", "", ""),)
    story: list[Flowable] = [Fixed(partial(_page, paper=paper, task=task)) for task in tasks]
    return render(paper.mark, f"{paper.meeting_title}督办单", [bare_page()], story)


def _page(brush: Brush, paper: TaskSlipPaper, task: TaskSlip) -> None:
    mark = paper.mark
    brush.text(109, 34, "督办单", _TITLE, 120, "center", "H1")
    brush.text(_LEFT, 50, mark.number, Style(Voice.FANG, 13.0), 80)
    brush.text(_RIGHT, 50, words.day(mark.issued_on), Style(Voice.FANG, 13.0), 60, "right")
    brush.rule(_LEFT, 55, _RIGHT, 0.7, VERMILION)
    below = draw_largest(brush, partial(_facts, paper=paper, task=task), 198, task.text)
    _result(brush, max(below + 4, 176.0))
    brush.check(mark, 268, _LEFT, _RIGHT)


def _facts(brush: Brush, scale: float, paper: TaskSlipPaper, task: TaskSlip) -> float:
    """What is to be done, by whom and when, in this scale; answers how far down it comes, in mm."""

    def style(size: float, voice: Voice = Voice.SANS) -> Style:
        return Style(voice, size * scale)

    plain = style(15.0)
    top = _fact(brush, 60, "要办的事", task.text or " ", style(20.0, Voice.BOLD))
    source = task.source or f"{paper.meeting_title}（{words.day(paper.held_on)}）"
    top = _fact(brush, top, "从哪来", source, plain)
    top = _fact(brush, top, "谁来办", task.assignee or "（请填写）", style(15.0, Voice.BOLD))
    top = _fact(brush, top, "谁督办", task.supervisor or "居务监督委员会（请填写）", plain)
    top = _due(brush, top, task, plain)
    contact = words.contact(paper.report_to)
    late = f"到期没办完，承办人写明原因，交到{contact}；办完当天也请把这张单子交回来。"
    return _fact(brush, top, "过期怎么办", late, style(13.0))


def _fact(brush: Brush, top: float, label: str, text: str, style: Style) -> float:
    """A label and its text, with a hairline below."""
    brush.label(_LEFT, top + 5.2, label, _LABEL)
    below = brush.block((_TEXT, top + 1.2, _RIGHT - _TEXT), text, style)
    below = max(below, top + 9) + 2.6
    brush.rule(_LEFT, below, _RIGHT, 0.2, RULE)
    return below + 1.6


def _due(brush: Brush, top: float, task: TaskSlip, plain: Style) -> float:
    if task.due is None:
        return _fact(brush, top, "什么时候", "没有定日期", plain)
    brush.label(_LEFT, top + 7.5, "什么时候", _LABEL)
    wide = brush.label(_TEXT, top + 7, words.short_day(task.due), _DATE)
    note = f"{task.due.year}年，{words.weekday(task.due)}"
    if task.days_left:
        note += f"，还有{task.days_left}天"
    brush.text(_TEXT + wide + 5, top + 8.4, note, _SOFT, _RIGHT - _TEXT - wide - 5)
    brush.rule(_LEFT, top + 15, _RIGHT, 0.2, RULE)
    return top + 16.6


def _result(brush: Brush, top: float) -> None:
    """What is asked back: lines, three boxes to tick, signatures."""
    bottom = 250.0
    brush.box((_LEFT, top, _RIGHT - _LEFT, bottom - top), 0.4)
    brush.label(_LEFT + 5, top + 7, "办理情况（承办人填写）", Style(Voice.BOLD, 13.0))
    line = top + 18
    while line < bottom - 16:
        brush.rule(_LEFT + 5, line, _RIGHT - 5, 0.15, RULE)
        line += 10
    for x, word in ((_LEFT + 5, "已办完"), (_LEFT + 60, "办了一部分"), (_LEFT + 116, "办不了，写明原因")):
        brush.box((x, bottom - 9.5, 4.6, 4.6), 0.4)
        brush.label(x + 7, bottom - 7.2, word, Style(Voice.SANS, 13.0))
    for x, word in ((_LEFT, "签发"), (_LEFT + 57, "承办"), (_LEFT + 114, "督办")):
        wide = brush.label(x, bottom + 9, word, Style(Voice.SANS, 13.0))
        brush.rule(x + wide + 2, bottom + 12, x + 52)
