"""The annex of the minutes about a role-play (research 3.8): what tables came to and how opinions moved;
never who played whom, what a card said, or what a single person answered.
"""

from dataclasses import dataclass
from datetime import datetime

from meeting_app.domain.roleplay.stance import Shift


@dataclass(frozen=True, slots=True)
class AnnexTable:
    """What a table came to. `accepted` None = no proposal was voted on; `deal` its last accepted proposal
    (else the last) as (issue, options); `agreed` the issues on which everybody there accepts the same.
    """

    number: int
    proposals: int
    accepted: bool | None
    deal: tuple[tuple[str, tuple[str, ...]], ...]
    agreed: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class AnnexOption:
    """An option of an issue and how many tables chose it in what they accepted or agreed on."""

    title: str
    tables: int


@dataclass(frozen=True, slots=True)
class AnnexIssue:
    """An issue with its options in the order of the scenario."""

    title: str
    options: tuple[AnnexOption, ...]


@dataclass(frozen=True, slots=True)
class AnnexShift:
    """A question of the poll before and after. `about_others`: it asks how well one understands the other
    side; `camps` are the shift's camps with their titles.
    """

    text: str
    low: str
    high: str
    shift: Shift
    about_others: bool
    camps: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AnnexSuggestion:
    """What is taken to the real agenda, and who sees to it ("" = nobody yet)."""

    text: str
    who: str


@dataclass(frozen=True, slots=True)
class RoleplayAnnex:
    """换位体验（非表决）. `item` is the number of its item (0 = of none); `people` took part at the tables,
    watchers included; `quotes` are said with consent and without a role. `sheets` are (before, after, paired)
    sheets of the poll. That no decision was taken stands on it in every case.
    """

    title: str
    fiction: str
    item: int
    began_at: datetime | None
    ended_at: datetime | None
    people: int
    tables: tuple[AnnexTable, ...]
    issues: tuple[AnnexIssue, ...]
    sheets: tuple[int, int, int]
    shifts: tuple[AnnexShift, ...]
    quotes: tuple[str, ...]
    suggestions: tuple[AnnexSuggestion, ...]
