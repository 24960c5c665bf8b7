"""The rules of decision without their widgets: which are in force on a day, what a form of one offers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from meeting_app.domain.rules.pack import (
    BlankAs,
    BodyKind,
    Electorate,
    OwnersRules,
    Participation,
    Proxies,
    RulePack,
)
from meeting_app.domain.rules.share import Amount, Base, Measure, Share
from meeting_app.i18n import N_, _, ngettext
from meeting_app.queries.rule_packs import OWN_PREFIX, all_packs
from meeting_app.wording import labels, rules, times

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office

# What a body is tried on until other figures are typed: 48 members, or 72 owners with 6,148.32 m².
MEMBERS: Final = Amount(48)
OWNERS: Final = Amount(72, 614_832)
NOBODY: Final = "nobody"
THE_KIND: Final = "kind"  # what the rule leaves to the kind of meeting
BOTH: Final = "both"
MOST_PROXIES: Final = (1, 2, 3, 5)
MOST_DAYS: Final = 365
MOST_NAME: Final = 40
# The shares that a form offers: numerator, denominator, strictly more.
SHARES: Final = (
    (1, 3, True), (1, 3, False), (1, 2, True), (1, 2, False), (2, 3, True), (2, 3, False), (3, 4, False),
    (4, 5, False), (1, 1, False),
)  # fmt: skip
COUNTED: Final[Mapping[str, str]] = {
    NOBODY: N_("no number is asked for"),
    "present": N_("who is present or represented"),
    "cast": N_("who takes part in the vote"),
}
MEASURES: Final[Mapping[str, str]] = {
    "persons": N_("persons"),
    BOTH: N_("persons and floor area"),
}
BLANKS: Final[Mapping[str, str]] = {
    "abstention": N_("as an abstention"),
    "invalid": N_("as an invalid ballot"),
}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule in the list. `group`: own, now, other."""

    version_id: str
    name: str
    detail: str
    remark: str
    group: str


@dataclass(frozen=True, slots=True)
class RuleTexts:
    """What stands in the form of an own rule, as words of its choices."""

    name: str
    electorate: str
    counted: str
    participation: str
    approval: str
    base: str
    measures: str
    blank: str
    days: str
    proxies: str
    secret: bool
    parking: bool
    silent: bool


def is_own(pack: RulePack) -> bool:
    """Whether the community made it."""
    return pack.code.startswith(OWN_PREFIX)


def share_code(share: Share) -> str:
    """A share as the value of a choice."""
    return f"{share.numerator}/{share.denominator}/{'more' if share.strict else 'least'}"


def share_of(code: str, base: Base) -> Share:
    """The share of a choice's value."""
    top, bottom, strict = code.split("/")
    return Share(int(top), int(bottom), strict == "more", base)


def offered_shares(now: Sequence[Share]) -> list[tuple[str, str]]:
    """The usual shares, and those that the rule has now."""
    usual = [Share(top, bottom, strict, Base.ELIGIBLE) for top, bottom, strict in SHARES]
    found = {share_code(share): rules.share_words(share) for share in (*usual, *now)}
    return list(found.items())


def example(pack: RulePack) -> Amount:
    """A body on which the rule is tried."""
    return OWNERS if Measure.AREA in pack.measures else MEMBERS


def group_of(pack: RulePack, day: date) -> str:
    """Under which heading a rule stands."""
    return "own" if is_own(pack) else "now" if pack.in_force(day) else "other"


def remark(pack: RulePack, day: date) -> str:
    """Why a rule is not in force on a day."""
    if pack.effective_from > day:
        return _("only from {day}").format(day=times.full_day(pack.effective_from))
    if pack.effective_to is not None and pack.effective_to < day:
        return _("ended on {day}").format(day=times.full_day(pack.effective_to))
    return ""


def detail(pack: RulePack) -> str:
    """The list's second line: the two shares."""
    approval = rules.share_words(pack.approval)
    if pack.participation is None:
        return _("{approval} agree").format(approval=approval)
    return _("{quorum} take part · {approval} agree").format(
        quorum=rules.share_words(pack.participation.share), approval=approval
    )


