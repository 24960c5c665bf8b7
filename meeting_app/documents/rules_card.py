"""议事规则: a card of A5 in large type, two on a sheet to be cut."""

from functools import partial

from reportlab.platypus import Flowable

from meeting_app.documents.flow.fixed import Brush, Fixed, bare_page
from meeting_app.documents.flow.measures import MM
from meeting_app.documents.flow.sheet import render
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.lines import LEFT, set_lines
from meeting_app.documents.text.style import INK_SOFT, RULE, VERMILION, Span, Style
from meeting_app.queries.papers_more import RulesPaper

_HALF = 148.5
_SIZES = (20.0, 18.0, 16.0, 14.0, 12.5, 11.0, 10.0, 9.0)
_ROOM = (14.0, 182.0, 95.0)
Card = tuple[float, int, tuple[str, ...]]  # size, number of the first rule, rules


def rules_card(paper: RulesPaper) -> bytes:
    """The PDF: the card twice on a sheet; a very long set of rules goes on to further cards."""
    require_printable(paper)
    cards = _cards(paper)
    story: list[Flowable] = [Fixed(partial(_page, paper=paper, card=card)) for card in cards]
    return render(paper.mark, paper.title, [bare_page()], story)


def _cards(paper: RulesPaper) -> list[Card]:
    """(size, first number, rules) of every card: the largest type in which all rules stand on one."""
    for size in _SIZES:
        if _height(paper.rules, size) <= _ROOM[2]:
            return [(size, 1, paper.rules)]
    first, size = 0, _SIZES[4]
    cards: list[Card] = []
    while first < len(paper.rules):
        end = first + 1
        while end < len(paper.rules) and _height(paper.rules[first : end + 1], size) <= _ROOM[2]:
            end += 1
        part = paper.rules[first:end]
        fitting = next((one for one in _SIZES[4:] if _height(part, one) <= _ROOM[2]), _SIZES[-1])
        cards.append((fitting, first + 1, part))
        first = end
    return cards


def _height(rules: tuple[str, ...], size: float) -> float:
    """Millimetres that rules take in this size."""
    room = (_ROOM[1] - 1.9 * size / MM) * MM
    lines = sum(len(set_lines([Span(rule, Style(Voice.SANS, size))], room, LEFT)) for rule in rules)
    return (lines * size * 1.42 + len(rules) * size * 0.42) / MM


def _page(brush: Brush, paper: RulesPaper, card: Card) -> None:
    for offset in (0.0, _HALF):
        _card(brush, offset, paper, card)
    brush.rule(8, _HALF, 202, 0.12, RULE)


def _card(brush: Brush, offset: float, paper: RulesPaper, card: Card) -> None:
    size, first, rules = card
    left, width, _ = _ROOM
    brush.text(left, offset + 17, paper.title, Style(Voice.TITLE, 24.0, VERMILION), 130, "left", "H1")
    if paper.note:
        brush.text(left + width, offset + 18, paper.note, Style(Voice.SANS, 11.0, INK_SOFT), 56, "right")
    brush.rule(left, offset + 25, left + width, 0.6, VERMILION)
    figure, text = Style(Voice.BOLD, size, VERMILION), Style(Voice.SANS, size)
    top = offset + 28 + 0.2 * size / MM
    hang = 1.9 * size / MM
    for number, rule in enumerate(rules, first):
        brush.label(left + hang - 0.5 * size / MM, top + 0.71 * size / MM, str(number), figure, "right")
        top = brush.block((left + hang, top, width - hang), rule, text, 1.42) + 0.42 * size / MM
    mark, fine = paper.mark, Style(Voice.SANS, 8.0, INK_SOFT)
    day = f"{mark.issued_on.year}年{mark.issued_on.month}月{mark.issued_on.day}日"
    line = f"{mark.issuer}　{mark.number}　{day}　核对码 {mark.code}"
    side = 16.5
    brush.text(left, offset + _HALF - 13, line, fine, width - side - 8)
    tiny = Style(Voice.SANS, 6.5, INK_SOFT)
    brush.text(left, offset + _HALF - 8.5, f"内容摘要 {mark.digest}", tiny, width - side - 8)
    brush.code(mark, left + width - side, offset + _HALF - side - 6.5, side)
