"""The rules of order on one page, in two columns."""

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _
from meeting_app.queries.slides_types_floor import RulesSlide
from meeting_app.ui.slides import frame
from meeting_app.ui.slides.sheet import HEADING, LARGE, LEFT, SMALL, SPAN, TEXT, Sheet, Voice
from meeting_app.wording import rules_card

TOP, PITCH, GAP = 292, 108, 64
NUMBER = Voice((TEXT,), "vermilion", bold=True, stand="middle")
RULE = Voice((SMALL,), most=2, leading=110, stand="middle")  # one size, as on a card


def _rules(slide: RulesSlide) -> tuple[str, ...]:
    return rules_card.rules(slide.speech_ms, slide.turns, slide.order)


def paint(sheet: Sheet, slide: RulesSlide, now: Instant) -> None:
    """The page."""
    frame.item_head(sheet, slide.head)
    title = Voice((HEADING, LARGE), bold=True, serif=True)
    sheet.write(LEFT, 160, SPAN, 110, _("How we talk with each other"), title)
    lines = _rules(slide)
    half, wide = -(-len(lines) // 2), (SPAN - GAP) / 2
    for place, line in enumerate(lines):
        column, row = divmod(place, half)
        left, top = LEFT + column * (wide + GAP), TOP + row * PITCH
        sheet.write(left, top, 84, 104, str(place + 1), NUMBER)
        sheet.write(left + 88, top, wide - 88, 104, line, RULE)
    frame.foot(sheet, slide.head, now)


def say(slide: RulesSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    numbered = [f"{place}. {line}" for place, line in enumerate(_rules(slide), start=1)]
    return [_("How we talk with each other"), *numbered]
