"""Which page of a role-play the hall sees: the scene of the phase, or one that the facilitator holds.

Pages are made from a `Stage`, which holds the public side of the scenario and of the play and nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy.orm import Session

from meeting_app.domain.clock import Clock, Instant
from meeting_app.domain.roleplay import play as rules
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.domain.roleplay.play import Play
from meeting_app.domain.roleplay.public import (
    PublicPlay,
    PublicScenario,
    PublicTableState,
    public_play,
    public_scenario,
)
from meeting_app.queries.roleplay.annex import AnnexShift
from meeting_app.queries.roleplay.polls import shifts_of
from meeting_app.queries.roleplay.state import play_state
from meeting_app.queries.slides_head import Head
from meeting_app.queries.slides_types_roleplay import (
    NO_ACT,
    Act,
    PlayAgreementSlide,
    PlayCardsSlide,
    PlayColoursSlide,
    PlayDebriefSlide,
    PlayDeroleSlide,
    PlayFactsSlide,
    PlayIssuesSlide,
    PlayMoneySlide,
    PlayNoteSlide,
    PlayProposalsSlide,
    PlayRolesSlide,
    PlayShiftSlide,
    PlayTalkSlide,
    PlayThanksSlide,
    PlayTitleSlide,
    PlayTurnSlide,
    PlayWelcomeSlide,
    RolePlayPage,
)

PLAY_STEPS: Final = ("play_start", "play_next", "play_finish")
PIN: Final = "play_"  # what a held scene of a role-play is pinned as, before its name
SCENES: Final = (
    "welcome", "roles", "title", "facts", "tables", "issues", "clue", "event", "turn", "talk", "proposals",
    "cards", "colours", "agreement", "derole", "debrief", "shift", "thanks",
)  # fmt: skip
NEWS: Final = 2  # of what came to light or happened, so much stands beside the clock


@dataclass(frozen=True, slots=True)
class Stage:
    """What everybody may see of a play. `number` of `of` phases runs (0 = none); `pairs` are the names of
    roles that change hands in this phase, `stay` those who keep their table when the others move on.
    """

    story: PublicScenario
    play: PublicPlay
    clock: Clock | None
    number: int
    of: int
    rounds: tuple[tuple[str, str], ...]
    pairs: tuple[tuple[str, str], ...] = ()
    rotates: bool = False
    stay: tuple[str, ...] = ()
    shifts: tuple[AnnexShift, ...] = ()

    @property
    def act(self) -> Act:
        """The phase for the head of a page."""
        phase = self.play.phase
        if phase is None:
            return NO_ACT
        return Act(phase.title, self.number, self.of, phase.kind, phase.mode, self.clock)


def stage_of(scenario: Scenario, play: Play, now: Instant, shifts: tuple[AnnexShift, ...] = ()) -> Stage:
    """The public side of a play."""
    names = {role.id: role.name for role in scenario.roles}
    phase = play.phase
    swap = scenario.swap if phase and scenario.swap and scenario.swap.phase == phase.id else None
    rotation = (
        scenario.rotation if phase and scenario.rotation and scenario.rotation.phase == phase.id else None
    )
    return Stage(
        public_scenario(scenario),
        public_play(scenario, play, now),
        play.clock if phase else None,
        play.at + 1 if phase else 0,
        len(play.phases),
        tuple((one.title, one.text) for one in scenario.debrief.rounds),
        tuple((names[one], names[two]) for one, two in swap.pairs) if swap else (),
        rotation is not None,
        tuple(names[one] for one in rotation.stay) if rotation else (),
        shifts,
    )


def stage_of_play(session: Session, play_id: str, now: Instant) -> Stage:
    """The public side of a play in the records. Refuses one that is gone."""
    state = play_state(session, play_id)
    play = state.play
    if state.row.state == "ended":  # also one that was ended before its last phase
        play = replace(play, at=len(play.phases))
    return stage_of(state.scenario, play, now, shifts_of(session, play_id, state.scenario))


def play_slide(
    session: Session, head: Head, play_id: str | None, show: tuple[str, int], now: Instant
) -> RolePlayPage | None:
    """The page of a play; None when there is none. `show` is (what is held, page): the name of a scene behind
    `PIN`, else the play's phase is followed.
    """
    if play_id is None:
        return None
    stage = stage_of_play(session, play_id, now)
    pinned, page = show
    name = pinned.removeprefix(PIN) if pinned.startswith(PIN) else followed(stage)
    return scene(head, stage, name, page)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the hall is shown of a play that belongs to no meeting: the projector's mode, a held scene ("" =
    the play is followed) and its page.
    """

    mode: str = "content"
    scene: str = ""
    page: int = 0


def alone_slide(session: Session, *, play_id: str, shown: Shown, now: Instant) -> RolePlayPage:
    """The page of a play on its own; its title stands where a meeting's would. Refuses one that is gone."""
    stage = stage_of_play(session, play_id, now)
    return scene(Head(stage.story.title), stage, shown.scene or followed(stage), shown.page)


def next_scene(session: Session, head: Head, play_id: str | None, now: Instant) -> RolePlayPage | None:
    """What the hall sees when the play goes on; None when it is over."""
    state = play_state(session, play_id) if play_id else None
    if state is None or state.play.over:
        return None
    after = rules.paused(rules.forward(state.play, now), now)  # nothing runs before it is its turn
    stage = stage_of(state.scenario, after, now, shifts_of(session, state.row.id, state.scenario))
    return scene(head, stage, followed(stage))


