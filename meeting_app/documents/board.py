"""The notice for the board: 大字版 that is read from two metres, and the poster on A3.

Both say where the whole text is; what does not fit is named as left out, never cut.
"""

from functools import partial

from meeting_app.documents import words
from meeting_app.documents.board_drawings import calendar_leaf, clock_face, spoken_time
from meeting_app.documents.flow.fixed import Brush, Fixed, bare_page, draw_largest
from meeting_app.documents.flow.measures import MM, SHEET
from meeting_app.documents.flow.sense import title_lines
from meeting_app.documents.flow.sheet import render
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.style import INK, INK_SOFT, RULE, VERMILION, Style
from meeting_app.documents.text.tags import part
from meeting_app.queries.papers import NoticeItem, NoticePaper

A3 = (297 * MM, 420 * MM)
_LEFT, _RIGHT, _TEXT = 18.0, 192.0, 52.0
_SHOWN = 6
_ROOM = 250.0


def large_notice(paper: NoticePaper) -> bytes:
    """The PDF on A4, one page. Refuses with `no_glyph` when a character cannot be printed."""
    require_printable(paper)
    story = Fixed(partial(_large, paper=paper))
    return render(paper.mark, f"{paper.title}（大字版）", [bare_page()], [story])


def poster(paper: NoticePaper) -> bytes:
    """The PDF on A3, one page."""
    require_printable(paper)
    story = Fixed(partial(_poster, paper=paper), A3)
    return render(paper.mark, f"{paper.title}（海报）", [bare_page(A3)], [story])


Fact = tuple[str, list[tuple[str, float, bool]]]  # label, lines of (text, size in points, bold)


def facts(paper: NoticePaper, when: bool = True) -> list[Fact]:
    """What a passer-by must know: label, and lines in their sizes."""
    start = paper.starts_at
    made: list[Fact] = []
    if when:
        day = f"{words.short_day(start)} {words.weekday(start)}"
        made.append(("时间", [(day, 33.0, True), (spoken_time(start), 33.0, True)]))
    note = "，".join(one for one in (paper.place_note, f"{words.clock(paper.check_in_from)}开始签到") if one)
    made.append(("地点", [(paper.place, 33.0, True), (note, 20.0, False)]))
    matters = matters_of(paper)
    motions = [item.title for item in matters if item.motion]
    talks = [item.title for item in matters if not item.motion]
    for label, titles in (("要表决", motions), ("要谈的", talks)):
        if titles:
            made.append((label, _listed(titles)))
    made.append(("请来的", [(paper.attendees, 22.0, False)]))
    return made


def matters_of(paper: NoticePaper) -> tuple[NoticeItem, ...]:
    """What people come for: not the opening, the break, the closing."""
    return tuple(item for item in paper.items if item.kind not in ("opening", "break", "closing"))


def _listed(titles: list[str]) -> list[tuple[str, float, bool]]:
    size = 26.0 if len(titles) < 3 else 22.0
    lines = [(title, size, True) for title in titles[:_SHOWN]]
    if len(titles) > _SHOWN:
        lines.append((f"还有{len(titles) - _SHOWN}项，见通知全文", 18.0, False))
    return lines


def _large(brush: Brush, paper: NoticePaper) -> None:
    brush.rule(_LEFT, 13.5, _RIGHT, 3.0, VERMILION)
    brush.text(_LEFT, 24, paper.mark.issuer, Style(Voice.SANS, 20.0, VERMILION), _RIGHT - _LEFT)
    below = draw_largest(brush, partial(_large_at, paper=paper), _ROOM, paper.title)
    brush.rule(_LEFT, below, _RIGHT, 0.7)
    _foot(brush, paper)


def _large_at(brush: Brush, scale: float, paper: NoticePaper) -> float:
    """Draws title and facts in this scale; answers how far down they come, in mm."""
    style = Style(Voice.TITLE, 46.0 * scale)
    top = 30.0
    for line in title_lines(paper.meeting_title, style, (_RIGHT - _LEFT) * MM):
        brush.text(_LEFT, top + style.size * 0.62 / MM, line, style, _RIGHT - _LEFT, "left", "H1")
        top += style.size * 1.25 / MM
    top += 3
    brush.rule(_LEFT, top, _RIGHT, 0.7)
    for label, lines in facts(paper):
        top = _fact(brush, top, (label, lines), scale)
    return top


