"""角色卡: one side, A5 in 16 pt or A4 in 20 pt and more.

What does not fit is set a little smaller, down to a size that older people still read; beyond that the card
is refused, and its author shortens it.
"""

from functools import partial
from typing import Final

from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.flow.fixed import Brush, Fixed, bare_page, draw_largest
from meeting_app.documents.flow.measures import MM
from meeting_app.documents.flow.sheet import render
from meeting_app.documents.roleplay.cover import card_line, cover
from meeting_app.documents.roleplay.imposing import BESIDE, LANDSCAPE, sheets
from meeting_app.documents.text.clean import JOINER
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.lines import Shape
from meeting_app.documents.text.style import INK_SOFT, VERMILION, Span, Style
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.papers_roleplay import CardIssue, RoleCard, RoleCardPaper

SIZE, LARGE = 16.0, 20.0
# The least is 12 pt on A5 and 15 pt on the large card: 60 characters of public and 180 of secret brief fit.
SCALES: Final = (1.0, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79, 0.75)
_LARGER: Final = (1.3, 1.2, 1.1)
CODE_SIDE: Final = 21.0


def role_cards(paper: RoleCardPaper) -> bytes:
    """The PDF, two cards of A5 on a sheet. Refuses with `no_glyph` or `card_too_long`."""
    require_printable(paper)
    facts = (
        ("张数", f"{len(paper.cards)}张，{paper.head.tables}桌，每人一张"),
        ("打印", "A4横放，单面打印，不缩放"),
        ("裁切", "整叠沿中线裁一刀，右边一叠放到左边一叠下面，就按桌、按座位排好了"),
        ("发卡", "按派角名单发到人手里，只看自己的；看不清的换大字卡"),
        ("收卡", "演完全部收回，和回收单对数；丢了的在回收单上注明"),
    )
    top = cover(paper.mark, paper.head, "角色卡", facts, sheet=LANDSCAPE)
    story = [top, *sheets(paper.cards, BESIDE, partial(_draw, paper=paper, size=SIZE))]
    return render(paper.mark, f"{paper.head.title}角色卡", [bare_page(LANDSCAPE)], story)


def large_role_cards(paper: RoleCardPaper) -> bytes:
    """The PDF, a card on a sheet of A4 in large type."""
    require_printable(paper)
    facts = (
        ("张数", f"{len(paper.cards)}张，{paper.head.tables}桌"),
        ("打印", "A4竖放，单面打印；只用其中几张时，按页码选着打"),
        ("发卡", "内容和小卡一样，给看不清小字的人；一人只发一种"),
        ("收卡", "演完全部收回，和回收单对数"),
    )
    story: list[Flowable] = [cover(paper.mark, paper.head, "角色卡（大字）", facts)]
    story += [Fixed(partial(_draw, card=card, paper=paper, size=LARGE)) for card in paper.cards]
    return render(paper.mark, f"{paper.head.title}角色卡（大字）", [bare_page()], story)


def _draw(brush: Brush, card: RoleCard, paper: RoleCardPaper, size: float) -> None:
    edge = 11.0 if size == SIZE else 18.0
    _head(brush, card, paper.head.title, edge)
    refusal = Refusal("card_too_long", role=card.role)
    draw = partial(_body, card=card, size=size, edge=edge)
    scales = SCALES if size == SIZE else (*_LARGER, *SCALES)
    draw_largest(brush, draw, brush.height - 13.0, card.role, scales, refusal)
    fine = Style(Voice.SANS, 7.5, INK_SOFT)
    brush.text(edge, brush.height - 9.0, card_line(paper.mark), fine, brush.width - 2 * edge)


