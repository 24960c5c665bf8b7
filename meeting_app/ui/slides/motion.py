"""The text that is voted on, word for word; it pages itself at a numbered point, never inside one."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _, ngettext
from meeting_app.queries.slides_types import MotionSlide
from meeting_app.ui.slides import frame, marks, rules, vote_options
from meeting_app.ui.slides.lines import break_lines
from meeting_app.ui.slides.sheet import HEADING, LARGE, LEFT, SPAN, TEXT, Sheet, Voice, metrics, text_height

KICKER = Voice((LARGE,), "vermilion", bold=True)
TITLE_VOICE = Voice((HEADING, LARGE, TEXT), bold=True, serif=True, leading=130, most=2)
BODY = Voice((LARGE,), leading=134, most=20)
TITLE_TOP, TITLE_HEIGHT = 258, 176
BOTTOM = 956
LINE = 86
GAP = 22
INDENT, WIDE_INDENT = 132, 164
# A marker such as "1." or "12、" is at most so many characters with its mark; "（十二）" too.
MARKER = 4


@dataclass(frozen=True, slots=True)
class Point:
    """A paragraph of the text: its number, empty when it has none, and its lines as they are set."""

    marker: str
    lines: tuple[str, ...]

    @property
    def height(self) -> int:
        """Pixels."""
        return len(self.lines) * LINE

    @property
    def indent(self) -> int:
        """Where its lines begin, in pixels from the margin."""
        return _indent(self.marker)


def _indent(marker: str) -> int:
    if marker.startswith("（"):
        return WIDE_INDENT + LARGE * (len(marker) - 3)
    return INDENT if marker else 0


def _is_number(text: str) -> bool:
    return bool(text) and all(unicodedata.numeric(sign, None) is not None for sign in text)


def _marker(paragraph: str) -> tuple[str, str]:
    """The number of a point and the rest of it."""
    end = paragraph.find("）", 0, MARKER + 1) if paragraph.startswith("（") else -1
    if end > 1 and _is_number(paragraph[1:end]):
        return paragraph[: end + 1], paragraph[end + 1 :].strip()
    for place, character in enumerate(paragraph[:MARKER]):
        if character in "、.．":
            number = paragraph[:place]
            decimal = paragraph[place + 1 : place + 2].isdigit()
            if _is_number(number) and not decimal:
                return paragraph[: place + 1], paragraph[place + 1 :].strip()
            break
    return "", paragraph


def _points(text: str) -> list[Point]:
    points = []
    measure = metrics(LARGE).horizontalAdvance
    for paragraph in filter(None, (line.strip() for line in text.splitlines())):
        marker, words = _marker(paragraph)
        width = SPAN - _indent(marker)
        points.append(Point(marker, tuple(break_lines(words, width, measure, 400, chop=True) or [words])))
    return points


def _split(point: Point, room: int) -> list[Point]:
    """A point that is higher than a page, in parts that fit."""
    fitting = max(1, room // LINE)
    parts = range(0, len(point.lines), fitting)
    return [
        Point(point.marker if start == 0 else "", point.lines[start : start + fitting]) for start in parts
    ]


def title_bottom(title: str) -> int:
    """Where the rule under the title stands."""
    return TITLE_TOP + round(text_height(title, SPAN, TITLE_HEIGHT, TITLE_VOICE)) + 22


@lru_cache(maxsize=16)
def pages(title: str, text: str) -> tuple[tuple[Point, ...], ...]:
    """The points of each page; never fewer than one page."""
    room = BOTTOM - title_bottom(title) - 26
    made: list[list[Point]] = [[]]
    used = 0
    for point in (part for whole in _points(text) for part in _split(whole, room)):
        needed = point.height + (GAP if made[-1] else 0)
        if made[-1] and used + needed > room:
            made.append([])
            used, needed = 0, point.height
        made[-1].append(point)
        used += needed
    return tuple(tuple(page) for page in made)


def _options_top(title: str) -> int:
    """Where the options begin on a page of theirs, under the title."""
    return title_bottom(title) + 36


def page_count(slide: MotionSlide) -> int:
    """How many pages text and options take on the projector."""
    room = BOTTOM - _options_top(slide.title)
    return len(pages(slide.title, slide.text)) + vote_options.page_count(slide.options, room)


def page_words(page: int, count: int) -> str:
    """Page 1 of 2; nothing when there is only one."""
    return _("Page {page} of {count}").format(page=page + 1, count=count) if count > 1 else ""


def foot(slide: MotionSlide, page: int, count: int) -> str:
    """What follows, or what is needed to carry the motion."""
    more = count - page - 1
    if more:
        return ngettext("{count} more page", "{count} more pages", more).format(count=more)
    return rules.needed(slide.rule) if slide.rule else ""


def _kicker(slide: MotionSlide) -> str:
    """What stands on the page: the text, or what is chosen among."""
    text_pages = len(pages(slide.title, slide.text))
    return _("What can be chosen") if slide.page >= text_pages and slide.options else _("The motion in full")


def paint(sheet: Sheet, slide: MotionSlide, now: Instant) -> None:
    """The page."""
    frame.item_head(sheet, slide.head)
    sheet.write(LEFT, 164, SPAN, 80, _kicker(slide), KICKER)
    sheet.write(LEFT, TITLE_TOP, SPAN, TITLE_HEIGHT, slide.title, TITLE_VOICE)
    rule = title_bottom(slide.title)
    marks.hairline(sheet, LEFT, rule, SPAN, "ink", 4)
    made, count = pages(slide.title, slide.text), page_count(slide)
    page = min(max(0, slide.page), count - 1)
    top = rule + 26
    for point in made[page] if page < len(made) else ():
        _point(sheet, point, top)
        top += point.height + GAP
    if page >= len(made):
        top = _options_top(slide.title)
        vote_options.paint(sheet, slide.options, page - len(made), top, BOTTOM - top)
    frame.foot_words(sheet, slide.head, foot(slide, page, count), page_words(page, count))


def _point(sheet: Sheet, point: Point, top: int) -> None:
    left = LEFT + point.indent
    if point.marker:
        # A wide opening bracket brings half its width of space.
        before = LARGE // 2 if point.marker.startswith("（") else 0
        room = point.indent - 4 + before
        sheet.write(LEFT - before, top, room, LINE, point.marker, BODY.but(bold=True, most=1))
    for number, line in enumerate(point.lines):
        sheet.write(left, top + number * LINE, LEFT + SPAN - left, LINE, line, BODY.but(most=1))


def say(slide: MotionSlide, now: Instant) -> list[str]:
    """What a screen reader says: the whole text, whatever the page."""
    needed = rules.needed(slide.rule) if slide.rule else ""
    chosen = vote_options.said(slide.options)
    return [_("The motion in full"), slide.title, slide.text, *chosen, needed]
