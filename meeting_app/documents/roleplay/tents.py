"""桌牌: a tent with the number of every table, and a small one with the role for every seat."""

from functools import partial

from reportlab.platypus import Flowable

from meeting_app.documents.flow.fixed import Brush, Fixed, bare_page
from meeting_app.documents.flow.sheet import render
from meeting_app.documents.plates import folded
from meeting_app.documents.roleplay.cover import card_line, cover
from meeting_app.documents.roleplay.imposing import BELOW, sheets
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.style import INK_SOFT, RULE, VERMILION, Style
from meeting_app.queries.papers_roleplay import TentPaper, TentRole

_NUMBER = Style(Voice.TITLE, 130.0)
_PLAY = Style(Voice.SANS, 22.0, INK_SOFT)
_ROLE = Style(Voice.TITLE, 72.0)
_PARTY = Style(Voice.SANS, 15.0, VERMILION)
_PUBLIC = Style(Voice.SANS, 15.0)


def tents(paper: TentPaper) -> bytes:
    """The PDF: tables first, then seats, two on a sheet. Refuses with `no_glyph`."""
    require_printable(paper)
    facts = (
        ("桌牌", f"{paper.head.tables}张，一张A4一桌，沿三条细线折起来立在桌上"),
        ("座牌", f"{len(paper.roles)}张，两张一页"),
        ("打印", "A4竖放，单面打印，用厚一点的纸"),
        ("裁切", "座牌整叠沿中线横裁一刀，下面一叠放到上面一叠下面，就按桌排好了；再对折立起来"),
    )
    story: list[Flowable] = [cover(paper.mark, paper.head, "桌牌和座牌", facts, secret=False)]
    for table in range(1, paper.head.tables + 1):
        half = partial(_half, play=paper.head.title)
        story.append(Fixed(partial(_table, number=table, half=half, foot=card_line(paper.mark))))
    story += sheets(paper.roles, BELOW, _seat)
    return render(paper.mark, f"{paper.head.title}桌牌", [bare_page()], story)


def _table(brush: Brush, number: int, half: partial[None], foot: str) -> None:
    folded(brush, f"第{number}桌", half)
    brush.text(10, 284, foot, Style(Voice.SANS, 7.5, INK_SOFT), 150)


def _half(brush: Brush, name: str, play: str) -> None:
    brush.text(105, 203, name, _NUMBER, 180, "center", "H1")
    brush.text(105, 245, play, _PLAY, 170, "center")


def _seat(brush: Brush, role: TentRole) -> None:
    """Half a sheet, folded in its middle."""
    _face(brush, role)
    with brush.turned():
        _face(brush, role)
    brush.rule(10, brush.height / 2, brush.width - 10, 0.12, RULE)


def _face(brush: Brush, role: TentRole) -> None:
    brush.text(105, 83, f"{role.party}　第{role.table}桌", _PARTY, 180, "center")
    brush.text(105, 106, role.role, _ROLE, 180, "center", "H1")
    brush.text(105, 131, role.public, _PUBLIC, 184, "center")
