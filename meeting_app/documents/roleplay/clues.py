"""线索卡, four on a sheet, and ten labels on a sheet for the envelopes in which they wait.

A label says when an envelope is opened and by whom, never what is in it.
"""

from functools import partial
from typing import Final

from meeting_app.documents.flow.fixed import Brush, Room, bare_page, draw_largest
from meeting_app.documents.flow.measures import MM
from meeting_app.documents.flow.sheet import render
from meeting_app.documents.roleplay.cards import SCALES, SIZE
from meeting_app.documents.roleplay.cover import card_line, cover
from meeting_app.documents.roleplay.imposing import QUARTERS, sheets
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.lines import Shape
from meeting_app.documents.text.style import INK_SOFT, VERMILION, Style
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.papers_roleplay import ClueCard, CluePaper, Envelope

RULES: Final = {
    "may_share": "说不说、什么时候说，由你定。",
    "may_keep": "可以一直不说。",
    "must_answer": "有人问到，要照实回答。",
}
_LABELS: Final[tuple[Room, ...]] = tuple(
    (15.0 + 90.0 * (at % 2), 13.5 + 54.0 * (at // 2), 90.0, 54.0) for at in range(10)
)
_LARGER: Final = (1.5, 1.4, 1.3, 1.2, 1.1)
_EDGE = 9.0
_FINE = Style(Voice.SANS, 7.0, INK_SOFT)


def clue_cards(paper: CluePaper) -> bytes:
    """The PDF. Refuses with `no_clues`, `no_glyph` or `card_too_long`."""
    if not paper.clues:
        raise Refusal("no_clues")
    require_printable(paper)
    count = len(paper.clues)
    facts = (
        ("线索卡", f"{count}张，四张一页"),
        ("信封签", f"{count}张，在最后几页，剪下来贴在信封上；每张线索一个信封"),
        ("打印", "A4竖放，单面打印，不缩放"),
        (
            "裁切",
            "线索卡先横裁一刀，下面一叠放到上面一叠下面；再竖裁一刀，右边放到左边下面，就按桌、按号排好了",
        ),
        ("装封", "卡上的桌号和线索号，和信封签上的对齐；一桌一捆，交给桌长"),
    )
    story = [cover(paper.mark, paper.head, "线索卡和信封签", facts)]
    story += sheets(paper.clues, QUARTERS, partial(_card, paper=paper))
    story += sheets(paper.clues, _LABELS, _label, cuts=False)
    return render(paper.mark, f"{paper.head.title}线索卡", [bare_page()], story)


def _card(brush: Brush, clue: ClueCard, paper: CluePaper) -> None:
    right = brush.width - _EDGE
    brush.text(_EDGE, 14, f"第{clue.table}桌　线索{clue.number}", Style(Voice.SANS, 11.0, INK_SOFT), 60)
    brush.text(_EDGE, 24, f"给{clue.to or '全桌'}", Style(Voice.TITLE, 21.0), 60, "left", "H1")
    side = 20.5
    brush.qr(clue.code, right - side, 9.0, side)
    brush.text(right - side / 2, 32.0, clue.code, Style(Voice.SANS, 6.5, INK_SOFT), side + 6, "center")
    brush.rule(_EDGE, 36.5, right, 0.5, VERMILION)
    refusal = Refusal("card_too_long", role=clue.to or clue.title)
    draw_largest(
        brush, partial(_text, clue=clue), brush.height - 24, clue.title, (*_LARGER, *SCALES), refusal
    )
    rule = "拆开念给全桌听。" if not clue.to else RULES.get(clue.rule, "")
    brush.rule(_EDGE, brush.height - 21.5, right, 0.2, VERMILION)
    brush.text(_EDGE, brush.height - 16.5, rule, Style(Voice.BOLD, 12.5), right - _EDGE)
    brush.text(_EDGE, brush.height - 9, card_line(paper.mark), _FINE, right - _EDGE)


def _text(brush: Brush, scale: float, clue: ClueCard) -> float:
    size, width = SIZE * scale, brush.width - 2 * _EDGE
    top = brush.block((_EDGE, 40.5, width), clue.title, Style(Voice.BOLD, size * 1.05), 1.4)
    return brush.block((_EDGE, top + 0.25 * size / MM, width), clue.text, Style(Voice.SANS, size), 1.5)


def when(envelope: ClueCard | Envelope) -> str:
    """When an envelope is opened."""
    if envelope.event:
        return f"发生“{envelope.event}”时拆"
    if not envelope.minute:
        return f"“{envelope.phase}”一开始就拆"
    return f"“{envelope.phase}”第{envelope.minute}分钟拆"


def _label(brush: Brush, clue: ClueCard) -> None:
    brush.box((0.0, 0.0, brush.width, brush.height), 0.12, INK_SOFT)
    brush.text(7, 12, f"第{clue.table}桌", Style(Voice.TITLE, 22.0), 40, "left", "H1")
    number = f"线索{clue.number}"
    brush.text(brush.width - 7, 12, number, Style(Voice.BOLD, 15.0, VERMILION), 36, "right")
    brush.text(7, 26, f"交给{clue.to or '全桌'}", Style(Voice.BOLD, 17.0), 76)
    shape = Shape(align="left")
    brush.block((7, 32, brush.width - 14), f"{when(clue)}，之前不要打开", Style(Voice.SANS, 12.5), 1.4, shape)
    brush.text(7, brush.height - 5.5, clue.code, _FINE, 60)
