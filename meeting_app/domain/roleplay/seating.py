"""How so many players make tables, and which roles are played at a table of a size.

A table always has every role that is not optional or that holds a veto. More players take the optional roles
(scored ones before observers), then double as teams, then watch; fewer players leave optional roles out,
which fall to the role that they merge into.
"""

from collections.abc import Sequence

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay.model import Role, Scenario

Seats = tuple[str, ...]  # the roles of one table, a team's role as often as it has players


def needed_roles(scenario: Scenario) -> tuple[Role, ...]:
    """The roles that every table plays."""
    return tuple(role for role in scenario.roles if not role.optional or role.id in scenario.rule.vetoes)


def _wishes(scenario: Scenario) -> list[str]:
    """Roles in the order in which players beyond the needed ones take them; a watcher is added at will."""
    kept = {role.id for role in needed_roles(scenario)}
    left_out = [role for role in scenario.roles if role.id not in kept]
    order = [role.id for role in sorted(left_out, key=lambda role: role.observer)]
    for role in scenario.roles:
        order += [role.id] * (role.team - 1)
    if scenario.players.teams:
        order += [role.id for role in scenario.scored if role.team == 1]
    return order


def seats(scenario: Scenario, size: int) -> Seats | None:
    """The roles of a table of that size in the scenario's order; None when it cannot be played so."""
    needed = [role.id for role in needed_roles(scenario)]
    extra = size - len(needed)
    if extra < 0:
        return None
    wishes = _wishes(scenario)
    watcher = next((role.id for role in scenario.roles if role.observer), "")
    if extra > len(wishes):
        if not watcher:
            return None
        wishes += [watcher] * (extra - len(wishes))
    taken = needed + wishes[:extra]
    return tuple(role.id for role in scenario.roles for _ in range(taken.count(role.id)))


def _sizes(count: int, tables: int) -> list[int]:
    """As even as can be, larger ones first."""
    small, more = divmod(count, tables)
    return [small + 1] * more + [small] * (tables - more)


def _strain(scenario: Scenario, sizes: Sequence[int]) -> int:
    """By how many players the tables miss the number that plays every role exactly once."""
    return sum(abs(size - len(scenario.roles)) for size in sizes)


def layouts(scenario: Scenario, count: int) -> list[tuple[Seats, ...]]:
    """Every legal way to make tables of so many players, the best first: roles neither left out nor doubled,
    then more tables.
    """
    players = scenario.players
    by_size = {size: seats(scenario, size) for size in range(players.table_least, players.table_most + 1)}
    found = []
    for tables in range(max(1, -(-count // players.table_most)), count // max(1, players.table_least) + 1):
        sizes = _sizes(count, tables)
        filled = tuple(table for size in sizes if (table := by_size.get(size)))
        if len(filled) == tables:
            found.append((_strain(scenario, sizes), -tables, filled))
    return [filled for _strained, _tables, filled in sorted(found, key=lambda one: one[:2])]


def tables_for(scenario: Scenario, count: int) -> tuple[Seats, ...]:
    """The roles of each table for so many players. Refuses a number that makes no legal tables."""
    found = layouts(scenario, count)
    if not found:
        raise Refusal("roleplay_no_tables", count=count)
    return found[0]


def stand_in(scenario: Scenario, role: str, present: Seats) -> str:
    """Who at the table speaks for a role: itself, or what it merges into; "" when nobody does."""
    merges = {one.id: one.merge_into for one in scenario.roles}
    seen: set[str] = set()
    while role and role not in present and role not in seen:
        seen.add(role)
        role = merges.get(role, "")
    return role if role in present else ""
