"""What stands on the papers of a play, from its frozen scenario, its plan and the seats of its tables.

Who sits where is not asked: cards belong to seats. Papers that lie on the table are made from public texts,
so that they cannot tell a secret.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from meeting_app.domain.roleplay import tokens
from meeting_app.domain.roleplay.ledger import Ledger, ledger
from meeting_app.domain.roleplay.model import ALL, Clue, Event, Phase, Plan, Role, Scenario
from meeting_app.domain.roleplay.seating import Seats, stand_in
from meeting_app.domain.roleplay.texts import fill
from meeting_app.domain.roleplay.verdict import needed, voices
from meeting_app.queries import papers_roleplay as p
from meeting_app.queries.paper_mark import PaperMark


@dataclass(frozen=True, slots=True)
class Staging:
    """A play that is ready to be printed: the roles of every table (table 1 first), when it begins if that is
    known, the random codes of its poll.
    """

    play_id: str
    scenario: Scenario
    plan: Plan
    tables: tuple[Seats, ...]
    codes: tuple[str, ...]
    meeting: str = ""
    place: str = ""
    starts_at: datetime | None = None

    @property
    def token(self) -> str:
        """The play's four characters."""
        return tokens.play_token(self.play_id)

    def seats(self) -> Iterator[tuple[int, int, Role]]:
        """(table, seat, role) in the order in which papers are handed out."""
        roles = {role.id: role for role in self.scenario.roles}
        for table, seats in enumerate(self.tables, 1):
            for seat, role in enumerate(seats, 1):
                yield table, seat, roles[role]


def _head(staging: Staging) -> p.PlayHead:
    identity = staging.scenario.identity
    return p.PlayHead(identity.title, identity.fiction, len(staging.tables), sum(map(len, staging.tables)))


def _names(scenario: Scenario) -> dict[str, str]:
    return {role.id: role.name for role in scenario.roles}


def _party(scenario: Scenario, role: Role) -> str:
    return next((party.name for party in scenario.parties if party.id == role.party), "")


def _filled(scenario: Scenario, texts: tuple[str, ...], role: str, book: Ledger) -> tuple[str, ...]:
    return tuple(fill(scenario, text, role, book) for text in texts)


def _aims(scenario: Scenario, role: Role, book: Ledger) -> tuple[tuple[str, str], ...]:
    names = _names(scenario)
    return tuple(
        (fill(scenario, aim.text, role.id, book), names.get(aim.verifier, "")) for aim in role.objectives
    )


def _card_issues(scenario: Scenario, role: Role, book: Ledger) -> tuple[p.CardIssue, ...]:
    points = book.points.get(role.id)
    if points is None:
        return ()
    return tuple(
        p.CardIssue(
            issue.title, tuple((one.title, points.get((issue.id, one.id), 0)) for one in issue.options)
        )
        for issue in scenario.issues
    )


def role_cards(staging: Staging, mark: PaperMark) -> p.RoleCardPaper:
    """A card for every seat."""
    scenario, book = staging.scenario, ledger(staging.scenario)

    def told(text: str, role: Role) -> str:
        return fill(scenario, text, role.id, book)

    cards = tuple(
        p.RoleCard(
            table, role.name, _party(scenario, role), told(role.public, role), told(role.secret, role),
            told(role.opening, role), _filled(scenario, role.keep, role.id, book),
            _filled(scenario, role.give, role.id, book),
            tuple((told(one.text, role), one.weight) for one in role.interests), role.walk_away,
            told(role.walk_away_text, role), _aims(scenario, role, book),
            _filled(scenario, role.must_not, role.id, book), _card_issues(scenario, role, book),
            role.sheet, tokens.sheet_token(staging.token, table, tokens.CARD, seat),
        )
        for table, seat, role in staging.seats()
    )  # fmt: skip
    return p.RoleCardPaper(mark, _head(staging), cards)


def tents(staging: Staging, mark: PaperMark) -> p.TentPaper:
    """A tent for every table and every seat."""
    scenario = staging.scenario
    roles = tuple(
        p.TentRole(table, role.name, _party(scenario, role), fill(scenario, role.public))
        for table, _seat, role in staging.seats()
    )
    return p.TentPaper(mark, _head(staging), roles)


