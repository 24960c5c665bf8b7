"""A confirmed result of a vote by ballots: verdict, one sentence, bars with the line that had to be reached,
who took part; then the count page by page, and the lot.
"""

from fractions import Fraction

from PySide6.QtCore import QRectF

from meeting_app.domain.clock import Instant
from meeting_app.domain.rules.share import Measure
from meeting_app.domain.rules.trace import StepCode
from meeting_app.domain.small_cells import untold
from meeting_app.domain.tally.count import Number
from meeting_app.i18n import _, pgettext
from meeting_app.queries import vote_words
from meeting_app.queries.slides_types_votes import VoteResultSlide
from meeting_app.queries.vote_result import LEAST_TOLD, Line, Part, VoteResult
from meeting_app.queries.vote_spread import spreads
from meeting_app.ui.slides import frame, marks, vote_bars, vote_money, vote_spread
from meeting_app.ui.slides.sheet import (
    GREAT,
    HEADING,
    LARGE,
    LEFT,
    RIGHT,
    SMALL,
    SPAN,
    TEXT,
    TITLE,
    Sheet,
    Voice,
)
from meeting_app.wording import amounts, labels
from meeting_app.wording.shares import share
from meeting_app.wording.tally import figure

VERDICT = Voice((GREAT, TITLE, HEADING), bold=True, serif=True, leading=120)
SENTENCE = Voice((LARGE, TEXT, SMALL), leading=132, most=4, stand="middle", bold=True)
GOOD = ("adopted", "elected")
BAR_LEFT = 288
BAR_WIDTH = RIGHT - BAR_LEFT
KINDS = {"blank": "not_voting", "invalid": "not_voting"}


def paint(sheet: Sheet, slide: VoteResultSlide, now: Instant) -> None:
    """The result, or one page of its count."""
    result, steps = slide.result, slide.result.page_steps()
    page = min(slide.page, slide.pages - 1)
    frame.item_head(sheet, slide.head)
    if page == 0:
        _first(sheet, slide, result)
    elif page <= len(steps):
        _round(sheet, slide, page - 1)
    else:
        _lot(sheet, slide, result)


def _first(sheet: Sheet, slide: VoteResultSlide, result: VoteResult) -> None:
    colour = "vermilion" if result.verdict in GOOD else "ink"
    word = vote_words.verdict(result)
    told = sheet.write(LEFT - 8, 157, 780, 190, word, VERDICT.but(colour=colour, stand="middle"))
    left = told.ink.right() + 64
    sheet.write(left, 157, RIGHT - left, 190, vote_words.sentence(result), SENTENCE)
    title = Voice((TEXT, SMALL), "ink2", bold=True, most=2, leading=110, stand="middle")
    plain = vote_words.without_silent(result)
    sheet.write(LEFT, 350, SPAN, 46 if plain else 96, _title(result), title.but(most=1 if plain else 2))
    if plain:
        sheet.write(LEFT, 396, SPAN, 50, plain, Voice((SMALL,), "ink2", stand="middle"))
    spread = spreads(result)
    if vote_spread.fits(spread):
        vote_spread.paint(sheet, spread)
    elif result.lines:
        _question(sheet, result)
    else:
        _options(sheet, result)
    more = _("Page {page} of {count}").format(page=1, count=slide.pages) if slide.pages > 1 else ""
    frame.foot_words(sheet, slide.head, vote_words.turnout(result), more)


def _title(result: VoteResult) -> str:
    """What was voted on, with the houses whose owners did."""
    if not result.scope:
        return result.title
    return _("{title} ({places})").format(title=result.title, places=vote_words.places(result.scope))


def _question(sheet: Sheet, result: VoteResult) -> None:
    """A bar for each measure, its length all of the base that is present."""
    two = len(result.lines) > 1
    tops, high = ((520, 680) if two else (540,)), (92 if two else 160)
    for top, line in zip(tops, result.lines, strict=True):
        _stacked(sheet, result, line, top, high)
    marks.hairline(sheet, LEFT, 800, SPAN, "ink")
    _table(sheet, result)


def _measured(part: Part, measure: Measure) -> int:
    return part.persons if measure is Measure.PERSONS else part.area_c


