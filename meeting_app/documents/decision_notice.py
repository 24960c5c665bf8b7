"""表决结果公示 and 公告: what was decided and how, for the notice board.

Names on it are masked before they get here.
"""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.attendance import names_in
from meeting_app.documents.flow.block import Gap, Text, labelled
from meeting_app.documents.flow.closing import AtBottom, Issued, Verification
from meeting_app.documents.flow.head import Title
from meeting_app.documents.flow.measures import AREA_WIDTH, BODY, HEAD_1, HEAD_2, LEADING, MM
from meeting_app.documents.flow.objection import ObjectionBox
from meeting_app.documents.flow.sheet import letter_page, official_page, render
from meeting_app.documents.flow.table import Cell, Column, Rows
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.style import Span, Style
from meeting_app.queries.papers import DecisionNoticePaper

_TABLE = Style(Voice.SANS, 13.0)
_STRONG = Style(Voice.BOLD, 13.0)


def decision_notice(paper: DecisionNoticePaper) -> bytes:
    """The PDF. Refuses with `no_glyph` when a character cannot be printed."""
    require_printable(paper)
    forms = [letter_page(paper.mark), official_page(paper.mark)]
    return render(paper.mark, paper.title, forms, list(_story(paper)))


def _story(paper: DecisionNoticePaper) -> Iterator[Flowable]:
    yield Title(paper.title)
    yield Text(_opening(paper))
    for at, (label, text, more) in enumerate(_sections(paper), 1):
        yield labelled(f"{words.number(at)}、{label}。", text)
        yield from more
    if paper.publicity is not None:
        yield Gap(2 * MM)
        yield ObjectionBox(paper.publicity, paper.objections_to, paper.mark)
    yield Issued(paper.mark.issuer, paper.mark.issued_on, LEADING)
    posted = f"张贴：{'、'.join(paper.posted_at)}" if paper.posted_at else ""
    yield AtBottom(Verification(paper.mark, [posted], with_code=paper.publicity is None))


def _opening(paper: DecisionNoticePaper) -> list[Span]:
    held = f"{words.day(paper.held_on)}，{paper.meeting_title}表决了“{paper.question}”，结果是"
    tail = "。现公示，请大家监督。" if paper.publicity is not None else "。现予公告。"
    return [Span(held, BODY), Span(words.outcome(paper.outcome), HEAD_1), Span(tail, BODY)]


def _sections(paper: DecisionNoticePaper) -> Iterator[tuple[str, str, list[Flowable]]]:
    """Label, first paragraph, and what follows it."""
    if paper.motion:
        yield "表决内容", "全文如下：", [Text([Span(clause, HEAD_2)]) for clause in paper.motion]
    method = words.METHODS.get(paper.method, "")
    manner = f"，{method}表决" if method else ""
    yield (
        "参加",
        f"应到{paper.members}人，到会{paper.present}人，占{words.percent(paper.present, paper.members)}{manner}。",
        [],
    )
    why = words.sentence(paper.members, paper.present, paper.totals, paper.rule, paper.outcome)
    law = f"依据是{paper.rule.law}。" if paper.rule.law else ""
    table = [] if paper.outcome == "no_quorum" else [_table(paper), Gap(2 * MM)]
    yield "结果", f"{why}{law}", [*table]
    if paper.tellers:
        yield "计票", f"{names_in(paper.tellers)}，当场公开计票。", []
    if paper.records_note:
        yield "核对", paper.records_note, []
    if paper.publicity is None:
        yield "咨询", f"{words.contact(paper.objections_to)}。", []


def _table(paper: DecisionNoticePaper) -> Rows:
    """One row of voices that adds up to those present."""
    totals = paper.totals
    heads: list[Cell | str] = [Cell(label, choice, key=False) for choice, label in words.CHOICES]
    values = [totals.in_favour, totals.against, totals.abstain]
    for label, value in (("未举手", totals.not_voting), ("废票", totals.invalid)):
        if value:
            heads.append(label)
            values.append(value)
    last = [str(sum(values)), words.percent(totals.in_favour, paper.present)]
    width = (AREA_WIDTH - 44 * MM) / (len(values) + 1)
    columns = [Column(20 * MM), *[Column(width, "right")] * (len(values) + 1), Column(24 * MM, "right")]
    row: list[Cell | str] = ["人数", Cell(str(values[0]), style=_STRONG), *map(str, values[1:]), *last]
    return Rows(columns, ["", *heads, "合计", "同意占"], [row], _TABLE, before=2 * MM)
