"""The lot of a vote: the ballots were sealed first, then somebody drew; anybody can work it out again."""

from meeting_app.i18n import _
from meeting_app.queries.slides_types_votes import VoteResultSlide
from meeting_app.queries.vote_result import LotResult, VoteResult
from meeting_app.ui.slides import frame, marks
from meeting_app.ui.slides.sheet import HEADING, LARGE, LEFT, RIGHT, SMALL, SPAN, TEXT, Sheet, Voice

TICKETS, A_COLUMN, PITCH = 8, 4, 836
CALM = Voice((TEXT, SMALL), "ink2", stand="middle")


def paint(sheet: Sheet, slide: VoteResultSlide, result: VoteResult, lot: LotResult) -> None:
    """The page."""
    title = Voice((HEADING, LARGE, TEXT), bold=True, most=2, leading=112, stand="middle")
    sheet.write(LEFT, 150, SPAN, 130, _("Equal votes: the lot decided in front of all"), title)
    lines = (
        (_("First the ballots were sealed"), " ".join(result.code)),
        (_("Then {name} drew").format(name=lot.drawn_by), lot.number),
    )
    step, strong = CALM.but(colour="ink", most=2), Voice((LARGE, TEXT, SMALL), bold=True, stand="middle")
    for place, (words, found) in enumerate(lines):
        top = 320 + place * 130
        sheet.write(LEFT, top, 820, 110, f"{place + 1}. {words}", step)
        sheet.write(LEFT + 860, top, RIGHT - LEFT - 860, 110, found, strong)
        marks.hairline(sheet, LEFT, top + 116, SPAN, "rule")
    together = _("Both together give each name a code; the smallest comes first")
    sheet.write(LEFT, 600, SPAN, 70, f"3. {together}", step.but(most=1))
    for place, (name, code) in enumerate(lot.tickets[:TICKETS]):
        _ticket(sheet, place, name, code, wide=len(lot.tickets) <= A_COLUMN)
    rule = _("SHA-256 of: vote | code of the ballots | number | name. Any telephone can work it out again.")
    frame.foot_words(sheet, slide.head, rule)


def _ticket(sheet: Sheet, place: int, name: str, code: str, *, wide: bool) -> None:
    """A name with its code; the first one wins. More than four stand in two columns, all others overleaf in
    the minutes.
    """
    column, line = divmod(place, A_COLUMN)
    top, left = 676 + line * 66, LEFT + 60 + column * PITCH
    name_width, code_left = (900, LEFT + 1000) if wide else (360, left + 380)
    named = Voice((TEXT, SMALL), bold=place == 0, stand="middle")
    sheet.write(left, top, name_width, 64, sheet.shortened(name, name_width, 64, named), named)
    sheet.write(code_left, top, 440, 64, code[:16].upper(), CALM)
