"""The sheet on top of a set: what it is, how it is printed and cut, and the strip by which it is checked.

Cards themselves carry only their own code, which tells nothing to whoever picks one up.
"""

from collections.abc import Sequence
from functools import partial

from reportlab.platypus import Flowable

from meeting_app.documents.flow.fixed import Brush, Fixed
from meeting_app.documents.flow.measures import SHEET
from meeting_app.documents.text.faces import Voice
from meeting_app.documents.text.style import INK_SOFT, VERMILION, Style
from meeting_app.queries.papers import PaperMark
from meeting_app.queries.papers_roleplay import PlayHead

_TITLE = Style(Voice.TITLE, 40.0, VERMILION, pitch=4.0)
_PLAY = Style(Voice.BOLD, 20.0)
_LABEL = Style(Voice.BOLD, 14.0)
_TEXT = Style(Voice.SANS, 14.0)
_SECRET = Style(Voice.BOLD, 12.0)


def cover(
    mark: PaperMark,
    head: PlayHead,
    title: str,
    facts: Sequence[tuple[str, str]],
    *,
    secret: bool = True,
    sheet: tuple[float, float] = SHEET,
) -> Flowable:
    """The cover; `facts` are (label, text)."""
    draw = partial(_draw, mark=mark, head=head, title=title, facts=tuple(facts), secret=secret)
    return Fixed(draw, sheet)


def _draw(
    brush: Brush,
    mark: PaperMark,
    head: PlayHead,
    title: str,
    facts: tuple[tuple[str, str], ...],
    secret: bool,
) -> None:
    left, right = 24.0, brush.width - 24.0
    if secret:
        word = "含有秘密，只交主持人"
        brush.box((left, 17.0, 48.0, 8.0), 0.4)
        brush.text(left + 24.0, 21.0, word, _SECRET, 44, "center")
    brush.text(left, 44, title, _TITLE, right - left, "left", "H1")
    brush.text(left, 59, head.title, _PLAY, right - left)
    brush.rule(left, 67, right, 0.7, VERMILION)
    top = brush.block((left, 70, right - left), head.fiction, Style(Voice.KAI, 13.0, INK_SOFT)) + 5
    for label, text in facts:
        brush.label(left, top + 3.8, label, _LABEL)
        top = max(brush.block((left + 26, top, right - left - 26), text, _TEXT), top + 8) + 2.5
    brush.check(mark, brush.height - 30, left, right)


def card_line(mark: PaperMark) -> str:
    """What stands small at the foot of every card."""
    return f"演完交回。{mark.number}　核对码 {mark.code}"
