"""会议记录 and 会议纪要: what happened, who was there and when, how every vote came to its result."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from meeting_app.documents import minutes_words as said
from meeting_app.documents import words
from meeting_app.documents.attendance import attendance_table
from meeting_app.documents.flow.ballot_vote import ballot_vote
from meeting_app.documents.flow.block import KEEP, Gap, Text, body, fact, heading, pitched
from meeting_app.documents.flow.closing import Ending, Signatures, Verification
from meeting_app.documents.flow.head import RecordHead
from meeting_app.documents.flow.measures import AREA_WIDTH, BODY, HEAD_1, HEAD_2, LEADING, MM, PITCH
from meeting_app.documents.flow.sheet import official_page, render
from meeting_app.documents.flow.table import Column, Rows
from meeting_app.documents.flow.vote import Verdict, VoteBar, threshold_label, votes_table, working_table
from meeting_app.documents.roleplay.annex import annex_story
from meeting_app.documents.text.faces import require_printable
from meeting_app.documents.text.lines import Shape
from meeting_app.documents.text.style import Span
from meeting_app.queries.papers import MinutesItem, MinutesPaper, MinutesSpeech, MinutesVote

_LABEL = 3 * PITCH
_AFTER_HEAD = 11.0
# A record is read at a desk: its lines stand closer than those of a notice on the wall.
_LEADING = 25.0


def minutes(paper: MinutesPaper) -> bytes:
    """The PDF. Refuses with `no_glyph` when a character cannot be printed."""
    require_printable(paper)
    pitch = _LEADING if paper.form == "record" else LEADING
    story = pitched(_story(paper), pitch)
    return render(paper.mark, paper.heading, [official_page(paper.mark)], story, inside=True)


def _story(paper: MinutesPaper) -> Iterator[Flowable]:
    full = paper.form == "record"
    yield RecordHead(paper.heading, paper.mark.number, paper.mark.issued_on)
    yield from _facts(paper)
    for at, item in enumerate(paper.items, 1):
        yield from _item(at, item, full)
    count = len(paper.items)
    for title, blocks in _results(paper):
        count += 1
        yield heading(f"{words.number(count)}、{title}", before=_AFTER_HEAD)
        yield from blocks
    yield heading(f"{words.number(count + 1)}、到会情况", before=_AFTER_HEAD, keep=3 * LEADING)
    rest: list[Flowable] = [*attendance_table(paper.attendance)]
    for annex in paper.annexes:
        rest += annex_story(annex)
    # The last of several parts is short and stays with the signatures.
    tail = rest[-1:] if len(rest) > 1 else []
    yield from rest[: len(rest) - len(tail)]
    sent = f"发送：{'、'.join(paper.distribution)}" if paper.distribution else ""
    strip = Verification(paper.mark, [sent, f"{paper.mark.issuer}　{words.day(paper.mark.issued_on)}"])
    yield Ending([*tail, Signatures(said.signers(paper))] if full else tail, strip)


def _facts(paper: MinutesPaper) -> Iterator[Flowable]:
    yield fact("时间：", words.span(paper.started_at, paper.ended_at), _LABEL)
    yield fact("地点：", paper.place, _LABEL)
    yield Text(
        [
            Span("主持：", HEAD_1),
            Span(f"{paper.chair}　　", BODY),
            Span("记录：", HEAD_1),
            Span(paper.recorder, BODY),
        ]
    )
    for label, text in said.head_facts(paper):
        yield fact(label, text, _LABEL)


def _item(at: int, item: MinutesItem, full: bool) -> Iterator[Flowable]:
    title = f"{words.number(at)}、{item.title}"
    spans = [Span(title, HEAD_1), Span(said.item_facts(item), BODY)]
    bare = not (item.notes or item.votes or item.ballots or (full and item.speeches))
    yield Text(spans, before=_AFTER_HEAD, keep=0.0 if bare else KEEP, outline=(title, 1))
    for note in item.notes:
        yield body(note)
    if full:
        for speeches in said.told_together(item.speeches):
            yield _speech(speeches)
    for vote in item.votes:
        yield from _vote(vote, full)
    for held in item.ballots:
        yield from ballot_vote(held, full=full)


def _speech(speeches: Sequence[MinutesSpeech]) -> Text:
    who, gist = said.speech_parts(speeches)
    return Text([Span(who, HEAD_2), Span(gist, BODY)])


def _vote(vote: MinutesVote, full: bool) -> Iterator[Flowable]:
    yield Text([Span(f"表决：{vote.question}", HEAD_1)], before=6.0, keep=KEEP, outline=(vote.question, 2))
    for clause in vote.motion:
        yield Text([Span(clause, HEAD_2)])
    yield body(said.how_voted(vote))
    yield Gap(3 * MM)
    yield Verdict(vote.outcome, said.why(vote))
    if vote.outcome != "no_quorum" and not said.is_seen(vote):
        needed = vote.rule.needed
        yield VoteBar(
            vote.totals, vote.present, needed, threshold_label(vote.rule) if needed is not None else ""
        )
        yield votes_table(vote.totals, vote.present, vote.tellers)
    if full and vote.steps:
        yield Text([Span("怎么算出来的", HEAD_1)], Shape(), keep=3 * LEADING)
        yield working_table(vote.steps, vote.totals, len(vote.tellers))
    if vote.rule.law:
        yield body(f"依据：{vote.rule.law}。{'' if said.is_seen(vote) else said.PERCENT_NOTE}")
    for objection in vote.objections:
        yield Text([Span("对表决的异议：", HEAD_1), Span(objection, BODY)])


def _results(paper: MinutesPaper) -> Iterator[tuple[str, list[Flowable]]]:
    """Decisions, tasks and what else was noted, as far as there are any."""
    if paper.decisions:
        lines = [f"（{words.number(at)}）{one.text}" for at, one in enumerate(paper.decisions, 1)]
        yield "会议决定", [Text([Span(line, HEAD_2)]) for line in lines]
    if paper.tasks:
        columns = [Column(AREA_WIDTH - 95 * MM), Column(36 * MM), Column(24 * MM), Column(35 * MM)]
        rows = [
            [one.text, one.assignee, said.due(paper, one.due), one.supervisor or "—"] for one in paper.tasks
        ]
        yield (
            "任务",
            [Rows(columns, ["做什么", "谁负责", "什么时候", "谁督办"], rows, before=2 * MM, after=4 * MM)],
        )
    for title, texts in said.further_lines(paper):
        yield title, [body(text) for text in texts]
