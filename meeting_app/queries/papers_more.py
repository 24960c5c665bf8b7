"""What forms and slips around a meeting show: proxies, name plates, rules, delivery, tasks, the report on a
public notice. The same conventions as in `queries.papers` hold.
"""

from dataclasses import dataclass
from datetime import date, datetime

from meeting_app.queries.paper_mark import PaperMark
from meeting_app.queries.papers import Contact


@dataclass(frozen=True, slots=True)
class ProxyPair:
    """Who lets whom act; empty texts are lines to write on. `place` is building and stairway."""

    principal: str = ""
    principal_place: str = ""
    holder: str = ""
    holder_place: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class ProxyPaper:
    """代理委托书, a page for each pair. `items` are the matters that are voted on."""

    mark: PaperMark
    meeting_title: str
    starts_at: datetime
    place: str
    items: tuple[str, ...]
    hand_in: Contact
    pairs: tuple[ProxyPair, ...] = (ProxyPair(),)
    limit: str = ""


@dataclass(frozen=True, slots=True)
class Plate:
    """A name for the table; `title` stands small below it."""

    name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class PlateSheet:
    """席卡: a sheet to fold for each person."""

    mark: PaperMark
    meeting_title: str
    plates: tuple[Plate, ...]


@dataclass(frozen=True, slots=True)
class RulesPaper:
    """议事规则, a card for the hand: two on a sheet."""

    mark: PaperMark
    title: str
    rules: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ObjectionLine:
    """An objection in its words, never who raised it, and what was answered."""

    received_on: date
    text: str
    answer: str = ""
    answered_on: date | None = None


@dataclass(frozen=True, slots=True)
class PostingLine:
    """Where a notice hung: from when, until when (None: still or unknown), and whether a picture is kept."""

    place: str
    since: date
    until: date | None = None
    note: str = ""
    photo: bool = False


@dataclass(frozen=True, slots=True)
class PublicityReportPaper:
    """公示结果报告: what was posted, from when to when, what people objected, how it ended.

    `about` and `about_number` name the notice that was public; `outcome` is "settled", "changed" or "open".
    """

    mark: PaperMark
    title: str
    about: str
    about_number: str
    first_day: date
    last_day: date
    days: int
    postings: tuple[PostingLine, ...]
    objections: tuple[ObjectionLine, ...]
    outcome: str
    contact: Contact


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """One who is to have the paper."""

    number: int
    name: str
    place: str


@dataclass(frozen=True, slots=True)
class DeliveryPaper:
    """送达回证: who got which paper, when, in which way, with a signature each."""

    mark: PaperMark
    title: str
    paper_title: str
    paper_number: str
    latest: date | None
    rows: tuple[DeliveryRow, ...]


@dataclass(frozen=True, slots=True)
class TaskSlip:
    """One task as it goes to who does it."""

    text: str
    source: str
    assignee: str
    supervisor: str = ""
    due: date | None = None
    days_left: int | None = None


@dataclass(frozen=True, slots=True)
class TaskSlipPaper:
    """督办单, a page for each task of a meeting."""

    mark: PaperMark
    meeting_title: str
    held_on: date
    tasks: tuple[TaskSlip, ...]
    report_to: Contact
