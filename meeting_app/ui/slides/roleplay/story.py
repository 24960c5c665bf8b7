"""The matter of a role-play: public facts, who pays how much, what is to be settled, what came to light."""

from collections.abc import Sequence
from functools import reduce
from typing import Final

from meeting_app.domain.clock import Instant
from meeting_app.domain.roleplay.public import PublicIssue, PublicOption, PublicTable
from meeting_app.i18n import _, ngettext
from meeting_app.queries.slides_types_roleplay import (
    PlayFactsSlide,
    PlayIssuesSlide,
    PlayMoneySlide,
    PlayNoteSlide,
)
from meeting_app.ui.slides import frame, marks
from meeting_app.ui.slides.roleplay import parts
from meeting_app.ui.slides.sheet import (
    GREAT,
    HEADING,
    LARGE,
    LEFT,
    SMALL,
    SPAN,
    TEXT,
    TITLE,
    Sheet,
    Voice,
)
from meeting_app.wording import amounts

FACTS, ISSUES, MONEY_ROWS = 4, 5, 7  # a page
MONEY_TITLE: Final = Voice((HEADING, LARGE, TEXT, SMALL), bold=True, most=2, stand="middle", leading=115)
CELL: Final = Voice((LARGE, TEXT, SMALL), stand="middle", align="right")
HEAD: Final = Voice((TEXT, SMALL), "ink2", most=2, stand="bottom", align="right", leading=112)
QUESTION: Final = Voice((LARGE, TEXT, SMALL), bold=True, most=2, stand="middle", leading=112)
CHOICE: Final = Voice((TEXT, SMALL), most=2, stand="middle", leading=112)
NOTE_TITLE: Final = Voice((GREAT, TITLE, HEADING, LARGE), bold=True, serif=True, most=2, leading=118)
NOTE_TEXT: Final = Voice((HEADING, LARGE, TEXT, SMALL), most=6, leading=135)
ISSUE_WIDE: Final = 456


def fact_pages(slide: PlayFactsSlide) -> int:
    """How many pages."""
    return parts.pages(len(slide.facts), FACTS)


def paint_facts(sheet: Sheet, slide: PlayFactsSlide, now: Instant) -> None:
    """The page."""
    parts.begin(sheet, slide.head, slide.act, now, _("What everybody knows"))
    facts = parts.shown(slide.facts, FACTS, slide.page)
    parts.plates(sheet, [(fact.title, fact.when, fact.text) for fact in facts])
    frame.foot(sheet, slide.head, now)


