"""E01: every identity is well formed and unique among its kind, and everything named exists."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from meeting_app.domain.roleplay import vocabulary
from meeting_app.domain.roleplay.finding import Finding
from meeting_app.domain.roleplay.model import ALL, Scenario
from meeting_app.domain.roleplay.texts import Path, unknown_placeholders

IDENTITY: Final = re.compile(r"[a-z][a-z0-9_]{0,31}")
_Named = tuple[Path, str]


def _identities(scenario: Scenario) -> Iterator[list[_Named]]:
    """The identities of each kind with their places; a kind's identities are unique."""
    yield [(("identity", "id"), scenario.identity.id)]
    for kind in (
        "facts", "parties", "roles", "issues", "attributes", "values", "clues", "tables", "constraints",
        "events",
    ):  # fmt: skip
        yield [((kind, at, "id"), one.id) for at, one in enumerate(getattr(scenario, kind))]
    for at, attribute in enumerate(scenario.attributes):
        yield [(("attributes", at, "values", n), value) for n, (value, _) in enumerate(attribute.values)]
    for at, issue in enumerate(scenario.issues):
        yield [(("issues", at, "options", n, "id"), option.id) for n, option in enumerate(issue.options)]
    for at, table in enumerate(scenario.tables):
        yield [(("tables", at, "payers", n, "id"), payer.id) for n, payer in enumerate(table.payers)]
    for at, plan in enumerate(scenario.plans):
        yield [(("plans", at, "phases", n, "id"), phase.id) for n, phase in enumerate(plan.phases)]
    yield [(("poll", "questions", n, "id"), one.id) for n, one in enumerate(scenario.poll.questions)]


def _own(scenario: Scenario) -> Iterator[Finding]:
    for named in _identities(scenario):
        seen: set[str] = set()
        for path, name in named:
            if not IDENTITY.fullmatch(name):
                yield Finding("E01", "form", path, {"name": name})
            if name in seen:
                yield Finding("E01", "twice", path, {"name": name})
            seen.add(name)


def _unknown(kind: str, known: Collection[str], named: Iterable[_Named]) -> Iterator[Finding]:
    for path, name in named:
        if name not in known:
            yield Finding("E01", f"unknown_{kind}", path, {"name": name, "known": ", ".join(sorted(known))})


def _roles_named(scenario: Scenario) -> Iterator[_Named]:
    for at, role in enumerate(scenario.roles):
        if role.merge_into:
            yield ("roles", at, "merge_into"), role.merge_into
        for n, objective in enumerate(role.objectives):
            if objective.verifier != vocabulary.HOST:
                yield ("roles", at, "objectives", n, "verifier"), objective.verifier
    for at, relation in enumerate(scenario.relations):
        yield ("relations", at, "first"), relation.first
        yield ("relations", at, "second"), relation.second
    for at, score in enumerate(scenario.scores):
        yield ("scores", at), score.role
    yield from ((("rule", "vetoes", n), name) for n, name in enumerate(scenario.rule.vetoes))
    if scenario.rule.proposer:
        yield ("rule", "proposer"), scenario.rule.proposer
    yield from _roles_told(scenario)


def _roles_told(scenario: Scenario) -> Iterator[_Named]:
    for at, clue in enumerate(scenario.clues):
        yield from ((("clues", at, "to", n), name) for n, name in enumerate(clue.to) if name != ALL)
    for at, event in enumerate(scenario.events):
        yield from ((("events", at, "effects", n, "role"), one.role) for n, one in enumerate(event.effects))
    if scenario.swap:
        for at, pair in enumerate(scenario.swap.pairs):
            yield from ((("swap", "pairs", at), name) for name in pair)
    if scenario.rotation:
        yield from ((("rotation", "stay", n), name) for n, name in enumerate(scenario.rotation.stay))


def _options_named(scenario: Scenario) -> Iterator[tuple[Path, tuple[str, str]]]:
    for at, table in enumerate(scenario.tables):
        for n, column in enumerate(table.columns):
            yield ("tables", at, "columns", n), (column.issue, column.option)
    for at, score in enumerate(scenario.scores):
        yield ("scores", at), (score.issue, score.option)
    for at, constraint in enumerate(scenario.constraints):
        yield from ((("constraints", at, "options", n), place) for n, place in enumerate(constraint.options))
    for at, event in enumerate(scenario.events):
        for n, effect in enumerate(event.effects):
            if effect.kind == "score":
                yield ("events", at, "effects", n), (effect.issue, effect.option)


