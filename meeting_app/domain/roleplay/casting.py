"""Who plays which role at which table.

Opposite casting: one assignment over all tables, in which first excluded pairs are kept apart, then what a
role must not be given to is avoided, then roles go to people unlike them. Afterwards people of the same role
change tables until ages are spread. Everything follows from the players, the seed and what was set by hand.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import combinations, count
from random import Random
from typing import Final

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay.assignment import Assignment
from meeting_app.domain.roleplay.model import Attribute, Role, Scenario
from meeting_app.domain.roleplay.seating import Seats, tables_for

# Costs; each kind outweighs all below it together for up to some thousand players.
FORBID: Final = 10**16
CLOSED: Final = FORBID // 2  # a solution that costs so much uses a forbidden seat
PAIR: Final = 10**12
AVOID: Final = 10**8
SAME, FARTHEST, DIFFERENT, LETTER, STAY, CHANCE = 20_000, 6_000, 3_000, 5, 50_000, 10
SEARCHED: Final = 24_000  # cells of the search for pairs: more steps for fewer players
MODES: Final = ("opposite", "random")


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody who takes part. `attributes` are what was said at check-in; never an answer of the poll."""

    id: str
    attributes: tuple[tuple[str, str], ...] = ()
    age_band: str = ""
    watches: bool = False
    reading_help: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a player has the role; words in `wording.roleplay`. `code`: opposite, same, avoid, reading,
    by_hand, watches, unknown. Values are identities; `steps` how far apart ordered ones are.
    """

    code: str
    attribute: str = ""
    own: str = ""
    role: str = ""
    steps: int = 0


@dataclass(frozen=True, slots=True)
class Seat:
    """A player's place; tables count from 1. A watcher's role is the observer's, or "" when there is none."""

    player: str
    table: int
    role: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Cast:
    """The whole cast. `together` are excluded pairs that sit at one table all the same, `breaches` players
    whose role must not be given to them; `proven` says that fewer were not possible.
    """

    seed: int
    mode: str
    seats: tuple[Seat, ...]
    together: tuple[tuple[str, str], ...] = ()
    breaches: tuple[str, ...] = ()
    proven: bool = True
    redrawn: tuple[str, ...] = ()

    def of(self, player: str) -> Seat:
        """A player's seat; KeyError for a stranger."""
        for seat in self.seats:
            if seat.player == player:
                return seat
        raise KeyError(player)

    def table(self, number: int) -> tuple[Seat, ...]:
        """The seats of a table."""
        return tuple(seat for seat in self.seats if seat.table == number)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was set beside the players: pairs to keep apart, and who was given table and role by hand."""

    apart: tuple[tuple[str, str], ...] = ()
    fixed: tuple[tuple[str, int, str], ...] = ()


def steps_between(attribute: Attribute, first: str, second: str) -> int:
    """How far two answers are apart: places when they have an order, else 1."""
    if first == second:
        return 0
    order = [value for value, _title in attribute.values]
    if not attribute.ordered or first not in order or second not in order:
        return 1
    return abs(order.index(first) - order.index(second))


def _avoided(role: Role, player: Player) -> list[tuple[str, str]]:
    return [one for one in role.avoid if one in player.attributes]


def _unlike(scenario: Scenario, role: Role, player: Player) -> Iterator[tuple[Attribute, str, str, int]]:
    """(attribute, own answer, role's, steps) for all that is known of both."""
    own = dict(player.attributes)
    known = {attribute.id: attribute for attribute in scenario.attributes}
    for name, value in role.plays:
        if name in own and name in known:
            yield known[name], own[name], value, steps_between(known[name], own[name], value)


def role_cost(scenario: Scenario, role: Role, player: Player, mode: str = "opposite") -> int:
    """How ill a role fits a player; breaches of `avoid` outweigh everything else."""
    cost = AVOID * len(_avoided(role, player))
    if player.reading_help:
        cost += LETTER * len(role.public + role.secret)
    if mode == "random":
        return cost
    for attribute, _own, _value, steps in _unlike(scenario, role, player):
        farthest = max(1, len(attribute.values) - 1)
        if not steps:
            cost += SAME
        elif attribute.ordered:
            cost -= FARTHEST * steps // farthest
        else:
            cost -= DIFFERENT
    return cost


def reasons(scenario: Scenario, role: Role, player: Player, *, by_hand: bool = False) -> tuple[Reason, ...]:
    """Why this player has this role, the weightiest first."""
    found = [Reason("by_hand")] if by_hand else []
    found += [Reason("avoid", name, value, value) for name, value in _avoided(role, player)]
    told = [
        Reason("opposite" if steps else "same", attribute.id, own, value, steps)
        for attribute, own, value, steps in _unlike(scenario, role, player)
    ]
    found += sorted(told, key=lambda one: -one.steps)
    found += [Reason("reading")] if player.reading_help else []
    return tuple(found) or (Reason("unknown"),)


@dataclass(frozen=True, slots=True)
class _Problem:
    """Players in the order of the draw against the seats of all tables."""

    players: tuple[Player, ...]
    columns: tuple[tuple[int, str], ...]  # table, role
    costs: list[list[int]]
    pairs: tuple[tuple[int, int], ...]


def _costs(
    scenario: Scenario,
    players: Sequence[Player],
    columns: Sequence[tuple[int, str]],
    mode: str,
    chance: Random,
) -> list[list[int]]:
    """What each seat costs each player; a little chance breaks ties."""
    roles = {role.id: role for role in scenario.roles}
    spread = CHANCE if mode == "opposite" else SAME
    rows = []
    for player in players:
        own = {
            name: role_cost(scenario, role, player, mode) + chance.randrange(spread)
            for name, role in roles.items()
        }
        rows.append([own[name] for _table, name in columns])
    return rows


def _search(problem: _Problem) -> tuple[list[int], bool]:
    """The columns of the cheapest cast in which as few excluded pairs as possible share a table, and if that
    is proven. Branch and bound: the first clash is solved by moving one, moving the other, or bearing it.
    """
    tables = [table for table, _role in problem.columns]
    steps = max(100, SEARCHED // max(1, len(tables)))
    order = count()
    start = Assignment(problem.costs)
    if start.total >= CLOSED:
        raise Refusal("cast_fixed_clash")
    heap: list[tuple[int, int, Assignment, frozenset[tuple[int, int]]]] = []
    heappush(heap, (start.total, next(order), start, frozenset()))
    taken = 0
    while True:
        cost, _number, found, borne = heappop(heap)
        clash = next(
            (
                pair
                for pair in problem.pairs
                if pair not in borne and tables[found.column_of[pair[0]]] == tables[found.column_of[pair[1]]]
            ),
            None,
        )
        if clash is None:
            return found.column_of, taken < steps
        taken += 1
        if taken >= steps:
            heap.clear()
        heappush(heap, (cost + PAIR, next(order), found, borne | {clash}))
        table = tables[found.column_of[clash[0]]]
        for row in clash:
            costs = [
                cell + FORBID * (at == table) for cell, at in zip(found.costs_of(row), tables, strict=True)
            ]
            moved = found.raised(row, costs)
            if moved.total < CLOSED:
                heappush(heap, (moved.total + PAIR * len(borne), next(order), moved, borne))


def _spread(problem: _Problem, chosen: list[int], fixed: Collection[str]) -> list[int]:
    """Let players of the same role change tables while that spreads the age bands more evenly and brings no
    excluded pair together.
    """
    chosen = list(chosen)
    free = [row for row, player in enumerate(problem.players) if player.id not in fixed and player.age_band]
    bands = [player.age_band for player in problem.players]
    counts = Counter((problem.columns[at][0], bands[row]) for row, at in enumerate(chosen) if bands[row])
    by_role: dict[str, list[int]] = {}
    for row in free:
        by_role.setdefault(problem.columns[chosen[row]][1], []).append(row)
    for rows in (rows for _pass in range(3) for rows in by_role.values()):
        for one, other in combinations(rows, 2):
            here, there = problem.columns[chosen[one]][0], problem.columns[chosen[other]][0]
            if here == there or bands[one] == bands[other]:
                continue
            gain = (
                counts[here, bands[one]] - counts[there, bands[one]]
                + counts[there, bands[other]] - counts[here, bands[other]] - 2
            )  # fmt: skip
            if gain <= 0:
                continue
            swapped = chosen[:]
            swapped[one], swapped[other] = chosen[other], chosen[one]
            if _clashes(problem, swapped) > _clashes(problem, chosen):
                continue
            chosen = swapped
            counts[here, bands[one]] -= 1
            counts[there, bands[one]] += 1
            counts[there, bands[other]] -= 1
            counts[here, bands[other]] += 1
    return chosen


def _clashes(problem: _Problem, chosen: Sequence[int]) -> int:
    return sum(
        problem.columns[chosen[one]][0] == problem.columns[chosen[other]][0] for one, other in problem.pairs
    )


def _hold(problem: _Problem, fixed: Mapping[str, tuple[int, str]]) -> None:
    """Only the seats that were chosen by hand are open to their players."""
    for row, player in enumerate(problem.players):
        if player.id in fixed:
            problem.costs[row] = [
                cell if column == fixed[player.id] else cell + FORBID
                for cell, column in zip(problem.costs[row], problem.columns, strict=True)
            ]


def _problem(
    scenario: Scenario,
    players: Sequence[Player],
    tables: Sequence[Seats],
    seed: int,
    mode: str,
    wishes: Wishes,
) -> _Problem:
    chance = Random(seed)
    drawn = list(players)
    chance.shuffle(drawn)
    columns = tuple((number, role) for number, seats in enumerate(tables, 1) for role in seats)
    place = {player.id: at for at, player in enumerate(drawn)}
    pairs = tuple(
        (place[one], place[other]) for one, other in wishes.apart if one in place and other in place
    )
    costs = _costs(scenario, drawn, columns, mode, chance)
    problem = _Problem(tuple(drawn), columns, costs, pairs)
    _hold(problem, {player: (table, role) for player, table, role in wishes.fixed})
    return problem


def _watchers(
    scenario: Scenario, watching: Sequence[Player], seats: Sequence[Seat], tables: int, wishes: Wishes
) -> list[Seat]:
    """Those who only watch, at the emptiest table where nobody is whom they should not meet."""
    observer = next((role.id for role in scenario.roles if role.observer), "")
    found: list[Seat] = []
    foes = {frozenset(pair) for pair in wishes.apart}
    for player in watching:
        everybody = [*seats, *found]

        def burden(
            table: int, who: str = player.id, all_: Sequence[Seat] = everybody
        ) -> tuple[int, int, int]:
            there = [seat.player for seat in all_ if seat.table == table]
            return sum(frozenset((who, other)) in foes for other in there), len(there), table

        best = min(range(1, tables + 1), key=burden)
        found.append(Seat(player.id, best, observer, (Reason("watches"),)))
    return found


def cast(
    scenario: Scenario,
    players: Sequence[Player],
    seed: int,
    mode: str = "opposite",
    wishes: Wishes | None = None,
) -> Cast:
    """Give everybody a seat. The same players in any order, seed and wishes give the same cast.

    Refuses a number of players that makes no tables, and seats given by hand that cannot all be kept.
    """
    wishes = wishes or Wishes()
    everybody = sorted(players, key=lambda player: player.id)
    playing = [player for player in everybody if not player.watches]
    tables = tables_for(scenario, len(playing))
    problem = _problem(scenario, playing, tables, seed, mode, wishes)
    chosen, proven = _search(problem)
    by_hand = {player for player, _table, _role in wishes.fixed}
    chosen = _spread(problem, chosen, by_hand)
    seats = [
        Seat(player.id, *problem.columns[at]) for player, at in zip(problem.players, chosen, strict=True)
    ]
    watching = [player for player in everybody if player.watches]
    seats += _watchers(scenario, watching, seats, len(tables), wishes)
    result = Cast(seed, mode, tuple(seats), proven=proven)
    return explained(scenario, result, everybody, wishes)


def explained(scenario: Scenario, given: Cast, players: Sequence[Player], wishes: Wishes) -> Cast:
    """The cast in order of tables and roles, with reasons, pairs that share a table, and breaches."""
    known = {player.id: player for player in players}
    roles = {role.id: role for role in scenario.roles}
    order = {role.id: at for at, role in enumerate(scenario.roles)}
    by_hand = {player for player, _table, _role in wishes.fixed}
    seats = []
    for seat in sorted(given.seats, key=lambda one: (one.table, order.get(one.role, len(order)), one.player)):
        player = known[seat.player]
        why = (
            (Reason("watches"),)
            if player.watches or seat.role not in roles
            else reasons(scenario, roles[seat.role], player, by_hand=player.id in by_hand)
        )
        seats.append(replace(seat, reasons=why))
    tables = {seat.player: seat.table for seat in seats}
    together = tuple(
        pair
        for pair in wishes.apart
        if all(one in tables for one in pair) and tables[pair[0]] == tables[pair[1]]
    )
    breaches = tuple(seat.player for seat in seats if any(one.code == "avoid" for one in seat.reasons))
    return replace(given, seats=tuple(seats), together=together, breaches=breaches)


def exchanged(
    scenario: Scenario, given: Cast, first: str, second: str, players: Sequence[Player], wishes: Wishes
) -> Cast:
    """Two players change places, as the facilitator wishes; both then count as given by hand."""
    one, other = given.of(first), given.of(second)
    moved = {first: replace(other, player=first), second: replace(one, player=second)}
    seats = tuple(moved.get(seat.player, seat) for seat in given.seats)
    fixed = tuple((seat.player, seat.table, seat.role) for seat in moved.values())
    kept = tuple(held for held in wishes.fixed if held[0] not in moved)
    return explained(scenario, replace(given, seats=seats), players, replace(wishes, fixed=kept + fixed))


def redraw(
    scenario: Scenario, given: Cast, player: str, players: Sequence[Player], wishes: Wishes | None = None
) -> Cast:
    """Another role for a player who does not want the first one; few others move. Once each."""
    wishes = wishes or Wishes()
    wishes = replace(wishes, fixed=tuple(held for held in wishes.fixed if held[0] != player))
    if player in given.redrawn:
        raise Refusal("cast_redrawn")
    old = given.of(player)
    playing = [one for one in sorted(players, key=lambda one: one.id) if not one.watches]
    numbers = sorted({seat.table for seat in given.seats})
    here = {one.id for one in playing}
    tables = [tuple(seat.role for seat in given.table(at) if seat.player in here) for at in numbers]
    problem = _problem(scenario, playing, tables, given.seed, given.mode, wishes)
    for row, one in enumerate(problem.players):
        seat = given.of(one.id)
        for at, (table, role) in enumerate(problem.columns):
            if one.id == player and role == old.role:
                problem.costs[row][at] += FORBID
            elif one.id != player and (table, role) == (seat.table, seat.role):
                problem.costs[row][at] -= STAY
    if player not in here or all(role == old.role for _table, role in problem.columns):
        raise Refusal("cast_no_other_role")
    chosen, proven = _search(problem)
    seats = [Seat(one.id, *problem.columns[at]) for one, at in zip(problem.players, chosen, strict=True)] + [
        seat for seat in given.seats if seat.player not in here
    ]
    changed = replace(given, seats=tuple(seats), proven=proven, redrawn=(*given.redrawn, player))
    return explained(scenario, changed, players, wishes)