def say_facts(slide: PlayFactsSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    facts = parts.shown(slide.facts, FACTS, slide.page)
    return [_("What everybody knows"), *(f"{fact.title}: {fact.text}" for fact in facts)]


def money_pages(slide: PlayMoneySlide) -> int:
    """How many pages."""
    return max(1, sum(parts.pages(len(table.rows), MONEY_ROWS) for table in slide.tables))


def _money(slide: PlayMoneySlide) -> tuple[PublicTable, tuple[tuple[str, int, tuple[int, ...]], ...]] | None:
    """The table of the page and its rows."""
    cut = [
        (table, tuple(parts.shown(table.rows, MONEY_ROWS, page)))
        for table in slide.tables
        for page in range(parts.pages(len(table.rows), MONEY_ROWS))
    ]
    return cut[min(slide.page, len(cut) - 1)] if cut else None


def _payer(label: str, count: int) -> str:
    households = ngettext("{n} household", "{n} households", count).format(n=count)
    return _("{label} ({count})").format(label=label, count=households) if count > 1 else label


def _amount(fen: int) -> str:
    return amounts.yuan(fen) if fen else _("pays nothing")


def paint_money(sheet: Sheet, slide: PlayMoneySlide, now: Instant) -> None:
    """The page."""
    parts.begin(sheet, slide.head, slide.act, now, _("Who pays how much"))
    found = _money(slide)
    if found is not None:
        _table(sheet, *found)
    frame.foot(sheet, slide.head, now)


def _table(sheet: Sheet, table: PublicTable, rows: tuple[tuple[str, int, tuple[int, ...]], ...]) -> None:
    sheet.write(LEFT, 252, SPAN, 116, table.title, MONEY_TITLE)
    label, top = 480, 376
    wide = (SPAN - label) / max(1, len(table.columns))
    for column, words in enumerate(table.columns):
        sheet.write(LEFT + label + column * wide + 24, top, wide - 24, 100, words, HEAD)
    marks.hairline(sheet, LEFT, top + 108, SPAN, "ink", 5)
    high = min(76.0, (parts.BOTTOM - top - 112) / max(1, len(rows)))
    for row, (payer, count, shares) in enumerate(rows):
        upper = top + 114 + row * high
        sheet.write(LEFT, upper, label - 16, high - 4, _payer(payer, count), CELL.but(align="left"))
        for column, fen in enumerate(shares):
            voice = CELL.but(colour="ink" if fen else "ink2", bold=bool(fen))
            sheet.write(LEFT + label + column * wide + 24, upper, wide - 24, high - 4, _amount(fen), voice)
        marks.hairline(sheet, LEFT, upper + high - 4, SPAN)


def say_money(slide: PlayMoneySlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    found = _money(slide)
    if found is None:
        return [_("Who pays how much")]
    table, rows = found
    lines = [
        f"{_payer(payer, count)}: "
        + parts.listed([f"{name} {_amount(fen)}" for name, fen in zip(table.columns, shares, strict=True)])
        for payer, count, shares in rows
    ]
    return [_("Who pays how much"), table.title, *lines]


def issue_pages(slide: PlayIssuesSlide) -> int:
    """How many pages."""
    return parts.pages(len(slide.issues), ISSUES)


def _option(option: PublicOption) -> str:
    if not option.cost_fen:
        return option.title
    return _("{option}: {cost}").format(option=option.title, cost=amounts.yuan(option.cost_fen))


def _asked(issue: PublicIssue) -> str:
    """The question; how many may be chosen where it is not one."""
    if (issue.least, issue.most) == (1, 1):
        return issue.title
    return _("{issue} (up to {most})").format(issue=issue.title, most=issue.most)


def _option_width(issue: PublicIssue) -> float:
    """How far apart an issue's options stand."""
    return (SPAN - ISSUE_WIDE) / max(1, len(issue.options))


def _voices(sheet: Sheet, issues: Sequence[PublicIssue], high: float) -> tuple[Voice, Voice]:
    """How the questions and the options of a page are set: each in one size."""
    asked = ((_asked(issue), ISSUE_WIDE - 24, high) for issue in issues)
    options = (
        (_option(option), _option_width(issue) - 52, high) for issue in issues for option in issue.options
    )
    return sheet.common(asked, QUESTION), sheet.common(options, CHOICE)


def _conditions(slide: PlayIssuesSlide) -> str:
    """What must not be agreed, one sentence after the other."""
    return reduce(
        lambda told, one: _("{sentence} {following}").format(sentence=told, following=one), slide.constraints
    )


def paint_issues(sheet: Sheet, slide: PlayIssuesSlide, now: Instant) -> None:
    """The page."""
    parts.begin(sheet, slide.head, slide.act, now, _("What is to be settled"))
    issues = parts.shown(slide.issues, ISSUES, slide.page)
    bottom = parts.BOTTOM - (84 if slide.constraints else 0)
    high = min(140.0, (bottom - 258) / max(1, len(issues)))
    question, choice = _voices(sheet, issues, high - 10)
    for row, issue in enumerate(issues):
        top = 258 + row * high
        marks.hairline(sheet, LEFT, top, SPAN, "rule")
        sheet.write(LEFT, top + 6, ISSUE_WIDE - 24, high - 10, _asked(issue), question)
        wide = _option_width(issue)
        for column, option in enumerate(issue.options):
            left = LEFT + ISSUE_WIDE + column * wide
            sheet.dot(left + 12, top + high / 2, 9, "vermilion")
            sheet.write(left + 36, top + 6, wide - 52, high - 10, _option(option), choice)
    if slide.constraints:
        voice = Voice((TEXT, SMALL), "ink2", most=2, stand="middle", leading=110)
        sheet.write(LEFT, bottom, SPAN, 84, _conditions(slide), voice.but(sizes=(SMALL,), leading=92))
    frame.foot(sheet, slide.head, now)


def say_issues(slide: PlayIssuesSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    issues = parts.shown(slide.issues, ISSUES, slide.page)
    lines = [f"{_asked(issue)}: {parts.listed([_option(one) for one in issue.options])}" for issue in issues]
    return [_("What is to be settled"), *lines, *slide.constraints]


def _note_kicker(slide: PlayNoteSlide) -> str:
    return _("Something has happened") if slide.kind == "event" else _("Something has come to light")


def paint_note(sheet: Sheet, slide: PlayNoteSlide, now: Instant) -> None:
    """The page."""
    parts.begin(sheet, slide.head, slide.act, now, _note_kicker(slide))
    title = sheet.write(LEFT, 290, SPAN, 250, slide.note.title, NOTE_TITLE)
    below = title.ink.bottom() + 36
    sheet.fill(LEFT, below, 200, 10, "vermilion")
    sheet.write(LEFT, below + 36, SPAN, parts.BOTTOM - below - 40, slide.note.text, NOTE_TEXT)
    frame.foot(sheet, slide.head, now)


def say_note(slide: PlayNoteSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    return [_note_kicker(slide), slide.note.title, slide.note.text]