def _stacked(sheet: Sheet, result: VoteResult, line: Line, top: float, high: float) -> None:
    name = _("Persons") if line.measure is Measure.PERSONS else _("Area")
    sheet.write(
        LEFT, top, BAR_LEFT - LEFT - 20, high, name, Voice((LARGE, TEXT, SMALL), bold=True, stand="middle")
    )
    parts = [(part.kind, _measured(part, line.measure)) for part in result.parts]
    whole = max(1, line.base, line.needed, sum(count for _kind, count in parts))
    before = 0
    for kind, count in parts:
        left, right = (BAR_LEFT + BAR_WIDTH * at / whole for at in (before, before + count))
        if count:
            area = QRectF(left, top, max(8.0, right - left - 4), high)
            marks.part(sheet, KINDS.get(kind, kind), area)
        before += count
    at = BAR_LEFT + BAR_WIDTH * line.needed / whole
    marks.threshold(sheet, at, top - 12, top + high + 12)
    words = _("{share} of {name}: {needed}").format(
        share=_capital(share(line.numerator, line.denominator, line.strict)),
        name=vote_words.base(line.base_name), needed=vote_words.amount(line.measure, line.needed),
    )  # fmt: skip
    label = Voice((SMALL,), bold=True, align="right")
    right = min(RIGHT, max(at + 5, LEFT + sheet.width_of(words, label)))
    sheet.write(LEFT, top - 72, right - LEFT, 50, words, label.but(leading=111))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def shown_parts(result: VoteResult) -> list[tuple[str, str, str]]:
    """(kind, persons, area) of the table; an area that would tell how a single flat voted is not shown."""
    shown = []
    by_area = len(result.lines) > 1
    hidden = untold([part.persons for part in result.parts], LEAST_TOLD)
    for place, part in enumerate(result.parts):
        if not part.persons and part.kind in ("blank", "invalid"):
            continue
        area = "" if not by_area or place in hidden else amounts.area(part.area_c)
        shown.append((part.kind, f"{part.persons:,}", area))
    return shown


def _table(sheet: Sheet, result: VoteResult) -> None:
    parts = shown_parts(result)
    width = SPAN / len(parts)
    for place, (kind, persons, area) in enumerate(parts):
        left = LEFT + place * width
        marks.part(sheet, KINDS.get(kind, kind), QRectF(left, 826, 40, 40))
        name = labels.label(vote_words.PARTS, kind)
        strong = Voice((LARGE, TEXT, SMALL), bold=kind == "for", stand="middle")
        sheet.write(left + 54, 812, width - 60, 68, f"{name} {persons}", strong)
        if area:
            sheet.write(left + 54, 880, width - 60, 56, area, Voice((SMALL,), "ink2", stand="middle"))


def _value(number: Number | None) -> float:
    return max(0.0, float(Fraction(number or 0)))


def _options(sheet: Sheet, result: VoteResult) -> None:
    needs = result.outcome.found(StepCode.THRESHOLD)
    needed = needs[0].needed if needs and needs[0].about else 0
    words = ""
    if needed and needs[0].share is not None:
        one = needs[0].share
        words = _("{share} of {name}: {needed}").format(
            share=_capital(share(one.numerator, one.denominator, one.strict)),
            name=vote_words.base(one.base), needed=needed,
        )  # fmt: skip
    rows = [
        vote_bars.Row(
            option.text, vote_words.option_figure(result, option), _value(option.figure),
            state="chosen" if option.chosen else "tied" if option.tied else "",
        )
        for option in result.options
    ]  # fmt: skip
    top = 530 if needed else 466
    vote_bars.paint(sheet, rows, top, 930 - top, needed=float(needed), needed_words=words)


