"""A rule pack: everything that the law or a body's own rules say about one kind of decision."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.share import Base, Measure, Share


class BodyKind(StrEnum):
    """Who decides."""

    RESIDENTS = "residents"
    REPRESENTATIVES = "representatives"
    VILLAGERS = "villagers"
    OWNERS = "owners"
    OWNERS_COMMITTEE = "owners_committee"
    COUNCIL = "council"
    HEARING = "hearing"


class Electorate(StrEnum):
    """Of whom one voice each is counted."""

    ADULTS = "adults"
    HOUSEHOLDS = "households"
    REPRESENTATIVES = "representatives"
    ELECTORS = "electors"
    OWNERS = "owners"
    INTERESTED_OWNERS = "interested_owners"
    COMMITTEE = "committee"
    PARTICIPANTS = "participants"


class Purpose(StrEnum):
    """A question to decide, persons to elect, or opinions to hear: a straw poll binds nobody."""

    DECISION = "decision"
    ELECTION = "election"
    STRAW_POLL = "straw_poll"


class BlankAs(StrEnum):
    """How a ballot without any mark counts."""

    ABSTENTION = "abstention"
    INVALID = "invalid"


class Tie(StrEnum):
    """What a tie leads to: the proposal falls; another vote among the tied; a public lot."""

    FALLS = "falls"
    REVOTE = "revote"
    LOT = "lot"


class Preliminary(StrEnum):
    """What too short a notice or a wrong composition does: it is noted as a doubt, or the vote is void."""

    DOUBT = "doubt"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the rule stands: the law's name (Chinese), its articles; `notice`: it says the days of notice."""

    law: str
    articles: tuple[int, ...]
    notice: bool = False


@dataclass(frozen=True, slots=True)
class Participation:
    """Who has to take part: `counted` (present, or cast) held against the share of those entitled. `by_kind`:
    the rule said nothing, and the kind of meeting asks for it (domain/rules/of_kind.py).
    """

    counted: Base
    share: Share
    by_kind: bool = False


@dataclass(frozen=True, slots=True)
class Proxies:
    """Whether somebody may vote for others. `most` = principals per holder, 0 = no limit by the rule. A rule
    in which none of it is `stated` leaves proxies to the kind of meeting (domain/proxy_rule.py).
    """

    allowed: bool = False
    most: int = 0
    written: bool = True
    candidates: bool = False
    stated: bool = False


@dataclass(frozen=True, slots=True)
class Further:
    """The further election (另行选举) for seats left over: most votes wins, but not below the share of the
    ballots cast. `over` = how many candidates more than seats stand again, if there are that many.
    """

    share: Share
    over: int = 1


@dataclass(frozen=True, slots=True)
class OwnersRules:
    """Settings for owners' votes that local rules decide; the defaults are the statutory ones.

    `parking`: areas of parking spaces count. `silent_join`: owners who were handed a ballot and gave none
    back take part and join the majority of those who voted (disputed among lawyers, so off by default).
    """

    parking: bool = False
    silent_join: bool = False


@dataclass(frozen=True, slots=True)
class RulePack:
    """One kind of decision under one version of the law.

    `code` names the family (what a meeting keeps), `id` this version of it. Dates are local;
    `effective_to` None = still in force. `name` and `note` are Chinese; an empty `name_en` falls back to
    `name`.
    `composition`: the least share of representatives among a body's members (居民委员会组织法 art. 28).
    """

    id: str
    code: str
    name: str
    body: BodyKind
    electorate: Electorate
    purpose: Purpose
    approval: Share
    sources: tuple[Source, ...]
    effective_from: date
    effective_to: date | None = None
    name_en: str = ""
    note: str = ""
    participation: Participation | None = None
    measures: tuple[Measure, ...] = (Measure.PERSONS,)
    composition: Share | None = None
    notice_days: int = 0
    preliminary: Preliminary = Preliminary.DOUBT
    blank: BlankAs = BlankAs.ABSTENTION
    invalid_takes_part: bool = True
    secret: bool = False
    tie: Tie = Tie.FALLS
    proxies: Proxies = Proxies()
    more_candidates: bool = False
    further: Further | None = None
    owners: OwnersRules = OwnersRules()

    @property
    def law(self) -> str:
        """The law that the decision rests on; empty for a body's own rule without one."""
        return self.sources[0].law if self.sources else ""

    @property
    def articles(self) -> tuple[int, ...]:
        """Its articles."""
        return self.sources[0].articles if self.sources else ()

    @property
    def quorum(self) -> Share:
        """The share of those entitled that has to take part; "at least none" when the rule asks for none."""
        return self.participation.share if self.participation else NOBODY

    def in_force(self, on: date) -> bool:
        """Whether the rule applies on that day."""
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)


NOBODY = Share(0, 1, strict=False, base=Base.ELIGIBLE)


def check_pack(pack: RulePack) -> RulePack:
    """The pack, when its parts fit together; else a refusal `rule_impossible` names the part in `part`."""
    part = _misfit(pack)
    if part:
        raise Refusal("rule_impossible", rule=pack.name, part=part)
    return pack


def _misfit(pack: RulePack) -> str:
    if not pack.id or not pack.code or not pack.name:
        return "name"
    if pack.effective_to is not None and pack.effective_to < pack.effective_from:
        return "dates"
    if pack.participation and not _takes_part(pack.participation):
        return "participation"
    if pack.approval.numerator == 0 and not pack.approval.strict:
        return "approval"  # a proposal would be adopted without a single voice for it
    if not pack.measures or len(set(pack.measures)) != len(pack.measures):
        return "measures"
    if pack.notice_days < 0 or pack.proxies.most < 0:
        return "days"
    return _misfit_of_seats(pack)


def _takes_part(test: Participation) -> bool:
    return test.counted in (Base.PRESENT, Base.CAST) and test.share.base is Base.ELIGIBLE


def _misfit_of_seats(pack: RulePack) -> str:
    """Elections count heads only; what belongs to elections stands in no other pack."""
    if pack.purpose is Purpose.ELECTION:
        heads = pack.measures == (Measure.PERSONS,)
        silent = pack.further is not None and pack.further.over < 0
        return "measures" if not heads else "further" if silent else ""
    return "further" if pack.further is not None or pack.more_candidates else ""
