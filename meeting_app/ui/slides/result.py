"""A confirmed result: verdict, one sentence, one bar with its threshold, a table that adds up, the rule.

Percentages are only said; the judgement is on whole numbers.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from meeting_app.domain.clock import Instant
from meeting_app.i18n import _, ngettext, pgettext
from meeting_app.queries.slides_types import ResultSlide
from meeting_app.ui.slides import frame, marks, rules
from meeting_app.ui.slides.sheet import GREAT, LARGE, LEFT, RIGHT, SMALL, SPAN, TEXT, TITLE, Sheet, Voice
from meeting_app.wording import amounts, labels

BAR_LEFT, BAR_TOP, BAR_HEIGHT = 288, 532, 168
BAR_WIDTH = RIGHT - BAR_LEFT
# What keeps two parts of the bar apart.
PART_GAP = 4
VERDICT = Voice((GREAT, TITLE), bold=True, serif=True, leading=120)
SENTENCE = Voice((LARGE, TEXT, SMALL), leading=140, most=4, stand="middle", bold=True)


def people(count: int) -> str:
    """21 / 21 人: a count in the table."""
    return ngettext("{count} person", "{count} people", count).format(count=f"{count:,}")


def verdict(slide: ResultSlide) -> str:
    """Adopted, not adopted, no quorum."""
    return labels.label(labels.VERDICTS, slide.verdict)


def sentence(slide: ResultSlide) -> str:
    """The result in one or two sentences."""
    if slide.verdict == "no_quorum":
        missing = slide.quorum_needed - slide.present
        return ngettext(
            "{present} of {eligible} are here; {needed} are needed, {missing} is missing.",
            "{present} of {eligible} are here; {needed} are needed, {missing} are missing.",
            missing,
        ).format(
            present=f"{slide.present:,}",
            eligible=f"{slide.eligible:,}",
            needed=f"{slide.quorum_needed:,}",
            missing=f"{missing:,}",
        )
    if slide.declared:
        if slide.verdict == "adopted":
            return _("An obvious majority is for it. The hands were not counted.")
        return _("An obvious majority is against it. The hands were not counted.")
    figures = _("{present} present, {for_} in favour: {percent}.").format(
        present=f"{slide.present:,}",
        for_=f"{slide.for_:,}",
        percent=amounts.percent(slide.for_, slide.present),
    )
    return f"{figures}\n{_judged(slide)}"


def _judged(slide: ResultSlide) -> str:
    missing = slide.rule.needed - slide.for_
    needed = f"{slide.rule.needed:,}"
    if missing <= 0:
        return _("{share} is {needed}: reached.").format(
            share=_capital(rules.rule_share(slide.rule)), needed=needed
        )
    return ngettext(
        "{share} is {needed}: {missing} vote short.", "{share} is {needed}: {missing} votes short.", missing
    ).format(share=_capital(rules.rule_share(slide.rule)), needed=needed, missing=f"{missing:,}")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def rule_line(slide: ResultSlide) -> str:
    """Who took part, whether that was enough, and what the rule asks."""
    share = rules.quorum_share(slide)
    pattern = (
        _("Present {present}/{eligible}, quorum: {share}, held.")
        if slide.present >= slide.quorum_needed
        else _("Present {present}/{eligible}, quorum: {share}, not held.")
    )
    took = pattern.format(present=f"{slide.present:,}", eligible=f"{slide.eligible:,}", share=share)
    decided = rules.decided_by(slide.rule)
    if slide.quorum_needed == 0:
        return decided
    return _("{sentence} {following}").format(sentence=took, following=decided)


def threshold_words(slide: ResultSlide) -> str:
    """The label of the line that must be reached."""
    if slide.verdict == "no_quorum":
        share, needed = rules.quorum_share(slide), slide.quorum_needed
    else:
        share, needed = rules.rule_share(slide.rule), slide.rule.needed
    return _("{share}: {people}").format(share=_capital(share), people=people(needed))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table; `kind` is empty for the total."""

    kind: str
    heading: str
    count: int


def columns(slide: ResultSlide) -> list[Column]:
    """The table: what adds up to those present."""
    choices = [
        Column(kind, labels.label(labels.CHOICES, kind), count)
        for kind, count in (("for", slide.for_), ("against", slide.against), ("abstain", slide.abstain))
    ]
    rest = Column("not_voting", _("Not voting"), slide.not_voting)
    return [*choices, rest, Column("", pgettext("slide", "Total"), slide.present)]


def paint(sheet: Sheet, slide: ResultSlide, now: Instant) -> None:
    """The page."""
    frame.item_head(sheet, slide.head)
    colour = "vermilion" if slide.verdict == "adopted" else "ink"
    word = sheet.write(LEFT - 8, 157, 780, 190, verdict(slide), VERDICT.but(colour=colour, stand="middle"))
    left = word.ink.right() + 72
    sheet.write(left, 157, RIGHT - left, 190, sentence(slide), SENTENCE)
    title = Voice((TEXT, SMALL), "ink2", bold=True, most=2, leading=110, stand="middle")
    sheet.write(LEFT, 354, SPAN, 100, slide.title, title)
    if slide.declared and slide.verdict != "no_quorum":
        note = Voice((LARGE, TEXT), "ink2", stand="middle", most=2)
        sheet.write(LEFT, 520, SPAN, 300, _("Whoever doubts it may ask for a count."), note)
        frame.foot_words(sheet, slide.head, rule_line(slide))
        return
    _bar(sheet, slide)
    marks.hairline(sheet, LEFT, 740, SPAN, "ink")
    if slide.verdict == "no_quorum":
        _attendance(sheet, slide)
    else:
        _table(sheet, columns(slide))
    frame.foot_words(sheet, slide.head, rule_line(slide))


