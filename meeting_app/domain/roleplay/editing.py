"""Changing a scenario at a place, as an editor does: every function answers a new scenario.

A path leads from the scenario down by names and numbers, as in a Finding. What refers to something that was
taken away is taken away with it or left open, so that an author never has to look for loose ends.
"""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from itertools import count
from typing import Any, Final

from meeting_app.domain.roleplay.model import MoneyTable, Plan, Scenario
from meeting_app.domain.roleplay.texts import Path

LEAST_MINUTES: Final = 1


def value_at(part: Any, path: Path) -> Any:
    """What stands at a path. Raises LookupError or AttributeError for one that leads nowhere."""
    for step in path:
        part = part[step] if isinstance(step, int) else getattr(part, step)
    return part


def put(part: Any, path: Path, value: Any) -> Any:
    """The same with another value at the path."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*part[:step], put(part[step], rest, value), *part[step + 1 :])
    return replace(part, **{step: put(getattr(part, step), rest, value)})


def inserted(scenario: Scenario, path: Path, at: int, item: Any) -> Scenario:
    """With an item more in the list at `path`, before the one that stands at `at`."""
    items = value_at(scenario, path)
    changed: Scenario = put(scenario, path, (*items[:at], item, *items[at:]))
    return changed


def moved(scenario: Scenario, path: Path, at: int, to: int) -> Scenario:
    """With an item of the list at another place; `to` is where it then stands."""
    items = list(value_at(scenario, path))
    items.insert(to, items.pop(at))
    changed: Scenario = put(scenario, path, tuple(items))
    return changed


def removed(scenario: Scenario, path: Path, at: int) -> Scenario:
    """Without an item of the list, and without what referred to it."""
    items = value_at(scenario, path)
    return tied(scenario, put(scenario, path, (*items[:at], *items[at + 1 :])))


def fresh(taken: Iterable[str], stem: str) -> str:
    """An identity that is not taken: role_1, role_2 ..."""
    known = set(taken)
    return next(name for number in count(1) if (name := f"{stem}_{number}") not in known)


def _names(scenario: Scenario) -> dict[str, set[Any]]:
    """What can be referred to, by its kind."""
    return {
        "role": {one.id for one in scenario.roles},
        "party": {one.id for one in scenario.parties},
        "issue": {one.id for one in scenario.issues},
        "option": {(issue.id, one.id) for issue in scenario.issues for one in issue.options},
        "attribute": {one.id for one in scenario.attributes},
        "answer": {(one.id, value) for one in scenario.attributes for value, _title in one.values},
        "value": {one.id for one in scenario.values},
        "phase": {phase.id for plan in scenario.plans for phase in plan.phases},
        "event": {one.id for one in scenario.events},
        "question": {one.id for one in scenario.poll.questions},
    }


def tied(before: Scenario, after: Scenario) -> Scenario:
    """`after` without references to what `before` had and it has not."""
    old, new = _names(before), _names(after)
    gone = {kind: names - new[kind] for kind, names in old.items()}
    if not any(gone.values()):
        return after
    after = _without_roles(after, gone["role"])
    after = _without_options(after, gone["option"], gone["issue"])
    after = _without_answers(after, gone)
    return _without_moments(after, gone)


def _kept(items: Iterable[Any], name: str, gone: set[Any]) -> tuple[Any, ...]:
    return tuple(one for one in items if getattr(one, name) not in gone)


def _without_roles(scenario: Scenario, gone: set[Any]) -> Scenario:
    rule, swap, rotation = scenario.rule, scenario.swap, scenario.rotation

    def others(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in names if name not in gone)

    roles = tuple(
        replace(
            role,
            merge_into="" if role.merge_into in gone else role.merge_into,
            objectives=_kept(role.objectives, "verifier", gone),
        )
        for role in scenario.roles
    )
    pairs = tuple(pair for pair in swap.pairs if not gone.intersection(pair)) if swap else ()
    return replace(
        scenario,
        roles=roles,
        scores=_kept(scenario.scores, "role", gone),
        relations=_kept(_kept(scenario.relations, "first", gone), "second", gone),
        rule=replace(
            rule, vetoes=others(rule.vetoes), proposer="" if rule.proposer in gone else rule.proposer
        ),
        clues=tuple(replace(clue, to=others(clue.to)) for clue in scenario.clues),
        events=tuple(replace(event, effects=_kept(event.effects, "role", gone)) for event in scenario.events),
        swap=replace(swap, pairs=pairs) if swap else None,
        rotation=replace(rotation, stay=others(rotation.stay)) if rotation else None,
    )


def _without_options(scenario: Scenario, gone: set[Any], issues: set[Any]) -> Scenario:
    def here(items: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(one for one in items if (one.issue, one.option) not in gone)

    return replace(
        scenario,
        scores=here(scenario.scores),
        tables=tuple(replace(table, columns=here(table.columns)) for table in scenario.tables),
        constraints=tuple(
            replace(one, options=tuple(place for place in one.options if place not in gone))
            for one in scenario.constraints
        ),
        events=tuple(replace(event, effects=here(event.effects)) for event in scenario.events),
        minutes=replace(
            scenario.minutes,
            suggestions=tuple(one for one in scenario.minutes.suggestions if one[0] not in issues),
        ),
    )


def _without_answers(scenario: Scenario, gone: dict[str, set[Any]]) -> Scenario:
    """Parties, questions at check-in and of the poll, values."""
    answers, poll = gone["answer"], scenario.poll

    def profile(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        return tuple(pair for pair in pairs if pair not in answers)

    roles = tuple(
        replace(
            role,
            party="" if role.party in gone["party"] else role.party,
            plays=profile(role.plays),
            avoid=profile(role.avoid),
            interests=_kept(role.interests, "value", gone["value"]),
        )
        for role in scenario.roles
    )
    issues = tuple(
        replace(issue, options=tuple(
            replace(option, effects=tuple(one for one in option.effects if one[0] not in gone["value"]))
            for option in issue.options
        ))
        for issue in scenario.issues
    )  # fmt: skip
    understanding = "" if poll.understanding in gone["question"] else poll.understanding
    camps = "" if poll.camps in gone["attribute"] else poll.camps
    return replace(
        scenario, roles=roles, issues=issues, poll=replace(poll, understanding=understanding, camps=camps),
        events=tuple(
            replace(event, effects=_kept(event.effects, "value", gone["value"])) for event in scenario.events
        ),
    )  # fmt: skip


def _without_moments(scenario: Scenario, gone: dict[str, set[Any]]) -> Scenario:
    """Phases and events that something waited for."""
    phases, swap, rotation = gone["phase"], scenario.swap, scenario.rotation
    clues = tuple(
        replace(clue, release=replace(
            clue.release,
            phase="" if clue.release.phase in phases else clue.release.phase,
            event="" if clue.release.event in gone["event"] else clue.release.event,
        ))
        for clue in scenario.clues
    )  # fmt: skip
    return replace(
        scenario,
        clues=clues,
        events=tuple(
            replace(event, phase="" if event.phase in phases else event.phase) for event in scenario.events
        ),
        swap=None if swap and swap.phase in phases else swap,
        rotation=None if rotation and rotation.phase in phases else rotation,
    )


def ordered(scenario: Scenario) -> Scenario:
    """With the matrix in the order of roles, issues and options, as a text holds it; a later score of one
    cell replaces the earlier one, what belongs to nothing stands last.
    """
    cells = {(one.role, one.issue, one.option): one for one in scenario.scores}
    places = [(issue.id, option.id) for issue in scenario.issues for option in issue.options]
    wanted = [(role.id, *place) for role in scenario.roles for place in places]
    rank = {cell: at for at, cell in enumerate(wanted)}
    roles = {cell[0]: at for at, cell in enumerate(dict.fromkeys(cells, 0))}
    known = {role.id: at for at, role in enumerate(scenario.roles)}
    last = len(wanted) + len(known) + len(roles)

    def place(cell: tuple[str, str, str]) -> tuple[int, int]:
        return known.get(cell[0], last + roles[cell[0]]), rank.get(cell, last)

    scores = tuple(cells[cell] for cell in sorted(cells, key=place))
    return scenario if scores == scenario.scores else replace(scenario, scores=scores)


def payers_changed(table: MoneyTable, payers: tuple[Any, ...]) -> MoneyTable:
    """The table with other payers; a payer keeps its shares, a new one pays nothing yet."""
    at = {payer.id: n for n, payer in enumerate(table.payers)}

    def share(shares: tuple[int, ...], name: str) -> int:
        place = at.get(name, len(shares))
        return shares[place] if place < len(shares) else 0

    columns = tuple(
        replace(one, shares_fen=tuple(share(one.shares_fen, payer.id) for payer in payers))
        for one in table.columns
    )
    return replace(table, payers=payers, columns=columns)


def stretched(plan: Plan, minutes: int) -> Plan:
    """The plan with all phases longer or shorter in proportion so that they take `minutes` in all; each has
    at least a minute, cues and warnings stay inside.
    """
    total = max(1, sum(phase.minutes for phase in plan.phases))
    exact = [phase.minutes * minutes for phase in plan.phases]
    lengths = [max(LEAST_MINUTES, one // total) for one in exact]
    order = sorted(range(len(exact)), key=lambda at: (-(exact[at] % total), at))
    for at in (order * minutes)[: max(0, minutes - sum(lengths))]:
        lengths[at] += 1
    phases = tuple(_resized(phase, length) for phase, length in zip(plan.phases, lengths, strict=True))
    return Plan(minutes, phases)


def _resized(phase: Any, length: int) -> Any:
    cues = tuple(replace(cue, minute=min(cue.minute, length)) for cue in phase.cues)
    warnings = tuple(one for one in phase.warnings if one <= length)
    return replace(phase, minutes=length, least=min(phase.least, length), cues=cues, warnings=warnings)


def trimmed(part: Any) -> Any:
    """The same with no blanks around any text, as it reads back from a file."""
    if isinstance(part, str):
        return part.strip()
    if isinstance(part, tuple):
        return tuple(trimmed(one) for one in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{one.name: trimmed(getattr(part, one.name)) for one in fields(part)})
    return part
