"""The kinds of meetings without their widgets: what each asks for, in words, and how its agenda changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from meeting_app.domain.meeting_kind import Called, MeetingKind, QuorumShare, TemplateItem
from meeting_app.domain.meeting_kind_data import kind_to_data
from meeting_app.domain.proxy_rule import rule_of
from meeting_app.domain.rules.in_force import all_on
from meeting_app.domain.rules.pack import RulePack
from meeting_app.domain.rules.share import Base, Share
from meeting_app.i18n import N_, _, ngettext
from meeting_app.queries.kinds import all_kinds
from meeting_app.queries.rule_packs import all_packs
from meeting_app.ui.console.office import rule_presenter, words
from meeting_app.ui.console.office.call_presenter import AgendaLine, notice_source
from meeting_app.ui.console.office.rule_presenter import offered_shares, share_code, share_of
from meeting_app.wording import labels, proxies, sources
from meeting_app.wording.rules import pack_name, participation

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office

NONE: Final = "none"
CALLED: Final[Mapping[str, str]] = {
    "representatives": N_("the residents' representatives and the committee"),
    "households": N_("one voice a household"),
    "owners": N_("all owners"),
    "bodies": N_("the organisations of the joint conference"),
    "families": N_("one voice of every household with children"),
    "concerned": N_("who proposed the topic and who backs it"),
}


def called_words(kind: MeetingKind) -> str:
    """Who is called."""
    return labels.label(CALLED, kind.called)


def votes_words(kind: MeetingKind, pack: RulePack | None) -> str:
    """Who votes and under which rule; `pack` is that rule as it is in force, None when it is not."""
    if not kind.votes:
        return _("nobody; the meeting consults")
    if kind.rule is None:
        return _("everybody who is called")
    return _("everybody who is called, by the rule “{rule}”").format(
        rule=pack_name(pack) if pack else kind.rule
    )


def said_by_rule(pack: RulePack | None) -> str:
    """That the rule of decision itself says who must take part, and so goes before a number of the kind; ""
    when it leaves that open.
    """
    if pack is None or pack.participation is None:
        return ""
    return _("The rule of decision says so: {sentence}").format(sentence=participation(pack))


def quorum_words(kind: MeetingKind, pack: RulePack | None) -> str:
    """How many must be there, and which article or rule says so; the rule of decision is heard first."""
    same = pack and kind.quorum and kind.quorum.law and _share(kind.quorum) == pack.quorum
    if said := said_by_rule(pack) if not same else "":
        return said
    quorum = kind.quorum
    if quorum is None:
        return _("none is asked for")
    share = f"{quorum.numerator}/{quorum.denominator}"
    if quorum.by_area and quorum.strict:
        form = _("more than {share} of the persons and of the floor area ({source})")
    elif quorum.by_area:
        form = _("at least {share} of the persons and of the floor area ({source})")
    elif quorum.strict:
        form = _("more than {share} of the persons ({source})")
    else:
        form = _("at least {share} of the persons ({source})")
    law = labels.label(labels.LAWS, quorum.law)
    return form.format(
        share=share, source=sources.cited(law, quorum.articles) if quorum.law else _("our own")
    )


def proxies_words(kind: MeetingKind) -> str:
    """How many one person may act for, and who says so where the rule of decision does not."""
    rule = rule_of(kind)
    return labels.label(proxies.RULES, rule.code) if kind.most_proxies is None else most_words(rule.most)


def most_words(most: int) -> str:
    """For how many voters one person may act."""
    return rule_presenter.proxies_words(most) if most else _("not allowed")


def quorum_code(kind: MeetingKind) -> str:
    """The quorum as the value of a choice; NONE for none of its own."""
    quorum = kind.quorum
    return NONE if quorum is None else share_code(_share(quorum))


def _share(quorum: QuorumShare) -> Share:
    return Share(quorum.numerator, quorum.denominator, quorum.strict, Base.ELIGIBLE)


def offered_quorums(kind: MeetingKind) -> list[tuple[str, str]]:
    """None of its own, the usual shares, and the one that the kind has now."""
    now = [_share(kind.quorum)] if kind.quorum is not None else []
    return [(NONE, _("none, or what the rule of decision asks for")), *offered_shares(now)]


def quorum_of(code: str, kind: MeetingKind, called: Called, *, same_rule: bool) -> QuorumShare | None:
    """The quorum that a choice stands for: the law's as long as nothing changes, else the community's own; of
    owners it is asked by persons and by floor area.
    """
    if code == NONE:
        return None
    if code == quorum_code(kind) and same_rule and called is kind.called:
        return kind.quorum
    share = share_of(code, Base.ELIGIBLE)
    by_area = called is Called.OWNERS
    return QuorumShare(share.numerator, share.denominator, share.strict, by_area=by_area, law="", articles=())


def offered_proxies(kind: MeetingKind) -> list[tuple[str, str]]:
    """What follows from whom the kind calls, none, and the usual numbers besides the one it has now."""
    numbers = sorted({*rule_presenter.MOST_PROXIES, *([kind.most_proxies] if kind.most_proxies else [])})
    return [(NONE, _("as usual for those who are called")), *((str(n), most_words(n)) for n in (0, *numbers))]


def facts(kind: MeetingKind, rules: Mapping[str, RulePack]) -> tuple[tuple[str, str], ...]:
    """The kind in a line each; `rules` are those in force by code."""
    pack = rules.get(kind.rule or "")
    papers = words.listed([labels.label(labels.PAPERS, paper) for paper in kind.papers])
    return (
        (_("Called"), called_words(kind)),
        (_("Voting"), votes_words(kind, pack)),
        (_("Quorum"), quorum_words(kind, pack)),
        (_("Proxies"), proxies_words(kind)),
        (_("Notice"), notice_source(kind, kind.notice_days)),
        (_("Papers"), papers),
    )


def lines(kind: MeetingKind) -> tuple[AgendaLine, ...]:
    """The usual agenda as rows; a row's identity is its place from 0."""
    return tuple(
        AgendaLine(
            str(place), str(place + 1), item.title, labels.label(labels.ITEM_KINDS, item.kind),
            _marks(item), item.minutes, "",
        )
        for place, item in enumerate(kind.template)
    )  # fmt: skip