def _bar(sheet: Sheet, slide: ResultSlide) -> None:
    """One bar, its length all who count, with the line that had to be reached."""
    side = Voice((LARGE, TEXT, SMALL), bold=True, stand="middle")
    sheet.write(LEFT, BAR_TOP, BAR_LEFT - LEFT - 20, BAR_HEIGHT, pgettext("slide", "People"), side)
    if slide.verdict == "no_quorum":
        whole, needed = slide.eligible, slide.quorum_needed
        parts = [("present", slide.present), ("not_voting", slide.eligible - slide.present)]
    else:
        whole, needed = slide.present, slide.rule.needed
        parts = [(column.kind, column.count) for column in columns(slide) if column.kind]
    _parts(sheet, parts, max(1, whole))
    line = BAR_LEFT + BAR_WIDTH * min(1.0, needed / max(1, whole))
    marks.threshold(sheet, line, BAR_TOP - 14, BAR_TOP + BAR_HEIGHT + 14)
    label = Voice((SMALL,), bold=True, align="right")
    words = threshold_words(slide)
    right = min(RIGHT, max(line + 5, LEFT + sheet.width_of(words, label)))
    sheet.write(LEFT, 466, right - LEFT, 50, words, label.but(leading=111))
    _inside(sheet, parts[0], line, max(1, whole))


def _parts(sheet: Sheet, parts: list[tuple[str, int]], whole: int) -> None:
    before = 0
    for kind, count in parts:
        left, right = (BAR_LEFT + BAR_WIDTH * share / whole for share in (before, before + count))
        if count:
            marks.part(
                sheet, kind, QRectF(left, BAR_TOP, max(PART_GAP * 2, right - left - PART_GAP), BAR_HEIGHT)
            )
        before += count


def _inside(sheet: Sheet, first: tuple[str, int], line: float, whole: int) -> None:
    """The largest word of the bar: how many are for it, if there is room beside the line."""
    kind, count = first
    end = BAR_LEFT + BAR_WIDTH * count / whole
    room = min(end, line - 10 if line > BAR_LEFT + 40 else end) - BAR_LEFT - 28
    ground = "for_" if kind == "for" else "data"
    name = labels.label(labels.CHOICES, "for") if kind == "for" else pgettext("slide", "present")
    voice = Voice((LARGE,), "on_solid", bold=True, stand="middle", ground=ground)
    text, indent = f"{name} {count:,}", 84 if kind == "for" else 0
    if sheet.width_of(text, voice) + indent + 20 > room:
        return
    if indent:
        marks.mark(sheet, "for", BAR_LEFT + 32, BAR_TOP + 56, 56, "on_solid")
    sheet.write(BAR_LEFT + 28 + indent, BAR_TOP, room - indent, BAR_HEIGHT, text, voice)


def _widths(sheet: Sheet, table: list[Column], voice: Voice) -> list[float]:
    """What each column takes: swatch, mark and heading, or the count."""
    before = {"": 0, "not_voting": 60}
    return [
        max(
            before.get(column.kind, 116) + sheet.width_of(column.heading, voice),
            sheet.width_of(people(column.count), voice),
        )
        for column in table
    ]


def _table(sheet: Sheet, table: list[Column]) -> None:
    """Headings with swatch and mark, and the counts under them; spread evenly over the page."""
    voices = [Voice((size,), bold=True, leading=130) for size in (TEXT, SMALL)]
    roomy = [voice for voice in voices if sum(_widths(sheet, table, voice)) + 80 <= SPAN]
    voice = roomy[0] if roomy else voices[-1]
    widths = _widths(sheet, table, voice)
    gap = (SPAN - sum(widths)) / (len(table) - 1)
    left = float(LEFT)
    for column, width in zip(table, widths, strict=True):
        _column(sheet, column, left, width + min(gap, 20) - 2, voice)
        left += width + gap


def _column(sheet: Sheet, column: Column, left: float, width: float, voice: Voice) -> None:
    strong = column.kind in ("for", "")
    indent = 0
    if column.kind:
        marks.part(sheet, column.kind, QRectF(left, 779, 44, 44))
        indent = 60
    if column.kind in labels.CHOICES:
        marks.mark(sheet, column.kind, left + 60, 779, 44)
        indent = 116
    sheet.write(left + indent, 764, width - indent, 72, column.heading, voice)
    sheet.write(left, 842, width, 72, people(column.count), voice.but(bold=strong))


def _attendance(sheet: Sheet, slide: ResultSlide) -> None:
    """No vote was valid: only who was there is shown."""
    table = (
        (pgettext("slide", "Entitled"), slide.eligible),
        (pgettext("slide", "present"), slide.present),
        (pgettext("slide", "Needed"), slide.quorum_needed),
        (pgettext("slide", "missing"), slide.quorum_needed - slide.present),
    )
    for place, (heading, count) in enumerate(table):
        left = LEFT + place * 432
        voice = Voice((TEXT, SMALL), bold=True, leading=130)
        sheet.write(left, 764, 400, 72, _capital(heading), voice)
        sheet.write(left, 842, 400, 72, people(count), voice.but(bold=place == 3))


def say(slide: ResultSlide, now: Instant) -> list[str]:
    """What a screen reader says."""
    counts = [f"{column.heading}: {people(column.count)}" for column in columns(slide)]
    voted = [] if slide.verdict == "no_quorum" or slide.declared else counts
    return [slide.title, verdict(slide), sentence(slide).replace("\n", " "), *voted, rule_line(slide)]
