"""Proxies: what each rule refuses, and who is represented when."""

from dataclasses import replace

import pytest

from meeting_app.domain.meeting_kind import Called
from meeting_app.domain.proxy_rule import (
    BY_HOUSEHOLDS,
    BY_OWNERS,
    IN_PERSON,
    NO_VOTES,
    Asked,
    Mandate,
    ProxyRule,
    check_proxy,
    represented,
    rule_of,
)
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.pack import Proxies
from meeting_app.queries.kinds import shipped_kinds
from meeting_app.queries.rule_packs import shipped_packs

MEMBERS = frozenset("abcdefg")
PACK = shipped_packs()[0]


def test_the_rule_of_decision_goes_before_the_kind_and_the_kind_before_custom() -> None:
    kind = replace(shipped_kinds()["owners_meeting"], code="own_x", name="x")
    pack = replace(PACK, proxies=Proxies(allowed=True, most=2, candidates=True, stated=True))
    own = replace(kind, most_proxies=5)
    assert rule_of(own) == ProxyRule("own_kind", 5, members_only=False, counts=True)
    assert rule_of(replace(kind, most_proxies=0)).code == "own_kind_none"
    assert rule_of(own, pack) == ProxyRule("by_rule", 2, members_only=False, counts=True, candidates=True)
    assert refusal(rule_of(own, pack), "a", "g") == ""
    assert rule_of(own, replace(pack, proxies=Proxies(stated=True))).code == "by_rule_none"
    assert rule_of(own, replace(pack, proxies=Proxies(allowed=True))) == rule_of(own)
    without = replace(pack, proxies=Proxies(allowed=True, stated=True))
    assert rule_of(kind, without) == BY_OWNERS
    assert rule_of(own, without) == rule_of(own)
    assert rule_of(shipped_kinds()["representatives_meeting"], without).most == 1


def refusal(rule: ProxyRule, principal: str, holder: str, *held: Mandate) -> str:
    """The code with which the rule refuses, "" when it does not."""
    try:
        check_proxy(rule, Asked(principal, holder, MEMBERS, frozenset("g")), held)
    except Refusal as refused:
        return refused.code
    return ""


def given(principal: str, holder: str) -> Mandate:
    return Mandate(principal, holder, 0)


@pytest.mark.parametrize(
    ("rule", "principal", "holder", "held", "code"),
    [
        (BY_HOUSEHOLDS, "a", "b", (), ""),
        (IN_PERSON, "a", "b", (), "proxy_not_allowed"),
        (NO_VOTES, "a", "b", (), "proxy_not_allowed"),
        (BY_HOUSEHOLDS, "a", "a", (), "proxy_self"),
        (BY_HOUSEHOLDS, "x", "b", (), "proxy_not_member"),
        (BY_HOUSEHOLDS, "a", "x", (), "proxy_holder_not_member"),
        (BY_OWNERS, "a", "x", (), ""),
        (BY_HOUSEHOLDS, "a", "g", (), "proxy_candidate"),
        (BY_HOUSEHOLDS, "a", "b", (given("a", "c"),), "proxy_given"),
        (BY_HOUSEHOLDS, "a", "b", (given("b", "c"),), "proxy_chain"),
        (BY_HOUSEHOLDS, "a", "b", (given("c", "a"),), "proxy_chain"),
        (BY_HOUSEHOLDS, "a", "b", (given("c", "b"), given("d", "b")), ""),
        (BY_HOUSEHOLDS, "a", "b", (given("c", "b"), given("d", "b"), given("e", "b")), "proxy_limit"),
        (BY_OWNERS, "a", "b", (given("c", "b"),), "proxy_limit"),
    ],
)
def test_every_rule_is_kept(
    rule: ProxyRule, principal: str, holder: str, held: tuple[Mandate, ...], code: str
) -> None:
    assert refusal(rule, principal, holder, *held) == code


def test_a_proxy_works_while_it_is_in_force_and_its_holder_alone_is_here() -> None:
    mandate = Mandate("a", "b", 100, 200)
    assert represented([mandate], frozenset("b"), 100) == {"a": "b"}
    assert represented([mandate], frozenset("b"), 99) == {}
    assert represented([mandate], frozenset("b"), 200) == {}
    assert represented([mandate], frozenset("ab"), 150) == {}
    assert represented([mandate], frozenset(), 150) == {}


def test_a_proxy_for_named_items_is_none_for_the_others() -> None:
    mandate = Mandate("a", "b", 0, None, frozenset({"lift"}))
    assert represented([mandate], frozenset("b"), 1, "lift") == {"a": "b"}
    assert represented([mandate], frozenset("b"), 1, "roof") == {}
    assert represented([mandate], frozenset("b"), 1) == {}


def test_kinds_that_the_community_made_follow_those_whom_they_call() -> None:
    kinds = shipped_kinds()
    assert rule_of(kinds["owners_meeting"]) is BY_OWNERS
    assert rule_of(kinds["hearing"]) is NO_VOTES
    own = replace(kinds["residents_assembly"], code="own-1")
    assert rule_of(own) is BY_HOUSEHOLDS
    assert rule_of(replace(own, called=Called.OWNERS)) is BY_OWNERS
    assert rule_of(replace(own, called=Called.REPRESENTATIVES)) is IN_PERSON
