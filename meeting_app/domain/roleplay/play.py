"""A play while it runs: phases in lockstep, clues, events, proposals, cards, partial agreements.

Every function takes a state and answers the next one; nothing ticks and nothing is forgotten, so that a crash
resumes at the same second. Everything can be skipped, repeated and inserted. Time comes in as an Instant.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from meeting_app.domain.clock import Clock, Instant
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay.deals import broken
from meeting_app.domain.roleplay.ledger import Choice, Deal
from meeting_app.domain.roleplay.model import Cue, Event, Phase, Plan, Scenario
from meeting_app.domain.roleplay.seating import Seats

MINUTE_MS: Final = 60_000
MOST_ALLOWANCE_MS: Final = 30 * MINUTE_MS  # by which one table may be ahead or behind
COLOURS: Final = ("", "yellow", "red")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a table proposed. `at_ms` is the time into `phase`, `cards` the silent yes or no of the roles."""

    number: int
    deal: Deal
    phase: str
    at_ms: int
    cards: tuple[tuple[str, bool], ...] = ()

    def yes(self) -> tuple[str, ...]:
        """The roles that showed yes."""
        return tuple(role for role, accepts in self.cards if accepts)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its roles, ms it may take longer (or less, below 0), its card, whether it asks for help, what
    it proposed, and which roles agree to which choice of a single issue.
    """

    number: int
    seats: Seats
    allowance_ms: int = 0
    colour: str = ""
    help: bool = False
    proposals: tuple[Proposal, ...] = ()
    agreed: tuple[tuple[str, Choice, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Play:
    """The state. `phases` are the plan's and what was inserted; `at` is the one that runs, -1 before the
    first, their number after the last. `clock` is the phase's.
    """

    phases: tuple[Phase, ...]
    tables: tuple[Table, ...]
    at: int = -1
    clock: Clock = field(default_factory=lambda: Clock(0))
    released: tuple[str, ...] = ()
    fired: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()

    @property
    def phase(self) -> Phase | None:
        """The phase that runs; None before the first and after the last."""
        return self.phases[self.at] if 0 <= self.at < len(self.phases) else None

    @property
    def over(self) -> bool:
        """Whether the last phase has ended."""
        return self.at >= len(self.phases)

    def table(self, number: int) -> Table:
        """A table by its number; refuses one that is not there."""
        for table in self.tables:
            if table.number == number:
                return table
        raise Refusal("play_no_table", table=number)


def prepared(plan: Plan, tables: Iterable[Seats]) -> Play:
    """A play that has not begun."""
    return Play(plan.phases, tuple(Table(number, seats) for number, seats in enumerate(tables, 1)))


def _enter(play: Play, at: int, now: Instant) -> Play:
    """Begin a phase at its first second, or end the play."""
    inside = 0 <= at < len(play.phases)
    clock = Clock(play.phases[at].minutes * MINUTE_MS).started(now) if inside else Clock(0)
    tables = tuple(replace(table, allowance_ms=0, help=False) for table in play.tables)
    return replace(play, at=max(-1, min(at, len(play.phases))), clock=clock, tables=tables)


def forward(play: Play, now: Instant) -> Play:
    """To the next phase; from the last one to the end. Refused when it is over."""
    if play.over:
        raise Refusal("play_over")
    return _enter(play, play.at + 1, now)


def back(play: Play, now: Instant) -> Play:
    """To the phase before, from its start. Refused before the second one."""
    if play.at <= 0:
        raise Refusal("play_at_start")
    return _enter(play, play.at - 1, now)


def skip(play: Play, now: Instant) -> Play:
    """Leave the phase out; it is remembered as skipped. Only phases that may be skipped."""
    phase = _running(play)
    if not phase.skippable:
        raise Refusal("play_not_skippable", phase=phase.title)
    return replace(forward(play, now), skipped=(*play.skipped, phase.id))


def repeat(play: Play, now: Instant) -> Play:
    """The phase that runs, once more from its start; what came out of it stays."""
    _running(play)
    return _enter(play, play.at, now)


def insert(play: Play, phase: Phase) -> Play:
    """A further phase after the one that runs. Its identity gets a number when it is there already."""
    if play.over:
        raise Refusal("play_over")
    taken = {one.id for one in play.phases}
    name = next(
        name
        for number in range(1, len(taken) + 2)
        if (name := phase.id if number == 1 else f"{phase.id}_{number}") not in taken
    )
    place = play.at + 1
    return replace(play, phases=(*play.phases[:place], replace(phase, id=name), *play.phases[place:]))


def paused(play: Play, now: Instant) -> Play:
    """The clock stands; the same second when it goes on."""
    return replace(play, clock=play.clock.paused(now))


def resumed(play: Play, now: Instant) -> Play:
    """The clock goes on, while a phase runs."""
    _running(play)
    return replace(play, clock=play.clock.started(now))


def extended(play: Play, by_ms: int) -> Play:
    """More or less time for the phase at all tables."""
    _running(play)
    return replace(play, clock=play.clock.extended(by_ms))


def _running(play: Play) -> Phase:
    if play.phase is None:
        raise Refusal("play_not_running")
    return play.phase


def _with(play: Play, changed: Table) -> Play:
    tables = tuple(changed if one.number == changed.number else one for one in play.tables)
    return replace(play, tables=tables)


def allow(play: Play, table: int, by_ms: int) -> Play:
    """So much more (or less) time for one table in this phase."""
    _running(play)
    one = play.table(table)
    total = one.allowance_ms + by_ms
    if abs(total) > MOST_ALLOWANCE_MS:
        raise Refusal("play_allowance", most=MOST_ALLOWANCE_MS // MINUTE_MS)
    return _with(play, replace(one, allowance_ms=total))


def remaining_ms(play: Play, now: Instant, table: int = 0) -> int:
    """What is left of the phase, for one table with its allowance; negative over time."""
    more = play.table(table).allowance_ms if table else 0
    return play.clock.remaining(now) + more


def show_card(play: Play, table: int, colour: str) -> Play:
    """A table's yellow card slows, its red one stops, "" takes it back."""
    if colour not in COLOURS:
        raise Refusal("play_colour")
    return _with(play, replace(play.table(table), colour=colour))