def _values_named(scenario: Scenario) -> Iterator[_Named]:
    for at, role in enumerate(scenario.roles):
        yield from (
            (("roles", at, "interests", n, "value"), one.value) for n, one in enumerate(role.interests)
        )
    for at, issue in enumerate(scenario.issues):
        for n, option in enumerate(issue.options):
            yield from ((("issues", at, "options", n, "effects"), name) for name, _points in option.effects)
    for at, event in enumerate(scenario.events):
        for n, effect in enumerate(event.effects):
            if effect.kind == "weight":
                yield ("events", at, "effects", n, "value"), effect.value


def _phases_named(scenario: Scenario) -> Iterator[_Named]:
    for at, clue in enumerate(scenario.clues):
        if clue.release.phase:
            yield ("clues", at, "release", "phase"), clue.release.phase
    for at, event in enumerate(scenario.events):
        if event.phase or event.trigger == "time":
            yield ("events", at, "phase"), event.phase
    if scenario.swap:
        yield ("swap", "phase"), scenario.swap.phase
    if scenario.rotation:
        yield ("rotation", "phase"), scenario.rotation.phase


def _attributes_named(scenario: Scenario) -> Iterator[Finding]:
    known = {one.id: {value for value, _title in one.values} for one in scenario.attributes}
    for at, role in enumerate(scenario.roles):
        for field, pairs in (("plays", role.plays), ("avoid", role.avoid)):
            for n, (name, value) in enumerate(pairs):
                path: Path = ("roles", at, field, n)
                yield from _unknown("attribute", known, [(path, name)])
                yield from _unknown("attribute_value", known.get(name, {value}), [(path, value)])
    if scenario.poll.camps:
        yield from _unknown("attribute", known, [(("poll", "camps"), scenario.poll.camps)])


def _references(scenario: Scenario) -> Iterator[Finding]:
    roles = [role.id for role in scenario.roles]
    phases = {phase.id for plan in scenario.plans for phase in plan.phases}
    parties = [(("roles", at, "party"), role.party) for at, role in enumerate(scenario.roles)]
    yield from _unknown("party", [one.id for one in scenario.parties], parties)
    yield from _unknown("role", roles, _roles_named(scenario))
    places = {f"{issue.id}.{option.id}" for issue in scenario.issues for option in issue.options}
    yield from _unknown("option", places, ((path, ".".join(at)) for path, at in _options_named(scenario)))
    yield from _unknown("value", [one.id for one in scenario.values], _values_named(scenario))
    yield from _unknown("phase", phases, _phases_named(scenario))
    events = [
        (("clues", at, "release", "event"), clue.release.event)
        for at, clue in enumerate(scenario.clues)
        if clue.release.event
    ]
    yield from _unknown("event", [one.id for one in scenario.events], events)
    yield from _attributes_named(scenario)
    if scenario.poll.understanding:
        questions = [one.id for one in scenario.poll.questions]
        named = [(("poll", "understanding"), scenario.poll.understanding)]
        yield from _unknown("question", questions, named)
    issues = [issue.id for issue in scenario.issues]
    suggestions = [
        (("minutes", "suggestions", n), name) for n, (name, _text) in enumerate(scenario.minutes.suggestions)
    ]
    yield from _unknown("issue", issues, suggestions)


def _words(scenario: Scenario) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    for at, plan in enumerate(scenario.plans):
        for n, phase in enumerate(plan.phases):
            path: Path = ("plans", at, "phases", n)
            yield (*path, "kind"), phase.kind, vocabulary.PHASE_KINDS
            yield (*path, "mode"), phase.mode, vocabulary.MODES
            yield (*path, "screen"), phase.screen, vocabulary.SCREENS
            yield (*path, "sound"), phase.sound, vocabulary.SOUNDS
            yield (*path, "decision"), phase.decision, vocabulary.DECISIONS
    for at, clue in enumerate(scenario.clues):
        yield ("clues", at, "rule"), clue.rule, vocabulary.CLUE_RULES
    for at, one in enumerate(scenario.constraints):
        yield ("constraints", at, "kind"), one.kind, vocabulary.CONSTRAINT_KINDS
    for at, event in enumerate(scenario.events):
        yield ("events", at, "trigger"), event.trigger, vocabulary.TRIGGERS
        for n, effect in enumerate(event.effects):
            yield ("events", at, "effects", n, "kind"), effect.kind, vocabulary.EFFECT_KINDS


def check_names(scenario: Scenario) -> Iterator[Finding]:
    """E01."""
    yield from _own(scenario)
    yield from _references(scenario)
    for path, word, offered in _words(scenario):
        if word not in offered:
            known = ", ".join(one for one in offered if one)
            yield Finding("E01", "not_offered", path, {"name": word, "known": known})
    for path, word in unknown_placeholders(scenario):
        yield Finding("E01", "placeholder", path, {"name": word})
