"""公示结果报告: what was posted, what people objected and what was answered, how the period ended."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.flow.block import Gap, Text, body, pitched
from meeting_app.documents.flow.closing import Issued, Verification, ended
from meeting_app.documents.flow.head import Title
from meeting_app.documents.flow.measures import AREA_WIDTH, BODY, HEAD_1, LEADING, MM
from meeting_app.documents.flow.sheet import letter_page, official_page, on_one_page, render
from meeting_app.documents.flow.table import Cell, Column, Rows
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.style import Span, Style
from meeting_app.queries.papers_more import ObjectionLine, PostingLine, PublicityReportPaper

_TABLE = Style(Voice.SANS, 12.5)
_OUTCOMES = {
    "settled": "公示期满，按公示的内容执行。",
    "changed": "公示期满。根据收到的意见，有关内容要修改，修改后另行公示。",
    "open": "还有异议没有答复，答复以后再报告结果。",
}


def publicity_report(paper: PublicityReportPaper) -> bytes:
    """The PDF. Refuses with `no_glyph` when a character cannot be printed."""
    require_printable(paper)
    return on_one_page(lambda leading: _set(paper, leading), (LEADING, 26.5, 24.0))


def _set(paper: PublicityReportPaper, leading: float) -> bytes:
    forms = [letter_page(paper.mark, 208 * MM), official_page(paper.mark)]
    closing = [Issued(paper.mark.issuer, paper.mark.issued_on, 0.4 * leading)]
    strip = Verification(paper.mark, [f"咨询：{words.contact(paper.contact)}"], letter=True)
    return render(paper.mark, paper.title, forms, ended(pitched(_story(paper), leading), closing, strip))


def _story(paper: PublicityReportPaper) -> Iterator[Flowable]:
    yield Title(paper.title, after=6 * MM)
    number = f"（{paper.about_number}）" if paper.about_number else ""
    yield body(f"“{paper.about}”{number}的公示已经结束，现将结果报告如下。")
    first, last = words.day(paper.first_day), words.day(paper.last_day)
    yield _section(1, "公示情况", f"{first}至{last}，共{paper.days}天。{_posted(paper)}")
    yield _section(2, "收到的异议", _received(paper.objections))
    if paper.objections:
        yield _table(paper.objections)
        yield Gap(2 * MM)
    yield _section(3, "结果", _OUTCOMES.get(paper.outcome, _OUTCOMES["open"]))


def _section(at: int, label: str, text: str) -> Text:
    return Text([Span(f"{words.number(at)}、{label}。", HEAD_1), Span(text, BODY)])


def _posted(paper: PublicityReportPaper) -> str:
    """Where it hung and how that is known; a place's own days where they are not those of the notice."""
    if not paper.postings:
        return ""
    told = "；".join(_place(one, paper) for one in paper.postings)
    photos = sum(one.photo for one in paper.postings)
    return f"张贴在：{told}。" + (f"张贴照片{photos}张归档。" if photos else "")


def _place(one: PostingLine, paper: PublicityReportPaper) -> str:
    days = ""
    if one.since > paper.first_day or (one.until is not None and one.until < paper.last_day):
        days = f"{words.short_day(one.since)}起"
        if one.until is not None:
            days = f"{words.short_day(one.since)}至{words.short_day(one.until)}"
    facts = "，".join(part for part in (days, one.note) if part)
    return f"{one.place}（{facts}）" if facts else one.place


def _received(objections: tuple[ObjectionLine, ...]) -> str:
    if not objections:
        return "公示期内没有收到异议。"
    answered = sum(bool(one.answer) for one in objections)
    if answered == len(objections):
        return f"共{len(objections)}件，都已答复："
    return f"共{len(objections)}件，已答复{answered}件："


def _table(objections: tuple[ObjectionLine, ...]) -> Rows:
    """Objections without names; the words of both sides as they were written."""
    columns = [Column(10 * MM, "right"), Column(24 * MM), Column(58 * MM), Column(AREA_WIDTH - 92 * MM)]
    rows: list[list[Cell | str]] = []
    for at, one in enumerate(objections, 1):
        answer = f"{words.short_day(one.answered_on)}：{one.answer}" if one.answered_on else one.answer
        rows.append([str(at), words.short_day(one.received_on), one.text, answer or "还没有答复"])
    return Rows(
        columns, ["号", "收到", "意见", "答复"], rows, _TABLE, before=2 * MM, after=2 * MM, pad=1.4 * MM
    )
