"""What the hall may see, as data: one frozen dataclass a page of the projector.

Numbers, codes and names only; the painter makes the words, so that a picture changes its language at once and
one slide serves the projector, the preview and a file. A class here has no field for anything private: votes
before they are announced, rooms, telephones, briefs. What is not held cannot leak.

Instants are UTC milliseconds of the same clock that the painter is given; dates and times of day are local.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Stop(StrEnum):
    """Where an item stands on the line of the agenda."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"


class Mode(StrEnum):
    """What the projector is switched to (the codes that `actions.projection.show_mode` takes)."""

    CONTENT = "content"
    BACKDROP = "backdrop"
    BLACK = "black"
    DESKTOP = "desktop"


@dataclass(frozen=True, slots=True)
class ClockFace:
    """A clock as it stood at `as_of_ms`: it had used `elapsed_ms` of `limit_ms`, and runs on when `running`.

    A limit of 0 means that nothing is limited: the clock then counts up.
    """

    limit_ms: int
    elapsed_ms: int
    as_of_ms: int
    running: bool

    def used_ms(self, now_ms: int) -> int:
        """Milliseconds used up to `now_ms`; never less than at `as_of_ms`."""
        return self.elapsed_ms + (max(0, now_ms - self.as_of_ms) if self.running else 0)

    def remaining_ms(self, now_ms: int) -> int:
        """Milliseconds left at `now_ms`; negative over time."""
        return self.limit_ms - self.used_ms(now_ms)


@dataclass(frozen=True, slots=True)
class SlideHead:
    """What most pages carry: the meeting, the item's number (0 before the first) of how many, the agenda's stops."""

    meeting: str
    item: int = 0
    items: int = 0
    stops: tuple[Stop, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicPlace:
    """Where somebody lives as far as the hall may know it: building and stairway; empty parts are not said."""

    building: str = ""
    stairway: str = ""


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """A rule in figures: `numerator`/`denominator` of `base` (present, eligible or cast), `strict` means more than it.

    `of` is the base as a number of persons and `needed` the smallest number that fulfils the share; both are 0
    while they cannot be known. `articles` of `law` say so; the law's name is Chinese data.
    """

    numerator: int
    denominator: int
    strict: bool
    base: str
    of: int = 0
    needed: int = 0
    law: str = ""
    articles: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WelcomeSlide:
    """People come in. `required` voters make a quorum (0: none is asked for); `check_in_code` is the text of the code."""

    head: SlideHead
    community: str
    title: str
    starts_at: datetime
    place: str
    present: int
    required: int
    eligible: int
    check_in_code: str | None = None


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One line of the agenda; `number` counts from 1."""

    number: int
    title: str
    state: Stop
    planned_ms: int


@dataclass(frozen=True, slots=True)
class AgendaSlide:
    """The whole agenda and, once the meeting runs, when it will probably end."""

    head: SlideHead
    rows: tuple[AgendaLine, ...]
    planned_total_ms: int
    projected_end: datetime | None = None


@dataclass(frozen=True, slots=True)
class ItemSlide:
    """One item and its calm clock; `kind` is the item's code, `clock` None when the item has no time."""

    head: SlideHead
    kind: str
    title: str
    presenter: str = ""
    clock: ClockFace | None = None


@dataclass(frozen=True, slots=True)
class SpeakerName:
    """Who speaks or waits. `turn` counts this person's speeches on the item from 1; 0 is not said."""

    name: str
    place: PublicPlace = PublicPlace()
    turn: int = 0


@dataclass(frozen=True, slots=True)
class SpeakerSlide:
    """The speaker's own clock; `speaker` is None between two speeches. `following` holds at most three, `more` wait behind."""

    head: SlideHead
    title: str
    speaker: SpeakerName | None
    clock: ClockFace | None
    following: tuple[SpeakerName, ...] = ()
    more: int = 0
    warning_ms: int = 30_000


@dataclass(frozen=True, slots=True)
class MotionSlide:
    """The text that is voted on, word for word; numbered points are lines of `text`. `page` counts from 0."""

    head: SlideHead
    title: str
    text: str
    page: int = 0
    rule: RuleFigures | None = None


@dataclass(frozen=True, slots=True)
class HowToVoteSlide:
    """The channels that are open now, as codes (hands, paper, card, phone, keypad), and what is needed."""

    head: SlideHead
    title: str
    channels: tuple[str, ...]
    rule: RuleFigures | None = None


@dataclass(frozen=True, slots=True)
class HandsSlide:
    """The choice that is called and counted now: for, against or abstain. No figures, by design."""

    head: SlideHead
    title: str
    choice: str


@dataclass(frozen=True, slots=True)
class CheckingSlide:
    """The count is over and not yet confirmed."""

    head: SlideHead
    title: str


@dataclass(frozen=True, slots=True)
class ResultSlide:
    """A confirmed result in persons: for + against + abstain + not_voting = present.

    `verdict` is a code of domain.decision_rule.Verdict; `rule` is what had to be reached, `quorum` who had to
    be there (`of` members).
    """

    head: SlideHead
    title: str
    verdict: str
    for_: int
    against: int
    abstain: int
    not_voting: int
    present: int
    eligible: int
    rule: RuleFigures
    quorum: RuleFigures | None = None


@dataclass(frozen=True, slots=True)
class BreakSlide:
    """A break, and when it goes on."""

    until: datetime | None
    community: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class BackdropSlide:
    """Nothing is going on: the community, and the day's meeting when there is one."""

    community: str
    meeting: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class BlackSlide:
    """No picture at all."""


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One line that lies over the foot of any page but the black one."""

    text: str


Slide = (
    WelcomeSlide
    | AgendaSlide
    | ItemSlide
    | SpeakerSlide
    | MotionSlide
    | HowToVoteSlide
    | HandsSlide
    | CheckingSlide
    | ResultSlide
    | BreakSlide
    | BackdropSlide
    | BlackSlide
)


@dataclass(frozen=True, slots=True)
class HallPicture:
    """Everything the projector needs: the page, the line over it, and the mode it is switched to.

    `slide` is the page of the content even while the mode is another one, so that coming back shows no old page.
    """

    slide: Slide
    backdrop: BackdropSlide
    mode: Mode = Mode.CONTENT
    notice: NoticeLine | None = None

    @property
    def shown(self) -> Slide:
        """The page that the hall sees in this mode; on the desktop the projector hides, and this stays ready."""
        if self.mode is Mode.BLACK:
            return BlackSlide()
        return self.backdrop if self.mode is Mode.BACKDROP else self.slide
