"""问卷: before on the upper half, after on the lower one, torn apart between.

Both carry the same random code and no name; nobody keeps a list of who got which.
"""

from functools import partial

from reportlab.platypus import Flowable

from meeting_app.documents.flow.fixed import Brush, Fixed, bare_page, draw_largest
from meeting_app.documents.flow.measures import MM
from meeting_app.documents.flow.sheet import render
from meeting_app.documents.roleplay.cover import cover
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.ink import draw_rule
from meeting_app.documents.text.lines import text_width
from meeting_app.documents.text.style import INK_SOFT, RULE, VERMILION, Style
from meeting_app.queries.papers_roleplay import PollPaper, PollQuestion, PollSheetPair

_LEFT, _RIGHT = 18.0, 192.0
_HALF = 148.5
_CODE = 21.0
_SCALES = (1.22, 1.16, 1.1, 1.0, 0.92, 0.84, 0.76, 0.7)
_DASH, _GAP = 2.0, 1.6


def poll_sheets(paper: PollPaper) -> bytes:
    """The PDF, a page for each pair. Refuses with `no_glyph` or `paper_too_long`."""
    require_printable(paper)
    facts = (
        ("张数", f"{len(paper.sheets)}张，一人一张"),
        ("打印", "A4竖放，单面打印；可以先沿虚线折一下，好撕"),
        ("发", "打乱了发，谁拿哪张不登记；请大家只写圈，不写姓名"),
        ("收", "演之前收上半张，下半张自己留着；放下角色以后再填下半张，复盘之前收"),
        ("录入", "按号码录入，同一个号码的两半自动配成一对；录完封存"),
    )
    story: list[Flowable] = [cover(paper.mark, paper.head, "前后问卷", facts, secret=False)]
    story += [Fixed(partial(_page, paper=paper, sheet=sheet)) for sheet in paper.sheets]
    return render(paper.mark, f"{paper.head.title}前后问卷", [bare_page()], story)


def _page(brush: Brush, paper: PollPaper, sheet: PollSheetPair) -> None:
    upper = brush.within((0.0, 0.0, brush.width, _HALF))
    _half(upper, paper, sheet.code, sheet.before, "演之前")
    _half(brush.within((0.0, _HALF, brush.width, _HALF)), paper, sheet.code, sheet.after, "演之后")
    _perforation(brush)


def _perforation(brush: Brush) -> None:
    """Dashes to tear along."""
    x = 8.0
    while x < brush.width - 8:
        ends = (x * MM, brush.y(_HALF), (x + _DASH) * MM, brush.y(_HALF))
        draw_rule(brush.canvas, ends, 0.25 * MM, INK_SOFT)
        x += _DASH + _GAP


def _half(brush: Brush, paper: PollPaper, code: str, payload: str, when: str) -> None:
    room = _RIGHT - _LEFT - _CODE - 26
    brush.text(_LEFT, 17, f"问卷　{when}", Style(Voice.TITLE, 24.0, VERMILION), room, "left", "H1")
    note = f"{paper.head.title}　每行涂满一个圈，不写姓名，说不好可以空着"
    brush.text(_LEFT, 27, note, Style(Voice.SANS, 11.0, INK_SOFT), room)
    brush.qr(payload, _RIGHT - _CODE, 10, _CODE)
    brush.text(_RIGHT - _CODE - 4, 17, code, Style(Voice.BOLD, 15.0), 26, "right")
    brush.text(_RIGHT - _CODE - 4, 24, "号码", Style(Voice.SANS, 9.0, INK_SOFT), 26, "right")
    brush.rule(_LEFT, 33.5, _RIGHT, 0.5, VERMILION)
    draw_largest(brush, partial(_questions, paper=paper), _HALF - 14, paper.head.title, _SCALES)
    mark = paper.mark
    fine = f"{mark.number}　核对码 {mark.code}　只看前后变化，不看是谁；少于五份不公布。"
    brush.text(_LEFT, _HALF - 9, fine, Style(Voice.SANS, 7.5, INK_SOFT), _RIGHT - _LEFT)


def _questions(brush: Brush, scale: float, paper: PollPaper) -> float:
    top = 36.0
    for number, question in enumerate(paper.questions, 1):
        top = _question(brush, top, number, question, scale)
    return _camps(brush, top + 0.5, paper, scale) if paper.camps else top


def _question(brush: Brush, top: float, number: int, question: PollQuestion, scale: float) -> float:
    """The sentence, and five circles between the words of both ends."""
    size = 14.0 * scale
    text = f"{number}．{question.text}"
    top = brush.block((_LEFT, top, _RIGHT - _LEFT), text, Style(Voice.BOLD, size), 1.4)
    middle = top + 4.6 * scale
    ends = Style(Voice.SANS, 11.5 * scale, INK_SOFT)
    brush.text(_LEFT + 44, middle, question.low, ends, 40, "right")
    for value in range(5):
        x = _LEFT + 54 + value * 17.0
        brush.ring(x, middle, 3.5 * scale, 0.35)
        figure = Style(Voice.SANS, 10.0 * scale, INK_SOFT)
        brush.text(x, middle, str(value + 1), figure, 6, "center")
    brush.text(_LEFT + 132, middle, question.high, ends, 40)
    return top + 10.4 * scale


def _camps(brush: Brush, top: float, paper: PollPaper, scale: float) -> float:
    """What people tick about themselves, as many on a line as fit."""
    size = 12.5 * scale
    style = Style(Voice.SANS, size)
    brush.rule(_LEFT, top, _RIGHT, 0.15, RULE)
    step, middle = 1.7 * size / MM, top + 1.25 * size / MM
    asked, bold = f"您自己：{paper.camp}", Style(Voice.BOLD, size)
    brush.text(_LEFT, middle, asked, bold, _RIGHT - _LEFT)
    x = _LEFT + text_width(asked, bold) / MM + 6
    for title in paper.camps:
        wide = text_width(title, style) / MM + 9.5
        if x + wide > _RIGHT:
            x, middle = _LEFT + 6, middle + step
        brush.ring(x + 2.6, middle, 2.6, 0.35)
        brush.text(x + 6.5, middle, title, style, _RIGHT - x - 6.5)
        x += wide + 5
    return middle + 0.9 * size / MM
