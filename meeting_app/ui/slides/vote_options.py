"""What can be chosen, with the numbers that a voter says: in as few columns and pages as can be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from meeting_app.queries.slides_types_votes import OptionLine
from meeting_app.ui.slides.sheet import LARGE, LEFT, SMALL, SPAN, TEXT, Sheet, Voice, metrics, text_height
from meeting_app.wording import amounts

GAP, BETWEEN = 56, 10
MOST_COLUMNS = 3
MOST_LINES = 8
LEADING = 128


@dataclass(frozen=True, slots=True)
class Layout:
    """How the options of all pages are set: one size, so many columns, and which stand on each page. `tall` =
    the height of each option in pixels.
    """

    size: int
    columns: int
    pages: tuple[tuple[int, ...], ...]
    tall: tuple[float, ...]


def words(option: OptionLine) -> str:
    """The option, with what it costs."""
    return f"{option.text}  {amounts.yuan(option.cost_fen)}" if option.cost_fen else option.text


def _number_room(size: int) -> float:
    return metrics(size, bold=True).horizontalAdvance("00") + size * 0.6


def _column(columns: int) -> float:
    return (SPAN - GAP * (columns - 1)) / columns


def _rows(room: float, size: int) -> int:
    return max(1, int((room + BETWEEN) / (size * LEADING / 100 + BETWEEN)))


@lru_cache(maxsize=16)
def layout(options: tuple[OptionLine, ...], room: float) -> Layout:
    """The largest size at which all stand on one page; else page by page, long ones in lines."""
    texts = [words(option) for option in options]
    for size in (LARGE, TEXT, SMALL):
        for columns in range(1, MOST_COLUMNS + 1):
            if _fits(texts, size, columns) and len(texts) <= _rows(room, size) * columns:
                return _even(len(texts), size, columns, len(texts))
    for columns in range(MOST_COLUMNS, 0, -1):
        if _fits(texts, SMALL, columns):
            return _even(len(texts), SMALL, columns, _rows(room, SMALL) * columns)
    return _in_lines(texts, room)


def _fits(texts: Sequence[str], size: int, columns: int) -> bool:
    width = _column(columns) - _number_room(size)
    return all(metrics(size, bold=True).horizontalAdvance(text) <= width for text in texts)


def _even(count: int, size: int, columns: int, a_page: int) -> Layout:
    pages = tuple(tuple(range(at, min(count, at + a_page))) for at in range(0, count, a_page))
    return Layout(size, columns, pages, (size * LEADING / 100,) * count)


def _in_lines(texts: Sequence[str], room: float) -> Layout:
    """One column in which an option may take several lines."""
    voice, width = _voice(SMALL), SPAN - _number_room(SMALL)
    tall = tuple(text_height(text, width, room, voice) for text in texts)
    pages: list[list[int]] = [[]]
    used = 0.0
    for place, high in enumerate(tall):
        if pages[-1] and used + high > room:
            pages.append([])
            used = 0.0
        pages[-1].append(place)
        used += high + BETWEEN
    return Layout(SMALL, 1, tuple(map(tuple, pages)), tall)


def _voice(size: int) -> Voice:
    return Voice((size,), bold=True, leading=LEADING, most=MOST_LINES)


def paint(sheet: Sheet, options: tuple[OptionLine, ...], page: int, top: float, room: float) -> None:
    """One page of the options, column by column."""
    found = layout(options, room)
    places = found.pages[min(page, len(found.pages) - 1)]
    a_column = -(-len(places) // found.columns)
    number_room, width = _number_room(found.size), _column(found.columns)
    voice = _voice(found.size)
    for column in range(found.columns):
        at, left = top, LEFT + column * (width + GAP)
        for place in places[column * a_column : (column + 1) * a_column]:
            high, option = found.tall[place], options[place]
            sheet.write(left, at, number_room, high, str(option.number), voice.but(colour="vermilion"))
            sheet.write(left + number_room, at, width - number_room, high, words(option), voice)
            at += high + BETWEEN


def page_count(options: tuple[OptionLine, ...], room: float) -> int:
    """How many pages they take; none where there is nothing to choose among."""
    return len(layout(options, room).pages) if options else 0


def said(options: Sequence[OptionLine]) -> list[str]:
    """What a screen reader says."""
    return [f"{option.number}. {words(option)}" for option in options]
