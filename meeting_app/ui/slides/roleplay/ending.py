"""Turns and the end of a role-play: other roles, other tables, out of the role, looking back, thanks."""

from typing import Final

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _, ngettext
from meeting_app.queries.slides_types_roleplay import (
    PlayDebriefSlide,
    PlayDeroleSlide,
    PlayThanksSlide,
    PlayTurnSlide,
)
from meeting_app.ui.slides import frame, marks
from meeting_app.ui.slides.roleplay import parts
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

PAIRS: Final = 5
SENTENCE: Final = Voice(
    (GREAT, TITLE, HEADING, LARGE), bold=True, serif=True, most=3, leading=130, stand="middle"
)
STEP: Final = Voice((LARGE, TEXT, SMALL), stand="middle", most=2, leading=112)
PAIR: Final = Voice((TITLE, HEADING, LARGE, TEXT, SMALL), bold=True, stand="middle", most=2, leading=110)
QUESTION: Final = Voice(
    (TITLE, HEADING, LARGE, TEXT), bold=True, serif=True, most=4, leading=130, stand="middle"
)


def _turn_kicker(slide: PlayTurnSlide) -> str:
    if slide.pairs and slide.rotates:
        return _("Roles and tables change")
    return _("Roles change hands") if slide.pairs else _("On to the next table")


def _turn_steps(slide: PlayTurnSlide) -> list[str]:
    """What to do, beside the pairs."""
    steps = [_("Swap the cards, read the new one in silence.")] if slide.pairs else []
    if slide.rotates:
        steps.append(_("Everybody goes to the next table, from the last one to the first."))
    if slide.rotates and slide.stay:
        steps.append(_("These stay and receive the others: {roles}.").format(roles=parts.listed(slide.stay)))
    return steps


def paint_turn(sheet: Sheet, slide: PlayTurnSlide, now: Instant) -> None:
    """The page."""
    parts.begin(sheet, slide.head, slide.act, now, _turn_kicker(slide))
    pairs, steps = slide.pairs[:PAIRS], _turn_steps(slide)
    lower = parts.BOTTOM - 96 * len(steps)
    high = min(180.0, (lower - 270) / max(1, len(pairs)))
    half = (SPAN - 160) / 2
    for row, (first, second) in enumerate(pairs):
        top = 262 + row * high
        sheet.write(LEFT, top, half, high - 8, first, PAIR.but(align="right"))
        _arrows(sheet, LEFT + half + 32, top + (high - 8) / 2)
        sheet.write(LEFT + half + 160, top, half, high - 8, second, PAIR)
    for row, step in enumerate(steps):
        top = (lower if pairs else 300) + row * (96 if pairs else 150)
        sheet.dot(LEFT + 14, top + (46 if pairs else 70), 10, "vermilion")
        voice = STEP if pairs else STEP.but(sizes=(HEADING, LARGE, TEXT, SMALL))
        sheet.write(LEFT + 48, top, SPAN - 48, 92 if pairs else 140, step, voice)
    frame.foot(sheet, slide.head, now)


def _arrows(sheet: Sheet, left: float, middle: float) -> None:
    """To and fro, 96 pixels wide."""
    sheet.pen("ink2", 7, round_ends=True)
    for sign in (-1, 1):
        y, tip = middle + sign * 16, left + (96 if sign < 0 else 0)
        sheet.painter.drawLine(int(left), int(y), int(left + 96), int(y))
        for side in (-12, 12):
            sheet.painter.drawLine(int(tip), int(y), int(tip + 18 * sign), int(y + side))


