"""E03 and E05 as far as they need the deals, and W01-W08: whether there is something to negotiate about."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, permutations
from typing import Final

from meeting_app.domain.roleplay.balance import Balance, Meter, per_mille
from meeting_app.domain.roleplay.finding import Finding
from meeting_app.domain.roleplay.ledger import ledger
from meeting_app.domain.roleplay.model import Issue, Scenario

# Bounds per mille (research: published games and trial scenarios).
ROLE_BOUNDS: Final = (150, 900)
ALL_BOUNDS: Final = (30, 200)
BUT_ONE_BOUNDS: Final = (150, 450)


def check_balance(scenario: Scenario, meter: Meter) -> Iterator[Finding]:
    """All that needs the deals."""
    if not scenario.scored or not scenario.issues:
        return  # nothing to negotiate yet; what is missing is told by E03 and E07
    balance = meter.balance()
    if not balance.possible:
        yield Finding("E05", "nothing_possible", ("constraints",))
        return
    yield from _reach(scenario, meter)
    yield from _options(scenario, balance)
    yield from _roles(scenario, balance)
    yield from _conflict(scenario)
    yield from _same_best(meter)
    yield from _zone(balance)
    yield from _vetoes(scenario)


def _reach(scenario: Scenario, meter: Meter) -> Iterator[Finding]:
    """E03: a walk-away that no possible deal reaches."""
    for at, role in enumerate(scenario.roles):
        if role.id in meter.scores and max(meter.scores[role.id]) < meter.walk_away[role.id]:
            params: dict[str, object] = {"role": role.name, "best": max(meter.scores[role.id])}
            yield Finding("E03", "out_of_reach", ("roles", at, "walk_away"), params)


def _options(scenario: Scenario, balance: Balance) -> Iterator[Finding]:
    """W01 dead options, W02 constraints that never bind."""
    for at, issue in enumerate(scenario.issues):
        for n, option in enumerate(issue.options):
            if (issue.id, option.id) in balance.dead:
                yield Finding("W01", "dead", ("issues", at, "options", n), {"option": option.title})
    for at, constraint in enumerate(scenario.constraints):
        if constraint.id in balance.idle:
            yield Finding("W02", "idle", ("constraints", at), {"constraint": constraint.text})


def _roles(scenario: Scenario, balance: Balance) -> Iterator[Finding]:
    """W03: a role that takes nearly everything or nearly nothing."""
    accepts = dict(balance.accepts)
    for at, role in enumerate(scenario.roles):
        share = per_mille(accepts.get(role.id, 0), balance.possible)
        if role.id in accepts and not ROLE_BOUNDS[0] <= share <= ROLE_BOUNDS[1]:
            case = "takes_all" if share > ROLE_BOUNDS[1] else "takes_nothing"
            yield Finding("W03", case, ("roles", at, "walk_away"), {"role": role.name, "share": share})


def _row(scenario: Scenario, issue: Issue) -> dict[str, tuple[int, ...]]:
    points = ledger(scenario).points
    return {
        role: tuple(row.get((issue.id, option.id), 0) for option in issue.options)
        for role, row in points.items()
    }


def _conflict(scenario: Scenario) -> Iterator[Finding]:
    """W04: an issue on which all want the same; W05: no two issues on which two roles could trade."""
    rows = [_row(scenario, issue) for issue in scenario.issues]
    for at, row in enumerate(rows):
        favourites = [
            {n for n, points in enumerate(values) if points == max(values)}
            for values in row.values()
            if values
        ]
        if len(favourites) > 1 and set.intersection(*favourites):
            yield Finding("W04", "no_conflict", ("issues", at), {"issue": scenario.issues[at].title})
    if len(rows) > 1 and not any(_trade(first, second) for first, second in combinations(rows, 2)):
        yield Finding("W05", "no_trade", ("scores",))


def _opposed(first: tuple[int, ...], second: tuple[int, ...]) -> bool:
    """Whether two options stand the other way round for the two roles."""
    return any(
        (first[a] - first[b]) * (second[a] - second[b]) < 0 for a, b in combinations(range(len(first)), 2)
    )


def _weight(points: tuple[int, ...]) -> int:
    return max(points, default=0) - min(points, default=0)


def _trade(first: dict[str, tuple[int, ...]], second: dict[str, tuple[int, ...]]) -> bool:
    """Two roles want opposite things on both issues, and each cares more about another one."""
    return any(
        _opposed(first[one], first[other])
        and _opposed(second[one], second[other])
        and _weight(first[one]) > _weight(second[one])
        and _weight(second[other]) > _weight(first[other])
        for one, other in permutations(first, 2)
    )


def _same_best(meter: Meter) -> Iterator[Finding]:
    """W06: one deal is the best for everybody."""
    if len(meter.scores) < 2:
        return
    best = {role: max(scores) for role, scores in meter.scores.items()}
    if any(all(value == top for value, top in zip(deal, best.values(), strict=True))
           for deal in zip(*meter.scores.values(), strict=True)):  # fmt: skip
        yield Finding("W06", "one_best", ("scores",))


def _zone(balance: Balance) -> Iterator[Finding]:
    """W07: the negotiation is too easy or too hard."""
    by_all, but_one, _rule = balance.shares
    for case, share, bounds in (("all", by_all, ALL_BOUNDS), ("but_one", but_one, BUT_ONE_BOUNDS)):
        if not bounds[0] <= share <= bounds[1]:
            yield Finding(
                "W07", f"{case}_{'many' if share > bounds[1] else 'few'}", ("scores",),
                {"share": share, "least": bounds[0], "most": bounds[1]},
            )  # fmt: skip


def _vetoes(scenario: Scenario) -> Iterator[Finding]:
    """W08: one party holds more than half of the vetoes (a single veto is always all of them)."""
    parties = {role.id: role.party for role in scenario.roles}
    held = Counter(parties[name] for name in scenario.rule.vetoes)
    if len(scenario.rule.vetoes) < 2:
        return
    party, count = held.most_common(1)[0]
    if 2 * count > len(scenario.rule.vetoes):
        name = next((one.name for one in scenario.parties if one.id == party), party)
        yield Finding("W08", "vetoes", ("rule", "vetoes"), {"party": name, "count": count})
