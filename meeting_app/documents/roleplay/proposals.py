"""方案单: a bubble for every option, and one for every card that is shown."""

from functools import partial

from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.flow.fixed import Brush, Fixed, bare_page, draw_largest
from meeting_app.documents.flow.measures import MM
from meeting_app.documents.flow.sheet import render
from meeting_app.documents.roleplay.cover import card_line, cover
from meeting_app.documents.roleplay.top import LEFT, RIGHT, draw_top
from meeting_app.documents.text.clean import one_line
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.lines import text_width
from meeting_app.documents.text.style import INK_SOFT, RULE, Style
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.papers_roleplay import ProposalIssue, ProposalPaper, ProposalSheet

_BUBBLE = 3.0
_SCALES = (1.25, 1.15, 1.08, 1.0, 0.94, 0.88, 0.82, 0.76, 0.7)


def proposals(paper: ProposalPaper) -> bytes:
    """The PDF. Refuses with `no_glyph` or `paper_too_long`."""
    require_printable(paper)
    rounds = len(paper.sheets) // max(1, paper.head.tables)
    facts = (
        ("张数", f"{len(paper.sheets)}张，每桌{rounds}张，一次提案用一张"),
        ("打印", "A4竖放，单面打印；已经按桌排好，不用裁"),
        ("怎么填", "每件事把选的圆圈涂满；亮牌以后把每个角色的同意或不同意也涂上"),
        ("交给谁", "桌长举手，主持人来录入"),
    )
    story: list[Flowable] = [cover(paper.mark, paper.head, "方案单", facts, secret=False)]
    story += [Fixed(partial(_page, paper=paper, sheet=sheet)) for sheet in paper.sheets]
    return render(paper.mark, f"{paper.head.title}方案单", [bare_page()], story)


def _page(brush: Brush, paper: ProposalPaper, sheet: ProposalSheet) -> None:
    line = f"第{sheet.table}桌　第{words.number(sheet.number)}次提案"
    draw_top(brush, "方案单", line, paper.head.title, sheet.code)
    lines = -(-len(sheet.voices) // 2)
    foot = brush.height - 24 - lines * 8.5
    try:
        draw_largest(brush, partial(_issues, paper=paper), foot - 4, paper.head.title, _SCALES)
    except Refusal:  # too many options below each other: two beside each other, without their notes
        draw = partial(_issues, paper=paper, columns=2)
        draw_largest(brush, draw, foot - 4, paper.head.title, _SCALES)
    _cards(brush, foot, sheet)
    brush.text(LEFT, brush.height - 9, card_line(paper.mark), Style(Voice.SANS, 7.5, INK_SOFT), 174)


def _issues(brush: Brush, scale: float, paper: ProposalPaper, columns: int = 1) -> float:
    top = 52.0
    for number, issue in enumerate(paper.issues, 1):
        top = _question(brush, top, number, issue, scale)
        top = _options(brush, top, issue, scale) if columns == 1 else _pairs(brush, top, issue, scale)
    if paper.constraints:
        told = f"要记得：{'；'.join(text.rstrip('。') for text in paper.constraints)}。"
        style = Style(Voice.KAI, 12.0 * scale, INK_SOFT)
        top = brush.block((LEFT, top + 1, RIGHT - LEFT), told, style, 1.4)
    return top


def _question(brush: Brush, top: float, number: int, issue: ProposalIssue, scale: float) -> float:
    title = f"{words.number(number)}、{issue.title}{how_many(issue)}"
    return brush.block((LEFT, top, RIGHT - LEFT), title, Style(Voice.BOLD, 15.0 * scale), 1.45)


def _options(brush: Brush, top: float, issue: ProposalIssue, scale: float) -> float:
    """Bubbles to fill in below each other, with what an option means."""
    for option in issue.options:
        top = _option(brush, top, option, 15.0 * scale)
    return top + 0.35 * 15.0 * scale / MM


def _option(brush: Brush, top: float, option: tuple[str, str], size: float) -> float:
    """A bubble, the option's name, its note beside it; a long name on lines of its own."""
    (name, note), style = option, Style(Voice.SANS, size * 0.95)
    step, small = 1.35 * size / MM, Style(Voice.SANS, size * 0.72, INK_SOFT)
    middle = top + step / 2
    brush.ring(LEFT + 8, middle, min(_BUBBLE, 0.42 * step), 0.35)
    wide = text_width(one_line(name), style) / MM
    if LEFT + 14 + wide > RIGHT:
        top = brush.block((LEFT + 14, top, RIGHT - LEFT - 14), name, style, 1.35)
        return brush.block((LEFT + 14, top, RIGHT - LEFT - 14), note, small, 1.35) if note else top
    brush.label(LEFT + 14, middle, name, style)
    left = max(LEFT + 62, LEFT + 14 + wide + 4)
    if note and left > RIGHT - 20:
        return brush.block((LEFT + 14, top + step, RIGHT - LEFT - 14), note, small, 1.35)
    brush.text(left, middle, note, small, RIGHT - left)
    return top + step


def _pairs(brush: Brush, top: float, issue: ProposalIssue, scale: float) -> float:
    """Two bubbles on a line."""
    size, half = 15.0 * scale, (RIGHT - LEFT) / 2
    step = 1.35 * size / MM
    for at, (name, _note) in enumerate(issue.options):
        left, middle = LEFT + half * (at % 2), top + step * (at // 2) + step / 2
        brush.ring(left + 8, middle, min(_BUBBLE, 0.42 * step), 0.35)
        brush.text(left + 14, middle, name, Style(Voice.SANS, size * 0.95), half - 16)
    return top + step * -(-len(issue.options) // 2) + 0.35 * size / MM


def how_many(issue: ProposalIssue) -> str:
    """How many options may be chosen; nothing where it is one."""
    if (issue.least, issue.most) == (1, 1):
        return ""
    if issue.least == issue.most:
        return f"（选{issue.most}项）"
    return f"（选{issue.least}到{issue.most}项）" if issue.least else f"（最多选{issue.most}项）"


def _cards(brush: Brush, top: float, sheet: ProposalSheet) -> None:
    """Who showed which card."""
    brush.rule(LEFT, top, RIGHT, 0.3, RULE)
    brush.label(LEFT, top + 5, "一起亮牌", Style(Voice.BOLD, 13.0))
    lines = -(-len(sheet.voices) // 2)
    for at, role in enumerate(sheet.voices):
        left, middle = LEFT + 88 * (at // lines), top + 13 + 8.5 * (at % lines)
        brush.text(left, middle, role, Style(Voice.SANS, 13.0), 34)
        for shift, word in ((38.0, "同意"), (59.0, "不同意")):
            brush.ring(left + shift, middle, 2.6, 0.35)
            brush.label(left + shift + 4, middle, word, Style(Voice.SANS, 11.0))
