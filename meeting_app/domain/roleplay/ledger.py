"""What every option is worth to every role, from the matrix or from weights times effects, and after the
events that have happened.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from meeting_app.domain.roleplay.model import Effect, Role, Scenario

Place = tuple[str, str]  # issue, option
Choice = tuple[str, ...]  # the options chosen of an issue
Deal = tuple[Choice, ...]  # one choice for each issue, in the scenario's order


@dataclass(frozen=True, slots=True)
class Ledger:
    """Points of (issue, option) by role, and the score below which the role says no."""

    points: Mapping[str, Mapping[Place, int]]
    walk_away: Mapping[str, int]

    def score(self, role: str, issues: Collection[str], deal: Deal) -> int:
        """The role's points of a whole deal, or of the first issues of one."""
        row = self.points[role]
        return sum(
            row.get((issue, option), 0)
            for issue, choice in zip(issues, deal, strict=False)
            for option in choice
        )


def by_weights(scenario: Scenario) -> bool:
    """Whether scores come from interests times effects instead of a matrix."""
    return not scenario.scores


def _effects(scenario: Scenario, fired: Collection[str], kind: str) -> list[Effect]:
    return [
        effect
        for event in scenario.events
        if event.id in fired
        for effect in event.effects
        if effect.kind == kind
    ]


def _weighed(scenario: Scenario, role: Role, fired: Collection[str]) -> dict[Place, int]:
    weights = {interest.value: interest.weight for interest in role.interests}
    for effect in _effects(scenario, fired, "weight"):
        if effect.role == role.id:
            weights[effect.value] = weights.get(effect.value, 0) + effect.by
    return {
        (issue.id, option.id): sum(weights.get(value, 0) * by for value, by in option.effects)
        for issue in scenario.issues
        for option in issue.options
    }


def ledger(scenario: Scenario, fired: Collection[str] = ()) -> Ledger:
    """The values in force once the events `fired` have happened. What the matrix does not name is worth 0."""
    if by_weights(scenario):
        points = {role.id: _weighed(scenario, role, fired) for role in scenario.scored}
    else:
        points = {role.id: {} for role in scenario.scored}
        for score in scenario.scores:
            if score.role in points:
                points[score.role][score.issue, score.option] = score.points
    for effect in _effects(scenario, fired, "score"):
        if effect.role in points:
            row, place = points[effect.role], (effect.issue, effect.option)
            row[place] = row.get(place, 0) + effect.by
    limits = {role.id: role.walk_away or 0 for role in scenario.scored}
    for effect in _effects(scenario, fired, "walk_away"):
        if effect.role in limits:
            limits[effect.role] += effect.by
    return Ledger(points, limits)
