"""How a role-play begins: the story and that it is invented, who is in it, an act with its calm clock."""

from typing import Final

from meeting_app.domain.clock import Instant
from meeting_app.i18n import N_, _
from meeting_app.queries.slides_types_roleplay import Act, PlayRolesSlide, PlayTitleSlide, PlayWelcomeSlide
from meeting_app.ui.slides import clockface, frame
from meeting_app.ui.slides.roleplay import parts
from meeting_app.ui.slides.sheet import (
    CLOCK,
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
from meeting_app.wording import labels

ROLES: Final = 4  # a page
NAME: Final = Voice((GREAT, TITLE, HEADING, LARGE), bold=True, serif=True, most=2, leading=118)
STORY: Final = Voice((LARGE, TEXT, SMALL), most=5, leading=135)
FICTION: Final = Voice((LARGE, TEXT, SMALL), bold=True, most=3, stand="middle", ground="surface")
ACT: Final = Voice((GREAT, TITLE, HEADING, LARGE), bold=True, serif=True, most=2, leading=118, stand="top")
TASK: Final = Voice((LARGE, TEXT, SMALL), most=4, stand="middle", leading=130)
# What everybody does, by the kind of the act; the facilitator's own words are never shown.
TO_DO: Final = {
    "welcome": N_("Listen to the story. Nobody plays himself; who would rather watch may watch."),
    "poll_before": N_("Write only the number of your sheet, no name. No single answer is shown."),
    "cast": N_("Take your card. Read its front side first."),
    "read": N_("Read your own card in silence. It is for your eyes only."),
    "act": N_("One after the other: each says one sentence from the own card."),
    "caucus": N_("Talk with those who are on your side."),
    "negotiate": N_("Each table works out one proposal."),
    "gallery": N_("Look at what the other tables have proposed."),
    "sign": N_("Look at your own card. Then all show yes or no at once."),
    "derole": N_("Turn the card over, change your seat, be yourself again."),
    "debrief": N_("Talk about it in a circle. Everybody may pass."),
    "poll_after": N_("The number of the same sheet, the same questions. No name."),
    "slack": N_("A short break."),
}


def _fiction() -> str:
    return _("Role-play: the story is invented")


def paint_welcome(sheet: Sheet, slide: PlayWelcomeSlide, now: Instant) -> None:
    """The page."""
    parts.begin(sheet, slide.head, slide.act, now, _fiction())
    title = sheet.write(LEFT, 262, SPAN, 190, slide.title, NAME)
    below = title.ink.bottom() + 20
    sheet.write(LEFT, below, SPAN, 692 - below, slide.setting, STORY)
    sheet.frame(LEFT, 708, SPAN, 200, 4)
    sheet.fill(LEFT, 708, 16, 200, "vermilion")
    sheet.write(LEFT + 56, 716, SPAN - 96, 184, slide.fiction, FICTION)
    frame.foot(sheet, slide.head, now)


def say_welcome(slide: PlayWelcomeSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    return [_fiction(), slide.title, slide.setting, slide.fiction]


def _role_texts(slide: PlayRolesSlide) -> list[tuple[str, str, str]]:
    roles = parts.shown(slide.roles, ROLES, slide.page)
    return [
        (role.name, _("watches") if role.observer else role.party, role.text) for role in roles
    ]  # fmt: skip


def role_pages(slide: PlayRolesSlide) -> int:
    """How many pages."""
    return parts.pages(len(slide.roles), ROLES)


def _paged(words: str, page: int, pages: int) -> str:
    if pages < 2:
        return words
    return _("{words} ({page} of {pages})").format(words=words, page=min(page, pages - 1) + 1, pages=pages)


def paint_roles(sheet: Sheet, slide: PlayRolesSlide, now: Instant) -> None:
    """The page."""
    title = _paged(_("Who is in the story"), slide.page, role_pages(slide))
    parts.begin(sheet, slide.head, slide.act, now, title)
    parts.plates(sheet, _role_texts(slide))
    frame.foot(sheet, slide.head, now)


def say_roles(slide: PlayRolesSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    lines = [f"{name} ({beside}): {text}" for name, beside, text in _role_texts(slide)]
    return [_("Who is in the story"), *lines]


def number_words(act: Act) -> str:
    """Act 3 of 11."""
    if not act.number:
        return _("Changing places")
    return _("Part {number} of {count}").format(number=act.number, count=act.of)


def to_do(kind: str) -> str:
    """What everybody does in an act of this kind."""
    return labels.label(TO_DO, kind) if kind in TO_DO else ""


def paint_title(sheet: Sheet, slide: PlayTitleSlide, now: Instant) -> None:
    """The page."""
    act = slide.act
    frame.head(sheet, slide.head.meeting, parts.act_words(act))
    sheet.write(LEFT, parts.TOP, SPAN, 81, number_words(act), parts.KICKER)
    sheet.write(LEFT, 252, SPAN, 190, act.title, ACT)
    clock = act.clock
    if clock is None:
        sheet.write(LEFT, 480, SPAN, 400, to_do(act.kind), TASK.but(stand="top"))
        frame.foot(sheet, slide.head, now)
        return
    over = clock.remaining(now) < 0
    words = clockface.words(clock, now)
    face = clockface.figures(sheet, LEFT - 10, 806, 1000, words, "ink", small=True)
    left = max(face.ink.right() + 72, LEFT + 900)
    told = _("Time is up; we go on in a moment.") if over else to_do(act.kind)
    sheet.write(left, 806 - CLOCK + 20, RIGHT - left, CLOCK, told, TASK)
    clockface.bar(sheet, clock, now, LEFT, 872, SPAN, 28)
    frame.foot(sheet, slide.head, now)


def say_title(slide: PlayTitleSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    clock = slide.act.clock
    left = [clockface.words(clock, now)] if clock is not None else []
    return [number_words(slide.act), slide.act.title, *left, to_do(slide.act.kind)]
