"""儿童版: a notice for children, in short sentences with pictures, and room for their own."""

from functools import partial

from meeting_app.documents import words
from meeting_app.documents.board import matters_of
from meeting_app.documents.board_drawings import calendar_leaf, clock_face, house, spoken_time
from meeting_app.documents.flow.fixed import Brush, Fixed, bare_page
from meeting_app.documents.flow.measures import MM
from meeting_app.documents.flow.sheet import render
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.style import INK_SOFT, VERMILION, Style
from meeting_app.queries.papers import NoticePaper

_LEFT, _RIGHT = 18.0, 192.0
_SHOWN = 4
_CAN = (
    "把你的想法写下来，或者画下来，交给居委会。",
    "先问一问居委会，跟家里的大人一起来听。",
    "想说话，先举手；别人说话的时候，认真听。",
)


def children_notice(paper: NoticePaper) -> bytes:
    """The PDF on A4, one page. Refuses with `no_glyph` when a character cannot be printed."""
    require_printable(paper)
    story = Fixed(partial(_page, paper=paper))
    return render(paper.mark, f"{paper.title}（儿童版）", [bare_page()], [story])


def _page(brush: Brush, paper: NoticePaper) -> None:
    brush.text(_LEFT, 21, "给小朋友的通知", Style(Voice.KAI, 40.0, VERMILION), 120, "left", "H1")
    brush.text(_RIGHT, 21, paper.mark.issuer, Style(Voice.SANS, 13.0, INK_SOFT), 66, "right")
    lead = f"社区要开会啦！会的名字是“{paper.meeting_title}”。"
    top = brush.block((_LEFT, 32, _RIGHT - _LEFT), lead, Style(Voice.KAI, 21.0), 1.4)
    top = _pictures(brush, max(top + 5, 54), paper)
    top = _matters(brush, top + 4, paper)
    brush.text(_LEFT, top + 5, "你可以这样做：", Style(Voice.BOLD, 17.0), 100)
    top += 10
    for at, text in enumerate(_CAN, 1):
        brush.label(_LEFT + 3, top + 4.2, str(at), Style(Voice.BOLD, 18.0, VERMILION), "center")
        top = brush.block((_LEFT + 8, top, _RIGHT - _LEFT - 8), text, Style(Voice.KAI, 18.0), 1.3) + 0.8
    _frame(brush, top + 4, paper)
    brush.check(paper.mark, 268, _LEFT, _RIGHT)


def _pictures(brush: Brush, top: float, paper: NoticePaper) -> float:
    """Day, hour and place, each with its picture."""
    side, start = 44.0, paper.starts_at
    calendar_leaf(brush, 26, top, side, start.date())
    clock_face(brush, 83, top, side, start)
    house(brush, 140, top - 2, side + 3)
    style = Style(Voice.BOLD, 16.0)
    below = top + side + 6
    brush.text(48, below, words.short_day(start), style, 52, "center")
    brush.text(105, below, spoken_time(start), style, 52, "center")
    brush.text(162, below, paper.place, style, 58, "center")
    return below + 5


def _matters(brush: Brush, top: float, paper: NoticePaper) -> float:
    titles = [item.title for item in matters_of(paper)]
    if not titles:
        return top
    brush.text(_LEFT, top + 3, "大家要商量：", Style(Voice.BOLD, 17.0), 100)
    top += 8
    size = 18.0 if max(map(len, titles)) < 24 else 15.0 if max(map(len, titles)) < 60 else 11.0
    for title in titles[:_SHOWN]:
        brush.label(_LEFT + 3, top + size * 0.65 / MM, "·", Style(Voice.BOLD, size, VERMILION), "center")
        top = brush.block((_LEFT + 8, top, _RIGHT - _LEFT - 8), title, Style(Voice.KAI, size), 1.3)
    if len(titles) > _SHOWN:
        note = f"还有{len(titles) - _SHOWN}件事，请大人念给你听。"
        top = brush.block((_LEFT + 8, top, _RIGHT - _LEFT - 8), note, Style(Voice.KAI, 15.0), 1.3)
    return top


def _frame(brush: Brush, top: float, paper: NoticePaper) -> None:
    """Room to write and draw."""
    bottom = 264.0
    if bottom - top < 30:
        return
    canvas = brush.canvas
    canvas.setStrokeColorRGB(*VERMILION)
    canvas.setLineWidth(0.6 * MM)
    canvas.roundRect(_LEFT * MM, brush.y(bottom), (_RIGHT - _LEFT) * MM, (bottom - top) * MM, 4 * MM)
    brush.text(_LEFT + 5, top + 6, "我想说的话（可以写，可以画）", Style(Voice.KAI, 16.0), 110)
    where = paper.contact.place or paper.mark.issuer
    brush.text(
        _RIGHT - 5, bottom - 5, f"画好了，交到{where}", Style(Voice.SANS, 11.0, INK_SOFT), 160, "right"
    )