def ask_help(play: Play, table: int, wanted: bool = True) -> Play:
    """A table asks the facilitator to come, or no longer does."""
    return _with(play, replace(play.table(table), help=wanted))


def release(play: Play, scenario: Scenario, clue: str) -> Play:
    """A clue comes out; it does so once."""
    if clue not in {one.id for one in scenario.clues}:
        raise Refusal("play_no_clue")
    if clue in play.released:
        raise Refusal("play_clue_out")
    return replace(play, released=(*play.released, clue))


def fire(play: Play, scenario: Scenario, event: str) -> Play:
    """An event happens, once, with the clues that it brings."""
    if event not in {one.id for one in scenario.events}:
        raise Refusal("play_no_event")
    if event in play.fired:
        raise Refusal("play_event_past")
    clues = tuple(
        one.id for one in scenario.clues if one.release.event == event and one.id not in play.released
    )
    return replace(play, fired=(*play.fired, event), released=play.released + clues)


def due_clues(play: Play, scenario: Scenario, now: Instant) -> tuple[str, ...]:
    """The clues whose moment has come and that are not out."""
    phase = play.phase.id if play.phase else ""
    minute = play.clock.elapsed(now) // MINUTE_MS
    return tuple(
        clue.id
        for clue in scenario.clues
        if clue.id not in play.released
        and clue.release.phase
        and clue.release.phase == phase
        and clue.release.minute <= minute
    )


def _silent_ms(play: Play, phase: Phase, now: Instant) -> int:
    """How long no table has proposed anything in this phase; a proposal before it was repeated is none."""
    elapsed = play.clock.elapsed(now)
    proposals = [one for table in play.tables for one in table.proposals if one.phase == phase.id]
    return elapsed - max((one.at_ms for one in proposals if one.at_ms <= elapsed), default=0)


