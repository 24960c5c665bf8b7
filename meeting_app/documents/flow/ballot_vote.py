"""How a vote by ballots is shown on paper: verdict, figures, working, rounds, the code of the ballots."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.flow.block import KEEP, Gap, Text, body
from meeting_app.documents.flow.measures import AREA_WIDTH, BODY, HEAD_1, HEAD_2, LEADING, MM
from meeting_app.documents.flow.spread import SpreadBars
from meeting_app.documents.flow.table import Cell, Column, Rows
from meeting_app.documents.flow.vote import Verdict
from meeting_app.documents.minutes_words import how_balloted, sealed
from meeting_app.documents.text.faces import Voice
from meeting_app.documents.text.lines import LEFT, Shape
from meeting_app.documents.text.style import INK_SOFT, Span, Style
from meeting_app.queries.papers_vote import BallotVote, BallotWorking
from meeting_app.wording.amounts import area

_STRONG = Style(Voice.BOLD, 12.5)
_FAILED = Style(Voice.BOLD, 11.0)
_NOTE = Style(Voice.SANS, 11.0, INK_SOFT)
_UNTOLD = "人数少的不列面积，免得看出是哪一户；相加的总数不变。"


def ballot_vote(vote: BallotVote, *, full: bool) -> Iterator[Flowable]:
    """The vote in the minutes; `full` with its working and the course of the count."""
    yield Text([Span(f"表决：{vote.question}", HEAD_1)], before=6.0, keep=KEEP, outline=(vote.question, 2))
    for clause in vote.motion:
        yield Text([Span(clause, HEAD_2)])
    yield body(how_balloted(vote))
    yield Gap(3 * MM)
    yield verdict(vote)
    yield from options_table(vote)
    yield body(vote.turnout)
    if vote.without_silent:
        yield body(vote.without_silent)
    if vote.lot:
        yield body(vote.lot)
    if full:
        yield Text([Span("怎么算出来的", HEAD_1)], Shape(), keep=3 * LEADING)
        yield working(vote.working)
        for sentence in vote.rounds:
            yield body(sentence)
    yield body(f"依据：{vote.law}。")
    yield body(sealed(vote))  # two lines stay together where one would go over to the next page alone


def verdict(vote: BallotVote) -> Verdict:
    """The verdict in large letters and the sentence why."""
    return Verdict("adopted" if vote.good else "not_adopted", vote.sentence, vote.verdict)


def options_table(vote: BallotVote) -> list[Flowable]:
    """What each option got, in the order of the ballot paper; areas with their totals where they count."""
    if vote.sums:
        return _areas_table(vote)
    if vote.spread:
        return [SpreadBars(vote.spread), Gap(3 * MM)]
    priced = any(option.cost for option in vote.options)
    columns = [Column(AREA_WIDTH - (34 * MM if priced else 0) - 60 * MM)]
    columns += [Column(34 * MM, "right")] * priced + [Column(36 * MM, "right"), Column(24 * MM, "right")]
    rows: list[list[Cell | str]] = [
        [
            Cell(option.name, style=_STRONG) if option.chosen else option.name,
            *([option.cost or "—"] if priced else []),
            Cell(option.figure, style=_STRONG) if option.chosen else option.figure,
            Cell("", "for", key=False) if option.chosen else "",
        ]
        for option in vote.options
    ]
    heads = ["选项", *(["造价"] if priced else []), vote.figures, "结果"]
    return [Rows(columns, heads, rows, after=3 * MM, whole=len(rows) < 12)]


def _areas_table(vote: BallotVote) -> list[Flowable]:
    """Heads and square metres of every choice, of those who took part, of all."""
    columns = [Column(AREA_WIDTH - 96 * MM), Column(36 * MM, "right"), Column(60 * MM, "right")]
    rows: list[list[Cell | str]] = [[one.name, one.figure, one.area] for one in vote.options]
    rows += [[Cell(text, style=_STRONG) for text in (one.name, one.figure, one.area)] for one in vote.sums]
    made: list[Flowable] = [
        Rows(columns, ["", "人数", "专有部分面积（平方米）"], rows, before=2 * MM, after=1 * MM, whole=True)
    ]
    if any(one.area == "—" for one in vote.options):
        made.append(Text([Span(_UNTOLD, _NOTE)], LEFT, 18.0))
    return [*made, Gap(2 * MM)]


def working(lines: Sequence[BallotWorking]) -> Rows:
    """The numbered steps from numbers to verdict."""
    columns = [Column(8 * MM), Column(30 * MM), Column(66 * MM), Column(36 * MM), Column(16 * MM, "right")]
    rows: list[list[Cell | str]] = [
        [str(at), line.title, line.rule, line.figure, "符合" if line.holds else Cell("不符合", style=_FAILED)]
        for at, line in enumerate(lines, 1)
    ]
    heads = ["", "查什么", "规定", "实际", ""]
    return Rows(columns, heads, rows, Style(Voice.SANS, 11.0), after=4 * MM, whole=True)


def decided(vote: BallotVote) -> tuple[str, Span, list[Flowable]]:
    """The vote in the notice of results: label, first paragraph, what follows."""
    clauses: list[Flowable] = [Text([Span(clause, HEAD_2)]) for clause in vote.motion]
    scope = f"表决范围：{vote.scope}的业主。" if vote.scope else ""
    first = Span(f"{scope}{vote.method}。{vote.sentence}{vote.turnout}{vote.without_silent}", BODY)
    note = f"{ratios(vote) if vote.ratios else ''}依据：{vote.law}。"
    told = Text([Span(note, _NOTE)], LEFT, 18.0, after=1 * MM)
    return f"{vote.question}：{vote.verdict}", first, [*clauses, *options_table(vote), told]


def ratios(vote: BallotVote) -> str:
    """Each share as a fraction and a percentage: 同意人数7/12＝58.33%，同意面积688.66/1,363.86＝50.49%。"""
    parts = [
        f"{one.name}面积{words.fraction(one.part, one.whole, area)}"
        if one.by_area
        else f"{one.name}人数{words.fraction(one.part, one.whole)}"
        for one in vote.ratios
    ]
    return f"{'，'.join(parts)}。"