def _release_order(staging: Staging) -> list[Clue]:
    """The clues by the time at which they come out; those of events last."""
    place = {phase.id: at for at, phase in enumerate(staging.plan.phases)}
    return sorted(
        staging.scenario.clues,
        key=lambda clue: (place.get(clue.release.phase, len(place)), clue.release.minute),
    )


def _receivers(scenario: Scenario, clue: Clue, seats: Seats) -> list[str]:
    """The roles at a table that get a clue, or who stands in for them; ALL for the whole table."""
    if clue.to == (ALL,):
        return [ALL]
    found = [stand_in(scenario, role, seats) for role in clue.to]
    return list(dict.fromkeys(role for role in found if role))


def _table_clues(staging: Staging) -> Iterator[tuple[int, int, str, Clue]]:
    """(table, number there, role or ALL, clue)."""
    for table, seats in enumerate(staging.tables, 1):
        number = 0
        for clue in _release_order(staging):
            for role in _receivers(staging.scenario, clue, seats):
                number += 1
                yield table, number, role, clue


def _titles(staging: Staging) -> tuple[dict[str, str], dict[str, str]]:
    """Titles of phases and of events."""
    phases = {phase.id: phase.title for phase in staging.plan.phases}
    return phases, {event.id: event.title for event in staging.scenario.events}


def clue_cards(staging: Staging, mark: PaperMark) -> p.CluePaper:
    """A card for every clue at every table; refused by the caller when the scenario has none."""
    names, (phases, events) = _names(staging.scenario), _titles(staging)
    cards = tuple(
        p.ClueCard(
            table, number, names.get(role, ""), clue.title, fill(staging.scenario, clue.text, role),
            clue.rule, phases.get(clue.release.phase, ""), clue.release.minute,
            events.get(clue.release.event, ""), tokens.sheet_token(staging.token, table, tokens.CLUE, number),
        )
        for table, number, role, clue in _table_clues(staging)
    )  # fmt: skip
    return p.CluePaper(mark, _head(staging), cards)


def _envelopes(staging: Staging, wanted: int) -> tuple[p.Envelope, ...]:
    names, (phases, events) = _names(staging.scenario), _titles(staging)
    return tuple(
        p.Envelope(
            number, names.get(role, ""), phases.get(clue.release.phase, ""), clue.release.minute,
            events.get(clue.release.event, ""),
        )
        for table, number, role, clue in _table_clues(staging)
        if table == wanted
    )  # fmt: skip


def _constraints(scenario: Scenario) -> tuple[str, ...]:
    return tuple(fill(scenario, one.text) for one in scenario.constraints if one.text)


def proposals(staging: Staging, mark: PaperMark) -> p.ProposalPaper:
    """As many sheets for every table as it may propose."""
    scenario, names = staging.scenario, _names(staging.scenario)
    issues = tuple(
        p.ProposalIssue(
            issue.title, tuple((one.title, fill(scenario, one.text)) for one in issue.options), issue.least,
            issue.most,
        )
        for issue in scenario.issues
    )  # fmt: skip
    sheets = tuple(
        p.ProposalSheet(
            table, number, tuple(names[role] for role in voices(scenario, seats)),
            tokens.sheet_token(staging.token, table, tokens.PROPOSAL, number),
        )
        for table, seats in enumerate(staging.tables, 1)
        for number in range(1, scenario.rule.rounds + 1)
    )  # fmt: skip
    return p.ProposalPaper(mark, _head(staging), issues, _constraints(scenario), sheets)


def observers(staging: Staging, mark: PaperMark) -> p.ObserverPaper:
    """A sheet for every observer, and at least one for every table: anybody may become one."""
    scenario = staging.scenario
    watching = {role.id: role for role in scenario.roles if role.observer}
    questions = next((role.sheet for role in watching.values() if role.sheet), ())
    sheets = tuple(
        p.ObserverSheet(table, tokens.sheet_token(staging.token, table, tokens.OBSERVER, number))
        for table, seats in enumerate(staging.tables, 1)
        for number in range(1, max(1, sum(role in watching for role in seats)) + 1)
    )
    issues = tuple(issue.title for issue in scenario.issues)
    return p.ObserverPaper(mark, _head(staging), questions, issues, sheets)