def texts_of(pack: RulePack) -> RuleTexts:
    """A rule as its form shows it."""
    test = pack.participation
    half = Share(1, 2, strict=True, base=Base.ELIGIBLE)
    return RuleTexts(
        name=pack.name,
        electorate=pack.electorate.value,
        counted=test.counted.value if test else NOBODY,
        participation=share_code(test.share if test else half),
        approval=share_code(pack.approval),
        base=pack.approval.base.value,
        measures=BOTH if Measure.AREA in pack.measures else "persons",
        blank=pack.blank.value,
        days=str(pack.notice_days),
        proxies=_proxies_code(pack.proxies),
        secret=pack.secret,
        parking=pack.owners.parking,
        silent=pack.owners.silent_join,
    )


def pack_from(pack: RulePack, said: RuleTexts, days: int) -> RulePack:
    """The rule that the form describes; what it does not show stays as it was."""
    taking = None
    if said.counted != NOBODY:
        taking = Participation(Base(said.counted), share_of(said.participation, Base.ELIGIBLE))
    both = said.measures == BOTH
    return replace(
        pack,
        name=said.name.strip(),
        electorate=Electorate(said.electorate),
        participation=taking,
        approval=share_of(said.approval, Base(said.base)),
        measures=(Measure.PERSONS, Measure.AREA) if both else (Measure.PERSONS,),
        blank=BlankAs(said.blank),
        notice_days=days,
        proxies=_proxies_of(said.proxies, pack.proxies),
        secret=said.secret,
        owners=OwnersRules(said.parking, said.silent),
    )


def _proxies_code(proxies: Proxies) -> str:
    """How the form holds it."""
    if not proxies.stated:
        return THE_KIND
    return str(proxies.most) if proxies.allowed else NOBODY


def _proxies_of(code: str, before: Proxies) -> Proxies:
    if code == THE_KIND:
        return Proxies()
    allowed = code != NOBODY
    return replace(before, allowed=allowed, most=int(code) if allowed else 0, stated=True)


def proxies_words(most: int) -> str:
    """For how many voters somebody may act."""
    return ngettext("for {n} voter at most", "for {n} voters at most", most).format(n=most)


def proxies_offered() -> list[tuple[str, str]]:
    """For how many somebody may vote."""
    one_to_five = [(str(most), proxies_words(most)) for most in MOST_PROXIES]
    kind = (THE_KIND, _("as the kind of meeting has it"))
    return [kind, (NOBODY, _("not allowed")), *one_to_five, ("0", _("without a limit"))]


class RulesPresenter:
    """Asks for the rules; `day` is whose law is shown."""

    def __init__(self, office: "Office") -> None:
        self._office = office
        self.day = office.today()

    def packs(self) -> dict[str, RulePack]:
        """All rules by the id of their version."""
        return {pack.id: pack for pack in self._office.records.ask(all_packs)}

    def rows(self) -> tuple[RuleRow, ...]:
        """All rules; the groups in the order of the list."""
        order, bodies = ("own", "now", "other"), list(BodyKind)
        packs = sorted(
            self.packs().values(),
            key=lambda pack: (
                order.index(group_of(pack, self.day)), bodies.index(pack.body), pack.purpose, pack.code,
                pack.effective_from,
            ),
        )  # fmt: skip
        return tuple(
            RuleRow(
                pack.id, rules.pack_name(pack), detail(pack), remark(pack, self.day), group_of(pack, self.day)
            )
            for pack in packs
        )

    def free_name(self, name: str) -> str:
        """A name for a copy that no rule has yet."""
        taken = {one for pack in self.packs().values() for one in (pack.name, pack.name_en)}
        number = 2
        while (proposed := _("{name} {number}").format(name=name[: MOST_NAME - 4], number=number)) in taken:
            number += 1
        return proposed


def electorates() -> list[tuple[str, str]]:
    """Who may vote."""
    return [(code, labels.label(rules.ELECTORATES, code)) for code in rules.ELECTORATES]


def bases() -> list[tuple[str, str]]:
    """What the approval is a share of."""
    return [(code, labels.label(rules.BASES, code)) for code in rules.BASES]
