"""How to vote: a filled sample of no option of this vote, and three steps."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF

from meeting_app.domain.ballot_entry import filled_as
from meeting_app.domain.clock import Instant
from meeting_app.domain.tally.budget import KNAPSACK
from meeting_app.domain.vote_plan import Channel
from meeting_app.i18n import N_, _
from meeting_app.queries import vote_words
from meeting_app.queries.slides_types_votes import HowToVoteSlide
from meeting_app.queries.vote_sample import SAMPLES, sample_marks
from meeting_app.ui.slides import frame, marks
from meeting_app.ui.slides.sheet import HEADING, LARGE, LEFT, RIGHT, SMALL, TEXT, Sheet, Voice
from meeting_app.wording import amounts

TITLE = Voice((HEADING, LARGE, TEXT), bold=True, most=2, leading=115, stand="middle")
STEP = Voice((LARGE, TEXT, SMALL), bold=True, most=2, leading=115, stand="bottom")
DETAIL = Voice((TEXT, SMALL), "ink2", most=2, leading=115)
COUNTED = Voice((SMALL,), "ink2", most=3, leading=116, stand="middle")
CARD_TOP, CARD_WIDTH, ROW = 286, 640, 132
PITCH, COUNTED_TOP = 200, 890
STEPS_LEFT = LEFT + CARD_WIDTH + 90

MARKING: Mapping[str, str] = {
    "yes_no": N_("Say for, against or abstain"),
    "choose_one": N_("Mark one"),
    "choose_k": N_("Mark at most {limit}"),
    "dots": N_("Share out {limit} dots"),
    "score": N_("Give each 0 to {limit} points"),
    "star": N_("Give each 0 to {limit} points"),
    "borda": N_("Write 1 for the best, then 2, 3 ..."),
    "irv": N_("Write 1 for the best, then 2, 3 ..."),
    "schulze": N_("Write 1 for the best, then 2, 3 ..."),
    "stv": N_("Write 1 for the best, then 2, 3 ..."),
    "budget": N_("Mark at most {limit}"),
    f"budget/{KNAPSACK}": N_("Mark what you want built"),
    "equal_shares": N_("Mark what you want built"),
    "election": N_("Mark at most {seats}"),
    "gradient": N_("Say how far you go along, 5 to 1"),
}
MORE: Mapping[str, str] = {
    "yes_no": N_("one answer only"),
    "choose_one": N_("one mark only"),
    "choose_k": N_("fewer are fine"),
    "dots": N_("several may go to one"),
    "score": N_("the same points may be given twice"),
    "star": N_("the same points may be given twice"),
    "budget": N_("fewer are fine"),
    f"budget/{KNAPSACK}": N_("all together within {budget}"),
    "election": N_("fewer are fine"),
    "gradient": N_("5 full support, 1 cannot go along"),
}
WAYS: Mapping[Channel, str] = {
    Channel.HANDS: N_("raise your hand when it is called"),
    Channel.KEYPAD: N_("tell the helper, who types it"),
    Channel.PAPER: N_("put the paper into the box"),
    Channel.CARD: N_("hold up your card"),
    Channel.PHONE: N_("or use your phone"),
}


def steps(slide: HowToVoteSlide) -> tuple[tuple[str, str], ...]:
    """What to do, in three steps: strong words and a detail."""
    setup = slide.setup
    filled = filled_as(slide.method, setup.variant)
    variant = setup.variant if setup.limit or filled != "budget" else KNAPSACK
    exact = f"{filled}/{variant}"
    facts = {"limit": setup.limit, "seats": setup.seats, "budget": amounts.yuan(setup.budget)}
    marking = _(MARKING.get(exact) or MARKING.get(filled) or MARKING["choose_one"]).format_map(facts)
    more = MORE.get(exact) or MORE.get(filled) or N_("leave out what you do not know")
    detail = _(more).format_map(facts)
    ways = [_(WAYS[channel]) for channel in slide.channels]
    secret = _("nobody sees how you vote") if slide.secret else _("it is noted with your name")
    wrong = (
        (_("A mistake? Ask for a new paper"), _("the old one is replaced"))
        if Channel.PAPER in slide.channels
        else (_("A mistake? Say so at once"), _("before the vote is closed"))
    )
    return ((marking, detail), wrong, (_(", ").join(ways), secret))


def head_line(slide: HowToVoteSlide) -> str:
    """One vote each, and on what."""
    return _("How to vote: one person, one vote") if not slide.secret else _("How to vote in secret")


def paint(sheet: Sheet, slide: HowToVoteSlide, now: Instant) -> None:
    """The page."""
    frame.item_head(sheet, slide.head)
    sheet.write(LEFT, 146, RIGHT - LEFT, 124, head_line(slide), TITLE)
    _card(sheet, slide)
    for place, (strong, detail) in enumerate(steps(slide)):
        top = CARD_TOP + 8 + place * PITCH
        sheet.dot(STEPS_LEFT + 42, top + 82, 42, "vermilion")
        number = Voice((LARGE,), "on_solid", bold=True, align="centre", stand="middle", ground="vermilion")
        sheet.write(STEPS_LEFT, top + 40, 84, 84, str(place + 1), number)
        left = STEPS_LEFT + 124
        sheet.write(left, top - 28, RIGHT - left, 144, strong, STEP)
        sheet.write(left, top + 118, RIGHT - left, 64, detail, DETAIL)
    if not frame.banner(sheet, slide.head):
        told = vote_words.how_counted(slide.method, slide.setup)
        sheet.write(LEFT, COUNTED_TOP, RIGHT - LEFT, 164, told, COUNTED)


def _card(sheet: Sheet, slide: HowToVoteSlide) -> None:
    sheet.pen("ink", 4)
    rows = sample_marks(slide.method, slide.setup)
    high = 170 + len(rows) * ROW
    sheet.painter.drawRect(QRectF(LEFT + 2, CARD_TOP + 2, CARD_WIDTH - 4, high))
    name = Voice((LARGE, TEXT), bold=True, align="centre", stand="middle")
    sheet.write(LEFT, CARD_TOP + 16, CARD_WIDTH, 100, _("Sample"), name)
    marks.hairline(sheet, LEFT + 40, CARD_TOP + 126, CARD_WIDTH - 80, "rule")
    for place, said in enumerate(rows):
        _row(sheet, CARD_TOP + 150 + place * ROW, said, _(SAMPLES[slide.method in _QUESTION][place]))


_QUESTION = frozenset({"yes_no"})


def _row(sheet: Sheet, top: float, said: str, name: str) -> None:
    box = QRectF(LEFT + 110, top + 8, 96, 96)
    sheet.pen("ink", 4)
    sheet.painter.drawRect(box)
    if said == "x":
        sheet.pen("ink", 13)
        points = ((12, 52), (42, 84), (106, -14))
        for (x1, y1), (x2, y2) in pairwise(points):
            first, second = QPointF(box.left() + x1, box.top() + y1), QPointF(box.left() + x2, box.top() + y2)
            sheet.painter.drawLine(first, second)
    elif said:
        digit = Voice((HEADING, LARGE), bold=True, align="centre", stand="middle")
        sheet.write(box.left(), box.top(), box.width(), box.height(), said, digit)
    strong = Voice((HEADING, LARGE, TEXT), bold=bool(said), stand="middle")
    sheet.write(LEFT + 270, top, CARD_WIDTH - 290, 112, name, strong)


def say(slide: HowToVoteSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    told = vote_words.how_counted(slide.method, slide.setup)
    return [head_line(slide), slide.title, *(f"{strong}: {detail}" for strong, detail in steps(slide)), told]