def _steps(staging: Staging) -> Iterator[tuple[p.Step, Phase]]:
    minute = 0
    for phase in staging.plan.phases:
        at = staging.starts_at + timedelta(minutes=minute) if staging.starts_at else None
        yield p.Step(at, minute, phase.minutes, phase.title, phase.kind, phase.mode), phase
        minute += phase.minutes


def _accepting(scenario: Scenario, seats: Seats) -> p.Accepting:
    rule, names, present = scenario.rule, _names(scenario), voices(scenario, seats)
    vetoes = tuple(names[role] for role in rule.vetoes if role in present)
    return p.Accepting(
        needed(scenario, seats), len(present), vetoes, names.get(rule.proposer, ""), rule.rounds,
        fill(scenario, rule.failure),
    )  # fmt: skip


def _rounds(scenario: Scenario) -> tuple[tuple[str, str, int], ...]:
    return tuple((one.title, one.text, one.minutes) for one in scenario.debrief.rounds)


def hosts(staging: Staging, mark: PaperMark) -> p.HostPaper:
    """A page for the host of every table: what is said at the beginning of each phase, and no secret."""
    scenario, names = staging.scenario, _names(staging.scenario)
    steps = tuple(
        (step, next((fill(scenario, cue.text) for cue in phase.cues if cue.minute == 0), ""))
        for step, phase in _steps(staging)
    )
    sheets = tuple(
        p.HostSheet(
            table, tuple(names[role] for role in seats), _accepting(scenario, seats),
            _envelopes(staging, table),
            tokens.sheet_token(staging.token, table, tokens.HOST, 1),
        )
        for table, seats in enumerate(staging.tables, 1)
    )  # fmt: skip
    safety = scenario.safety
    return p.HostPaper(
        mark, _head(staging), steps, safety.red, safety.yellow, safety.text, scenario.debrief.derole,
        _rounds(scenario), sheets,
    )  # fmt: skip


def returns(staging: Staging, mark: PaperMark) -> p.ReturnPaper:
    """What comes back from every seat. Clues count at the first seat of a role."""
    scenario = staging.scenario
    held: dict[tuple[int, str], int] = {}
    for table, _number, role, _clue in _table_clues(staging):
        held[table, role] = held.get((table, role), 0) + 1
    rows = tuple(
        p.ReturnRow(table, role.name, held.pop((table, role.id), 0)) for table, _s, role in staging.seats()
    )
    shared = max((count for (_table, role), count in held.items() if role == ALL), default=0)
    return p.ReturnPaper(mark, _head(staging), rows, shared, scenario.rule.rounds, len(staging.codes))


def polls(staging: Staging, mark: PaperMark) -> p.PollPaper:
    """A sheet for every code."""
    poll, token = staging.scenario.poll, staging.token
    asked = next((one for one in staging.scenario.attributes if one.id == poll.camps), None)
    sheets = tuple(
        p.PollSheetPair(code, *(tokens.half_token(token, half, code) for half in tokens.HALVES))
        for code in staging.codes
    )
    questions = tuple(p.PollQuestion(one.text, one.low, one.high) for one in poll.questions)
    camps = tuple(title for _id, title in asked.values) if asked else ()
    return p.PollPaper(mark, _head(staging), questions, asked.title if asked else "", camps, sheets)


