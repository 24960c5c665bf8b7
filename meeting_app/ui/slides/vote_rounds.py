"""A page of the count: what happened in words, where every option stands after it."""

from fractions import Fraction

from meeting_app.domain.tally.count import Number, Step
from meeting_app.i18n import _, ngettext, pgettext
from meeting_app.queries import vote_steps, vote_words
from meeting_app.queries.slides_types_votes import FIRST_ROWS, VoteResultSlide
from meeting_app.queries.vote_result import VoteResult
from meeting_app.ui.slides import frame, vote_bars, vote_money
from meeting_app.ui.slides.sheet import LARGE, LEFT, SMALL, SPAN, TEXT, Sheet, Voice
from meeting_app.wording.tally import figure

# Steps in which votes are passed on from one to the next, of which each compares one option with every other,
# and which only tell equal ones apart.
PASSING_ON = frozenset({"round", "first", "surplus", "excluded"})
PAIRED = vote_steps.PAIRED
COMPARED = frozenset({"preferred", "top_scores", "runoff", "more_points"})
TOP, BOTTOM = 486, 930


def value(number: Number | None) -> float:
    """How long a bar is."""
    return max(0.0, float(Fraction(number or 0)))


def paint(sheet: Sheet, slide: VoteResultSlide, page: int) -> None:
    """Page `page` of the count, from 0."""
    result = slide.result
    start, _end = result.page_steps()[page]
    step = result.count.steps[start]
    kicker = Voice((SMALL,), "vermilion", bold=True)
    sheet.write(LEFT, 146, SPAN, 56, sheet.shortened(result.title, SPAN, 56, kicker), kicker)
    first, *rest = vote_words.page_lines(result, page) or ("",)
    strong = Voice((LARGE, TEXT, SMALL), bold=True, most=3, leading=118, stand="middle")
    sheet.write(LEFT, 208, SPAN, 150, sheet.shortened(first, SPAN, 150, strong), strong)
    more, calm = vote_words.joined(*rest), Voice((TEXT, SMALL), most=2, leading=116, stand="middle")
    sheet.write(LEFT, 362, SPAN, 110, sheet.shortened(more, SPAN, 110, calm), calm)
    at = page + 2 + len(slide.option_pages)
    words = _("Page {page} of {count}").format(page=at, count=slide.pages)
    if result.setup.budget:
        vote_money.paint(sheet, result, page)
        frame.foot_words(sheet, slide.head, vote_money.left_words(result, page), words)
        return
    before = result.count.steps[result.page_steps()[page - 1][0]] if page else None
    moved = before is not None and {before.code, step.code} <= PASSING_ON
    earlier = before.standing if before is not None and moved else ()
    shown = in_front(step)
    vote_bars.paint(sheet, [_row(result, step, place, earlier) for place in shown], TOP, BOTTOM - TOP)
    left = len(step.standing) - len(shown)
    others = ngettext("{n} more option is not drawn", "{n} more options are not drawn", left).format(n=left)
    frame.foot_words(sheet, slide.head, others if left else _sum(step), words)


def in_front(step: Step) -> list[int]:
    """Which options a page draws: all in the order of the ballot, or those it is about and those in front."""
    standing = step.standing
    front = sorted(
        range(len(standing)),
        key=lambda at: (at not in step.about, standing[at] is None, -value(standing[at])),
    )
    return sorted(front[:FIRST_ROWS])


def _row(result: VoteResult, step: Step, place: int, earlier: tuple[Number | None, ...]) -> vote_bars.Row:
    name, number = result.options[place].text, step.standing[place]
    if number is None:
        told = "–" if step.code in PAIRED else pgettext("slide", "out")
        return vote_bars.Row(name, told, 0.0, state="out")
    if step.code in PAIRED:
        return vote_bars.Row(name, _pair(result, step, place), value(number))
    before = value(earlier[place]) if place < len(earlier) and earlier[place] is not None else -1.0
    came = value(number) - before
    grown = 0 <= before < value(number)
    more = f"  +{figure(Fraction(number) - Fraction(earlier[place] or 0))}" if grown and came else ""
    return vote_bars.Row(name, figure(number) + more, value(number), before if grown else -1.0)


def _pair(result: VoteResult, step: Step, place: int) -> str:
    """How many put the option of this page before that one, and how many the other way round."""
    behind = vote_steps.other_way(result.count, step, place)
    return f"{figure(step.standing[place] or 0)} : {figure(behind)}"


def _sum(step: Step) -> str:
    """The sum, so that people can add up; not where a long one would fill the line or means nothing."""
    numbers = [number for number in step.standing if number is not None]
    if len(numbers) < 2 or len(numbers) > FIRST_ROWS or step.code in PAIRED | COMPARED:
        return ""
    total = sum(map(Fraction, numbers), Fraction())
    return f"{' + '.join(map(figure, numbers))} = {figure(total)}"
