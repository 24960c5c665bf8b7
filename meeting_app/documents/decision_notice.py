"""表决结果公示 and 公告: what was decided and how, for the notice board.

Names on it are masked before they get here.
"""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.attendance import names_in
from meeting_app.documents.flow.ballot_vote import decided
from meeting_app.documents.flow.block import CLOSEST, Gap, Text, pitched
from meeting_app.documents.flow.closing import Issued, Verification, digest_line, ended
from meeting_app.documents.flow.head import Title
from meeting_app.documents.flow.measures import AREA_WIDTH, BODY, HEAD_1, HEAD_2, LEADING, MM
from meeting_app.documents.flow.objection import ObjectionBox
from meeting_app.documents.flow.sheet import letter_page, official_page, on_one_page, render
from meeting_app.documents.flow.table import Cell, Column, Rows
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.fit import fitted
from meeting_app.documents.text.lines import LEFT
from meeting_app.documents.text.style import INK_SOFT, Span, Style
from meeting_app.queries.papers import DecidedQuestion, DecisionNoticePaper

Decided = DecisionNoticePaper | DecidedQuestion

# Line pitches in points.
_LEADINGS = (LEADING, 26.5, 24.5, 22.5, 20.5, 19.0, 18.0)
_TABLE = Style(Voice.SANS, 13.0)
_STRONG = Style(Voice.BOLD, 13.0)
_NOTE = Style(Voice.SANS, 11.0, INK_SOFT)


def decision_notice(paper: DecisionNoticePaper) -> bytes:
    """The PDF. Refuses with `no_glyph` when a character cannot be printed."""
    require_printable(paper)
    return on_one_page(lambda leading: _set(paper, leading), _LEADINGS)


def _set(paper: DecisionNoticePaper, leading: float) -> bytes:
    close = leading < LEADING
    tight = leading < CLOSEST
    issued = Issued(
        paper.mark.issuer, paper.mark.issued_on, (0.1 if tight else 0.3 if close else 0.7) * leading
    )
    foot = [line for line in (_posted(paper), digest_line(paper.mark.digest)) if line]
    strip = None
    if paper.publicity is None:
        strip = Verification(
            paper.mark, [f"咨询：{words.contact(paper.objections_to)}", *foot[:-1]], letter=True
        )
        foot = []
    forms = [letter_page(paper.mark, 208 * MM, foot), official_page(paper.mark)]
    return render(
        paper.mark, paper.title, forms, ended(pitched(_story(paper, tight), leading), [issued], strip)
    )


def _story(paper: DecisionNoticePaper, tight: bool) -> Iterator[Flowable]:
    yield Title(paper.title, after=(1.5 if tight else 4) * MM)
    yield Text(_opening(paper))
    for at, (label, text, more) in enumerate(_sections(paper), 1):
        yield Text([Span(f"{words.number(at)}、{label}。", HEAD_1), text])
        yield from more
    if paper.publicity is not None:
        yield Gap(2 * MM)
        yield ObjectionBox(paper.publicity, paper.objections_to, paper.mark)


def _posted(paper: DecisionNoticePaper) -> str:
    return f"张贴：{'、'.join(paper.posted_at)}" if paper.posted_at else ""


def _opening(paper: DecisionNoticePaper) -> list[Span]:
    held = f"{words.day(paper.held_on)}，{paper.meeting_title}表决了"
    tail = "。现公示，请大家监督。" if paper.publicity is not None else "。现予公告。"
    together = len(paper.more) + len(paper.ballots) + (1 if paper.question else 0)
    if together == 1 and paper.ballots:
        only = paper.ballots[0]
        text = f"{held}“{only.question}”，结果是"
        return [Span(text, BODY), Span(only.verdict, HEAD_1), Span(tail, BODY)]
    if together > 1:
        return [Span(f"{held}{together}个事项{tail}", BODY)]
    text = f"{held}“{paper.question}”，结果是"
    return [Span(text, BODY), Span(words.outcome(paper.outcome), HEAD_1), Span(tail, BODY)]


def _sections(paper: DecisionNoticePaper) -> Iterator[tuple[str, Span, list[Flowable]]]:
    """Label, first paragraph, and what follows it."""
    if paper.more or paper.ballots:
        every: tuple[Decided, ...] = (paper, *paper.more) if paper.question else ()
        for at, one in enumerate(every, 1):
            # What all rest on is said once, below the last of them.
            yield _together(one, law=at == len(every) or every[at].rule.law != one.rule.law)
        yield from map(decided, paper.ballots)
    else:
        if paper.motion:
            first, *others = paper.motion
            yield "表决内容", Span(first, HEAD_2), [Text([Span(clause, HEAD_2)]) for clause in others]
        yield "结果", Span(_reason(paper), BODY), _figures(paper)
    if paper.tellers or paper.records_note:
        counted = f"{names_in(paper.tellers)}，公开计票。" if paper.tellers else ""
        yield "计票", Span(f"{counted}{paper.records_note}", BODY), []


def _together(one: Decided, *, law: bool) -> tuple[str, Span, list[Flowable]]:
    """One of several questions: its verdict, its text, its figures."""
    clauses = [Text([Span(clause, HEAD_2)]) for clause in one.motion]
    label = f"{one.question}：{words.outcome(one.outcome)}"
    return label, Span(_reason(one), BODY), [*clauses, *_figures(one, law=law)]


def _reason(one: Decided) -> str:
    """Why the verdict is what it is; how was voted."""
    method = words.METHODS.get(getattr(one, "method", ""), "")
    why = words.sentence(one.members, one.present, one.totals, one.rule, one.outcome)
    if one.declared and one.outcome in words.OBVIOUS:
        why = words.OBVIOUS[one.outcome]
    return f"{method}表决。{why}" if method else why


def _figures(one: Decided, *, law: bool = True) -> list[Flowable]:
    """The voices and the law."""
    below: list[Flowable] = [] if one.outcome == "no_quorum" or one.declared else [_table(one)]
    if law:
        came = f"到会占应到{words.fraction(one.present, one.members)}。" if one.members else ""
        rests = f"依据：{one.rule.law}。" if one.rule.law else ""
        if came or rests:
            below.append(Text([Span(f"{came}{rests}", _NOTE)], LEFT, 15.0, before=1.5 * MM))
    return [*below, Gap(1.5 * MM)]


def _table(one: Decided) -> Rows:
    """One row of voices that adds up to those present."""
    totals = one.totals
    heads: list[Cell | str] = [Cell(label, choice, key=False) for choice, label in words.CHOICES]
    values = [totals.in_favour, totals.against, totals.abstain]
    for label, value in (("未举手", totals.not_voting), ("废票", totals.invalid)):
        if value:
            heads.append(label)
            values.append(value)
    agreed = words.agreed(one.members, one.present, totals, one.rule)
    last: list[Cell | str] = [str(sum(values)), Cell(agreed, style=fitted(agreed, _TABLE, 32 * MM))]
    width = (AREA_WIDTH - 52 * MM) / (len(values) + 1)
    columns = [Column(15 * MM), *[Column(width, "right")] * (len(values) + 1), Column(37 * MM, "right")]
    row: list[Cell | str] = ["人数", Cell(str(values[0]), style=_STRONG), *map(str, values[1:]), *last]
    return Rows(columns, ["", *heads, "合计", f"占{words.base(one.rule)}"], [row], _TABLE, before=2 * MM)