def _round(sheet: Sheet, slide: VoteResultSlide, page: int) -> None:
    """One page of the count: what happened in words, where every option stands after it."""
    result = slide.result
    start, _end = result.page_steps()[page]
    step = result.count.steps[start]
    kicker = Voice((SMALL,), "vermilion", bold=True)
    sheet.write(LEFT, 146, SPAN, 56, result.title, kicker)
    first, *rest = vote_words.page_lines(result, page) or ("",)
    sheet.write(
        LEFT,
        208,
        SPAN,
        150,
        first,
        Voice((LARGE, TEXT, SMALL), bold=True, most=3, leading=118, stand="middle"),
    )
    sheet.write(
        LEFT,
        362,
        SPAN,
        110,
        vote_words.joined(*rest),
        Voice((TEXT, SMALL), most=2, leading=116, stand="middle"),
    )
    words = _("Page {page} of {count}").format(page=page + 2, count=slide.pages)
    if result.setup.budget:
        vote_money.paint(sheet, result, page)
        frame.foot_words(sheet, slide.head, vote_money.left_words(result, page), words)
        return
    earlier = result.count.steps[result.page_steps()[page - 1][0]].standing if page else ()
    rows = [_standing(result, place, number, earlier) for place, number in enumerate(step.standing)]
    vote_bars.paint(sheet, rows, 486, 930 - 486)
    frame.foot_words(sheet, slide.head, _sum(step.standing), words)


def _standing(
    result: VoteResult, place: int, number: Number | None, earlier: tuple[Number | None, ...]
) -> vote_bars.Row:
    name = result.options[place].text
    if number is None:
        return vote_bars.Row(name, pgettext("slide", "out"), 0.0, state="out")
    before = _value(earlier[place]) if place < len(earlier) and earlier[place] is not None else -1.0
    came = _value(number) - before
    grown = 0 <= before < _value(number)
    more = f"  +{figure(Fraction(number) - Fraction(earlier[place] or 0))}" if grown and came else ""
    return vote_bars.Row(name, figure(number) + more, _value(number), before if grown else -1.0)


def _sum(standing: tuple[Number | None, ...]) -> str:
    """The sum, so that people can add up; not where a long one would fill the line."""
    numbers = [number for number in standing if number is not None]
    if len(numbers) < 2 or len(numbers) > 9:
        return ""
    total = sum(map(Fraction, numbers), Fraction())
    return f"{' + '.join(map(figure, numbers))} = {figure(total)}"


def _lot(sheet: Sheet, slide: VoteResultSlide, result: VoteResult) -> None:
    lot = result.lot
    if lot is None:
        return
    title = Voice((HEADING, LARGE, TEXT), bold=True, most=2, leading=112, stand="middle")
    sheet.write(LEFT, 150, SPAN, 130, _("Equal votes: the lot decided in front of all"), title)
    lines = (
        (_("First the ballots were sealed"), " ".join(result.code)),
        (_("Then {name} drew").format(name=lot.drawn_by), lot.number),
    )
    for place, (words, value) in enumerate(lines):
        top = 320 + place * 130
        sheet.write(
            LEFT, top, 820, 110, f"{place + 1}. {words}", Voice((TEXT, SMALL), most=2, stand="middle")
        )
        sheet.write(
            LEFT + 860,
            top,
            RIGHT - LEFT - 860,
            110,
            value,
            Voice((LARGE, TEXT, SMALL), bold=True, stand="middle"),
        )
        marks.hairline(sheet, LEFT, top + 116, SPAN, "rule")
    sheet.write(
        LEFT,
        600,
        SPAN,
        70,
        f"3. {_('Both together give each name a code; the smallest comes first')}",
        Voice((TEXT, SMALL), stand="middle"),
    )
    for place, (name, code) in enumerate(lot.tickets[:4]):
        top = 676 + place * 66
        sheet.write(LEFT + 60, top, 900, 64, name, Voice((TEXT, SMALL), bold=place == 0, stand="middle"))
        sheet.write(
            LEFT + 1000, top, 696, 64, code[:16].upper(), Voice((TEXT, SMALL), "ink2", stand="middle")
        )
    rule = _("SHA-256 of: vote | code of the ballots | number | name. Any telephone can work it out again.")
    frame.foot_words(sheet, slide.head, rule)


def say(slide: VoteResultSlide, now: Instant) -> list[str]:
    """What a screen reader says: the result, whatever the page, and the page's own words."""
    result = slide.result
    told = [result.title, vote_words.verdict(result), vote_words.sentence(result), vote_words.turnout(result)]
    told += vote_spread.say(spreads(result))
    steps = result.page_steps()
    if 0 < slide.page <= len(steps):
        told += vote_words.page_lines(result, slide.page - 1)
    return told
