"""What the running console shows of a play: one frozen picture, private things included.

Nothing of this goes to the projector: its pages are made from `PublicShow`, whose parts have no field for
anything private.
"""

from dataclasses import dataclass

from meeting_app.domain.clock import Clock
from meeting_app.domain.roleplay.public import PublicPlay, PublicScenario
from meeting_app.domain.roleplay.verdict import Hint, Verdict
from meeting_app.queries.roleplay.annex import AnnexShift

Titles = tuple[str, ...]
Pairs = tuple[tuple[str, str], ...]  # (identity, title)


@dataclass(frozen=True, slots=True)
class PhaseLine:
    """A phase in the order of the play. `state`: past, skipped, now, next, coming. `turn`: what happens to
    the seats when it begins: "", swap, rotate, both. `inserted`: it was put in while playing.
    """

    place: int
    id: str
    title: str
    kind: str
    mode: str
    minutes: int
    state: str
    skippable: bool
    decision: str
    turn: str
    inserted: bool


@dataclass(frozen=True, slots=True)
class CueLine:
    """What the facilitator says; `minute` of the phase."""

    minute: int
    text: str


@dataclass(frozen=True, slots=True)
class CardLine:
    """A role's silent card on the last proposal; None = not shown yet. `veto`: without it nothing passes."""

    role: str
    name: str
    accepts: bool | None
    veto: bool


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A proposal of a table: the options of each issue by identity, and in words. `accepted` None until every
    card is shown.
    """

    number: int
    deal: tuple[tuple[str, ...], ...]
    choices: tuple[tuple[str, Titles], ...]
    cards: tuple[CardLine, ...]
    verdict: Verdict
    accepted: bool | None


@dataclass(frozen=True, slots=True)
class HintLine:
    """A hint that a table was given: its strength (1-3), the domain's hint, issue and options in words."""

    strength: int
    hint: Hint
    issue: str
    options: Titles


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """An issue on which roles agree; `all`: everybody with a voice does."""

    issue: str
    title: str
    choice: tuple[str, ...]
    options: Titles
    roles: tuple[str, ...]
    all: bool


@dataclass(frozen=True, slots=True)
class TableTile:
    """A table while it plays. `roles` are (identity, name) of those with a voice, once each; `people` sit
    there, watchers included. `allowance_ms` is added to what the clock has left.
    """

    number: int
    roles: Pairs
    people: int
    allowance_ms: int
    colour: str
    help: bool
    rounds: int
    proposal: ProposalLine | None
    earlier: tuple[ProposalLine, ...]
    hint: HintLine | None
    agreed: tuple[AgreedLine, ...]


@dataclass(frozen=True, slots=True)
class ClueLine:
    """A clue. `to` are roles' names, empty = everybody; `when` the phase's or the event's title and the
    minute; `due`: its moment has come.
    """

    id: str
    title: str
    text: str
    to: Titles
    rule: str
    when: str
    minute: int
    out: bool
    due: bool


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event; `effects` are (role's name, kind, points)."""

    id: str
    title: str
    text: str
    trigger: str
    when: str
    minute: int
    effects: tuple[tuple[str, str, int], ...]
    fired: bool
    due: bool


@dataclass(frozen=True, slots=True)
class IssueLine:
    """An issue for keying in a proposal."""

    id: str
    title: str
    options: Pairs
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question of the poll, answered from 1 (`low`) to 5 (`high`)."""

    id: str
    text: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class PollProgress:
    """Sheets typed so far, and how many there are; `camps` are the titles that a writer ticks."""

    questions: tuple[QuestionLine, ...]
    camps: Pairs
    sheets: int
    before: int
    after: int
    paired: int


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note, quote or suggestion."""

    id: str
    table: int
    kind: str
    text: str
    who: str


@dataclass(frozen=True, slots=True)
class Steps:
    """What the four keys would do now, as codes; "" = nothing. Space: pause, resume. Right: start, next,
    finish (from the last phase). Left: back. Enter: release or fire (`target` names which), else what Right
    does, and at the end `end`.
    """

    space: str
    right: str
    left: str
    enter: str
    target: str = ""
    target_title: str = ""


@dataclass(frozen=True, slots=True)
class PlayNow:
    """Everything that the running console shows. `at` -1 = not begun, the number of phases = over. `cue` is
    what to say now, `coming` the cues of this phase still to come; `warning` the last one due, in minutes
    before the end. The clock is the phase's: what is left of it is reckoned where it is shown.
    """

    play_id: str
    meeting_id: str | None
    item_id: str | None
    title: str
    state: str
    minutes: int
    at: int
    phases: tuple[PhaseLine, ...]
    clock: Clock
    cue: CueLine | None
    coming: tuple[CueLine, ...]
    warning: int | None
    tables: tuple[TableTile, ...]
    issues: tuple[IssueLine, ...]
    clues: tuple[ClueLine, ...]
    events: tuple[EventLine, ...]
    poll: PollProgress
    notes: tuple[NoteLine, ...]
    red: str
    yellow: str
    derole: str
    steps: Steps

    @property
    def phase(self) -> PhaseLine | None:
        """The phase under way."""
        return self.phases[self.at] if 0 <= self.at < len(self.phases) else None


@dataclass(frozen=True, slots=True)
class PublicShow:
    """What the projector may show of a play: the story, what has happened, the clock of the phase, and how
    opinions moved once the second poll is typed (suppressed by the rule of `domain.roleplay.stance`).
    """

    scenario: PublicScenario
    play: PublicPlay
    clock: Clock | None
    shifts: tuple[AnnexShift, ...]


@dataclass(frozen=True, slots=True)
class SeatLine:
    """Who plays what: for the facilitator alone. `by_hand` with the reason that was written down."""

    person_id: str
    name: str
    table: int
    role: str
    role_name: str
    by_hand: bool
    reason: str
