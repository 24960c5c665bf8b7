"""A kind of meeting as data and back: checked field by field, each fault with what would be right."""

from collections.abc import Collection
from typing import Any

from meeting_app.domain.agenda import ItemKind
from meeting_app.domain.fields import Fields
from meeting_app.domain.meeting_kind import (
    LAWS,
    OWN_PREFIX,
    PAPER_KINDS,
    Basis,
    Called,
    MeetingKind,
    Notice,
    QuorumShare,
    TemplateItem,
)

MOST_ITEMS = 60
MOST_MINUTES = 600
MOST_DAYS = 60
MOST_PROXIES = 1000


def kind_from_data(data: object, file: str, rules: Collection[str]) -> MeetingKind:
    """The kind that the data describe; `rules` are the codes of the rule packs there are. Raises Refusal
    naming `file`, field and remedy.
    """
    fields = Fields(data, file)
    code = fields.text("code", 40)
    kind = MeetingKind(
        code=code,
        name=fields.text("name", 60) if code.startswith(OWN_PREFIX) else "",
        called=Called(fields.choice("called", [str(one) for one in Called])),
        votes=fields.flag("votes"),
        rule=None if fields.absent("rule") else fields.choice("rule", rules),
        quorum=None if fields.absent("quorum") else _quorum(fields.inner("quorum")),
        notice=_notice(fields.inner("notice")),
        papers=_papers(fields),
        template=tuple(_item(item) for item in fields.inners("agenda")),
        most_proxies=None if fields.absent("most_proxies") else fields.whole("most_proxies", 0, MOST_PROXIES),
    )
    fields.done()
    _check(fields, kind)
    return kind


def _check(fields: Fields, kind: MeetingKind) -> None:
    """What holds between fields: something to do, a rule only where somebody votes."""
    if not 1 <= len(kind.template) <= MOST_ITEMS:
        raise fields.fault("data_items", "agenda", most=MOST_ITEMS)
    if kind.rule is not None and not kind.votes:
        raise fields.fault("data_rule_without_votes", "votes")


def _articles(fields: Fields) -> tuple[int, ...]:
    found = fields.listed("articles")
    if not all(isinstance(article, int) and 0 < article < 2000 for article in found):
        raise fields.fault("data_whole", "articles", least=1, most=1999)
    return tuple(found)


def _notice(fields: Fields) -> Notice:
    days = fields.whole("days", 0, MOST_DAYS)
    basis = Basis(fields.choice("basis", [str(one) for one in Basis]))
    if basis is Basis.CUSTOM:
        fields.done()
        return Notice(days, basis)
    notice = Notice(days, basis, fields.choice("law", LAWS), _articles(fields))
    fields.done()
    return notice


def _quorum(fields: Fields) -> QuorumShare:
    denominator = fields.whole("denominator", 1, 100)
    quorum = QuorumShare(
        fields.whole("numerator", 1, denominator),
        denominator,
        fields.flag("strict"),
        fields.flag("by_area"),
        fields.choice("law", ("", *LAWS)),
        _articles(fields),
    )
    fields.done()
    return quorum


def _papers(fields: Fields) -> tuple[str, ...]:
    found = fields.listed("papers")
    if not all(paper in PAPER_KINDS for paper in found) or len(set(found)) != len(found):
        raise fields.fault("data_choice", "papers", allowed=", ".join(PAPER_KINDS))
    return tuple(paper for paper in PAPER_KINDS if paper in found)


def _item(fields: Fields) -> TemplateItem:
    minutes = fields.whole("minutes", 1, MOST_MINUTES)
    item = TemplateItem(
        title=fields.text("title", 120),
        kind=ItemKind(fields.choice("kind", [str(one) for one in ItemKind])),
        minutes=minutes,
        minimum=fields.whole("minimum", 0, minutes),
        protected=not fields.absent("protected") and fields.flag("protected"),
        droppable=not fields.absent("droppable") and fields.flag("droppable"),
    )
    fields.done()
    return item


def kind_to_data(kind: MeetingKind) -> dict[str, Any]:
    """The data of a kind, as `kind_from_data` reads them."""
    data: dict[str, Any] = {
        "code": kind.code,
        "called": str(kind.called),
        "votes": kind.votes,
        "rule": kind.rule,
        "quorum": _share_data(kind.quorum),
        "notice": _notice_data(kind.notice),
        "papers": list(kind.papers),
        "agenda": [_item_data(item) for item in kind.template],
    }
    own = {"name": kind.name, "most_proxies": kind.most_proxies} if kind.own else {}
    return {**data, **own}


def _share_data(quorum: QuorumShare | None) -> dict[str, Any] | None:
    if quorum is None:
        return None
    return {
        "numerator": quorum.numerator,
        "denominator": quorum.denominator,
        "strict": quorum.strict,
        "by_area": quorum.by_area,
        "law": quorum.law,
        "articles": list(quorum.articles),
    }


def _notice_data(notice: Notice) -> dict[str, Any]:
    data: dict[str, Any] = {"days": notice.days, "basis": str(notice.basis)}
    if notice.basis is not Basis.CUSTOM:
        data |= {"law": notice.law, "articles": list(notice.articles)}
    return data


def _item_data(item: TemplateItem) -> dict[str, Any]:
    return {
        "title": item.title,
        "kind": str(item.kind),
        "minutes": item.minutes,
        "minimum": item.minimum,
        "protected": item.protected,
        "droppable": item.droppable,
    }