def _has_shift(stage: Stage) -> bool:
    """Whether any answer of the second poll is known."""
    return any(row.shift.after for row in stage.shifts)


def available(stage: Stage) -> tuple[str, ...]:
    """The scenes that show something now, in the order of a play."""
    proposed = any(table.proposal for table in stage.play.tables)
    there = {
        "title": stage.play.phase is not None, "facts": bool(stage.story.facts),
        "tables": bool(stage.story.tables), "clue": bool(stage.play.clues),
        "event": bool(stage.play.events), "turn": bool(stage.pairs) or stage.rotates,
        "talk": stage.play.phase is not None, "proposals": proposed,
        "agreement": any(table.agreed for table in stage.play.tables), "debrief": bool(stage.rounds),
        "shift": _has_shift(stage), "thanks": stage.play.over,
    }  # fmt: skip
    return tuple(name for name in SCENES if there.get(name, True))


def followed(stage: Stage) -> str:
    """The scene of the phase under way; before the first the welcome, after the last thanks."""
    phase = stage.play.phase
    if phase is None:
        return "thanks" if stage.play.over else "welcome"
    if stage.pairs or stage.rotates:
        return "turn" if phase.kind not in ("negotiate", "sign") else _screen(stage, phase.screen, phase.kind)
    return _screen(stage, phase.screen, phase.kind)


def _screen(stage: Stage, screen: str, kind: str) -> str:
    """What a phase's screen comes to: while tables negotiate the clock stays on it, and what has moved is
    shown only once it is known.
    """
    if kind == "negotiate" and screen in ("", "title", "proposals"):
        return "talk"
    if kind == "debrief" and screen in ("", "title", "shift"):
        return "shift" if _has_shift(stage) else "debrief"
    return screen if screen in available(stage) else "title"


def scene(head: Head, stage: Stage, name: str, page: int = 0) -> RolePlayPage:
    """A scene by its name; one that has nothing to show is the act's title."""
    made = _telling(head, stage, name, page) or _playing(head, stage, name, page)
    return made or _ending(head, stage, name, page) or _title(head, stage)


def _title(head: Head, stage: Stage) -> RolePlayPage:
    phase = stage.play.phase
    if phase is None:
        return _welcome(head, stage)
    return PlayTitleSlide(head, stage.act, phase.minutes)


def _welcome(head: Head, stage: Stage) -> RolePlayPage:
    story = stage.story
    return PlayWelcomeSlide(head, stage.act, story.title, story.setting, story.fiction)


def _telling(head: Head, stage: Stage, name: str, page: int) -> RolePlayPage | None:
    story, act = stage.story, stage.act
    if name == "welcome":
        return _welcome(head, stage)
    if name == "roles":
        return PlayRolesSlide(head, act, story.roles, page)
    if name == "facts" and story.facts:
        return PlayFactsSlide(head, act, story.facts, page)
    if name == "tables" and story.tables:
        return PlayMoneySlide(head, act, story.tables, page)
    if name == "issues":
        return PlayIssuesSlide(head, act, story.issues, story.constraints, page)
    notes = {"clue": stage.play.clues, "event": stage.play.events}.get(name, ())
    if not notes:
        return None
    at = page % len(notes)  # page 0 is the newest
    return PlayNoteSlide(head, act, name, notes[len(notes) - 1 - at], at, len(notes))


def _playing(head: Head, stage: Stage, name: str, page: int) -> RolePlayPage | None:
    play, act = stage.play, stage.act
    issues = tuple(issue.title for issue in stage.story.issues)
    if name == "talk" and play.phase is not None:
        return PlayTalkSlide(head, act, play.tables, (*play.clues, *play.events)[-NEWS:], page)
    if name == "proposals":
        return PlayProposalsSlide(head, act, issues, play.tables, page)
    if name == "agreement":
        return PlayAgreementSlide(head, act, issues, play.tables, page)
    if name == "cards":
        return PlayCardsSlide(head, act, play.tables)
    if name == "colours":
        story = stage.story
        return PlayColoursSlide(head, act, play.green, play.yellow, play.red, story.yellow, story.red)
    if name == "turn" and (stage.pairs or stage.rotates):
        return PlayTurnSlide(head, act, stage.pairs, stage.rotates, stage.stay)
    return None


def _ending(head: Head, stage: Stage, name: str, page: int) -> RolePlayPage | None:
    if name == "derole":
        return PlayDeroleSlide(head, stage.act, stage.story.derole)
    if name == "debrief":
        return PlayDebriefSlide(head, stage.act, stage.rounds, page)
    if name == "shift" and stage.shifts:
        return PlayShiftSlide(head, stage.act, stage.shifts, page)
    if name == "thanks":
        tables = stage.play.tables
        return PlayThanksSlide(head, stage.act, stage.story.title, len(tables), _signed(tables))
    return None


def _signed(tables: Sequence[PublicTableState]) -> int:
    """How many tables accepted what they proposed last."""
    return sum(bool(table.proposal and table.proposal.accepted) for table in tables)