def _phase_cues(staging: Staging, phase: Phase) -> Iterator[p.Cue]:
    """Everything that happens in a phase, unsorted."""
    scenario, names = staging.scenario, _names(staging.scenario)
    for cue in phase.cues:
        yield p.Cue(cue.minute, "say", "", fill(scenario, cue.text))
    for clue in scenario.clues:
        if clue.release.phase == phase.id:
            who = () if clue.to == (ALL,) else tuple(names[role] for role in clue.to if role in names)
            yield p.Cue(clue.release.minute, "clue", clue.title, fill(scenario, clue.text), who, clue.rule)
    for event in scenario.events:
        if event.trigger == "time" and event.phase == phase.id:
            yield p.Cue(event.minute, "event", event.title, fill(scenario, event.text))
    for before in phase.warnings:
        yield p.Cue(phase.minutes - before, "warn", str(before), "")
    if scenario.swap and scenario.swap.phase == phase.id:
        for first, second in scenario.swap.pairs:
            yield p.Cue(0, "swap", "", "", (names.get(first, first), names.get(second, second)))
    if scenario.rotation and scenario.rotation.phase == phase.id:
        yield p.Cue(0, "rotate", "", "", tuple(names.get(role, role) for role in scenario.rotation.stay))
    if phase.decision:
        yield p.Cue(phase.minutes, "decide", phase.decision, "")


def _script_phase(staging: Staging, step: p.Step, phase: Phase) -> p.ScriptPhase:
    cues = tuple(sorted(_phase_cues(staging, phase), key=lambda cue: cue.minute))
    return p.ScriptPhase(step, cues, phase.screen, phase.skippable, phase.least)


def _script_event(staging: Staging, event: Event) -> p.ScriptEvent:
    scenario, names = staging.scenario, _names(staging.scenario)
    words = {issue.id: issue.title for issue in scenario.issues}
    options = {(issue.id, one.id): one.title for issue in scenario.issues for one in issue.options}
    values = {value.id: value.name for value in scenario.values}
    effects = tuple(
        (
            names.get(one.role, one.role), one.kind, words.get(one.issue, ""),
            options.get((one.issue, one.option)) or values.get(one.value, ""), one.by,
        )
        for one in event.effects
    )  # fmt: skip
    phases, _events = _titles(staging)
    return p.ScriptEvent(
        event.title, fill(scenario, event.text), event.trigger, phases.get(event.phase, ""), event.minute,
        effects,
    )  # fmt: skip


def _script_role(scenario: Scenario, role: Role, book: Ledger) -> p.ScriptRole:
    return p.ScriptRole(
        role.name, _party(scenario, role), fill(scenario, role.public),
        fill(scenario, role.secret, role.id, book), role.walk_away,
        fill(scenario, role.walk_away_text, role.id, book),
        tuple(text for text, _who in _aims(scenario, role, book)), role.id in scenario.rule.vetoes,
    )  # fmt: skip


def script(staging: Staging, mark: PaperMark) -> p.ScriptPaper:
    """The facilitator's script, with everything that is secret."""
    scenario, book = staging.scenario, ledger(staging.scenario)
    seated = {role for seats in staging.tables for role in seats}
    scored = [role for role in scenario.scored if role.id in seated]
    points = tuple(
        (
            issue.title,
            tuple(
                (one.title, tuple(book.points[role.id].get((issue.id, one.id), 0) for role in scored))
                for one in issue.options
            ),
        )
        for issue in scenario.issues
    )
    return p.ScriptPaper(
        mark, _head(staging), staging.meeting, staging.place, staging.plan.minutes,
        fill(scenario, scenario.setting),
        tuple(_script_phase(staging, step, phase) for step, phase in _steps(staging)),
        _accepting(scenario, tuple(role.id for role in scenario.scored)),
        tuple(_script_event(staging, event) for event in scenario.events),
        tuple(_script_role(scenario, role, book) for role in scenario.roles if role.id in seated),
        tuple(role.name for role in scored), points, _constraints(scenario), _rounds(scenario),
        scenario.debrief.derole, scenario.safety.text, scenario.safety.red, scenario.safety.yellow,
        scenario.materials, scenario.debrief.reveal_scores,
    )  # fmt: skip


MAKERS: Final[Mapping[str, Callable[[Staging, PaperMark], Any]]] = {
    "play_cards": role_cards,
    "play_cards_large": role_cards,
    "play_tents": tents,
    "play_clues": clue_cards,
    "play_proposals": proposals,
    "play_observers": observers,
    "play_hosts": hosts,
    "play_polls": polls,
    "play_script": script,
    "play_returns": returns,
}
