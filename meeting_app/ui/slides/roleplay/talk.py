"""While the tables negotiate: the clock and how far each table is, the proposals side by side, what is
agreed, the silent comparison, and the cards that slow down or stop.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF

from meeting_app.domain.clock import Instant
from meeting_app.domain.roleplay.public import PublicNote, PublicTableState
from meeting_app.i18n import _, ngettext
from meeting_app.queries.slides_types_roleplay import (
    PlayAgreementSlide,
    PlayCardsSlide,
    PlayColoursSlide,
    PlayProposalsSlide,
    PlayTalkSlide,
)
from meeting_app.ui.slides import clockface, frame, marks
from meeting_app.ui.slides.roleplay import opening, parts
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

TILES, COLUMNS, ROWS = 8, 4, 6  # tables, tables, issues a page
NARROW, TILE_LEFT, TILE_TOP = 1040, 1216, 176
NUMBER: Final = Voice((LARGE, TEXT), bold=True, stand="middle")
STATE: Final = Voice((TEXT, SMALL), "ink2", stand="middle", most=2, leading=108)
NEWS: Final = Voice((TEXT, SMALL), most=2, stand="middle", leading=115)
TASK: Final = Voice((LARGE, TEXT, SMALL), "ink2", most=2, stand="middle", leading=115)
CELL: Final = Voice((TEXT, SMALL), most=2, stand="middle", leading=110)
ROW_NAME: Final = Voice((TEXT, SMALL), "ink2", most=2, stand="middle", leading=110)
COLUMN: Final = Voice((LARGE, TEXT), bold=True, stand="middle")
BIG: Final = Voice((TITLE, HEADING, LARGE, TEXT), bold=True, serif=True, most=3, leading=125)


def state_words(table: PublicTableState) -> str:
    """How far a table is."""
    if table.proposal is None:
        return _("talking")
    if table.proposal.accepted is None:
        return _("proposal no. {number}").format(number=table.proposal.number)
    return _("accepted") if table.proposal.accepted else _("not accepted")


def _mark(sheet: Sheet, table: PublicTableState, left: float, top: float, side: float, token: str) -> None:
    accepted = table.proposal.accepted if table.proposal else None
    if accepted is not None:
        marks.mark(sheet, "for" if accepted else "against", left, top, side, token)


def _tiles(sheet: Sheet, tables: Sequence[PublicTableState], left: float, columns: int) -> None:
    """Two tables a row: number, state, mark; an accepted one is filled."""
    gap = 24
    wide = (RIGHT - left - gap * (columns - 1)) / columns
    rows = max(1, -(-len(tables) // columns))
    high = min(180.0, (parts.BOTTOM - TILE_TOP - gap * (rows - 1)) / rows)
    for place, table in enumerate(tables):
        row, column = divmod(place, columns)
        x, y = left + column * (wide + gap), TILE_TOP + row * (high + gap)
        solid = bool(table.proposal and table.proposal.accepted)
        if solid:
            sheet.fill(x, y, wide, high, "ink")
        else:
            sheet.frame(x, y, wide, high, 4)
        ground, ink = ("ink", "paper") if solid else ("surface", "ink")
        sheet.write(
            x + 24, y + 6, wide - 96, 82, parts.table(table.number), NUMBER.but(colour=ink, ground=ground)
        )
        _mark(sheet, table, x + wide - 72, y + 24, 48, ink)
        state = STATE.but(colour="paper" if solid else "ink2", ground=ground)
        sheet.write(x + 24, y + 88, wide - 40, high - 96, state_words(table), state)


def paint_talk(sheet: Sheet, slide: PlayTalkSlide, now: Instant) -> None:
    """The page."""
    frame.head(sheet, slide.head.meeting, parts.act_words(slide.act))
    sheet.write(LEFT, parts.TOP, NARROW, 81, slide.act.title, parts.KICKER)
    clock = slide.act.clock
    if clock is not None:
        words = clockface.words(clock, now)
        baseline = 600 if slide.news else 660
        clockface.figures(sheet, LEFT - 14, baseline, NARROW, words, "ink")
        clockface.bar(sheet, clock, now, LEFT, baseline + 48, NARROW, 24)
    if slide.news:
        _news(sheet, slide.news)
    else:
        sheet.write(LEFT, 748, NARROW, 160, opening.to_do(slide.act.kind), TASK)
    _tiles(sheet, parts.shown(slide.tables, TILES, slide.page), TILE_LEFT, 2 if len(slide.tables) > 3 else 1)
    frame.foot(sheet, slide.head, now)


def _news(sheet: Sheet, news: Sequence[PublicNote]) -> None:
    """The last two things that happened."""
    for row, note in enumerate(news[-2:]):
        top = 690 + row * 122
        sheet.fill(LEFT, top + 8, 10, 102, "vermilion")
        sheet.write(LEFT + 36, top, NARROW - 36, 118, _("{title}: {text}").format(
            title=note.title, text=note.text
        ), NEWS.but(sizes=(SMALL,)))  # fmt: skip


def talk_pages(slide: PlayTalkSlide) -> int:
    """How many pages the tables need."""
    return parts.pages(len(slide.tables), TILES)


def say_talk(slide: PlayTalkSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    clock = slide.act.clock
    left = [clockface.words(clock, now)] if clock is not None else []
    news = [_("{title}: {text}").format(title=one.title, text=one.text) for one in slide.news]
    tables = [
        f"{parts.table(one.number)}: {state_words(one)}"
        for one in parts.shown(slide.tables, TILES, slide.page)
    ]
    return [slide.act.title, *left, *news, *tables]


# ---- proposals side by side, and what is agreed


def _choices(table: PublicTableState, *, agreed: bool) -> dict[str, tuple[str, ...]]:
    if agreed:
        return dict(table.agreed)
    return dict(table.proposal.choices) if table.proposal else {}


def compare_pages(slide: PlayProposalsSlide | PlayAgreementSlide) -> int:
    """How many pages."""
    return parts.pages(len(slide.tables), COLUMNS) * parts.pages(len(slide.issues), ROWS)


def _part(slide: PlayProposalsSlide | PlayAgreementSlide) -> tuple[Sequence[str], Sequence[PublicTableState]]:
    """The issues and the tables of the page: first all issues of the first tables."""
    of_issues = parts.pages(len(slide.issues), ROWS)
    page = min(slide.page, compare_pages(slide) - 1)
    return parts.shown(slide.issues, ROWS, page % of_issues), parts.shown(
        slide.tables, COLUMNS, page // of_issues
    )


def _grid(sheet: Sheet, slide: PlayProposalsSlide | PlayAgreementSlide, *, agreed: bool) -> None:
    issues, tables = _part(slide)
    label, top, head = 400, 256, 104
    wide = (SPAN - label) / max(1, len(tables))
    for column, table in enumerate(tables):
        left = LEFT + label + column * wide + 28
        written = sheet.write(left, top, wide - 100, head, parts.table(table.number), COLUMN)
        if not agreed:
            _mark(sheet, table, written.ink.right() + 20, top + 28, 48, "ink")
    marks.hairline(sheet, LEFT, top + head, SPAN, "ink", 5)
    high = min(124.0, (parts.BOTTOM - top - head - 8) / max(1, len(issues)))
    words = {
        (issue, table.number): parts.listed(_choices(table, agreed=agreed).get(issue, ()))
        or (_("not yet") if agreed or table.proposal is None else "–")
        for issue in issues
        for table in tables
    }
    cell = sheet.common(((text, wide - 36, high - 6) for text in words.values()), CELL.but(bold=True))
    name = sheet.common(((issue, label - 12, high - 6) for issue in issues), ROW_NAME)
    for row, issue in enumerate(issues):
        upper = top + head + 6 + row * high
        sheet.write(LEFT, upper, label - 12, high - 6, issue, name)
        for column, table in enumerate(tables):
            chosen = bool(_choices(table, agreed=agreed).get(issue))
            left = LEFT + label + column * wide + 28
            voice = cell.but(colour="ink" if chosen else "ink2", bold=chosen)
            sheet.write(left, upper, wide - 36, high - 6, words[issue, table.number], voice)
        marks.hairline(sheet, LEFT, upper + high - 5, SPAN)


def paint_proposals(sheet: Sheet, slide: PlayProposalsSlide, now: Instant) -> None:
    """The page."""
    parts.begin(sheet, slide.head, slide.act, now, _("What the tables propose"))
    _grid(sheet, slide, agreed=False)
    frame.foot(sheet, slide.head, now)


def _lines(slide: PlayProposalsSlide | PlayAgreementSlide, *, agreed: bool) -> list[str]:
    issues, tables = _part(slide)
    lines = []
    for table in tables:
        chosen = _choices(table, agreed=agreed)
        parted = [f"{issue} {parts.listed(chosen.get(issue, ())) or _('not yet')}" for issue in issues]
        state = "" if agreed else f" ({state_words(table)})"
        lines.append(f"{parts.table(table.number)}{state}: {parts.listed(parted)}")
    return lines


def say_proposals(slide: PlayProposalsSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    return [_("What the tables propose"), *_lines(slide, agreed=False)]


def paint_agreement(sheet: Sheet, slide: PlayAgreementSlide, now: Instant) -> None:
    """The page."""
    parts.begin(sheet, slide.head, slide.act, now, _("What everybody at the table agrees on"))
    _grid(sheet, slide, agreed=True)
    frame.foot(sheet, slide.head, now)


def say_agreement(slide: PlayAgreementSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    return [_("What everybody at the table agrees on"), *_lines(slide, agreed=True)]


# ---- cards


def _accepted(tables: Sequence[PublicTableState]) -> str:
    done = sum(bool(one.proposal and one.proposal.accepted) for one in tables)
    return ngettext(
        "{done} of {n} table has signed a proposal",
        "{done} of {n} tables have signed a proposal",
        len(tables),
    ).format(done=done, n=len(tables))


def _card(sheet: Sheet, area: QRectF, choice: str, words: str) -> None:
    """A card as it is held up: a mark and what it means."""
    sheet.frame(area.left(), area.top(), area.width(), area.height(), 6)
    side = min(area.height() - 60, 130.0)
    token = "pine" if choice == "for" else "danger"
    marks.mark(sheet, choice, area.left() + 36, area.center().y() - side / 2, side, token)
    voice = Voice((HEADING, LARGE, TEXT), bold=True, most=2, stand="middle", ground="surface", leading=112)
    sheet.write(area.left() + 210, area.top() + 10, area.width() - 240, area.height() - 20, words, voice)


def paint_cards(sheet: Sheet, slide: PlayCardsSlide, now: Instant) -> None:
    """The page."""
    parts.begin(sheet, slide.head, slide.act, now, _("All show their card at once"))
    sheet.write(LEFT, 262, SPAN, 290, _compare(), BIG.but(most=2))
    wide, high = (SPAN - 48) / 2, 220
    _card(sheet, QRectF(LEFT, 560, wide, high), "for", _("Yes: I can live with it"))
    _card(sheet, QRectF(LEFT + wide + 48, 560, wide, high), "against", _("No: it is below my limit"))
    told = Voice((LARGE, TEXT, SMALL), "ink2", stand="middle")
    sheet.write(LEFT, 806, SPAN, 96, _accepted(slide.tables), told)
    frame.foot(sheet, slide.head, now)


def _compare() -> str:
    return _("Compare with your own card, in silence. Then show yes or no.")


def say_cards(slide: PlayCardsSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    return [_("All show their card at once"), _compare(), _accepted(slide.tables)]


def _colours(slide: PlayColoursSlide) -> tuple[tuple[str, int, str, str], ...]:
    """(name, tables, meaning, colour token)."""
    return (
        (_("Green"), slide.green, _("We go on."), "pine"),
        (_("Yellow"), slide.yellow, slide.slower, "amber_ink"),
        (_("Red"), slide.red, slide.stop, "danger"),
    )


def paint_colours(sheet: Sheet, slide: PlayColoursSlide, now: Instant) -> None:
    """The page."""
    parts.begin(sheet, slide.head, slide.act, now, _("How the tables are doing"))
    gap = 48
    wide = (SPAN - 2 * gap) / 3
    for place, (name, count, meaning, token) in enumerate(_colours(slide)):
        left = LEFT + place * (wide + gap)
        sheet.fill(left, 276, wide, 24, token)
        sheet.write(left, 308, wide, 108, name, Voice((HEADING,), token, bold=True, stand="middle"))
        figure = Voice(
            (CLOCK, GREAT), "ink" if count else "ink2", stand="middle", bold=bool(count), leading=105
        )
        sheet.write(left - 8, 416, wide, 316, str(count), figure)
        sheet.write(left, 740, wide, 174, meaning, Voice((TEXT, SMALL), "ink2", most=3, leading=112))
    frame.foot(sheet, slide.head, now)


def say_colours(slide: PlayColoursSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    lines = [
        ngettext("{colour}: {n} table. {meaning}", "{colour}: {n} tables. {meaning}", count).format(
            colour=name, n=count, meaning=meaning
        )
        for name, count, meaning, _token in _colours(slide)
    ]
    return [_("How the tables are doing"), *lines]