def _head(brush: Brush, card: RoleCard, title: str, edge: float) -> None:
    """Table, role and party beside the code; a third taller on the large card."""
    large = min(1.33, brush.width / 148.5)
    right = brush.width - edge
    room = right - CODE_SIDE - 6 - edge
    brush.text(edge, 13.5, f"第{card.table}桌　{title}", Style(Voice.SANS, 11.0 * large, INK_SOFT), room)
    brush.text(edge, 13 + 13 * large, card.role, Style(Voice.TITLE, 30.0 * large), room, "left", "H1")
    brush.text(edge, 13 + 23.5 * large, card.party, Style(Voice.SANS, 12.0 * large, VERMILION), room)
    brush.qr(card.code, right - CODE_SIDE, 9.0, CODE_SIDE)
    code = Style(Voice.SANS, 7.0, INK_SOFT)
    brush.text(right - CODE_SIDE / 2, 33.0, card.code, code, CODE_SIDE + 4, "center")
    brush.rule(edge, 13 + 28.5 * large, right, 0.6, VERMILION)


def _body(brush: Brush, scale: float, card: RoleCard, size: float, edge: float) -> float:
    """What the role knows, in this scale; answers how far down it comes, in mm."""
    size *= scale
    text, label = Style(Voice.SANS, size), Style(Voice.BOLD, size * 0.8, INK_SOFT)
    hang = 2.9 * size / MM
    width = brush.width - 2 * edge

    def field(top: float, word: str, told: str) -> float:
        if not told:
            return top
        brush.label(edge, top + 0.71 * size / MM, word, label)
        return brush.block((edge + hang, top, width - hang), told, text, 1.4) + 0.18 * size / MM

    top = field(15 + 28.5 * min(1.33, brush.width / 148.5), "公开", card.public)
    top = _private_line(brush, top + 0.5, edge, size)
    top = field(top, "秘密", card.secret)
    top = field(top, "开场", f"“{card.opening}”" if card.opening else "")
    top = field(top, "守住", _listed(card.keep))
    top = field(top, "能让", _listed(card.give))
    top = field(top, "在意", "，".join(f"{one}（{weight}）" for one, weight in card.interests))
    for aim, who in card.aims:
        top = field(top, "心愿", f"{aim}（由{who or '主持人'}说了算）")
    top = field(top, "不做", _listed(card.must_not))
    for number, question in enumerate(card.questions, 1):
        top = field(top, f"看{number}", question)
    return _limits(brush, top, card, size, edge)


def _listed(words: tuple[str, ...]) -> str:
    return "；".join(words)


def _private_line(brush: Brush, top: float, edge: float, size: float, word: str = "下面只给你看") -> float:
    """Below this line nobody else reads."""
    style = Style(Voice.BOLD, size * 0.72, VERMILION)
    wide = brush.label(edge, top + 0.55 * size / MM, word, style)
    brush.rule(edge + wide + 2, top + 0.55 * size / MM, brush.width - edge, 0.25, VERMILION)
    return top + 1.15 * size / MM


def _limits(brush: Brush, top: float, card: RoleCard, size: float, edge: float) -> float:
    """What options are worth, and below which sum the role does not sign."""
    if card.walk_away is None:
        return top
    width, small = brush.width - 2 * edge, max(size * 0.78, 11.0)
    top = _private_line(brush, top + 0.5, edge, size, "每种办法对你值几分")
    for issue in card.issues:
        shape = Shape(hang=1.2 * small, align="left")
        top = brush.block((edge, top, width), _worth(issue, small), Style(Voice.SANS, small), 1.34, shape)
    strong = Style(Voice.BOLD, size * 0.92)
    count = len(card.issues)
    number = "两" if count == 2 else words.number(count)
    told = f"{number}件事合起来不到{card.walk_away}分，就不签。"
    spans = [Span(told, strong), Span(card.walk_away_text, Style(Voice.SANS, size * 0.92))]
    return brush.block((edge, top + 0.8, width), spans, strong, 1.38)


def _worth(issue: CardIssue, size: float) -> list[Span]:
    """An issue in a line: its title, and every option with its points; titles may hold commas."""
    plain, strong = Style(Voice.SANS, size), Style(Voice.BOLD, size)
    spans = [Span(f"{issue.title}：", Style(Voice.SANS, size, INK_SOFT))]
    for at, (title, points) in enumerate(issue.options):
        spans += [Span(f"{'；' if at else ''}{title}", plain), Span(f"{JOINER}{points}", strong)]
    return spans
