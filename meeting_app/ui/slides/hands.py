"""Hands are being counted: which choice now, how it is counted, what is needed; never a figure of the
count.
"""

from collections.abc import Mapping

from meeting_app.domain.clock import Instant
from meeting_app.i18n import N_, _
from meeting_app.queries.slides_types import CheckingSlide, HandsSlide
from meeting_app.ui.slides import frame, marks, rules
from meeting_app.ui.slides.sheet import GREAT, HEADING, LARGE, LEFT, SMALL, SPAN, TEXT, TITLE, Sheet, Voice

CALLS: Mapping[str, str] = {
    "for": N_("Those in favour, please raise your hands"),
    "against": N_("Those against, please raise your hands"),
    "abstain": N_("Those abstaining, please raise your hands"),
}
KICKER = Voice((LARGE, TEXT, SMALL), "vermilion", bold=True, most=2)
CALL = Voice((GREAT, TITLE, HEADING), bold=True, leading=120, most=2, stand="middle")
MARK_SIDE = 260


def call(slide: HandsSlide) -> str:
    """Who is asked to raise a hand."""
    message = CALLS.get(slide.choice)
    return _(message) if message else _("Counting begins in a moment")


def how(slide: HandsSlide) -> str:
    """How the hands are counted."""
    if slide.tellers >= 2:
        told = _("Two tellers count row by row. Please keep your hand up until your row is counted.")
    else:
        told = _("One teller counts row by row. Please keep your hand up until your row is counted.")
    if not slide.represented:
        return told
    return _("{sentence} {following}").format(
        sentence=told, following=_("With a proxy, tell the teller for how many.")
    )


def title(slide: HandsSlide | CheckingSlide) -> str:
    """What is voted on, or was."""
    if isinstance(slide, CheckingSlide):
        return _("Vote ended: {title}").format(title=slide.title)
    return _("Voting on: {title}").format(title=slide.title)


def paint(sheet: Sheet, slide: HandsSlide, now: Instant) -> None:
    """The page."""
    frame.item_head(sheet, slide.head)
    marks.live_dot(sheet, LEFT, 200)
    sheet.write(176, 160, SPAN - 64, 165, title(slide), KICKER)
    left = LEFT
    if slide.choice in CALLS:
        marks.mark(sheet, slide.choice, LEFT, 364, MARK_SIDE)
        left += MARK_SIDE + 76
    sheet.write(left, 332, LEFT + SPAN - left, 350, call(slide), CALL)
    steps = Voice((LARGE, TEXT), "ink2", most=2, stand="bottom")
    if slide.rule is None:
        sheet.write(LEFT, 736, SPAN, 204, how(slide), steps)
    else:
        sheet.write(LEFT, 684, SPAN, 164, how(slide), steps)
        sheet.write(
            LEFT, 856, SPAN, 82, rules.needed(slide.rule), Voice((LARGE, TEXT), bold=True, stand="middle")
        )
    frame.foot(sheet, slide.head, now)


def say(slide: HandsSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    return [title(slide), call(slide), how(slide), rules.needed(slide.rule) if slide.rule else ""]


def paint_checking(sheet: Sheet, slide: CheckingSlide, now: Instant) -> None:
    """The count is over and not yet confirmed."""
    frame.item_head(sheet, slide.head)
    marks.live_dot(sheet, LEFT, 200, "ink")
    sheet.write(176, 160, SPAN - 64, 165, title(slide), KICKER.but(colour="ink"))
    # Where the mark and the call of the hands were, so that the hall sees one page going on.
    marks.ring(sheet, LEFT, 364, MARK_SIDE)
    left = LEFT + MARK_SIDE + 76
    sheet.write(left, 332, LEFT + SPAN - left, 350, _("The count is being checked"), CALL)
    steps = Voice((LARGE, TEXT), "ink2", most=2, stand="bottom")
    sheet.write(LEFT, 736, SPAN, 204, _("The result follows as soon as it is confirmed."), steps)
    frame.foot(sheet, slide.head, now)


def say_checking(slide: CheckingSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    return [
        title(slide),
        _("The count is being checked"),
        _("The result follows as soon as it is confirmed."),
    ]
