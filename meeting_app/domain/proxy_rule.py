"""Who may act for whom, by kind of meeting: whether at all, for how many, who may not hold, what counts.

Sources: 城市居民委员会组织法 (in force 2026-01-01) art. 19 for elections by electors or households: in
writing, another elector, at most three for one person, never a candidate, none where representatives elect.
The assembly follows it by analogy. 民法典 art. 165: in writing, with name, matter, powers and term. For
owners the number is left to their own rules of order (议事规则); one for each holder is the cautious default.

Three may speak, the first that does is heard: the rule of decision of the meeting, the number that the
community gave its own kind of meeting, those whom the kind calls. `ProxyRule.code` says which one it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from meeting_app.domain.meeting_kind import Called, MeetingKind
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.pack import Proxies, RulePack


@dataclass(frozen=True, slots=True)
class ProxyRule:
    """`most` principals for one holder, 0 = no proxies at all. `members_only`: the holder must have a vote
    himself. `counts`: the represented count towards the quorum. `candidates`: who stands for election may
    hold. `code` is a sentence of `wording.proxies`.
    """

    code: str
    most: int
    members_only: bool
    counts: bool
    candidates: bool = False

    @property
    def allowed(self) -> bool:
        """Whether anybody may be represented."""
        return self.most > 0


IN_PERSON = ProxyRule("in_person", 0, members_only=True, counts=False)
BY_HOUSEHOLDS = ProxyRule("by_households", 3, members_only=True, counts=True)
BY_OWNERS = ProxyRule("by_owners", 1, members_only=False, counts=True)
NO_VOTES = ProxyRule("no_votes", 0, members_only=True, counts=False)

PROXY_RULES: dict[str, ProxyRule] = {
    "representatives_meeting": IN_PERSON,
    "residents_assembly": BY_HOUSEHOLDS,
    "owners_meeting": BY_OWNERS,
}


def rule_of(kind: MeetingKind, pack: RulePack | None = None) -> ProxyRule:
    """The rule of a meeting of this kind that decides by `pack`."""
    rule = _of_kind(kind)
    said = pack.proxies if pack is not None else Proxies()
    if not said.stated:
        return rule
    if not said.allowed:
        return replace(rule, code="by_rule_none", most=0, counts=False)
    if said.most == 0 and rule.allowed:
        return rule  # a rule that names no number leaves it to the kind
    return replace(rule, code="by_rule", most=said.most or 1, counts=True, candidates=said.candidates)


def _of_kind(kind: MeetingKind) -> ProxyRule:
    usual, most = _usual(kind), kind.most_proxies
    if most is None:
        return usual
    return replace(usual, code="own_kind" if most else "own_kind_none", most=most, counts=most > 0)


def _usual(kind: MeetingKind) -> ProxyRule:
    """Without a word of anybody: a kind that the community copied follows those whom it calls."""
    if kind.code in PROXY_RULES:
        return PROXY_RULES[kind.code]
    if kind.called is Called.OWNERS:
        return BY_OWNERS
    if kind.called is Called.REPRESENTATIVES:
        return IN_PERSON
    return BY_HOUSEHOLDS if kind.rule else NO_VOTES


@dataclass(frozen=True, slots=True)
class Mandate:
    """A proxy: `holder` acts for `principal` from `given_ms` until before `withdrawn_ms` (UTC ms); `items`
    are ids of agenda items, empty for the whole meeting.
    """

    principal: str
    holder: str
    given_ms: int
    withdrawn_ms: int | None = None
    items: frozenset[str] = frozenset()

    def in_force(self, at_ms: int) -> bool:
        """Whether it holds at that instant."""
        return self.given_ms <= at_ms and (self.withdrawn_ms is None or at_ms < self.withdrawn_ms)

    def covers(self, item: str | None) -> bool:
        """Whether it speaks of the item; for the meeting as such only one without named items does."""
        return not self.items or item in self.items


@dataclass(frozen=True, slots=True)
class Asked:
    """A proxy that somebody wants to enter: who is a member with a vote, who stands for election."""

    principal: str
    holder: str
    members: frozenset[str]
    candidates: frozenset[str] = frozenset()


def check_proxy(rule: ProxyRule, asked: Asked, held: Iterable[Mandate]) -> None:
    """Refuse what the rule does not allow; `held` are the proxies in force. Codes: proxy_not_allowed,
    proxy_self, proxy_not_member, proxy_holder_not_member, proxy_candidate, proxy_given, proxy_chain,
    proxy_limit.
    """
    now = tuple(held)
    principals = {mandate.principal for mandate in now}
    holders = {mandate.holder for mandate in now}
    tests = (
        ("proxy_not_allowed", not rule.allowed),
        ("proxy_self", asked.principal == asked.holder),
        ("proxy_not_member", asked.principal not in asked.members),
        ("proxy_holder_not_member", rule.members_only and asked.holder not in asked.members),
        ("proxy_candidate", asked.holder in asked.candidates and not rule.candidates),
        ("proxy_given", asked.principal in principals),
        ("proxy_chain", asked.holder in principals or asked.principal in holders),
        ("proxy_limit", sum(mandate.holder == asked.holder for mandate in now) >= rule.most),
    )
    for code, wrong in tests:
        if wrong:
            raise Refusal(code, most=rule.most, proxy_rule=rule.code)


def represented(
    mandates: Iterable[Mandate], present: frozenset[str], at_ms: int, item: str | None = None
) -> dict[str, str]:
    """Principal and holder of every proxy that works at the instant: the holder is in the room, the principal
    is not (who comes acts for himself).
    """
    return {
        mandate.principal: mandate.holder
        for mandate in mandates
        if mandate.in_force(at_ms)
        and mandate.covers(item)
        and mandate.holder in present
        and mandate.principal not in present
    }
