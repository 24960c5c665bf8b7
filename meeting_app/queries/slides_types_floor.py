"""The floor on the hall's pages: how people speak, the small tables, the shares, the rules of order."""

from dataclasses import dataclass
from fractions import Fraction

from meeting_app.domain.clock import Clock
from meeting_app.queries.slides_head import Head


@dataclass(frozen=True, slots=True)
class FloorState:
    """How people speak at this moment, as codes of the domain: the mode, the order of the list, what the one
    who has the floor has it for, on which side, for which table. `held` goes on afterwards with the clock
    `held_clock`; `turns` are those of both sides; in a round `heard` have spoken and `left` are still asked;
    `begins` is a round or small tables that are about to begin.
    """

    mode: str = "open"
    order: str = "fair"
    closed: bool = False
    kind: str = "speech"
    category: str = ""
    side: str = ""
    table: str = ""
    held: str = ""
    held_clock: Clock | None = None
    turns: tuple[int, int] = (0, 0)
    heard: int = 0
    left: int = 0
    following_sides: tuple[str, ...] = ()
    begins: str = ""


@dataclass(frozen=True, slots=True)
class TablesSlide:
    """Who sits at which small table, six tables a page; the clock stands until the tables begin."""

    head: Head
    title: str
    clock: Clock | None
    tables: tuple[tuple[str, ...], ...]
    page: int


@dataclass(frozen=True, slots=True)
class ShareLine:
    """A group by its code: how many are here, their share of those here and of the time."""

    group: str
    present: int
    of_present: Fraction
    of_time: Fraction
    ms: int


@dataclass(frozen=True, slots=True)
class SharesSlide:
    """Who has spoken how long, when the facilitator shows it; `whole` is of the whole meeting, `several` of
    groups of which a person may have several.
    """

    head: Head
    title: str
    whole: bool
    present: int
    speakers: int
    groups: tuple[ShareLine, ...]
    several: bool = False


@dataclass(frozen=True, slots=True)
class RulesSlide:
    """The rules of order: the time and the turns that hold in this meeting (0 = any number)."""

    head: Head
    speech_ms: int
    turns: int
    order: str