def _fact(brush: Brush, top: float, fact: Fact, scale: float) -> float:
    label, lines = fact
    pad = 3.6 * scale
    first = lines[0][1] * scale
    brush.text(_LEFT, top + pad + first * 0.7 / MM, label, Style(Voice.SANS, 20.0 * scale, INK_SOFT), 32)
    top += pad
    for text, size, bold in lines:
        style = Style(Voice.BOLD if bold else Voice.SANS, size * scale, INK if bold else INK_SOFT)
        if bold:
            text = "\n".join(title_lines(text, style, (_RIGHT - _TEXT) * MM))
        top = brush.block((_TEXT, top, _RIGHT - _TEXT), text, style, 1.35)
    top += pad
    brush.rule(_TEXT, top, _RIGHT, 0.2, RULE)
    return top


def _foot(brush: Brush, paper: NoticePaper) -> None:
    """Who cannot come, whom to ask, where the whole text is, and the code."""
    mark, side = paper.mark, 26.0
    absent = "来不了？可以写委托书请人代投。" if paper.proxy_allowed else "来不了？请提前说一声。"
    style = Style(Voice.SANS, 19.0)
    brush.text(_LEFT, 258, absent, style, 140)
    brush.text(_LEFT, 267, words.contact(paper.contact), style, 140)
    day = words.day(mark.issued_on)
    brush.text(_LEFT, 277, f"{mark.number}　{day}　核对码 {mark.code}　以通知全文为准", _fine(9.5), 142)
    brush.text(_LEFT, 282.5, f"内容摘要 {mark.digest}", _fine(7.0), 142)
    brush.code(mark, _RIGHT - side, 255, side)


def _fine(size: float) -> Style:
    return Style(Voice.SANS, size, INK_SOFT)


def _poster(brush: Brush, paper: NoticePaper) -> None:
    """The poster is drawn in the measures of A4 and enlarged."""
    brush.canvas._code.append(f"q {A3[0] / SHEET[0]:.5f} 0 0 {A3[1] / SHEET[1]:.5f} 0 0 cm")
    small = Brush(brush.canvas, SHEET)
    small.rule(_LEFT, 13.5, _RIGHT, 3.0, VERMILION)
    small.text(105, 26, paper.mark.issuer, Style(Voice.TITLE, 22.0, VERMILION), 160, "center")
    top = _poster_title(small, paper.meeting_title)
    side = 56.0
    calendar_leaf(small, 40, top + 4, side, paper.starts_at.date())
    clock_face(small, 118, top + 4, side * 0.8, paper.starts_at)
    time = Style(Voice.BOLD, 22.0)
    small.text(118 + side * 0.4, top + 4 + side * 0.9, spoken_time(paper.starts_at), time, 70, "center")
    top += side + 9
    small.rule(_LEFT, top, _RIGHT, 0.7)
    rows = facts(paper, when=False)

    def draw(to: Brush, scale: float) -> float:
        at = top
        for fact in rows:
            at = _fact(to, at, fact, scale)
        return at

    draw_largest(small, draw, _ROOM, paper.title)
    _foot(small, paper)
    brush.canvas._code.append("Q")


def _poster_title(brush: Brush, title: str) -> float:
    sizes = ((48.0, 2), (40.0, 2), (34.0, 2), (28.0, 3), (22.0, 3), (17.0, 99))
    tries = ((Style(Voice.TITLE, size), most) for size, most in sizes)
    set_in = ((style, title_lines(title, style, (_RIGHT - _LEFT) * MM), most) for style, most in tries)
    style, lines = next((style, lines) for style, lines, most in set_in if len(lines) <= most)
    top = 34.0
    with part(brush.canvas, "H1"):
        for line in lines:
            brush.text(105, top + style.size * 0.62 / MM, line, style, _RIGHT - _LEFT, "center", "Span")
            top += style.size * 1.25 / MM
    return top
