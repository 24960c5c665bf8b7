"""代理委托书: one page a pair, filled in as far as it is known, lines where it is not."""

from dataclasses import replace
from functools import partial

from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.flow.fixed import Brush, Fixed, bare_page, draw_largest
from meeting_app.documents.flow.measures import MM
from meeting_app.documents.flow.sheet import render
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.lines import Shape
from meeting_app.documents.text.style import INK_SOFT, Style
from meeting_app.queries.papers_more import ProxyPair, ProxyPaper

_TITLE = Style(Voice.TITLE, 30.0, pitch=4.0)
_BODY = Style(Voice.FANG, 17.0)
_NAME = Style(Voice.KAI, 20.0)
_LABEL = Style(Voice.BOLD, 14.0)
_SOFT = Style(Voice.SANS, 11.0, INK_SOFT)
_LEFT, _RIGHT = 26.0, 184.0
_SEEN = 12


def proxy(paper: ProxyPaper) -> bytes:
    """The PDF. Refuses with `no_glyph` when a character cannot be printed."""
    require_printable(paper)
    pairs = paper.pairs or (ProxyPair(),)
    story: list[Flowable] = [Fixed(partial(_page, paper=paper, pair=pair)) for pair in pairs]
    return render(paper.mark, f"{paper.meeting_title}代理委托书", [bare_page()], story)


def _page(brush: Brush, paper: ProxyPaper, pair: ProxyPair) -> None:
    brush.text(105, 36, "代理委托书", _TITLE, 150, "center", "H1")
    brush.rule(_LEFT, 47, _RIGHT, 0.5)
    top = _person(brush, 56, "委托人", pair.principal, pair.principal_place)
    _person(brush, top + 3, "受托人", pair.holder, pair.holder_place)
    below = draw_largest(brush, partial(_body, paper=paper, pair=pair), 212, paper.meeting_title)
    _signatures(brush, max(below + 4, 196))
    limit = f"{paper.limit}　" if paper.limit else ""
    note = f"{limit}开会前交到签到台，或者交给{words.contact(paper.hand_in)}。"
    draw_largest(
        brush,
        lambda to, scale: to.block((_LEFT, 247, _RIGHT - _LEFT), note, _scaled(_SOFT, scale)),
        262,
        note,
    )
    brush.check(paper.mark, 264, _LEFT, _RIGHT)


def _scaled(style: Style, scale: float) -> Style:
    return replace(style, size=style.size * scale)


def _body(brush: Brush, scale: float, paper: ProxyPaper, pair: ProxyPair) -> float:
    """The text, the matters and the term in this scale; answers how far down they come, in mm."""
    when = f"{words.day(paper.starts_at)}（{words.weekday(paper.starts_at)}）{words.clock(paper.starts_at)}"
    text = (
        f"本人不能参加{when}在{paper.place}召开的{paper.meeting_title}，"
        f"委托上面的受托人代为参加，并按下面打勾的范围代为表决。"
    )
    style = _scaled(_BODY, scale)
    shape = Shape(first=2 * style.size)
    top = brush.block((_LEFT, 100, _RIGHT - _LEFT), text, style, 1.6, shape)
    top = _scope(brush, top + 5 * scale, paper, pair, style)
    term = "本委托只对这一次会议有效；会议开始前可以撤回，本人到会即自动失效。"
    return brush.block((_LEFT, top + 3 * scale, _RIGHT - _LEFT), term, style, 1.6, shape)


def _person(brush: Brush, top: float, label: str, name: str, place: str) -> float:
    """Name and place on lines: what is known stands on them."""
    brush.label(_LEFT, top + 6, label, _LABEL)
    for x, end, known, hint in ((48.0, 96.0, name, "姓名"), (108.0, _RIGHT, place, "楼栋、单元")):
        brush.rule(x, top + 10.5, end)
        if known:
            brush.text(x + 2, top + 6, known, _NAME, end - x - 4)
        brush.label((x + end) / 2, top + 13.5, hint, _SOFT, "center")
    return top + 17


def _scope(brush: Brush, top: float, paper: ProxyPaper, pair: ProxyPair, style: Style) -> float:
    """What the proxy may vote on: everything, or matters that are ticked."""
    lines = ["全部表决事项"]
    if paper.items and len(paper.items) <= _SEEN:
        lines += [f"只限：{item}" for item in paper.items]
    else:
        lines.append("只限：____________________________")
    for line in lines:
        step = style.size * 1.35 / MM
        y = top + step / 2 - 2.3
        brush.box((_LEFT + 6, y, 4.6, 4.6), 0.4)
        if pair.scope and pair.scope == line:
            brush.tick(_LEFT + 6.4, y + 4.2, 3.8)
        top = max(brush.block((_LEFT + 14, top, _RIGHT - _LEFT - 14), line, style, 1.35), top + 5.6) + 1
    return top


def _signatures(brush: Brush, top: float) -> None:
    for x, end, label in ((_LEFT, 100.0, "委托人签名"), (110.0, _RIGHT, "受托人签名")):
        wide = brush.label(x, top + 5, label, _LABEL)
        brush.rule(x + wide + 2, top + 9, end)
        brush.label(x, top + 19, "日期", _LABEL)
        brush.label(end, top + 19, "年　　　月　　　日", Style(Voice.SANS, 12.0), "right")
