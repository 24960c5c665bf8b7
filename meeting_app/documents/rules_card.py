"""议事规则: a card of A5 in large type, two on a sheet to be cut."""

from dataclasses import dataclass
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
_GAP = 8.0
_ONE_COLUMN = 8  # rules, more stand in two columns: larger type on the same card


@dataclass(frozen=True, slots=True)
class Card:
    """A card: the size of its type, the number of its first rule, its columns of rules."""

    size: float
    first: int
    columns: tuple[tuple[str, ...], ...]

    @property
    def width(self) -> float:
        """Millimetres of a column."""
        return _column_width(len(self.columns))


def _column_width(columns: int) -> float:
    return (_ROOM[1] - _GAP * (columns - 1)) / columns


def rules_card(paper: RulesPaper) -> bytes:
    """The PDF: the card twice on a sheet; a very long set of rules goes on to further cards."""
    require_printable(paper)
    cards = _cards(paper)
    story: list[Flowable] = [Fixed(partial(_page, paper=paper, card=card)) for card in cards]
    return render(paper.mark, paper.title, [bare_page()], story)


def _cards(paper: RulesPaper) -> list[Card]:
    """Every card: the largest type in which all rules stand on one, in one column or in two."""
    rules = paper.rules
    forms = [_halves(rules)] if len(rules) > _ONE_COLUMN else [(rules,)]
    for columns in forms:
        for size in _SIZES[:-2]:
            if all(_height(part, size, _column_width(len(columns))) <= _ROOM[2] for part in columns):
                return [Card(size, 1, columns)]
    return _many_cards(rules)


def _halves(rules: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    half = -(-len(rules) // 2)
    return rules[:half], rules[half:]


def _many_cards(rules: tuple[str, ...]) -> list[Card]:
    """A very long set of rules, one column a card."""
    first, size, wide = 0, _SIZES[4], _ROOM[1]
    cards: list[Card] = []
    while first < len(rules):
        end = first + 1
        while end < len(rules) and _height(rules[first : end + 1], size, wide) <= _ROOM[2]:
            end += 1
        part = rules[first:end]
        fitting = next((one for one in _SIZES[4:] if _height(part, one, wide) <= _ROOM[2]), _SIZES[-1])
        cards.append(Card(fitting, first + 1, (part,)))
        first = end
    return cards


def _height(rules: tuple[str, ...], size: float, width: float) -> float:
    """Millimetres that rules take in this size and width."""
    room = (width - 1.9 * size / MM) * MM
    lines = sum(len(set_lines([Span(rule, Style(Voice.SANS, size))], room, LEFT)) for rule in rules)
    return (lines * size * 1.42 + len(rules) * size * 0.42) / MM


def _page(brush: Brush, paper: RulesPaper, card: Card) -> None:
    for offset in (0.0, _HALF):
        _card(brush, offset, paper, card)
    brush.rule(8, _HALF, 202, 0.12, RULE)


def _card(brush: Brush, offset: float, paper: RulesPaper, card: Card) -> None:
    left, width, _ = _ROOM
    brush.text(left, offset + 17, paper.title, Style(Voice.TITLE, 24.0, VERMILION), 130, "left", "H1")
    if paper.note:
        brush.text(left + width, offset + 18, paper.note, Style(Voice.SANS, 11.0, INK_SOFT), 56, "right")
    brush.rule(left, offset + 25, left + width, 0.6, VERMILION)
    first = card.first
    for place, rules in enumerate(card.columns):
        _column(brush, (left + place * (card.width + _GAP), offset + 28), card, (first, rules))
        first += len(rules)
    mark, fine = paper.mark, Style(Voice.SANS, 8.0, INK_SOFT)
    day = f"{mark.issued_on.year}年{mark.issued_on.month}月{mark.issued_on.day}日"
    line = f"{mark.issuer}　{mark.number}　{day}　核对码 {mark.code}"
    side = 16.5
    brush.text(left, offset + _HALF - 13, line, fine, width - side - 8)
    tiny = Style(Voice.SANS, 6.5, INK_SOFT)
    brush.text(left, offset + _HALF - 8.5, f"内容摘要 {mark.digest}", tiny, width - side - 8)
    brush.code(mark, left + width - side, offset + _HALF - side - 6.5, side)


def _column(brush: Brush, corner: tuple[float, float], card: Card, part: tuple[int, tuple[str, ...]]) -> None:
    """The rules of one column from its upper left corner, numbered from the first of `part` on."""
    left, top = corner
    size, (first, rules) = card.size, part
    figure, text = Style(Voice.BOLD, size, VERMILION), Style(Voice.SANS, size)
    hang, top = 1.9 * size / MM, top + 0.2 * size / MM
    for number, rule in enumerate(rules, first):
        brush.label(left + hang - 0.5 * size / MM, top + 0.71 * size / MM, str(number), figure, "right")
        top = brush.block((left + hang, top, card.width - hang), rule, text, 1.42) + 0.42 * size / MM
