"""E02-E05 and E07: phases, matrix, clues, money and head counts."""

from collections.abc import Iterator

from meeting_app.domain.roleplay.finding import Finding
from meeting_app.domain.roleplay.ledger import by_weights
from meeting_app.domain.roleplay.model import Clue, MoneyTable, Plan, Scenario
from meeting_app.domain.roleplay.seating import layouts, needed_roles
from meeting_app.domain.roleplay.texts import Path, yuan

NEEDED_PHASES = ("poll_before", "derole", "poll_after")
WEIGHTS = 100


def check_phases(scenario: Scenario) -> Iterator[Finding]:
    """E02: the minutes add up, and nothing is missing that the play needs."""
    if not scenario.plans:
        yield Finding("E02", "no_plan", ("plans",))
    for at, plan in enumerate(scenario.plans):
        yield from _plan(plan, ("plans", at))


def _plan(plan: Plan, path: Path) -> Iterator[Finding]:
    total = sum(phase.minutes for phase in plan.phases)
    if total != plan.minutes:
        yield Finding("E02", "sum", (*path, "minutes"), {"sum": total, "minutes": plan.minutes})
    for n, phase in enumerate(plan.phases):
        place: Path = (*path, "phases", n)
        params: dict[str, object] = {"phase": phase.title, "minutes": phase.minutes, "least": phase.least}
        if phase.minutes < max(1, phase.least):
            yield Finding("E02", "too_short", (*place, "minutes"), params)
        for c, cue in enumerate(phase.cues):
            if not 0 <= cue.minute <= phase.minutes:
                yield Finding("E02", "cue_outside", (*place, "cues", c), params | {"minute": cue.minute})
        for w, minute in enumerate(phase.warnings):
            if not 0 < minute <= phase.minutes:
                yield Finding("E02", "warning_outside", (*place, "warnings", w), params | {"minute": minute})
    kinds = [phase.kind for phase in plan.phases]
    for kind in NEEDED_PHASES:
        if kind not in kinds:
            yield Finding("E02", f"without_{kind}", (*path, "phases"), {"minutes": plan.minutes})
    if not any(phase.decision == "final" for phase in plan.phases):
        yield Finding("E02", "without_decision", (*path, "phases"), {"minutes": plan.minutes})


def check_scores(scenario: Scenario) -> Iterator[Finding]:
    """E03: the matrix is complete, weights add up, vetoes belong to roles that score and are always played,
    and so many roles can accept.
    """
    if not scenario.scores and not scenario.values and scenario.scored and scenario.issues:
        yield Finding("E03", "no_scores", ("scores",))
    else:
        yield from _weights(scenario) if by_weights(scenario) else _matrix(scenario)
    kept = {role.id for role in needed_roles(scenario) if not role.optional}
    roles = {role.id: role for role in scenario.roles}
    for n, name in enumerate(scenario.rule.vetoes):
        if name in roles and roles[name].observer:
            yield Finding("E03", "veto_unscored", ("rule", "vetoes", n), {"role": roles[name].name})
        elif name in roles and name not in kept:
            yield Finding("E03", "veto_optional", ("rule", "vetoes", n), {"role": roles[name].name})
    if not 1 <= scenario.rule.accept <= len(scenario.scored):
        params: dict[str, object] = {"accept": scenario.rule.accept, "roles": len(scenario.scored)}
        yield Finding("E03", "accept", ("rule", "accept"), params)


def check_issues(scenario: Scenario) -> Iterator[Finding]:
    """E03: every issue can be settled: it has options, and so many of them as must be chosen."""
    for at, issue in enumerate(scenario.issues):
        if not 0 <= issue.least <= issue.most <= len(issue.options) or not issue.options:
            params: dict[str, object] = {"issue": issue.title, "options": len(issue.options)}
            bounds = {"least": issue.least, "most": issue.most}
            yield Finding("E03", "issue_bounds", ("issues", at), params | bounds)


