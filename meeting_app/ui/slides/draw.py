"""Drawing people by lot before everybody: the list's code first, then the number, then who was drawn."""

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _, ngettext
from meeting_app.queries.slides_types_draw import NAMES_A_PAGE, DrawSlide
from meeting_app.ui.slides import frame, motion
from meeting_app.ui.slides.sheet import HEADING, LARGE, LEFT, RIGHT, SMALL, SPAN, TEXT, Sheet, Voice

TITLE = Voice((HEADING, LARGE, TEXT), bold=True, serif=True, most=2, stand="middle", leading=130)
STEP = Voice((TEXT, SMALL), bold=True, most=2)
CALM = Voice((SMALL,), "ink2", most=2)
CODE = Voice((HEADING, LARGE, TEXT), bold=True, stand="middle", align="right")
DIGIT = Voice((HEADING,), bold=True, align="centre", stand="middle", ground="surface")
NAME = Voice((TEXT, SMALL), bold=True, stand="middle")
TICKET = Voice((SMALL,), "ink2", stand="middle", align="right")
BLANKS = 5
CODE_LEFT = 960
COLUMNS, ROW, GAP = 3, 70, 80


def listed(slide: DrawSlide) -> str:
    """The first step."""
    return ngettext(
        "{n} person on the list, the list is frozen",
        "{n} people on the list, the list is frozen",
        slide.people,
    ).format(n=f"{slide.people:,}")


def rolled(slide: DrawSlide) -> str:
    """The second step."""
    if not slide.number:
        return _("Next: somebody from the hall rolls the number")
    return _("{name} rolled the number").format(name=slide.drawn_by)


def drawn(slide: DrawSlide) -> str:
    """The third step."""
    if not slide.number:
        return ngettext("Then {n} person is drawn", "Then {n} people are drawn", slide.seats).format(
            n=slide.seats
        )
    return ngettext("{n} person is drawn", "{n} people are drawn", slide.seats).format(n=slide.seats)


HOW = "SHA-256"


def explained() -> str:
    """How a telephone can work it out."""
    return _(
        "{how} of draw, code of the list, number and name, the smaller first. Any phone can work it out."
    ).format(how=HOW)


def paint(sheet: Sheet, slide: DrawSlide, now: Instant) -> None:
    """The page."""
    frame.item_head(sheet, slide.head)
    sheet.write(LEFT, 150, SPAN, 150, slide.title, TITLE)
    if slide.number:
        _paint_drawn(sheet, slide)
    else:
        _paint_waiting(sheet, slide)
    page = motion.page_words(min(slide.page, slide.pages - 1), slide.pages)
    frame.foot_words(sheet, slide.head, explained(), page)


def _step(sheet: Sheet, top: float, number: int, words: str, below: str) -> None:
    sheet.dot(LEFT + 34, top + 36, 34, "vermilion")
    sheet.dot(LEFT + 34, top + 36, 30, "paper")
    mark = Voice((SMALL,), "vermilion", bold=True, align="centre", stand="middle")
    sheet.write(LEFT, top, 68, 72, str(number), mark)
    sheet.write(LEFT + 104, top, CODE_LEFT - LEFT - 136, 136, words, STEP)
    if below:
        sheet.write(LEFT + 104, top + 136, CODE_LEFT - LEFT - 136, 58, below, CALM.but(most=1))
    sheet.fill(LEFT + 104, top + 208, SPAN - 104, 2, "rule")


def _paint_waiting(sheet: Sheet, slide: DrawSlide) -> None:
    _step(sheet, 330, 1, listed(slide), _("Take a photograph of the code"))
    sheet.write(CODE_LEFT, 340, RIGHT - CODE_LEFT, 130, " ".join(slide.code), CODE)
    _step(sheet, 560, 2, rolled(slide), _("Ten-sided dice, left to right"))
    _digits(sheet, slide, RIGHT - BLANKS * 132 + 16, 572, 116, 128)
    sheet.dot(LEFT + 34, 826, 34, "vermilion")
    sheet.dot(LEFT + 34, 826, 30, "paper")
    mark = Voice((SMALL,), "vermilion", bold=True, align="centre", stand="middle")
    sheet.write(LEFT, 790, 68, 72, "3", mark)
    sheet.write(LEFT + 104, 790, SPAN - 104, 72, drawn(slide), STEP.but(most=1))


def _digits(sheet: Sheet, slide: DrawSlide, left: float, top: float, width: float, high: float) -> None:
    """A plate for each digit; empty ones before the number is known."""
    for place, digit in enumerate(slide.number or " " * BLANKS):
        box = left + place * (width + 16)
        sheet.frame(box, top, width, high, 4)
        sheet.write(box, top, width, high, digit, DIGIT)


def _paint_drawn(sheet: Sheet, slide: DrawSlide) -> None:
    sheet.write(LEFT, 316, 700, 70, _("Code of the list"), CALM.but(most=1, stand="middle"))
    sheet.write(LEFT, 386, 760, 96, " ".join(slide.code), CODE.but(align="left", sizes=(LARGE, TEXT, SMALL)))
    sheet.write(CODE_LEFT, 316, RIGHT - CODE_LEFT, 70, rolled(slide), CALM.but(most=1, stand="middle"))
    spaced = Voice((HEADING, LARGE, TEXT, SMALL), bold=True, stand="middle")
    sheet.write(CODE_LEFT, 386, RIGHT - CODE_LEFT, 96, " ".join(slide.number), spaced)
    sheet.fill(LEFT, 494, SPAN, 2, "rule")
    _names(sheet, slide)


def _names(sheet: Sheet, slide: DrawSlide) -> None:
    page = min(max(0, slide.page), slide.pages - 1)
    shown = slide.chosen[page * NAMES_A_PAGE : (page + 1) * NAMES_A_PAGE]
    width = (SPAN - 2 * GAP) / COLUMNS
    rows = NAMES_A_PAGE // COLUMNS
    for place, (number, name, ticket) in enumerate(shown):
        column, line = divmod(place, rows)
        left, top = LEFT + column * (width + GAP), 512 + line * ROW
        sheet.write(left, top, width - 230, ROW, f"{number} {name}", NAME)
        sheet.write(left + width - 220, top, 220, ROW, ticket, TICKET)


def say(slide: DrawSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    code = _("Code of the list: {code}").format(code=" ".join(slide.code))
    names = [f"{number} {name}" for number, name, _ticket in slide.chosen]
    return [slide.title, listed(slide), code, rolled(slide), drawn(slide), *names]
