"""Trying a scenario out alone: a fast clock goes through a plan, one person plays everybody, and where time
ran out is remembered. Without Qt and without a clock of its own: time comes in as instants.
"""

from dataclasses import dataclass, field, replace
from typing import Final

from meeting_app.domain.clock import Instant
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay import editing
from meeting_app.domain.roleplay import model as m
from meeting_app.domain.roleplay import play as plays
from meeting_app.domain.roleplay.deals import broken
from meeting_app.domain.roleplay.ledger import Deal
from meeting_app.domain.roleplay.play import MINUTE_MS, Play
from meeting_app.domain.roleplay.seating import layouts
from meeting_app.domain.roleplay.verdict import voices, willing
from meeting_app.i18n import _

SPEEDS: Final = (10, 30, 60)


@dataclass(frozen=True, slots=True)
class Lap:
    """How a phase went: its minutes, and the milliseconds of the play that were needed."""

    phase: int
    title: str
    minutes: int
    used_ms: int

    @property
    def short(self) -> bool:
        """Whether its time ran out."""
        return self.used_ms > self.minutes * MINUTE_MS


@dataclass(frozen=True, slots=True)
class Answer:
    """Who would accept a deal by the points, who not, whether it passes, and which constraint it breaks."""

    yes: tuple[str, ...]
    no: tuple[str, ...]
    passes: bool
    breaks: str = ""


@dataclass(slots=True)
class Trial:
    """One run of a plan at one table; `speed` minutes of the play pass in one."""

    scenario: m.Scenario
    plan: int
    speed: int
    anchor: Instant
    passed_ms: int = 0
    laps: list[Lap] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    play: Play = field(init=False)

    def __post_init__(self) -> None:
        if not (self.scenario.plans and self.scenario.roles):
            raise Refusal("scenario_nothing_to_try")
        self.play = plays.prepared(self.scenario.plans[self.plan], (self._seats(),))
        self.play = plays.forward(self.play, self.fast(self.anchor))

    def _seats(self) -> tuple[str, ...]:
        """One table with everybody that a table can have."""
        for count in range(self.scenario.players.table_most, 0, -1):
            found = [tables for tables in layouts(self.scenario, count) if len(tables) == 1]
            if found:
                return found[0][0]
        return tuple(role.id for role in self.scenario.roles)

    def fast(self, now: Instant) -> Instant:
        """The instant of the play at a real one."""
        gone = self.passed_ms + (now.mono_ms - self.anchor.mono_ms) * self.speed
        return Instant(gone, gone, "trial")

    def set_speed(self, speed: int, now: Instant) -> None:
        """Faster or slower from now on."""
        self.passed_ms = self.fast(now).mono_ms
        self.anchor, self.speed = now, speed

    def over(self) -> bool:
        """Whether the last phase has ended."""
        return self.play.over

    def left_ms(self, now: Instant) -> int:
        """What is left of the phase; negative over time."""
        return plays.remaining_ms(self.play, self.fast(now))

    def cue(self, now: Instant) -> str:
        """What the facilitator says at this moment."""
        found = plays.cue_now(self.play, self.fast(now))
        return found.text if found else ""

    def look(self, now: Instant) -> None:
        """Let clues come out and events happen whose moment has come."""
        fast = self.fast(now)
        titles = {one.id: one.title for one in self.scenario.clues}
        for clue in plays.due_clues(self.play, self.scenario, fast):
            self.play = plays.release(self.play, self.scenario, clue)
            self.notes.append(_("Hand out the clue “{title}”.").format(title=titles[clue]))
        for event in plays.due_events(self.play, self.scenario, fast):
            self.play = plays.fire(self.play, self.scenario, event.id)
            self.notes.append(_("Announce: “{title}”.").format(title=event.title))

    def go_on(self, now: Instant) -> None:
        """The phase is done; how long it took is remembered."""
        phase, fast = self.play.phase, self.fast(now)
        if phase is None:
            return
        self.laps.append(Lap(self.play.at, phase.title, phase.minutes, self.play.clock.elapsed(fast)))
        self.notes.clear()
        self.play = plays.forward(self.play, fast)

    def back(self, now: Instant) -> None:
        """The phase before once more."""
        if self.play.at > 0:
            self.laps = self.laps[:-1]
            self.play = plays.back(self.play, self.fast(now))

    def answer(self, deal: Deal) -> Answer:
        """What everybody at the table would say to a deal by their points, after the events so far."""
        seats = self.play.tables[0].seats
        names = {role.id: role.name for role in self.scenario.roles}
        yes = willing(self.scenario, seats, deal, self.play.fired)
        no = tuple(role for role in voices(self.scenario, seats) if role not in yes)
        rule = self.scenario.rule
        passes = len(yes) >= rule.accept and not set(no) & set(rule.vetoes)
        against = broken(self.scenario, deal)
        return Answer(
            tuple(names[role] for role in yes), tuple(names[role] for role in no),
            passes and not against, against[0].text if against else "",
        )  # fmt: skip

    def short(self) -> list[Lap]:
        """The phases whose time ran out."""
        return [lap for lap in self.laps if lap.short]

    def with_more_time(self, scenario: m.Scenario) -> m.Scenario:
        """The scenario with so much more time in the plan as the phases whose time ran out needed."""
        plan = scenario.plans[self.plan]
        phases = list(plan.phases)
        for lap in self.short():
            phases[lap.phase] = replace(phases[lap.phase], minutes=-(-lap.used_ms // MINUTE_MS))
        total = sum(phase.minutes for phase in phases)
        changed: m.Scenario = editing.put(scenario, ("plans", self.plan), m.Plan(total, tuple(phases)))
        return changed
