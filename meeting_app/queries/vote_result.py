"""The one result of a vote by ballots: console, projector, minutes and notice are all made from this.

It is worked out again from what was frozen (rule, count, turnout), never from what a window remembers.
"""

import json
from dataclasses import dataclass

from sqlalchemy.orm import Session

from meeting_app.domain.rules.frozen import pack_from_json
from meeting_app.domain.rules.pack import RulePack
from meeting_app.domain.rules.share import Measure
from meeting_app.domain.rules.trace import Outcome, Step, StepCode
from meeting_app.domain.tally.count import Count, Number, Setup
from meeting_app.domain.tally.lot import ticket
from meeting_app.queries.vote_count import count_of, outcome_of
from meeting_app.queries.vote_facts import lot_of, options_of, setup_of
from meeting_app.queries.vote_scope import Place, scope_places
from meeting_app.queries.vote_steps import pages_of
from meeting_app.storage.tables import Motion, Poll

# Fewer ballots by one channel could be told from the persons (decisions.md 11, tally_methods.md 4.2).
LEAST_TOLD = 5
GROUP = 4
GROUPS = 4


def code_groups(sheet_hash: str) -> tuple[str, ...]:
    """The ballots' hash as people compare it: its first four groups of four characters."""
    return tuple(sheet_hash[at : at + GROUP].upper() for at in range(0, GROUP * GROUPS, GROUP))


@dataclass(frozen=True, slots=True)
class OptionResult:
    """An option with the figure that the result shows; `chosen` in the result, `tied` = only a lot or another
    vote can tell.
    """

    number: int
    text: str
    cost_fen: int
    figure: Number
    chosen: bool
    tied: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what adds up to the base of the bar: for, against, abstain, blank, invalid, not_voting."""

    kind: str
    persons: int
    area_c: int


@dataclass(frozen=True, slots=True)
class Line:
    """What had to be reached in one measure (persons, or 0.01 m²): `needed` of `base`."""

    measure: Measure
    actual: int
    needed: int
    base: int
    base_name: str
    numerator: int
    denominator: int
    strict: bool
    holds: bool


@dataclass(frozen=True, slots=True)
class PlainResult:
    """The result of owners who voted, without the silent ones whom the rule lets join the majority: both are
    shown.
    """

    verdict: str
    outcome: Outcome
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class LotResult:
    """A drawn lot: the number, who drew it, and for each tied option its ticket, the winner first."""

    number: str
    drawn_by: str
    tickets: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class VoteResult:
    """A counted vote. `parts` and `lines` are of a question for and against. `scope` are the houses whose
    owners voted, none = all; `plain` the result without silent owners, where they were counted; `declared`
    = an obvious majority was seen and nothing was counted, so that no figure means anything.
    """

    title: str
    question: str
    method: str
    setup: Setup
    secret: bool
    round: int
    published: bool
    verdict: str
    outcome: Outcome
    count: Count
    options: tuple[OptionResult, ...]
    parts: tuple[Part, ...]
    lines: tuple[Line, ...]
    unread: int
    represented: int
    by_channel: tuple[tuple[str, int], ...]
    sheet_hash: str
    lot: LotResult | None
    pack: RulePack
    scope: tuple[Place, ...]
    plain: PlainResult | None
    declared: bool

    @property
    def code(self) -> tuple[str, ...]:
        """The ballots' hash in groups."""
        return code_groups(self.sheet_hash)

    @property
    def names(self) -> tuple[str, ...]:
        """The options' texts in the order of the ballot paper."""
        return tuple(option.text for option in self.options)

    @property
    def cast(self) -> int:
        """Ballots that came back, of any kind."""
        return self.outcome.turnout.cast.persons

    @property
    def invalid(self) -> int:
        """Spoilt ballots and papers that nobody can read."""
        return self.outcome.turnout.invalid.persons

    def page_steps(self) -> tuple[tuple[int, int], ...]:
        """The pages of the count: from step to step (the second is not in it any more). A count of one page
        only says what the result says.
        """
        pages = () if self.outcome.voices else pages_of(self.count)
        return pages if len(pages) > 1 else ()


def told_channels(by_channel: str) -> tuple[tuple[str, int], ...]:
    """How many came which way; nothing when one way had so few that they could be known."""
    found = sorted(json.loads(by_channel).items())
    return tuple(found) if len(found) > 1 and all(count >= LEAST_TOLD for _name, count in found) else ()


def line_of(step: Step) -> Line:
    share = step.share
    return Line(
        step.measure, step.actual, step.needed, step.base, share.base if share else "",
        share.numerator if share else 1, share.denominator if share else 1,
        share.strict if share else False, step.holds,
    )  # fmt: skip


def _plain(outcome: Outcome | None) -> PlainResult | None:
    if outcome is None:
        return None
    return PlainResult(outcome.verdict, outcome, tuple(map(line_of, outcome.found(StepCode.THRESHOLD))))


def _parts(outcome: Outcome) -> tuple[Part, ...]:
    """What adds up to those present."""
    voices, turnout = outcome.voices, outcome.turnout
    if voices is None:
        return ()
    silent = turnout.present.area_c - turnout.cast.area_c
    counted = (
        ("for", voices.for_), ("against", voices.against), ("abstain", voices.abstain),
        ("blank", turnout.blank), ("invalid", turnout.invalid),
    )  # fmt: skip
    parts = [Part(kind, amount.persons, amount.area_c) for kind, amount in counted]
    return (*parts, Part("not_voting", max(0, outcome.not_voting), max(0, silent)))


def _lot(session: Session, poll: Poll, count: Count) -> LotResult | None:
    options = options_of(session, poll.id)
    lot = lot_of(poll, options)
    if lot is None:
        return None
    by_lot = [step for step in count.steps if step.code.startswith("lot") and step.about]
    tied = sorted({place for step in by_lot for place in step.about}) or range(len(options))
    names = [options[place].text for place in sorted(tied, key=lot.order.index)]
    tickets = tuple((name, ticket(poll.id, poll.sheet_hash, poll.lot_number, name)) for name in names)
    return LotResult(poll.lot_number, poll.lot_by, tickets)


def vote_result(session: Session, *, poll_id: str) -> VoteResult | None:
    """The result of a vote; None while it is not counted."""
    poll = session.get(Poll, poll_id)
    count = count_of(poll) if poll is not None else None
    if poll is None or count is None or poll.state not in ("counted", "published"):
        return None
    motion = session.get(Motion, poll.motion_id)
    outcome, options = outcome_of(session, poll, count), options_of(session, poll.id)
    return VoteResult(
        title=motion.title if motion else "",
        question=poll.question,
        method=poll.method,
        setup=setup_of(poll, options),
        secret=poll.secret,
        round=poll.round,
        published=poll.state == "published",
        verdict=outcome.verdict,
        outcome=outcome,
        count=count,
        options=tuple(
            OptionResult(
                place + 1,
                option.text,
                option.cost_fen,
                count.standing[place],
                place in outcome.chosen,
                place in outcome.tied,
            )
            for place, option in enumerate(options)
        ),
        parts=_parts(outcome),
        lines=tuple(map(line_of, outcome.found(StepCode.THRESHOLD))) if outcome.voices else (),
        unread=poll.unread,
        represented=poll.represented,
        by_channel=told_channels(poll.by_channel),
        sheet_hash=poll.sheet_hash,
        lot=_lot(session, poll, count),
        pack=pack_from_json(poll.rule),
        scope=scope_places(session, poll.scope),
        plain=_plain(outcome.plain),
        declared=bool(poll.declared),
    )
