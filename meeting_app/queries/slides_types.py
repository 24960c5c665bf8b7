"""What the hall is shown: frozen dataclasses of public facts. Numbers and names only; the painter makes the
words.

A slide has no field for anything private, so it cannot leak what it does not hold: no votes before they are
confirmed, no phone or room number, no internal note. Clocks are carried as stopwatches; painting is a
function of the slide and a moment.
"""

from dataclasses import dataclass
from datetime import datetime

from meeting_app.domain.clock import Clock
from meeting_app.queries.slides_head import Head as Head  # read from here by all
from meeting_app.queries.slides_types_agenda import AgendaPage
from meeting_app.queries.slides_types_draw import DrawSlide
from meeting_app.queries.slides_types_floor import FloorState, RulesSlide, SharesSlide, TablesSlide
from meeting_app.queries.slides_types_roleplay import RolePlayPage
from meeting_app.queries.slides_types_votes import OptionLine, VotePage

PLAIN_FLOOR = FloorState()
NO_HEAD = Head("")


@dataclass(frozen=True, slots=True)
class WelcomeSlide:
    """People come in: what is this, are we enough yet. `needed` 0 = no quorum asked. `present` counts the
    `represented` too; areas in 0.01 m², `area_c` 0 where only persons count. `scope` are the houses whose
    owners are counted, none = all.
    """

    head: Head
    community: str
    title: str
    starts_at: datetime
    place: str
    present: int
    eligible: int
    needed: int
    guests: int
    represented: int = 0
    area_here_c: int = 0
    area_c: int = 0
    area_needed_c: int = 0
    scope: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A line of the agenda: state "done", "now", "next" or "later"."""

    number: int
    title: str
    minutes: int
    starts_at: datetime
    state: str


@dataclass(frozen=True, slots=True)
class AgendaSlide:
    """Where we are, what is next, when we go home."""

    head: Head
    lines: tuple[AgendaLine, ...]
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class ItemSlide:
    """One item and its calm clock; without a clock when `clock` is None."""

    head: Head
    kind: str
    title: str
    presenter: str
    clock: Clock | None


@dataclass(frozen=True, slots=True)
class SpeakerSlide:
    """The speaker's clock is the largest thing in the hall. `stairway` and `storey` 0 = not known."""

    head: Head
    item: str
    name: str
    building: str
    stairway: int
    storey: int
    clock: Clock
    following: tuple[str, ...]
    floor: FloorState = PLAIN_FLOOR


@dataclass(frozen=True, slots=True)
class FloorSlide:
    """A discussion in which nobody has the floor at this moment."""

    head: Head
    title: str
    clock: Clock | None
    following: tuple[str, ...]
    floor: FloorState = PLAIN_FLOOR


@dataclass(frozen=True, slots=True)
class RuleFacts:
    """The rule in figures: `numerator`/`denominator` of the base, strictly more or at least, and the law that
    says so.
    """

    numerator: int
    denominator: int
    strict: bool
    needed: int
    present: int
    law: str
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MotionSlide:
    """The text that is voted on, word for word, then what can be chosen where there is a choice; the painter
    pages both.
    """

    head: Head
    title: str
    text: str
    page: int
    rule: RuleFacts | None
    options: tuple[OptionLine, ...] = ()


@dataclass(frozen=True, slots=True)
class HandsSlide:
    """Hands are being counted for one choice; no figure of the count is shown. `rule` says what is needed;
    so many votes are `represented` by proxies.
    """

    head: Head
    title: str
    choice: str
    tellers: int
    rule: RuleFacts | None
    represented: int = 0


@dataclass(frozen=True, slots=True)
class CheckingSlide:
    """The count is over and is being checked."""

    head: Head
    title: str


@dataclass(frozen=True, slots=True)
class ResultSlide:
    """A confirmed result: verdict, figures that add up, threshold and rule. Counts are persons; `declared` =
    an obvious majority was seen and nothing was counted.
    """

    head: Head
    title: str
    verdict: str
    for_: int
    against: int
    abstain: int
    not_voting: int
    present: int
    eligible: int
    quorum_needed: int
    quorum_numerator: int
    quorum_denominator: int
    rule: RuleFacts
    declared: bool = False


@dataclass(frozen=True, slots=True)
class BreakSlide:
    """A break; `until` is when we go on (None: not fixed)."""

    head: Head
    title: str
    until: datetime | None


@dataclass(frozen=True, slots=True)
class ClosedSlide:
    """The meeting is over: what was decided, in a line each."""

    head: Head
    community: str
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BackdropSlide:
    """Nothing is going on."""

    community: str
    head: Head = NO_HEAD


@dataclass(frozen=True, slots=True)
class BlackSlide:
    """Nothing at all."""

    head: Head = NO_HEAD


Slide = (
    WelcomeSlide
    | AgendaSlide
    | ItemSlide
    | SpeakerSlide
    | FloorSlide
    | MotionSlide
    | HandsSlide
    | CheckingSlide
    | ResultSlide
    | BreakSlide
    | ClosedSlide
    | BackdropSlide
    | BlackSlide
    | VotePage
    | AgendaPage
    | TablesSlide
    | SharesSlide
    | RulesSlide
    | DrawSlide
    | RolePlayPage
)