def _marks(item: TemplateItem) -> str:
    if item.protected:
        return _("protected")
    return _("may be moved out") if item.droppable else ""


def summary(kind: MeetingKind) -> str:
    """Items and time of the usual agenda."""
    count = len(kind.template)
    text = ngettext("{n} item, {span}", "{n} items, {span}", count)
    return text.format(n=count, span=words.hours(kind.minutes * 60_000))


def with_item(kind: MeetingKind, place: int | None, item: TemplateItem) -> dict[str, Any]:
    """The kind's data with an item changed, or (None) added before the last one, which closes."""
    items = list(kind.template)
    if place is None:
        items.insert(max(0, len(items) - 1), item)
    else:
        items[place] = item
    return _data(kind, items)


def without_item(kind: MeetingKind, place: int) -> dict[str, Any]:
    """The kind's data without an item."""
    return _data(kind, [item for other, item in enumerate(kind.template) if other != place])


def moved_item(kind: MeetingKind, place: int, to: int) -> dict[str, Any]:
    """The kind's data with an item at another place; `to` counts from 1."""
    items = list(kind.template)
    items.insert(to - 1, items.pop(place))
    return _data(kind, items)


def with_minutes(kind: MeetingKind, place: int, minutes: int) -> dict[str, Any]:
    """The kind's data with other minutes for an item; its minimum never exceeds them."""
    item = kind.template[place]
    return with_item(kind, place, replace(item, minutes=minutes, minimum=min(item.minimum, minutes)))


def _data(kind: MeetingKind, items: Sequence[TemplateItem]) -> dict[str, Any]:
    return kind_to_data(replace(kind, template=tuple(items)))


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind in the list."""

    code: str
    name: str
    detail: str
    days: str
    own: bool


class KindsPresenter:
    """Asks for the kinds."""

    def __init__(self, office: "Office") -> None:
        self._office = office

    def kinds(self) -> dict[str, MeetingKind]:
        """All kinds by code."""
        return self._office.records.ask(all_kinds)

    def rules(self) -> dict[str, RulePack]:
        """The rules of decision in force today, by code."""
        packs = all_on(self._office.records.ask(all_packs), self._office.today())
        return {pack.code: pack for pack in packs}

    def rows(self) -> tuple[KindRow, ...]:
        """The community's own kinds first, then the shipped ones."""
        found = sorted(self.kinds().values(), key=lambda kind: not kind.own)
        return tuple(
            KindRow(
                kind.code,
                labels.meeting_kind(kind.code, kind.name),
                called_words(kind),
                ngettext("{n} day of notice", "{n} days of notice", kind.notice_days).format(
                    n=kind.notice_days
                ),
                kind.own,
            )
            for kind in found
        )

    def free_name(self, name: str) -> str:
        """A name for a copy that no kind has yet."""
        taken = {row.name for row in self.rows()}
        number = 2
        while (proposed := _("{name} {number}").format(name=name, number=number)) in taken:
            number += 1
        return proposed
