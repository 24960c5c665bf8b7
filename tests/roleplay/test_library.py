"""The scenarios that come with the product: without a fault, balanced, and playable to a signed paper."""

import pytest

from meeting_app.domain.roleplay.balance import Meter
from meeting_app.domain.roleplay.checks import check
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.scenarios.library import shipped, shipped_names

NAMES = ("dance", "dogs", "garden", "lift", "parking", "waste")


@pytest.fixture(params=NAMES)
def scenario(request: pytest.FixtureRequest) -> Scenario:
    """Each of them."""
    return shipped(str(request.param)).scenario


def test_six_come_with_the_product() -> None:
    assert shipped_names() == NAMES


def test_none_has_a_fault_or_a_weakness(scenario: Scenario) -> None:
    assert check(scenario) == ()


def test_they_are_neither_easy_nor_hopeless(scenario: Scenario) -> None:
    by_all, all_but_one, by_rule = Meter(scenario).balance().shares
    assert 80 <= by_all <= 150
    assert 200 <= all_but_one <= 400
    assert by_all <= by_rule


def test_they_fit_an_evening(scenario: Scenario) -> None:
    assert [plan.minutes for plan in scenario.plans] == [60, 75, 90]
    for plan in scenario.plans:
        minutes = {phase.kind: phase.minutes for phase in plan.phases}
        assert 4 * minutes["negotiate"] >= plan.minutes
        assert 100 * (minutes["debrief"] + minutes["derole"]) >= 12 * plan.minutes
        order = [phase.kind for phase in plan.phases]
        assert order.index("poll_after") < order.index("debrief")  # the talk must not colour the answers
        assert all(phase.cues for phase in plan.phases)


class Table:
    """Players who know only their own points: each begins with what is best for him and gives way one issue
    at a time, to whatever wins most others over.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario, meter = scenario, Meter(scenario)
        self.deals = meter.deals.possible
        self.scores, self.limits = meter.scores, meter.walk_away
        self.at = {deal: at for at, deal in enumerate(self.deals)}

    def accepted_by(self, at: int) -> frozenset[str]:
        """Who raises the green card."""
        return frozenset(role for role, scores in self.scores.items() if scores[at] >= self.limits[role])

    def passes(self, at: int) -> bool:
        """Whether the rule of the scenario is fulfilled."""
        rule, for_it = self.scenario.rule, self.accepted_by(at)
        return len(for_it) >= rule.accept and for_it.issuperset(rule.vetoes)

    def neighbours(self, at: int) -> list[int]:
        """The deals that differ in one issue."""
        deal = self.deals[at]
        return [
            other
            for candidate, other in self.at.items()
            if sum(a != b for a, b in zip(deal, candidate, strict=True)) == 1
        ]

    def talk(self, role: str) -> int:
        """Where the table ends when this role makes the first proposal."""

        def ease(at: int) -> tuple[bool, int, int]:
            short = sum(min(0, scores[at] - self.limits[name]) for name, scores in self.scores.items())
            return self.passes(at), len(self.accepted_by(at)), short

        at = max(range(len(self.deals)), key=lambda at: (self.scores[role][at], -at))
        while not self.passes(at):
            better = max(self.neighbours(at), key=lambda other: (ease(other), -other))
            if ease(better) <= ease(at):
                break
            at = better
        return at


def test_a_table_of_simulated_players_signs(scenario: Scenario) -> None:
    table = Table(scenario)
    ends = {role.id: table.talk(role.id) for role in scenario.scored}
    signed = [role for role, at in ends.items() if table.passes(at)]
    assert len(signed) * 2 > len(ends)  # most first proposals lead to a paper
    first = [max(range(len(table.deals)), key=lambda at: scores[at]) for scores in table.scores.values()]
    assert not all(table.passes(at) for at in first)  # and nobody's wish list is one already
