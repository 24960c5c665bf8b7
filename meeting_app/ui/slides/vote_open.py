"""While a vote goes on: how many came, never what; when it is over: the ballots' hash before the result."""

from PySide6.QtCore import QRectF

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _, ngettext
from meeting_app.queries.slides_types_votes import ReceivedSlide, SealedSlide
from meeting_app.ui.slides import frame, marks, vote_options
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
    fits,
)
from meeting_app.wording import labels
from meeting_app.wording.votes_refusals import CHANNELS

KICKER = Voice((LARGE, TEXT, SMALL), "vermilion", bold=True, most=2)
FIGURE = Voice((CLOCK, GREAT), bold=True, stand="middle", leading=110)
STRONG = Voice((HEADING, LARGE, TEXT), bold=True, most=2, stand="middle")
CALM = Voice((LARGE, TEXT, SMALL), "ink2", most=2)
BAR = QRectF(LEFT, 742, SPAN, 72)
OPTIONS_TOP, OPTIONS_ROOM = 412, 530
BELOW = (LEFT, 838, SPAN, 112)
FOLLOWING = Voice((TEXT, SMALL), bold=True, most=2, stand="middle", leading=120)
TIED_TOP, TIED_ROOM = 340, 600


def ways(slide: ReceivedSlide) -> str:
    """By which ways votes come in."""
    return _("How to vote: {ways}.").format(
        ways=_(", ").join(labels.label(CHANNELS, channel) for channel in slide.channels)
    )


def remaining(slide: ReceivedSlide) -> str:
    """Who may still vote."""
    if not slide.remaining:
        return _("Everybody has voted")
    return ngettext("{n} may still vote", "{n} may still vote", slide.remaining).format(
        n=f"{slide.remaining:,}"
    )


def page_count(slide: ReceivedSlide) -> int:
    """How many pages there are: as many as the options take."""
    return max(1, vote_options.page_count(slide.options, OPTIONS_ROOM))


def paint(sheet: Sheet, slide: ReceivedSlide, now: Instant) -> None:
    """The page: how many came; small above what can be chosen, where there is a choice."""
    frame.item_head(sheet, slide.head)
    if slide.options:
        _choosing(sheet, slide)
        return
    marks.live_dot(sheet, LEFT, 200)
    title = _("Voting on: {title}").format(title=slide.title)
    sheet.write(176, 160, SPAN - 64, 165, title, KICKER)
    figure = sheet.write(LEFT - 10, 350, 900, 350, f"{slide.received:,}", FIGURE)
    left = figure.ink.right() + 70
    sheet.write(left, 380, RIGHT - left, 110, _("votes received"), STRONG)
    sheet.write(left, 500, RIGHT - left, 180, remaining(slide), CALM)
    whole = max(1, slide.received + slide.remaining)
    sheet.pen("rule", 4)
    sheet.painter.drawRect(BAR.adjusted(2, 2, -2, -2))
    sheet.fill(BAR.left(), BAR.top(), BAR.width() * slide.received / whole, BAR.height(), "ink")
    told = _("{sentence} {following}").format(
        sentence=ways(slide), following=_("What was voted is not shown here.")
    )
    sheet.write(LEFT, 836, SPAN, 100, told, Voice((TEXT, SMALL), "ink2", most=2, stand="middle"))
    frame.foot(sheet, slide.head, now)


def _choosing(sheet: Sheet, slide: ReceivedSlide) -> None:
    """Who votes reads here among what; how many came stands above in a line."""
    marks.live_dot(sheet, LEFT, 200)
    title = _("Voting on: {title}").format(title=slide.title)
    sheet.write(176, 155, SPAN - 64, 90, title, Voice((LARGE, TEXT, SMALL), "vermilion", bold=True, most=2))
    count = sheet.write(LEFT, 258, 900, 92, f"{slide.received:,}", STRONG.but(most=1))
    received = Voice((TEXT,), bold=True, stand="middle")
    told = sheet.write(count.ink.right() + 22, 258, 620, 92, _("votes received"), received)
    left = told.ink.right() + 56
    calm = Voice((TEXT, SMALL), "ink2", stand="middle")
    sheet.write(left, 258, RIGHT - left, 92, remaining(slide), calm)
    whole = max(1, slide.received + slide.remaining)
    sheet.fill(LEFT, 362, SPAN, 20, "rule")
    sheet.fill(LEFT, 362, SPAN * slide.received / whole, 20, "ink")
    pages = page_count(slide)
    page = min(slide.page, pages - 1)
    vote_options.paint(sheet, slide.options, page, OPTIONS_TOP, OPTIONS_ROOM)
    words = _("Page {page} of {count}").format(page=page + 1, count=pages) if pages > 1 else ""
    told_ways = _("{sentence} {following}").format(
        sentence=ways(slide), following=_("What was voted is not shown here.")
    )
    frame.foot_words(sheet, slide.head, told_ways, words)


