"""Pages of the projector for a role-play, made from the public side of a scenario and a play alone
(domain/roleplay/public.py): no brief, no score, no walk-away, no name of a player has a field here.
"""

from dataclasses import dataclass

from meeting_app.domain.clock import Clock
from meeting_app.domain.roleplay.public import (
    PublicIssue,
    PublicNote,
    PublicRole,
    PublicTable,
    PublicTableState,
)
from meeting_app.queries.roleplay.annex import AnnexShift
from meeting_app.queries.slides_head import Head


@dataclass(frozen=True, slots=True)
class Act:
    """The phase that runs, for the head of a page; `number` 0 = none. `kind` and `mode` are codes of
    domain/roleplay/vocabulary; `clock` is the phase's.
    """

    title: str = ""
    number: int = 0
    of: int = 0
    kind: str = ""
    mode: str = ""
    clock: Clock | None = None


NO_ACT = Act()


@dataclass(frozen=True, slots=True)
class PlayWelcomeSlide:
    """The story, and that it is invented."""

    head: Head
    act: Act
    title: str
    setting: str
    fiction: str


@dataclass(frozen=True, slots=True)
class PlayRolesSlide:
    """Who is in the story, as everybody knows them."""

    head: Head
    act: Act
    roles: tuple[PublicRole, ...]
    page: int = 0


@dataclass(frozen=True, slots=True)
class PlayTitleSlide:
    """An act begins or goes on: its name, its calm clock, what to do."""

    head: Head
    act: Act
    minutes: int


@dataclass(frozen=True, slots=True)
class PlayFactsSlide:
    """What everybody in the story knows."""

    head: Head
    act: Act
    facts: tuple[PublicNote, ...]
    page: int = 0


@dataclass(frozen=True, slots=True)
class PlayMoneySlide:
    """Who pays how much; a page a table."""

    head: Head
    act: Act
    tables: tuple[PublicTable, ...]
    page: int = 0


@dataclass(frozen=True, slots=True)
class PlayIssuesSlide:
    """What the tables settle, and what is not possible."""

    head: Head
    act: Act
    issues: tuple[PublicIssue, ...]
    constraints: tuple[str, ...]
    page: int = 0


@dataclass(frozen=True, slots=True)
class PlayNoteSlide:
    """Something came to light or happened: `kind` is clue or event."""

    head: Head
    act: Act
    kind: str
    note: PublicNote
    page: int = 0
    pages: int = 1


@dataclass(frozen=True, slots=True)
class PlayTalkSlide:
    """The tables negotiate: the clock, and how far each table is. `news` happened in the meantime."""

    head: Head
    act: Act
    tables: tuple[PublicTableState, ...]
    news: tuple[PublicNote, ...] = ()
    page: int = 0


@dataclass(frozen=True, slots=True)
class PlayProposalsSlide:
    """What the tables proposed, side by side; whether each is accepted once all its cards are shown."""

    head: Head
    act: Act
    issues: tuple[str, ...]
    tables: tuple[PublicTableState, ...]
    page: int = 0


@dataclass(frozen=True, slots=True)
class PlayAgreementSlide:
    """What everybody at a table agrees on, issue by issue."""

    head: Head
    act: Act
    issues: tuple[str, ...]
    tables: tuple[PublicTableState, ...]
    page: int = 0


@dataclass(frozen=True, slots=True)
class PlayCardsSlide:
    """The silent comparison: everybody looks at the own card and shows yes or no at once."""

    head: Head
    act: Act
    tables: tuple[PublicTableState, ...]


@dataclass(frozen=True, slots=True)
class PlayColoursSlide:
    """How many tables go on, want it slower, or want to stop; with what the cards mean."""

    head: Head
    act: Act
    green: int
    yellow: int
    red: int
    slower: str
    stop: str


@dataclass(frozen=True, slots=True)
class PlayTurnSlide:
    """Roles change hands (`pairs` of role names), or everybody but `stay` goes to the next table."""

    head: Head
    act: Act
    pairs: tuple[tuple[str, str], ...]
    rotates: bool
    stay: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlayDeroleSlide:
    """Everybody leaves the role with this sentence."""

    head: Head
    act: Act
    sentence: str


@dataclass(frozen=True, slots=True)
class PlayDebriefSlide:
    """A question of the talk afterwards; `rounds` are (title, question), a page a round."""

    head: Head
    act: Act
    rounds: tuple[tuple[str, str], ...]
    page: int = 0


@dataclass(frozen=True, slots=True)
class PlayShiftSlide:
    """What moved between the answers before and after, suppressed by domain/roleplay/stance."""

    head: Head
    act: Act
    rows: tuple[AnnexShift, ...]
    page: int = 0


@dataclass(frozen=True, slots=True)
class PlayThanksSlide:
    """The end: nothing was decided; of `tables`, `accepted` signed."""

    head: Head
    act: Act
    title: str
    tables: int
    accepted: int


RolePlayPage = (
    PlayWelcomeSlide
    | PlayRolesSlide
    | PlayTitleSlide
    | PlayFactsSlide
    | PlayMoneySlide
    | PlayIssuesSlide
    | PlayNoteSlide
    | PlayTalkSlide
    | PlayProposalsSlide
    | PlayAgreementSlide
    | PlayCardsSlide
    | PlayColoursSlide
    | PlayTurnSlide
    | PlayDeroleSlide
    | PlayDebriefSlide
    | PlayShiftSlide
    | PlayThanksSlide
)
