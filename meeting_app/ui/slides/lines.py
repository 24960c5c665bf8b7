"""Breaks a text into balanced lines by sense, with the rules of Chinese punctuation; knows nothing of Qt.

Widths come from a callable, in pixels of the virtual page. A line never begins with a closing mark nor ends
with an opening one, a number keeps its measure word ("31 人", "3号楼"), and words of the trade stay whole
(`resources/slides/words.txt`).
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from meeting_app import resources

Measure = Callable[[str], float]

CLOSING = frozenset("，。；：！？、）》」』】〉”’％…—,.;:!?)]}%")
OPENING = frozenset("（《「『【〈“‘([{")
# What a break costs beside raggedness: nothing after a mark, little between words, much inside a word.
AFTER_MARK, AFTER_OTHER_MARK, BETWEEN, INSIDE = 0.0, 0.1, 0.25, 0.45
# What stands before a colon, a quotation mark or a bracket goes on in the next words; a list even more.
ENDING = frozenset("，。；！？,.;!?")
LONGEST_WORD = 6
# A figure in characters and what it counts stay on one line: 一万五千元, 六十五岁, 两户.
NUMERALS = frozenset("零〇一二三四五六七八九十百千万亿两半几")
COUNTED = frozenset(
    "元角分万亿个人户家层栋幢号室套间岁年月日天周季次回趟遍份张块部台条辆把位只桶班米平成倍点桌"
)
LONGEST_NAME = 7
# Texts of more lines are not balanced.
BALANCED = 6


@cache
def _words() -> frozenset[str]:
    listed = resources.path("slides", "words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in listed if not line.startswith("#") for word in line.split())


def _is_wide(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character >= "\U00020000"


def _glued(left: str, right: str) -> bool:
    """Whether two neighbouring characters of one text may not be parted; neither is a space."""
    if right in CLOSING or left in OPENING:
        return True
    if (left in CLOSING and not left.isascii()) or (right in OPENING and not right.isascii()):
        return False
    if "·" in (left, right):
        return right == "·"
    if left == "-":  # double names are parted at their hyphen, numbers are not
        return not right.isalpha()
    if _is_wide(right):
        return left.isdigit()
    return not _is_wide(left)


@lru_cache(maxsize=512)
def _pieces(text: str) -> tuple[str, ...]:
    """The text in pieces that are never broken; a space belongs to the piece before it."""
    return tuple(_parted(text))


def _parted(text: str) -> Iterator[str]:
    piece = ""
    for position, character in enumerate(text):
        if piece and not _holds(text, position):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _holds(text: str, position: int) -> bool:
    """Whether no break may stand before this position."""
    before, here = text[position - 1], text[position]
    if here.isspace():
        return True
    if before.isspace():
        earlier = text[:position].rstrip()[-1:]
        # "31 人" and "第 1 次" hold together across their spaces; other spaces are places to break.
        return bool(earlier) and (_number_and_word(earlier, here) or _number_and_word(here, earlier))
    return (
        _glued(before, here)
        or _in_figure(before, here)
        or _in_word(text, position)
        or _in_name(text, position)
    )


def _number_and_word(number: str, word: str) -> bool:
    return number.isdigit() and _is_wide(word) and word not in CLOSING and word not in OPENING


def _in_figure(before: str, here: str) -> bool:
    """Whether a figure written in characters, or its measure word, goes on here."""
    return (before in NUMERALS and (here in NUMERALS or here in COUNTED)) or (
        before == "第" and here in NUMERALS
    )


def _in_word(text: str, position: int) -> bool:
    """Whether a known word lies across this position."""
    for start in range(max(0, position - LONGEST_WORD + 1), position):
        for end in range(position + 1, min(len(text), start + LONGEST_WORD) + 1):
            if text[start:end] in _words():
                return True
    return False


def _in_name(text: str, position: int) -> bool:
    """Whether a part of a name with a middle dot lies across this position: 阿不都热依木·阿不力孜."""
    if text[position - 1] == "·":
        return False
    behind, ahead = text[max(0, position - LONGEST_NAME) : position], text[position : position + LONGEST_NAME]
    return _reaches_dot(reversed(behind)) or _reaches_dot(iter(ahead))


def _reaches_dot(characters: Iterator[str]) -> bool:
    stop = next((character for character in characters if not _is_wide(character)), "")
    return stop == "·"


def _cost(piece: str, after: str) -> float:
    """What it costs to break behind this piece: `after` is what the next line begins with."""
    tail = piece.rstrip()
    if tail[-1:] in CLOSING:
        return BETWEEN if tail[-1] == "、" else AFTER_MARK if tail[-1] in ENDING else AFTER_OTHER_MARK
    known = piece != tail or tail in _words() or after.rstrip() in _words() or not _is_wide(tail[-1:])
    return BETWEEN if known else INSIDE


def _joined(pieces: Sequence[str]) -> str:
    return "".join(pieces).rstrip()


def _chopped(piece: str, width: float, measure: Measure) -> Iterator[str]:
    """A piece that is wider than a line, in parts that fit: the last resort for words without end."""
    part = ""
    for character in piece:
        if part and measure(part + character) > width:
            yield part
            part = ""
        part += character
    yield part


def break_lines(
    text: str, width: float, measure: Measure, most: int, *, chop: bool = False
) -> list[str] | None:
    """The text in at most `most` lines no wider than `width`; None when that is impossible.

    Line breaks in the text are kept. `chop` allows a word to be cut where nothing else helps.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        broken = _paragraph(paragraph.strip(), width, measure, most - len(lines), chop=chop)
        if broken is None:
            return None
        lines += broken
    return lines