def say(slide: ReceivedSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    received = _("{n} votes received").format(n=slide.received)
    title = _("Voting on: {title}").format(title=slide.title)
    return [title, received, remaining(slide), ways(slide), *vote_options.said(slide.options)]


def counted(slide: SealedSlide) -> str:
    """How many ballots are sealed."""
    return ngettext("{n} ballot is sealed", "{n} ballots are sealed", slide.ballots).format(
        n=f"{slide.ballots:,}"
    )


def tied(slide: SealedSlide) -> str:
    """Among whom the lot is drawn; empty when there is no tie."""
    if not slide.tied:
        return ""
    return _("Equal votes: {options}. The lot is drawn in front of all.").format(
        options=_(", ").join(option.text for option in slide.tied)
    )


def _many_tied(slide: SealedSlide) -> str:
    """The same where the names stand on pages of their own."""
    return ngettext(
        "{n} option has equal votes. The lot is drawn in front of all.",
        "{n} options have equal votes, named on the next page. The lot is drawn in front of all.",
        len(slide.tied),
    ).format(n=len(slide.tied))


def sealed_pages(slide: SealedSlide) -> int:
    """How many pages there are: more than one where the names of a tie do not fit below the code."""
    if fits(tied(slide), *BELOW[2:], FOLLOWING):
        return 1
    return 1 + vote_options.page_count(slide.tied, TIED_ROOM)


def paint_sealed(sheet: Sheet, slide: SealedSlide, now: Instant) -> None:
    """The code of the ballots; on the pages after it the names of a tie."""
    pages = sealed_pages(slide)
    page = min(slide.page, pages - 1)
    if page:
        _paint_tied(sheet, slide, page - 1)
    else:
        _paint_code(sheet, slide, pages)
    words = _("Page {page} of {count}").format(page=page + 1, count=pages) if pages > 1 else ""
    frame.foot_words(sheet, slide.head, "", words) if words else frame.foot(sheet, slide.head, now)


def _paint_tied(sheet: Sheet, slide: SealedSlide, page: int) -> None:
    frame.item_head(sheet, slide.head)
    title = _("Equal votes: {title}").format(title=slide.title)
    sheet.write(LEFT, 160, SPAN, 165, title, KICKER.but(colour="ink"))
    vote_options.paint(sheet, slide.tied, page, TIED_TOP, TIED_ROOM)


def _paint_code(sheet: Sheet, slide: SealedSlide, pages: int) -> None:
    frame.item_head(sheet, slide.head)
    marks.live_dot(sheet, LEFT, 200, "ink")
    title = _("Vote ended: {title}").format(title=slide.title)
    sheet.write(176, 160, SPAN - 64, 165, title, KICKER.but(colour="ink"))
    sheet.write(LEFT, 340, SPAN, 90, counted(slide), STRONG.but(most=1))
    code = Voice((TITLE, HEADING), bold=True, align="centre", stand="middle")
    width = (SPAN - 3 * 32) / 4
    for place, group in enumerate(slide.code):
        left = LEFT + place * (width + 32)
        sheet.frame(left, 470, width, 190, 4)
        sheet.write(left, 470, width, 190, group, code.but(ground="surface"))
    explained = _("Take a photograph: who counts the ballots again must find this very code.")
    sheet.write(LEFT, 684, SPAN, 140, explained, CALM.but(sizes=(TEXT, SMALL)))
    following = tied(slide) if pages == 1 else _many_tied(slide)
    sheet.write(*BELOW, following or _("The result follows as soon as it is confirmed."), FOLLOWING)


def say_sealed(slide: SealedSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    title = _("Vote ended: {title}").format(title=slide.title)
    code = _("Code of the ballots: {code}").format(code=" ".join(slide.code))
    return [title, counted(slide), code, tied(slide)]