def say_turn(slide: PlayTurnSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    pairs = [_("{first} and {second} swap").format(first=one, second=two) for one, two in slide.pairs]
    return [_turn_kicker(slide), *pairs, *_turn_steps(slide)]


def _derole_steps() -> tuple[str, ...]:
    return (
        _("Turn the card over and give it back."),
        _("Stand up, sit down on another chair."),
        _("Say your own name, and the sentence above."),
    )


def paint_derole(sheet: Sheet, slide: PlayDeroleSlide, now: Instant) -> None:
    """The page."""
    parts.begin(sheet, slide.head, slide.act, now, _("We leave our roles"))
    sheet.write(LEFT, 262, SPAN, 340, _("“{sentence}”").format(sentence=slide.sentence), SENTENCE)
    for row, step in enumerate(_derole_steps()):
        top = 622 + row * 96
        number = Voice((LARGE,), "vermilion", bold=True, stand="middle")
        sheet.write(LEFT, top, 60, 90, str(row + 1), number)
        sheet.write(LEFT + 72, top, SPAN - 72, 90, step, STEP.but(most=1))
    frame.foot(sheet, slide.head, now)


def say_derole(slide: PlayDeroleSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    return [_("We leave our roles"), slide.sentence, *_derole_steps()]


def debrief_pages(slide: PlayDebriefSlide) -> int:
    """A page a round."""
    return max(1, len(slide.rounds))


def _round(slide: PlayDebriefSlide) -> tuple[int, str, str]:
    if not slide.rounds:
        return 0, "", ""
    at = min(slide.page, len(slide.rounds) - 1)
    return at, *slide.rounds[at]


def paint_debrief(sheet: Sheet, slide: PlayDebriefSlide, now: Instant) -> None:
    """The page."""
    at, title, question = _round(slide)
    parts.begin(sheet, slide.head, slide.act, now, _("Looking back"))
    sheet.write(LEFT, 262, SPAN, 90, title, Voice((HEADING, LARGE, TEXT), "ink2", bold=True, stand="middle"))
    sheet.write(LEFT, 366, SPAN, 400, question, QUESTION)
    steps = len(slide.rounds)
    for place in range(steps):
        token = "vermilion" if place == at else "rule"
        sheet.dot(LEFT + 14 + place * 52, 846, 14 if place == at else 10, token)
    left = LEFT + steps * 52 + 24
    sheet.write(left, 790, RIGHT - left, 112, _pass(), STEP.but(colour="ink2"))
    frame.foot(sheet, slide.head, now)


def _pass() -> str:
    return _("Everybody may pass. What was said in a role belongs to the role.")


def say_debrief(slide: PlayDebriefSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    return [_("Looking back"), *_round(slide)[1:], _pass()]


def _signed(slide: PlayThanksSlide) -> str:
    """How many tables came to terms."""
    if not slide.tables:
        return ""
    return ngettext(
        "{done} of {n} table has signed a proposal",
        "{done} of {n} tables have signed a proposal",
        slide.tables,
    ).format(done=slide.accepted, n=slide.tables)


def _nothing_decided() -> str:
    return _("No decision was taken here. What it was really about is decided by its own procedure.")


def paint_thanks(sheet: Sheet, slide: PlayThanksSlide, now: Instant) -> None:
    """The page."""
    frame.head(sheet, slide.head.meeting, parts.act_words(slide.act))
    sheet.write(LEFT, parts.TOP, SPAN, 81, slide.title, parts.KICKER)
    thanks = Voice((GREAT, TITLE, HEADING), bold=True, serif=True, most=2, stand="middle", leading=125)
    sheet.write(LEFT, 290, SPAN, 240, _("Thank you for changing places"), thanks)
    marks.hairline(sheet, LEFT, 560, 200, "vermilion", 10)
    sheet.write(LEFT, 600, SPAN, 96, _signed(slide), Voice((HEADING, LARGE, TEXT), bold=True, stand="middle"))
    sheet.write(LEFT, 712, SPAN, 190, _nothing_decided(), Voice((LARGE, TEXT, SMALL), "ink2", most=2))
    frame.foot(sheet, slide.head, now)


def say_thanks(slide: PlayThanksSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    return [slide.title, _("Thank you for changing places"), _signed(slide), _nothing_decided()]
