"""A vote by ballots as papers print it: the very sentences of console and projector, in Chinese whatever the
window speaks.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.domain.privacy import mask_name
from meeting_app.domain.rules.share import Measure
from meeting_app.domain.small_cells import untold
from meeting_app.i18n import using
from meeting_app.queries import vote_steps, vote_words
from meeting_app.queries.basics import local
from meeting_app.queries.cited_law import law_of
from meeting_app.queries.vote_facts import ballot_poll
from meeting_app.queries.vote_result import LEAST_TOLD, VoteResult, told_channels, vote_result
from meeting_app.queries.vote_scope import voices_of_vote
from meeting_app.queries.vote_spread import Spread, spreads
from meeting_app.queries.vote_view import vote_plan
from meeting_app.storage.tables import Motion, Poll
from meeting_app.wording import amounts, gains, labels
from meeting_app.wording.votes_refusals import CHANNELS

CHINESE = "zh_CN"
GOOD = ("adopted", "elected")
_UNTOLD = "—"


@dataclass(frozen=True, slots=True)
class BallotOption:
    """An option with its figure; `cost` where money was shared, `chosen` in the result, `area` in square
    metres where floor areas count, "—" where it would tell how one flat voted.
    """

    name: str
    figure: str
    cost: str
    chosen: bool
    area: str = ""


@dataclass(frozen=True, slots=True)
class BallotWorking:
    """A line of the working."""

    title: str
    rule: str
    figure: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Ratio:
    """A share as two numbers: `part` of `whole`, in heads, or in 0.01 square metres where `by_area`."""

    name: str
    part: int
    whole: int
    by_area: bool


@dataclass(frozen=True, slots=True)
class BallotVote:
    """A confirmed vote by ballots in finished Chinese words. `code` is the ballots' hash in groups; `rounds`
    go through the count; `law` is what the rule rests on; `sums` are the totals below options with areas.
    `scope` are the houses whose owners voted, "" = all; `without_silent` is the result without silent
    owners, where they were counted; `spread` how the voices of a vote in five steps are spread; `figures`
    says what the figures of the options are; `ratios` who took part and who agreed, of a question for and
    against.
    """

    item_id: str
    question: str
    motion: tuple[str, ...]
    method: str
    counted: str
    taken_at: datetime
    verdict: str
    good: bool
    sentence: str
    turnout: str
    options: tuple[BallotOption, ...]
    figures: str
    working: tuple[BallotWorking, ...]
    rounds: tuple[str, ...]
    code: str
    lot: str
    law: str
    scope: str
    without_silent: str
    sums: tuple[BallotOption, ...] = ()
    spread: tuple[Spread, ...] = ()
    ratios: tuple[Ratio, ...] = ()


def published_ballots(session: Session, meeting_id: str, *, public: bool = False) -> tuple[BallotVote, ...]:
    """The confirmed votes by ballots of a meeting in the order in which they were held; `public` for the
    board, where the area of few voices stays untold also of a vote by name.
    """
    rows = session.execute(
        select(Poll, Motion)
        .join(Motion, Motion.id == Poll.motion_id)
        .where(Poll.meeting_id == meeting_id, Poll.state == "published", Poll.form == "ballots")
        .order_by(Poll.closed_ms)
    ).all()
    with using(CHINESE):
        return tuple(
            _vote(poll, motion, result, public=public)
            for poll, motion in rows
            if (result := vote_result(session, poll_id=poll.id)) is not None
        )


def _vote(poll: Poll, motion: Motion, result: VoteResult, *, public: bool) -> BallotVote:
    asked, hidden = result.method == "yes_no", public or poll.secret
    return BallotVote(
        item_id=poll.item_id,
        question=motion.title,
        motion=tuple(line.strip() for line in motion.text.splitlines() if line.strip()),
        method=_method(poll, result),
        counted="" if result.declared else vote_words.how_counted(result.method, result.setup),
        taken_at=local(poll.closed_ms or poll.opened_ms),
        verdict=vote_words.verdict(result),
        good=result.verdict in GOOD,
        sentence=vote_words.sentence(result),
        turnout=vote_words.turnout(result),
        options=_parts(result, hidden=hidden) if asked else _options(result),
        figures=gains.head(result.method, result.setup.variant),
        working=tuple(
            BallotWorking(line.title, line.text, line.figure, line.holds)
            for line in vote_words.working(result)
        ),
        rounds=() if asked or result.declared else vote_steps.told(result.count, result.names),
        code=" ".join(filter(None, result.code)),
        lot=_lot(result, public=public),
        law=_law(result),
        scope=vote_words.places(result.scope),
        without_silent=vote_words.without_silent(result),
        spread=spreads(result),
        sums=_sums(result) if asked and _by_area(result) else (),
        ratios=_ratios(result) if asked and not result.declared else (),
    )


def _ratios(result: VoteResult) -> tuple[Ratio, ...]:
    """Who took part of all, and who agreed of those the rule counts, by every measure that counts."""
    told, areas = result.outcome.turnout, [False, True] if _by_area(result) else [False]
    came = [
        Ratio("参加", told.present.area_c, told.eligible.area_c, by_area=True)
        if by_area
        else Ratio("参加", told.present.persons, told.eligible.persons, by_area=False)
        for by_area in areas
    ]
    agreed = [Ratio("同意", one.actual, one.base, one.measure is Measure.AREA) for one in result.lines]
    return tuple(one for one in (*came, *agreed) if one.whole)


def _method(poll: Poll, result: VoteResult) -> str:
    """Secret or by name, and how many came which way where that does not tell who."""
    secret = "无记名" if poll.secret else "记名"
    ways = "、".join(
        f"{labels.label(CHANNELS, name)}{count}票" for name, count in told_channels(poll.by_channel)
    )
    name = vote_words.name_of(result.method)
    return f"{secret}，{name}" + (f"，{ways}" if ways else "")


def _by_area(result: VoteResult) -> bool:
    return any(line.measure is Measure.AREA for line in result.lines)


def _parts(result: VoteResult, *, hidden: bool) -> tuple[BallotOption, ...]:
    """For, against, abstaining and what else adds up to those taking part; with their areas where they
    count.
    """
    secret = untold([part.persons for part in result.parts], LEAST_TOLD) if hidden else frozenset[int]()
    by_area = _by_area(result)
    return tuple(
        BallotOption(
            labels.label(vote_words.PARTS, part.kind), str(part.persons), "", chosen=False,
            area=(_UNTOLD if place in secret else amounts.area(part.area_c)) if by_area else "",
        )
        for place, part in enumerate(result.parts)
        if part.persons or part.kind in labels.CHOICES
    )  # fmt: skip


def _sums(result: VoteResult) -> tuple[BallotOption, ...]:
    """Those who took part and all who are entitled, in heads and area."""
    told = result.outcome.turnout
    sums = (("参加表决", told.present), ("全体", told.eligible))
    return tuple(
        BallotOption(name, str(amount.persons), "", chosen=False, area=amounts.area(amount.area_c))
        for name, amount in sums
    )


def _options(result: VoteResult) -> tuple[BallotOption, ...]:
    return tuple(
        BallotOption(
            option.text, vote_words.option_figure(result, option) or _UNTOLD,
            amounts.yuan(option.cost_fen) if option.cost_fen else "", option.chosen,
        )
        for option in result.options
    )  # fmt: skip


def _lot(result: VoteResult, *, public: bool) -> str:
    if result.lot is None:
        return ""
    drawer = mask_name(result.lot.drawn_by) if public else result.lot.drawn_by
    return f"票数相等，由{drawer}当众抽出号码{result.lot.number}。"


def _law(result: VoteResult) -> str:
    return law_of(result.pack) or result.pack.name


def announced(session: Session, item_id: str) -> tuple[str, ...]:
    """How a prepared vote is held, a sentence each, for the notice; empty for a show of hands."""
    plan = vote_plan(session, item_id=item_id)
    if plan is None:
        return ()
    with using(CHINESE):
        secret = "无记名" if plan.secret else "记名"
        ways = "、".join(labels.label(CHANNELS, channel) for channel in plan.channels)
        options = "；".join(
            f"{option.number}．{option.text}"
            + (f"（{amounts.yuan(option.cost_fen)}）" if option.cost_fen else "")
            for option in plan.options
        )
        told = [f"表决范围：{vote_words.places(plan.scope)}的业主。"] if plan.scope else []
        poll = ballot_poll(session, item_id)
        voices = voices_of_vote(session, poll) if poll is not None else None
        if voices is not None:
            told.append(f"表决权：{voices.persons}人，专有部分面积{amounts.area(voices.area_c)}平方米。")
        told += [f"投票方式：{secret}（{ways}），{vote_words.name_of(plan.method)}。"]
        if len(plan.options) > 1:
            told.append(f"选项：{options}。")
        if plan.setup.budget:
            told.append(f"可分的钱：{amounts.yuan(plan.setup.budget)}。")
        counted = vote_words.how_counted(plan.method, plan.setup)
        return (*told, f"计票：{counted}票数相等时：{vote_words.on_tie(plan.method)}")
