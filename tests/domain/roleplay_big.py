"""Scenarios of any size for measuring and for trying rules on many shapes: all numbers by a seeded chance."""

from dataclasses import replace
from random import Random

from meeting_app.domain.roleplay import model as m
from tests.domain.roleplay_sample import sample


def scenario(roles: int, shape: tuple[int, ...], seed: int = 0) -> m.Scenario:
    """A scenario of so many scored roles and issues with so many options each."""
    chance = Random(seed)
    names = [f"r{at}" for at in range(roles)]
    issues = tuple(
        m.Issue(f"i{at}", f"Issue {at}", "", tuple(
            m.Option(f"o{which}", f"Option {which}", cost_fen=chance.randrange(0, 50) * 100_000,
                     area_c=chance.randrange(0, 20) * 100)
            for which in range(size)
        ))
        for at, size in enumerate(shape)
    )  # fmt: skip
    scores = tuple(
        m.Score(role, issue.id, option.id, chance.randrange(0, 35))
        for role in names
        for issue in issues
        for option in issue.options
    )
    parts = tuple(
        m.Role(name, "above", name.upper(), "p", "s", walk_away=chance.randrange(20, 90)) for name in names
    )
    limit = 20 * len(shape) * 100_000
    return replace(
        sample(), roles=parts, issues=issues, scores=scores,
        minutes=m.MinutesMap(("agreed",), (), ()),
        rule=m.Rule(accept=max(1, roles - 1), vetoes=(names[0],)),
        constraints=(
            m.Constraint("cap", "budget", "c", limit=limit),
            m.Constraint("room", "area", "c", limit=len(shape) * 1_000),
            m.Constraint("not", "forbid", "c", (("i0", "o0"), ("i1", "o1"))),
            m.Constraint("only", "require", "c", (("i0", "o1"), ("i1", "o0"))),
        )[:2 * len(shape)],
    )  # fmt: skip
