"""A confirmed result of a vote by ballots: verdict, one sentence, bars with the line that had to be reached,
who took part; then the count page by page, and the lot.
"""

from dataclasses import replace

from PySide6.QtCore import QRectF

from meeting_app.domain.clock import Instant
from meeting_app.domain.rules.share import Measure
from meeting_app.domain.rules.trace import StepCode
from meeting_app.domain.small_cells import untold
from meeting_app.domain.tally.gradient import CODE as GRADIENT
from meeting_app.i18n import _
from meeting_app.queries import vote_words
from meeting_app.queries.slides_types_votes import FIRST_ROWS, VoteResultSlide
from meeting_app.queries.vote_result import LEAST_TOLD, Line, Part, VoteResult
from meeting_app.queries.vote_spread import spreads
from meeting_app.ui.slides import frame, marks, vote_bars, vote_lot, vote_rounds, vote_spread
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

VERDICT = Voice((GREAT, TITLE, HEADING), bold=True, serif=True, leading=120)
SENTENCE = Voice((LARGE, TEXT, SMALL), leading=132, most=4, stand="middle", bold=True)
GOOD = ("adopted", "elected")
BAR_LEFT = 320
BAR_WIDTH = RIGHT - BAR_LEFT
KINDS = {"blank": "not_voting", "invalid": "not_voting"}


def paint(sheet: Sheet, slide: VoteResultSlide, now: Instant) -> None:
    """The result, or one page of its count."""
    result, steps = slide.result, slide.result.page_steps()
    page, listed = min(slide.page, slide.pages - 1), len(slide.option_pages)
    frame.item_head(sheet, slide.head)
    if page == 0:
        _first(sheet, slide, result)
    elif page <= listed:
        _all_options(sheet, slide, page)
    elif page <= listed + len(steps):
        vote_rounds.paint(sheet, slide, page - listed - 1)
    elif result.lot is not None:
        vote_lot.paint(sheet, slide, result, result.lot)


def _first(sheet: Sheet, slide: VoteResultSlide, result: VoteResult) -> None:
    colour = "vermilion" if result.verdict in GOOD else "ink"
    word = vote_words.verdict(result)
    told = sheet.write(LEFT - 8, 157, 780, 190, word, VERDICT.but(colour=colour, stand="middle"))
    left = told.ink.right() + 64
    sheet.write(left, 157, RIGHT - left, 190, _sentence(sheet, result, RIGHT - left), SENTENCE)
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
    elif result.method == "yes_no":
        _took_part(sheet, result)  # no voices count where too few took part
    else:
        _options(sheet, slide, result)
    more = _("Page {page} of {count}").format(page=1, count=slide.pages) if slide.pages > 1 else ""
    frame.foot_words(sheet, slide.head, vote_words.turnout(result), more)


def _sentence(sheet: Sheet, result: VoteResult, width: float) -> str:
    """The one sentence; without names where they do not fit, and where bars say the rest."""
    said = vote_words.sentence(result)
    bars_say_it = result.method == GRADIENT and len(result.options) == 1
    return vote_words.brief(result) if bars_say_it or not sheet.fits(said, width, 190, SENTENCE) else said


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


def _took_part(sheet: Sheet, result: VoteResult) -> None:
    """Who took part, against how many had to, in each measure."""
    steps = [step for step in result.outcome.found(StepCode.QUORUM) if step.base]
    for top, step in zip((560, 780), steps, strict=False):
        name = _("Persons") if step.measure is Measure.PERSONS else _("Area")
        words = vote_words.amount(step.measure, step.needed)
        if step.share is not None:
            words = _("{share} of {name}: {needed}").format(
                share=_capital(share(step.share.numerator, step.share.denominator, step.share.strict)),
                name=vote_words.base(step.share.base), needed=words,
            )  # fmt: skip
        # The figure stands with the name: behind the bar the line that was missed would strike it through.
        row = vote_bars.Row(f"{name} {vote_words.amount(step.measure, step.actual)}", "", float(step.actual))
        vote_bars.paint(sheet, [row], top, 110, needed=float(step.needed), needed_words=words)


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


def _options(sheet: Sheet, slide: VoteResultSlide, result: VoteResult) -> None:
    """All options in the order of the ballot; where they are many those in front, and all overleaf."""
    places = list(range(len(result.options)))
    if slide.option_pages:
        options = result.options
        places.sort(key=lambda at: (not options[at].chosen, -vote_rounds.value(options[at].figure)))
        places = places[:FIRST_ROWS]
    needs = result.outcome.found(StepCode.THRESHOLD)
    needed = needs[0].needed if needs and needs[0].about else 0
    words = ""
    if needed and needs[0].share is not None:
        one = needs[0].share
        words = _("{share} of {name}: {needed}").format(
            share=_capital(share(one.numerator, one.denominator, one.strict)),
            name=vote_words.base(one.base), needed=needed,
        )  # fmt: skip
    rows = [_numbered(result, at) if slide.option_pages else _option_row(result, at) for at in places]
    top = 530 if needed else 466
    vote_bars.paint(sheet, rows, top, 930 - top, needed=float(needed), needed_words=words)


def _option_row(result: VoteResult, place: int) -> vote_bars.Row:
    option = result.options[place]
    return vote_bars.Row(
        option.text, vote_words.option_figure(result, option), vote_rounds.value(option.figure),
        state="chosen" if option.chosen else "tied" if option.tied else "",
    )  # fmt: skip


def _numbered(result: VoteResult, place: int) -> vote_bars.Row:
    """A row with the number by which it was voted, where names may be cut short."""
    return replace(_option_row(result, place), name=f"{place + 1}  {result.options[place].text}")


def _all_options(sheet: Sheet, slide: VoteResultSlide, page: int) -> None:
    """One page of all options in the order of the ballot."""
    result = slide.result
    kicker = Voice((SMALL,), "vermilion", bold=True)
    sheet.write(LEFT, 146, SPAN, 60, sheet.shortened(_title(result), SPAN, 60, kicker), kicker)
    rows = [_numbered(result, place) for place in slide.option_pages[page - 1]]
    vote_bars.paint(sheet, rows, 226, 930 - 226)
    words = _("Page {page} of {count}").format(page=page + 1, count=slide.pages)
    frame.foot_words(sheet, slide.head, vote_words.turnout(result), words)


def say(slide: VoteResultSlide, now: Instant) -> list[str]:
    """What a screen reader says: the result, whatever the page, and the page's own words."""
    result = slide.result
    told = [result.title, vote_words.verdict(result), vote_words.sentence(result), vote_words.turnout(result)]
    told += vote_spread.say(spreads(result))
    page = slide.page - 1 - len(slide.option_pages)
    if 0 <= page < len(result.page_steps()):
        told += vote_words.page_lines(result, page)
    return told