def _paragraph(text: str, width: float, measure: Measure, most: int, *, chop: bool) -> list[str] | None:
    if most < 1:
        return None
    if not text or measure(text) <= width:
        return [text]
    pieces = list(_pieces(text))
    if chop:
        pieces = [part for piece in pieces for part in _chopped(piece, width, measure)]
    widths = [measure(piece) for piece in pieces]
    if max(measure(piece.rstrip()) for piece in pieces) > width:
        return None
    # Spaces at the ends of lines need no room, so a line less than the sum asks for may do.
    fewest = max(2, int(sum(widths) / width))
    if fewest > BALANCED:
        lines = _filled(pieces, widths, width)
        return lines if len(lines) <= most else None
    for count in range(fewest, most + 1):
        broken = _balanced(pieces, widths, width, count, measure)
        if broken is not None:
            return broken
    return None


def _filled(pieces: Sequence[str], widths: Sequence[float], width: float) -> list[str]:
    """Line after line as full as it goes: for texts so long that nobody sees the balance."""
    lines: list[str] = []
    start, total = 0, 0.0
    for place, piece in enumerate(pieces):
        bare = widths[place] * len(piece.rstrip()) / len(piece)
        if place > start and total + bare > width:
            lines.append(_joined(pieces[start:place]))
            start, total = place, 0.0
        total += widths[place]
    return [*lines, _joined(pieces[start:])]


def _balanced(
    pieces: list[str], widths: list[float], width: float, count: int, measure: Measure
) -> list[str] | None:
    """Exactly `count` lines with the smallest sum of raggedness and cost of breaks; None when they do not
    fit.
    """
    ideal = sum(widths) / count
    size = len(pieces)
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _line in range(count):
        reached: dict[int, tuple[float, int]] = {}
        for start, (cost, _origin) in best[-1].items():
            for end, price in _ends(pieces, widths, width, ideal, start):
                if end not in reached or cost + price < reached[end][0]:
                    reached[end] = (cost + price, start)
        best.append(reached)
    if size not in best[count]:
        return None
    cuts = [size]
    for line in range(count, 0, -1):
        cuts.append(best[line][cuts[-1]][1])
    cuts.reverse()
    lines = [_joined(pieces[start:end]) for start, end in pairwise(cuts)]
    return lines if all(measure(line) <= width + 1 for line in lines) else None


def _ends(
    pieces: list[str], widths: list[float], width: float, ideal: float, start: int
) -> Iterator[tuple[int, float]]:
    """Where a line that begins at piece `start` may end, each with its price."""
    total = 0.0
    for end in range(start + 1, len(pieces) + 1):
        total += widths[end - 1]
        trailing = len(pieces[end - 1]) - len(pieces[end - 1].rstrip())
        if total - trailing * widths[end - 1] / max(1, len(pieces[end - 1])) > width:
            return
        ragged = ((total - ideal) / ideal) ** 2
        yield end, ragged + (_cost(pieces[end - 1], pieces[end]) if end < len(pieces) else 0.0)