def due_events(play: Play, scenario: Scenario, now: Instant) -> tuple[Event, ...]:
    """The events whose moment has come; manual ones never are. A deadlock counts in the phase that it names,
    or in every negotiation.
    """
    phase = play.phase
    if phase is None:
        return ()

    def is_due(event: Event) -> bool:
        if event.trigger == "time":
            return event.phase == phase.id and event.minute * MINUTE_MS <= play.clock.elapsed(now)
        here = event.phase == phase.id if event.phase else phase.kind == "negotiate"
        return (
            event.trigger == "deadlock" and here and event.minute * MINUTE_MS <= _silent_ms(play, phase, now)
        )

    return tuple(event for event in scenario.events if event.id not in play.fired and is_due(event))


def cue_now(play: Play, now: Instant) -> Cue | None:
    """What the facilitator should say: the last cue whose minute has come."""
    minute = play.clock.elapsed(now) // MINUTE_MS
    cues = play.phase.cues if play.phase else ()
    said = [cue for cue in cues if cue.minute <= minute]
    return max(said, key=lambda cue: cue.minute, default=None)


def warning_now(play: Play, now: Instant) -> int | None:
    """The last warning that is due (minutes before the end), None when none is."""
    left = play.clock.remaining(now)
    warnings = play.phase.warnings if play.phase else ()
    return min((one for one in warnings if left <= one * MINUTE_MS), default=None)


def propose(play: Play, scenario: Scenario, table: int, deal: Deal, now: Instant) -> Play:
    """A table's host keys in a proposal: one choice for each issue. Refused when it is none, breaks a
    constraint, or the rounds are used up.
    """
    phase = _running(play)
    one = play.table(table)
    if len(one.proposals) >= scenario.rule.rounds:
        raise Refusal("play_no_round_left", rounds=scenario.rule.rounds)
    _check_deal(scenario, deal)
    new = Proposal(len(one.proposals) + 1, deal, phase.id, play.clock.elapsed(now))
    return _with(play, replace(one, proposals=(*one.proposals, new), help=False))


def _check_deal(scenario: Scenario, deal: Deal) -> None:
    if len(deal) != len(scenario.issues):
        raise Refusal("play_incomplete")
    for issue, choice in zip(scenario.issues, deal, strict=True):
        _check_choice(scenario, issue.id, choice)
    for constraint in broken(scenario, deal):
        raise Refusal("play_constraint", text=constraint.text)


def _check_choice(scenario: Scenario, name: str, choice: Choice) -> None:
    issue = next((one for one in scenario.issues if one.id == name), None)
    known = {option.id for option in issue.options} if issue else set()
    if issue is None or not issue.least <= len(set(choice)) <= issue.most or not known.issuperset(choice):
        raise Refusal("play_incomplete")


def answer(play: Play, table: int, role: str, accepts: bool) -> Play:
    """A role's silent card on the table's last proposal; a second one replaces the first."""
    one = play.table(table)
    if not one.proposals:
        raise Refusal("play_no_proposal")
    if role not in one.seats:
        raise Refusal("play_no_role")
    last = one.proposals[-1]
    cards = (*(card for card in last.cards if card[0] != role), (role, accepts))
    return _with(play, replace(one, proposals=(*one.proposals[:-1], replace(last, cards=cards))))


def agree(
    play: Play, scenario: Scenario, table: int, issue: str, choice: Choice, roles: Collection[str]
) -> Play:
    """Which roles accept a choice of one issue: a partial result. No roles take it back."""
    one = play.table(table)
    _check_choice(scenario, issue, choice)
    if not set(one.seats).issuperset(roles):
        raise Refusal("play_no_role")
    kept = tuple(entry for entry in one.agreed if entry[0] != issue)
    new = ((issue, tuple(choice), tuple(role for role in dict.fromkeys(one.seats) if role in roles)),)
    return _with(play, replace(one, agreed=kept + (new if roles else ())))
