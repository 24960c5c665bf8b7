"""Kinds of meetings: who is called, who votes, the quorum, the usual agenda, papers, the period of notice.

The kinds themselves are data (`resources/kinds`, and own kinds in the records); `meeting_kind_data` reads
and checks them. Sources of the shipped periods: 15 days for owners (物业管理条例 art. 14), 10 days for the
assembly of residents (城市居民委员会组织法, in force 2026-01-01, art. 26); for the representatives' meeting
the law names none, so the assembly's 10 days stand by analogy; the others follow custom. Quora: arts
26-29 there, and 民法典 art. 278 for owners (persons and area).
"""

from dataclasses import dataclass
from enum import StrEnum

from meeting_app.domain.agenda import ItemKind

OWN_PREFIX = "own-"


class Called(StrEnum):
    """Who is called to a kind of meeting by default.

    FAMILIES: one voice of every household in which a child lives. CONCERNED: who proposed and who backs the
    topic; everybody else is called by hand.
    """

    REPRESENTATIVES = "representatives"
    HOUSEHOLDS = "households"
    OWNERS = "owners"
    BODIES = "bodies"
    FAMILIES = "families"
    CONCERNED = "concerned"


class Basis(StrEnum):
    """Where a number of days comes from."""

    LAW = "law"
    ANALOGY = "analogy"
    CUSTOM = "custom"


LAWS = {"committee_law": "城市居民委员会组织法", "property_rules": "物业管理条例", "civil_code": "民法典"}
PAPER_KINDS = ("notice", "agenda", "sign_in", "badges", "minutes", "decision_notice")


@dataclass(frozen=True, slots=True)
class TemplateItem:
    """An item of the usual agenda. Minutes are whole; `minimum` is what re-planning leaves it at least."""

    title: str
    kind: ItemKind
    minutes: int
    minimum: int
    protected: bool = False
    droppable: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """Full days of notice and where they come from; `law` is a code of LAWS, "" for a custom."""

    days: int
    basis: Basis
    law: str = ""
    articles: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class QuorumShare:
    """Who must be there: a share of the persons called with a vote, and `by_area` also of the floor area.
    `law` is a code of LAWS, "" for a community's own quorum.
    """

    numerator: int
    denominator: int
    strict: bool
    by_area: bool
    law: str
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MeetingKind:
    """A kind of meeting. `name` is empty for the shipped ones: theirs is the catalogue's.

    `votes`: whether those who are called have a vote. `rule` is a rule pack's code, None where nothing is
    decided by a legal rule. `most_proxies` is how many one person may act for by the community's own choice;
    None leaves it to those whom the kind calls (domain/proxy_rule.py).
    """

    code: str
    name: str
    called: Called
    votes: bool
    rule: str | None
    quorum: QuorumShare | None
    notice: Notice
    papers: tuple[str, ...]
    template: tuple[TemplateItem, ...]
    most_proxies: int | None = None

    @property
    def own(self) -> bool:
        """Whether the community made it."""
        return self.code.startswith(OWN_PREFIX)

    @property
    def notice_days(self) -> int:
        """Full days of notice."""
        return self.notice.days

    @property
    def minutes(self) -> int:
        """What the usual agenda takes."""
        return sum(item.minutes for item in self.template)
