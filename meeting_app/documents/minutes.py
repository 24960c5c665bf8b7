"""会议记录 and 会议纪要: what happened, who was there and when, how every vote came to its result."""

from collections.abc import Iterator
from datetime import date

from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.attendance import attendance_table, names_in
from meeting_app.documents.flow.ballot_vote import ballot_vote
from meeting_app.documents.flow.block import KEEP, Gap, Text, body, fact, heading, pitched
from meeting_app.documents.flow.closing import Ending, Signatures, Verification
from meeting_app.documents.flow.head import RecordHead
from meeting_app.documents.flow.measures import AREA_WIDTH, BODY, HEAD_1, HEAD_2, LEADING, MM, PITCH
from meeting_app.documents.flow.sheet import official_page, render
from meeting_app.documents.flow.table import Column, Rows
from meeting_app.documents.flow.vote import Verdict, VoteBar, threshold_label, votes_table, working_table
from meeting_app.documents.opening import came
from meeting_app.documents.roleplay.annex import annex_story
from meeting_app.documents.text.faces import require_printable
from meeting_app.documents.text.lines import Shape
from meeting_app.documents.text.style import Span
from meeting_app.queries.papers import Attendee, MinutesItem, MinutesPaper, MinutesSpeech, MinutesVote

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
    yield Ending([*tail, _signatures(paper)] if full else tail, strip)


def _signatures(paper: MinutesPaper) -> Signatures:
    """Lines for chair and recorder, and for the tellers where there was something to count."""
    counted = any(item.votes for item in paper.items)
    tellers = [f"监票人（{name}）" for name in paper.tellers] or (["监票人"] if counted else [])
    return Signatures(["主持人", "记录员", *tellers])


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
    if paper.tellers:
        yield fact("计票：", names_in(paper.tellers), _LABEL)
    yield fact("到会：", came(paper), _LABEL)
    if not paper.expected:
        return  # a meeting without members: everybody stands in the attendance, nobody sits in
    for label, state in (("列席：", "observer"), ("请假：", "excused")):
        people = [_listed(one) for one in paper.attendance if one.state == state]
        if people:
            yield fact(label, names_in(people), _LABEL)


def _listed(person: Attendee) -> str:
    """A name in the head; observers with what they come from."""
    place = person.place or person.capacity
    return f"{person.name}（{place}）" if place and person.state == "observer" else person.name


def _item(at: int, item: MinutesItem, full: bool) -> Iterator[Flowable]:
    title = f"{words.number(at)}、{item.title}"
    facts = []
    if item.started_at is not None:
        end = f"至{words.clock(item.ended_at)}" if item.ended_at else "开始"
        facts.append(f"{words.clock(item.started_at)}{end}")
    if item.presenter:
        facts.append(item.presenter)
    tail = f"（{'，'.join(facts)}）" if facts else "（没有进行）"
    spans = [Span(title, HEAD_1), Span(tail, BODY)]
    bare = not (item.notes or item.votes or item.ballots or (full and item.speeches))
    yield Text(spans, before=_AFTER_HEAD, keep=0.0 if bare else KEEP, outline=(title, 1))
    for note in item.notes:
        yield body(note)
    if full:
        for speech in item.speeches:
            yield _speech(speech)
    for vote in item.votes:
        yield from _vote(vote, full)
    for held in item.ballots:
        yield from ballot_vote(held, full=full)


def _speech(speech: MinutesSpeech) -> Text:
    stance = words.STANCES.get(speech.stance, "")
    note = "，".join(part for part in (stance, words.talk(speech.seconds)) if part)
    gist = speech.gist.strip() or "没有记下要点。"
    return Text([Span(f"{speech.speaker}（{note}）：", HEAD_2), Span(gist, BODY)])


def _vote(vote: MinutesVote, full: bool) -> Iterator[Flowable]:
    yield Text([Span(f"表决：{vote.question}", HEAD_1)], before=6.0, keep=KEEP, outline=(vote.question, 2))
    for clause in vote.motion:
        yield Text([Span(clause, HEAD_2)])
    method = words.METHODS.get(vote.method, "表决")
    moved = f"{vote.moved_by}提出，" if vote.moved_by else ""
    yield body(f"{moved}{words.clock(vote.taken_at)}{method}表决，当时到会{vote.present}人。")
    yield Gap(3 * MM)
    told = words.sentence(vote.members, vote.present, vote.totals, vote.rule, vote.outcome)
    seen = vote.declared and vote.outcome != "no_quorum"
    yield Verdict(vote.outcome, words.OBVIOUS[vote.outcome] if seen else told)
    if vote.outcome != "no_quorum" and not seen:
        needed = vote.rule.needed
        yield VoteBar(
            vote.totals, vote.present, needed, threshold_label(vote.rule) if needed is not None else ""
        )
        yield votes_table(vote.totals, vote.present, vote.tellers, words.base(vote.rule))
    if full and vote.steps:
        yield Text([Span("怎么算出来的", HEAD_1)], Shape(), keep=3 * LEADING)
        yield working_table(vote.steps, vote.totals, len(vote.tellers))
    if vote.rule.law:
        yield body(f"依据：{vote.rule.law}。百分数只供看，判断用的是人数和票数。")
    for objection in vote.objections:
        yield Text([Span("对表决的异议：", HEAD_1), Span(objection, BODY)])


def _results(paper: MinutesPaper) -> Iterator[tuple[str, list[Flowable]]]:
    """Decisions, tasks and parked questions, as far as there are any."""
    if paper.decisions:
        lines = [f"（{words.number(at)}）{one.text}" for at, one in enumerate(paper.decisions, 1)]
        yield "会议决定", [Text([Span(line, HEAD_2)]) for line in lines]
    if paper.tasks:
        columns = [Column(AREA_WIDTH - 95 * MM), Column(36 * MM), Column(24 * MM), Column(35 * MM)]
        rows = [[one.text, one.assignee, _due(paper, one.due), one.supervisor or "—"] for one in paper.tasks]
        yield (
            "任务",
            [Rows(columns, ["做什么", "谁负责", "什么时候", "谁督办"], rows, before=2 * MM, after=4 * MM)],
        )
    if paper.parked:
        texts = [
            f"{at}．{one.text}"
            + (f"（{one.raised_by}提出）" if one.raised_by else "")
            + (f"——{one.outcome}" if one.outcome else "")
            for at, one in enumerate(paper.parked, 1)
        ]
        settled = any(one.outcome for one in paper.parked)
        told = (
            "会上提出、没有展开讨论的问题和去向："
            if settled
            else "下面的问题这次没有讨论，记在这里，以后安排。"
        )
        yield "暂存的问题", [body(told), *map(body, texts)]
    if paper.changes:
        yield "议程变动", [body(text) for text in paper.changes]


def _due(paper: MinutesPaper, due: date | None) -> str:
    """The day of a task; with its year when that is another one than the meeting's."""
    if due is None:
        return "—"
    return words.short_day(due) if due.year == paper.started_at.year else words.day(due)
