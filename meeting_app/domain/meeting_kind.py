"""Kinds of meetings as data: who is called, agenda template, rule, notice period.

Days of notice: 15 for owners (物业管理条例 art. 14), 10 for the assembly of residents (居民委员会组织法 art.
26); for the representatives' meeting the law names none, so the assembly's 10 days are the default by
analogy. The other kinds follow the custom of five days.
"""

from dataclasses import dataclass
from enum import StrEnum

from meeting_app.domain.agenda import ItemKind


class Called(StrEnum):
    """Who is called to a kind of meeting by default."""

    REPRESENTATIVES = "representatives"
    HOUSEHOLDS = "households"
    OWNERS = "owners"
    BODIES = "bodies"


@dataclass(frozen=True, slots=True)
class TemplateItem:
    """An item of the usual agenda: title code (words are the catalogue's), kind, minutes."""

    title_code: str
    kind: ItemKind
    minutes: int


@dataclass(frozen=True, slots=True)
class MeetingKind:
    """`rule` is a rule pack's code, None where nothing is decided by vote in the product yet."""

    code: str
    called: Called
    notice_days: int
    rule: str | None
    template: tuple[TemplateItem, ...]
    notice_articles: tuple[int, ...] = ()


_OPEN = TemplateItem("opening_and_rules", ItemKind.OPENING, 5)
_REPORT = TemplateItem("plan_and_costs", ItemKind.REPORT, 15)
_TALK = TemplateItem("discussion", ItemKind.DISCUSSION, 30)
_VOTE = TemplateItem("show_of_hands", ItemKind.VOTE, 10)
_CLOSE = TemplateItem("tasks_and_close", ItemKind.CLOSING, 5)
_DECIDING = (_OPEN, _REPORT, _TALK, _VOTE, _CLOSE)
_TALKING = (_OPEN, _REPORT, _TALK, _CLOSE)

KINDS: dict[str, MeetingKind] = {
    kind.code: kind
    for kind in (
        MeetingKind(
            "representatives_meeting",
            Called.REPRESENTATIVES,
            10,
            "residents_representatives",
            _DECIDING,
            (26, 28, 29),
        ),
        MeetingKind("residents_assembly", Called.HOUSEHOLDS, 10, "residents_assembly", _DECIDING, (26, 27)),
        MeetingKind("residents_council", Called.HOUSEHOLDS, 5, None, _TALKING),
        MeetingKind("hearing", Called.HOUSEHOLDS, 5, None, _TALKING),
        MeetingKind("joint_conference", Called.BODIES, 3, None, _TALKING),
        MeetingKind("owners_meeting", Called.OWNERS, 15, None, _TALKING, (14,)),
    )
}
