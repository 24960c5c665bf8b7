"""A step of sharing money: the budget as one bar that fills up, and where each project stands."""

from dataclasses import dataclass

from meeting_app.i18n import _
from meeting_app.queries.vote_result import VoteResult
from meeting_app.ui.slides import marks
from meeting_app.ui.slides.sheet import LEFT, RIGHT, SMALL, SPAN, TEXT, Sheet, Voice
from meeting_app.wording import amounts
from meeting_app.wording.gains import gained

BAR_TOP, BAR_HIGH = 492, 108
ROWS_TOP, ROW, MOST_ROWS = 626, 74, 4
BOUGHT = frozenset({"funded", "bought"})
COST_LEFT, VOTES_LEFT, STATE_LEFT = LEFT + 640, LEFT + 990, LEFT + 1280


@dataclass(frozen=True, slots=True)
class Stand:
    """A project after a page's steps: `state` chosen, now (chosen on this page), dear, or "" (comes next)."""

    option: int
    state: str
    step: int


def stands(result: VoteResult, page: int) -> list[Stand]:
    """All projects: those that were decided in the order of their decision, then the others by votes."""
    pages = result.page_steps()
    found: dict[int, Stand] = {}
    for number, (start, end) in enumerate(pages[: page + 1]):
        for step in result.count.steps[start:end]:
            if step.code in BOUGHT:
                found[step.about[0]] = Stand(step.about[0], "now" if number == page else "chosen", number)
            elif step.code == "too_dear":
                found[step.about[0]] = Stand(step.about[0], "dear", number)
    wanted = result.count.standing
    others = sorted((o for o in range(len(wanted)) if o not in found), key=lambda o: (-wanted[o], o))
    return [*found.values(), *(Stand(option, "", -1) for option in others)]


def state_words(result: VoteResult, stand: Stand) -> str:
    """What became of a project so far."""
    if stand.state == "now":
        return _("chosen in this step")
    if stand.state == "chosen":
        return _("chosen in step {n}").format(n=stand.step)
    if stand.state == "dear":
        return _("too dear")
    return _("comes next") if result.count.standing[stand.option] else _("no votes")


def left_of(result: VoteResult, page: int) -> int:
    """What is left of the budget after a page, in fen."""
    bought = (one for one in stands(result, page) if one.state in ("chosen", "now"))
    return result.setup.budget - sum(result.setup.costs[one.option] for one in bought)


def left_words(result: VoteResult, page: int) -> str:
    """What is left of all."""
    left, budget = left_of(result, page), result.setup.budget
    return _("{left} left of {budget}").format(left=amounts.yuan(left), budget=amounts.yuan(budget))


def paint(sheet: Sheet, result: VoteResult, page: int) -> None:
    """The bar and the rows."""
    shown = stands(result, page)
    _bar(sheet, result, shown)
    newest = max((at for at, one in enumerate(shown) if one.step == page), default=0)
    start = max(0, min(newest - MOST_ROWS // 2 + 1, len(shown) - MOST_ROWS))
    for place, stand in enumerate(shown[start : start + MOST_ROWS]):
        _row(sheet, result, stand, ROWS_TOP + place * ROW, page)


def _bar(sheet: Sheet, result: VoteResult, shown: list[Stand]) -> None:
    budget = result.setup.budget
    sheet.frame(LEFT, BAR_TOP, SPAN, BAR_HIGH, 4)
    at = float(LEFT)
    for stand in shown:
        if stand.state not in ("chosen", "now"):
            continue
        cost = result.setup.costs[stand.option]
        width = SPAN * cost / budget
        ground = "pine" if stand.state == "now" else "data"
        sheet.fill(at, BAR_TOP, max(2.0, width - 4), BAR_HIGH, ground)
        voice = Voice((SMALL,), "on_solid", bold=True, stand="middle", ground=ground)
        words = f"{result.options[stand.option].text} {amounts.yuan(cost)}"
        if sheet.width_of(words, voice) < width - 44:
            sheet.write(at + 20, BAR_TOP, width - 40, BAR_HIGH, words, voice)
        at += width


def _row(sheet: Sheet, result: VoteResult, stand: Stand, top: float, page: int) -> None:
    option, now = result.options[stand.option], stand.step == page
    quiet = "ink" if now or not stand.state else "ink2"
    voice = Voice((TEXT, SMALL), quiet, bold=now, stand="middle", most=2, leading=104)
    number = result.count.standing[stand.option]
    backed = gained(number, result.method, result.setup.variant)
    cells = (
        (LEFT, COST_LEFT - LEFT - 20, option.text, "left"),
        (COST_LEFT, VOTES_LEFT - COST_LEFT - 20, amounts.yuan(option.cost_fen), "right"),
        (VOTES_LEFT, STATE_LEFT - VOTES_LEFT - 20, backed, "right"),
        (STATE_LEFT, RIGHT - STATE_LEFT, state_words(result, stand), "right"),
    )
    for left, width, words, align in cells:
        mark = "pine" if left == STATE_LEFT and stand.state == "now" else quiet
        told = sheet.shortened(words, width, ROW - 4, voice)
        sheet.write(left, top, width, ROW - 4, told, voice.but(align=align, colour=mark))
    marks.hairline(sheet, LEFT, top + ROW - 3, SPAN, "rule")
