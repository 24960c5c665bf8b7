"""The sentences of the minutes, the same in the PDF and in the Word copy of it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from meeting_app.documents import words
from meeting_app.documents.opening import came
from meeting_app.documents.text.clean import whole
from meeting_app.queries.papers import Attendee, MinutesItem, MinutesPaper, MinutesSpeech, MinutesVote
from meeting_app.queries.papers_vote import BallotVote

# More names than these would fill the head; all of them stand in the attendance with their times.
_MOST = 15
UNCOUNTED = "主持人确认明显多数，没有逐票清点。有人要求清点的，应当清点。"
PERCENT_NOTE = "百分数只供看，判断用的是人数和票数。"


def head_facts(paper: MinutesPaper) -> Iterator[tuple[str, str]]:
    """Label and text of what stands below the facts of time and place: tellers, who came, who did not."""
    if paper.tellers:
        yield "计票：", "、".join(map(whole, paper.tellers))
    yield "到会：", came(paper)
    if not paper.expected:
        return  # a meeting without members: everybody stands in the attendance, nobody sits in
    for label, state in (("列席：", "observer"), ("请假：", "excused")):
        people = [_listed(one) for one in paper.attendance if one.state == state]
        if len(people) > _MOST:
            yield label, f"{len(people)}人，名单附后。"
        elif people:
            yield label, "、".join(map(whole, people))


def _listed(person: Attendee) -> str:
    """A name in the head; observers with what they come from."""
    place = person.place or person.capacity
    return f"{person.name}（{place}）" if place and person.state == "observer" else person.name


def item_facts(item: MinutesItem) -> str:
    """When an item was treated and who presented it, in brackets."""
    facts = []
    if item.started_at is not None:
        end = f"至{words.clock(item.ended_at)}" if item.ended_at else "开始"
        facts.append(f"{words.clock(item.started_at)}{end}")
    if item.presenter:
        facts.append(item.presenter)
    return f"（{'，'.join(facts)}）" if facts else "（没有进行）"


def told_together(speeches: Iterable[MinutesSpeech]) -> Iterator[Sequence[MinutesSpeech]]:
    """Each speech by itself; those in a row of which nothing was noted stand in one paragraph."""
    for noted, row in groupby(speeches, lambda speech: bool(speech.gist.strip())):
        together = tuple(row)
        yield from ((one,) for one in together) if noted else (together,)


def speech_parts(speeches: Sequence[MinutesSpeech]) -> tuple[str, str]:
    """Who spoke, how and how long; and the gist, which several have only where none was noted."""
    who = "、".join(map(_spoke, speeches))
    nothing = "没有记下要点。" if len(speeches) == 1 else "都没有记下要点。"
    return f"{who}：", speeches[0].gist.strip() or nothing


def _spoke(speech: MinutesSpeech) -> str:
    stance = words.STANCES.get(speech.stance, "")
    note = "，".join(part for part in (stance, words.talk(speech.seconds)) if part)
    return f"{speech.speaker}（{note}）"


def how_voted(vote: MinutesVote) -> str:
    """Who moved it, when and how was voted, how many were there."""
    method = words.METHODS.get(vote.method, "表决")
    moved = f"{vote.moved_by}提出，" if vote.moved_by else ""
    return f"{moved}{words.clock(vote.taken_at)}{method}表决，当时到会{vote.present}人。"


def is_seen(vote: MinutesVote) -> bool:
    """Whether the chair saw the majority, so that there are no figures."""
    return vote.declared and vote.outcome != "no_quorum"


def why(vote: MinutesVote) -> str:
    """The sentence beside the verdict."""
    if is_seen(vote):
        return words.OBVIOUS[vote.outcome]
    return words.sentence(vote.members, vote.present, vote.totals, vote.rule, vote.outcome)


def how_balloted(vote: BallotVote) -> str:
    """Whose vote it was, when it ended, how it was held and counted."""
    scope = f"表决范围：{vote.scope}的业主。" if vote.scope else ""
    return f"{scope}{words.clock(vote.taken_at)}投票截止。{vote.method}。{vote.counted}"


def sealed(vote: BallotVote) -> str:
    """The code of the ballots, by which anybody counts them again."""
    if not vote.code:
        return UNCOUNTED
    return f"封票码：{vote.code}。任何人用导出的票都能重新计票，应得到同样的码和同样的结果。"


def due(paper: MinutesPaper, day: date | None) -> str:
    """The day of a task; with its year when that is another one than the meeting's."""
    if day is None:
        return "—"
    return words.short_day(day) if day.year == paper.started_at.year else words.day(day)


def parked_lines(paper: MinutesPaper) -> list[str]:
    """What the questions are that were set aside, who raised them, what became of them."""
    if not paper.parked:
        return []
    settled = any(one.outcome for one in paper.parked)
    told = (
        "会上提出、没有展开讨论的问题和去向：" if settled else "下面的问题这次没有讨论，记在这里，以后安排。"
    )
    return [
        told,
        *(
            f"{at}．{one.text}"
            + (f"（{one.raised_by}提出）" if one.raised_by else "")
            + (f"——{one.outcome}" if one.outcome else "")
            for at, one in enumerate(paper.parked, 1)
        ),
    ]


def further_lines(paper: MinutesPaper) -> Iterator[tuple[str, Sequence[str]]]:
    """What belongs to no item, each part with its title, as far as there is any."""
    parts: tuple[tuple[str, Sequence[str]], ...] = (
        ("暂存的问题", parked_lines(paper)),
        ("会前记录", paper.beforehand),
        ("议程变动", paper.changes),
    )
    return ((title, lines) for title, lines in parts if lines)


def signers(paper: MinutesPaper) -> list[str]:
    """Who signs: chair and recorder, and the tellers where there was something to count."""
    counted = any(item.votes for item in paper.items)
    tellers = [f"监票人（{name}）" for name in paper.tellers] or (["监票人"] if counted else [])
    return ["主持人", "记录员", *tellers]
