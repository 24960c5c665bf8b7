"""席卡: a sheet of A4 folded in the middle stands as a tent; the name reads from both sides."""

from collections.abc import Callable
from functools import partial

from reportlab.platypus import Flowable

from meeting_app.documents.flow.fixed import Brush, Fixed, bare_page
from meeting_app.documents.flow.sheet import render
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.style import INK_SOFT, RULE, VERMILION, Style
from meeting_app.queries.papers_more import Plate, PlateSheet

_NAME = Style(Voice.TITLE, 96.0)
_TITLE = Style(Voice.SANS, 26.0)
_MEETING = Style(Voice.SANS, 12.0, VERMILION)
_FINE = Style(Voice.SANS, 7.5, INK_SOFT)
_FOLD = 148.5
_EDGES = 10.0


def plates(paper: PlateSheet) -> bytes:
    """The PDF, a page for each person. Refuses with `no_glyph` when a character cannot be printed."""
    require_printable(paper)
    some = paper.plates or (Plate(""),)
    story: list[Flowable] = [Fixed(partial(_page, paper=paper, plate=one)) for one in some]
    return render(paper.mark, f"席卡　{paper.meeting_title}", [bare_page()], story)


def _page(brush: Brush, paper: PlateSheet, plate: Plate) -> None:
    """Lower half upright, upper half turned, a hairline to fold along and flaps to stand on."""
    half = partial(_half, title=plate.title, line=paper.meeting_title)
    folded(brush, plate.name, half)
    mark = paper.mark
    line = f"沿三条细线折起来立在桌上。{mark.issuer}　{mark.number}　核对码 {mark.code}"
    brush.text(_EDGES, 277, line, _FINE, 165)
    day = f"{mark.issued_on.year}年{mark.issued_on.month}月{mark.issued_on.day}日"
    brush.text(_EDGES, 282, f"{day}　内容摘要 {mark.digest}", _FINE, 165)
    brush.code(mark, 210 - _EDGES - 17, 270, 17)


def folded(brush: Brush, name: str, half: Callable[[Brush, str], None]) -> None:
    """Both sides of a tent from a sheet of A4, with hairlines to fold along."""
    half(brush, name)
    with brush.turned():
        half(brush, name)
    for top in (_FOLD, 34.0, 263.0):
        brush.rule(_EDGES, top, 210 - _EDGES, 0.12, RULE)


def _half(brush: Brush, name: str, title: str, line: str) -> None:
    """What one side shows: 114 mm between the fold and the flap."""
    low = 12.0 if title else 0.0
    spaced = name if len(name) != 2 else f"{name[0]}　{name[1]}"
    brush.text(105, 206 - low * 0.7, spaced, _NAME, 180, "center", "H1")
    if title:
        brush.text(105, 239, title, _TITLE, 170, "center")
    brush.text(105, 256, line, _MEETING, 170, "center")
