"""What a new role, issue, clue ... is before its author says more."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from meeting_app.domain.roleplay import editing
from meeting_app.domain.roleplay import model as m
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.domain.roleplay.texts import Path
from meeting_app.i18n import _

Maker = Callable[[Scenario, Path], Any]
STEMS: Final = {
    "facts": "fact", "parties": "party", "roles": "role", "issues": "issue", "attributes": "question",
    "values": "value", "clues": "clue", "tables": "table", "constraints": "limit", "events": "event",
    "options": "option", "payers": "payer", "questions": "question", "phases": "phase",
}  # fmt: skip


def name_for(scenario: Scenario, path: Path) -> str:
    """A free identity for one more in the list at a path."""
    kind = str(path[-1])
    items = editing.value_at(scenario, path)
    if kind == "values" and len(path) > 1:  # the answers of a question at check-in are (identity, title)
        return editing.fresh((value for value, _title in items), "answer")
    if kind == "phases":
        taken = [phase.id for plan in scenario.plans for phase in plan.phases]
        return editing.fresh(taken, STEMS[kind])
    return editing.fresh((one.id for one in items), STEMS[kind])


def _first(items: tuple[Any, ...]) -> str:
    return items[0].id if items else ""


def role(scenario: Scenario, path: Path) -> m.Role:
    """A role of the first side that says no below half of all points."""
    return m.Role(name_for(scenario, path), _first(scenario.parties), "", "", walk_away=0)


def issue(scenario: Scenario, path: Path) -> m.Issue:
    """A question with two ways to settle it."""
    return m.Issue(name_for(scenario, path), "", "", (m.Option("option_1", ""), m.Option("option_2", "")))


def attribute(scenario: Scenario, path: Path) -> m.Attribute:
    """A question with two answers."""
    return m.Attribute(name_for(scenario, path), "", (("answer_1", ""), ("answer_2", "")))


def clue(scenario: Scenario, path: Path) -> m.Clue:
    """For everybody, when the negotiation begins."""
    phases = [phase for plan in scenario.plans for phase in plan.phases]
    talks = [phase.id for phase in phases if phase.kind == "negotiate"] or [phase.id for phase in phases[:1]]
    return m.Clue(name_for(scenario, path), "", "", (m.ALL,), m.Release(phase=talks[0] if talks else ""))


def event(scenario: Scenario, path: Path) -> m.Event:
    """Made by the facilitator."""
    return m.Event(name_for(scenario, path), "", "", "manual")


def table(scenario: Scenario, path: Path) -> m.MoneyTable:
    """A table with one payer; its columns are the options that one chooses."""
    return m.MoneyTable(name_for(scenario, path), "", (m.Payer("payer_1", "", 1),), ())


def phase(scenario: Scenario, path: Path) -> m.Phase:
    """Five minutes at the tables."""
    return m.Phase(name_for(scenario, path), "act", "", "table", 5, 1)


NEW: Final[Mapping[str, Maker]] = {
    "roles": role,
    "issues": issue,
    "attributes": attribute,
    "clues": clue,
    "events": event,
    "tables": table,
    "phases": phase,
    "constraints": lambda scenario, path: m.Constraint(name_for(scenario, path), "budget", ""),
    "facts": lambda scenario, path: m.Fact(name_for(scenario, path), "", ""),
    "parties": lambda scenario, path: m.Party(name_for(scenario, path), ""),
    "values": lambda scenario, path: m.Value(name_for(scenario, path), ""),
    "answers": lambda scenario, path: (name_for(scenario, path), ""),
    "options": lambda scenario, path: m.Option(name_for(scenario, path), ""),
    "payers": lambda scenario, path: m.Payer(name_for(scenario, path), "", 1),
    "questions": lambda scenario, path: m.Question(name_for(scenario, path), "", _("no"), _("yes")),
    "relations": lambda scenario, _path: m.Relation(_role(scenario, 0), _role(scenario, 1), ""),
    "objectives": lambda _scenario, _path: m.Objective("", "host"),
    "interests": lambda scenario, _path: m.Interest(_first(scenario.values), "", 0),
    "cues": lambda _scenario, _path: m.Cue(0, ""),
    "rounds": lambda _scenario, _path: m.DebriefRound("", "", 3),
    "effects": lambda scenario, _path: m.Effect("walk_away", _role(scenario, 0), 0),
}


def _role(scenario: Scenario, at: int) -> str:
    return scenario.roles[at].id if at < len(scenario.roles) else _first(scenario.roles)


def duplicated(scenario: Scenario, path: Path, at: int) -> Scenario:
    """With one part of a list once more behind it, under another identity; a role with its points."""
    item = editing.value_at(scenario, path)[at]
    copy = replace(item, id=name_for(scenario, path))
    more = editing.inserted(scenario, path, at + 1, copy)
    key = {"roles": "role", "issues": "issue"}.get(str(path[-1]))
    if key is None:
        return more
    extra = tuple(replace(one, **{key: copy.id}) for one in scenario.scores if getattr(one, key) == item.id)
    return replace(more, scores=(*more.scores, *extra))