def _matrix(scenario: Scenario) -> Iterator[Finding]:
    seen: set[tuple[str, str, str]] = set()
    for n, score in enumerate(scenario.scores):
        cell = (score.role, score.issue, score.option)
        if cell in seen:
            params: dict[str, object] = {"role": score.role, "place": f"{score.issue}.{score.option}"}
            yield Finding("E03", "score_twice", ("scores", n), params)
        seen.add(cell)
    for role in scenario.scored:
        for issue in scenario.issues:
            for option in issue.options:
                if (role.id, issue.id, option.id) not in seen:
                    params = {"role": role.name, "place": f"{issue.id}.{option.id}"}
                    yield Finding("E03", "score_missing", ("scores", role.id), params)


def _weights(scenario: Scenario) -> Iterator[Finding]:
    for at, role in enumerate(scenario.roles):
        total = sum(interest.weight for interest in role.interests)
        if not role.observer and total != WEIGHTS:
            yield Finding("E03", "weights", ("roles", at, "interests"), {"role": role.name, "sum": total})


def _absent(scenario: Scenario, role: str) -> bool:
    """Whether the role may be left out with nobody to speak for it."""
    kept = {one.id for one in needed_roles(scenario)}
    merges = {one.id: one.merge_into for one in scenario.roles}
    seen: set[str] = set()
    while role and role not in kept and role not in seen:
        seen.add(role)
        role = merges.get(role, "")
    return role not in kept


def check_clues(scenario: Scenario) -> Iterator[Finding]:
    """E04: each comes out exactly once, and to somebody who is there."""
    for at, clue in enumerate(scenario.clues):
        path: Path = ("clues", at)
        params: dict[str, object] = {"clue": clue.title}
        if bool(clue.release.phase) == bool(clue.release.event):
            yield Finding("E04", "release", (*path, "release"), params)
        if not clue.to:
            yield Finding("E04", "nobody", (*path, "to"), params)
        for n, role in enumerate(clue.to):
            if role in {one.id for one in scenario.roles} and _absent(scenario, role):
                yield Finding("E04", "absent", (*path, "to", n), params | {"role": role})
        yield from _released_in_each_plan(scenario, clue, path)


def _released_in_each_plan(scenario: Scenario, clue: Clue, path: Path) -> Iterator[Finding]:
    for plan in scenario.plans if clue.release.phase else ():
        found = [phase for phase in plan.phases if phase.id == clue.release.phase]
        params: dict[str, object] = {"clue": clue.title, "minutes": plan.minutes}
        if not found:
            yield Finding("E04", "not_in_plan", (*path, "release", "phase"), params)
        elif clue.release.minute > found[0].minutes:
            yield Finding("E04", "too_late", (*path, "release", "minute"), params)


def check_money(scenario: Scenario) -> Iterator[Finding]:
    """E05: shares add up to their totals, nothing costs less than nothing."""
    for at, table in enumerate(scenario.tables):
        yield from _table(table, ("tables", at))
    for at, issue in enumerate(scenario.issues):
        for n, option in enumerate(issue.options):
            if option.cost_fen < 0 or option.area_c < 0:
                path: Path = ("issues", at, "options", n)
                yield Finding("E05", "negative", path, {"option": option.title})


def _table(table: MoneyTable, path: Path) -> Iterator[Finding]:
    for n, column in enumerate(table.columns):
        place: Path = (*path, "columns", n)
        params: dict[str, object] = {"table": table.title, "option": column.option}
        if len(column.shares_fen) != len(table.payers):
            counts = {"shares": len(column.shares_fen), "payers": len(table.payers)}
            yield Finding("E05", "shares", place, params | counts)
            continue
        total = sum(p.count * share for p, share in zip(table.payers, column.shares_fen, strict=True))
        if total != column.total_fen:
            sums = {"sum": yuan(total), "total": yuan(column.total_fen)}
            yield Finding("E05", "total", place, params | sums)


def check_players(scenario: Scenario) -> Iterator[Finding]:
    """E07: every head count between the least and the most makes legal tables."""
    players = scenario.players
    if not 1 <= players.least <= players.most or not 1 <= players.table_least <= players.table_most:
        yield Finding("E07", "bounds", ("players",))
        return
    bad = [count for count in range(players.least, players.most + 1) if not layouts(scenario, count)]
    if bad:
        params: dict[str, object] = {"counts": ", ".join(map(str, bad[:5])), "n": len(bad)}
        yield Finding("E07", "no_tables", ("players",), params)
