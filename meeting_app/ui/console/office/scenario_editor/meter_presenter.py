"""What the balance meter says, in words and bounds; without Qt."""

from dataclasses import dataclass, replace
from typing import Final

from meeting_app.domain.roleplay.balance import TARGETS, Balance, Meter, zone
from meeting_app.domain.roleplay.checks_balance import ALL_BOUNDS, BUT_ONE_BOUNDS
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.i18n import N_, _, ngettext
from meeting_app.wording.roleplay import percent

# What makes a good negotiation for residents, per mille (research/roleplay_and_facilitation.md 0.2 and 3.3).
GOOD: Final = ((80, 150), (200, 350), (250, 450))
NAMES: Final = (N_("All accept"), N_("All but one"), N_("Passed by the rule"))
ZONES: Final = {"easy": N_("easy"), "medium": N_("medium"), "hard": N_("hard")}


@dataclass(frozen=True, slots=True)
class Gauge:
    """One bar: a share per mille with its good range, and how many deals that is."""

    name: str
    share: int
    good: tuple[int, int]
    words: str


def gauges(balance: Balance) -> tuple[Gauge, ...]:
    """The three bars."""
    counts = (balance.by_all, balance.by_all_but_one, balance.by_rule)
    return tuple(
        Gauge(
            _(name), share, good,
            ngettext("{n} way, good are {least} to {most}", "{n} ways, good are {least} to {most}", count)
            .format(n=count, least=percent(good[0]), most=percent(good[1])),
        )
        for name, share, good, count in zip(NAMES, balance.shares, GOOD, counts, strict=True)
    )  # fmt: skip


def verdict(balance: Balance) -> tuple[str, str]:
    """In a word how hard it is, and the tone."""
    by_all, but_one, _rule = balance.shares
    if by_all > ALL_BOUNDS[1] or but_one > BUT_ONE_BOUNDS[1]:
        return _("too easy"), "warn"
    if by_all < ALL_BOUNDS[0] or but_one < BUT_ONE_BOUNDS[0]:
        return _("too hard"), "warn"
    return _(ZONES[zone(balance)]), "ok"


def counted(balance: Balance) -> str:
    """How it was counted."""
    if balance.exact:
        form = ngettext(
            "{n} possible way, every one of {total} looked at",
            "{n} possible ways, every one of {total} looked at", balance.possible,
        )  # fmt: skip
        return form.format(n=balance.possible, total=balance.total)
    return _("{looked} of {total} ways looked at, by lot").format(looked=balance.looked, total=balance.total)


def bottleneck(scenario: Scenario, balance: Balance) -> tuple[str, str]:
    """Who stands in the way, as a heading and a sentence; empty when nobody does."""
    role = next((one for one in scenario.roles if one.id == balance.bottleneck), None)
    if role is None:
        return "", ""
    return (
        _("{role} stands in the way").format(role=role.name),
        ngettext(
            "Alone refuses {n} way that all others accept.", "Alone refuses {n} ways that all others accept.",
            balance.alone,
        ).format(n=balance.alone),
    )  # fmt: skip


def details(scenario: Scenario, balance: Balance) -> tuple[str, ...]:
    """Further lines: what each role accepts, the fairest way, the most likely ways."""
    titles = {(i.id, o.id): o.title for i in scenario.issues for o in i.options}
    names = {role.id: role.name for role in scenario.roles}
    found = [
        _("{role} accepts {share}").format(role=names[role], share=percent(_share(count, balance)))
        for role, count in balance.accepts
    ]
    if balance.worst_off is not None:
        chosen = [
            titles[issue.id, option]
            for issue, choice in zip(scenario.issues, balance.worst_off, strict=True)
            for option in choice
        ]
        found.append(_("Kindest to the least content: {ways}").format(ways=_(", ").join(chosen)))
    return tuple(found)


def _share(count: int, balance: Balance) -> int:
    return (2000 * count + balance.possible) // (2 * balance.possible) if balance.possible else 0


def with_limits(scenario: Scenario, limits: dict[str, int]) -> Scenario:
    """The scenario with these walk-aways before any event."""
    roles = tuple(
        replace(role, walk_away=limits[role.id]) if role.id in limits else role for role in scenario.roles
    )
    return replace(scenario, roles=roles)


def aimed(meter: Meter, name: str) -> Scenario:
    """With the walk-aways that make it easy, medium or hard."""
    return with_limits(meter.scenario, dict(meter.aim(TARGETS[name]).walk_away))


def at_step(meter: Meter, step: int) -> tuple[Balance, dict[str, int]]:
    """The meter with the slider at a step of 1000, and its walk-aways."""
    limits = meter.at_step(step)
    return meter.balance(limits), limits


@dataclass(frozen=True, slots=True)
class Hint:
    """A small change that helps: so many points more for an option of the role in the way."""

    role: str
    issue: str
    option: str
    points: int
    share: int


MOST_RAISE: Final = 10


def hint(meter: Meter) -> Hint | None:
    """The smallest raise of one option's points for the role in the way that brings the share for all nearest
    to medium; None when nobody stands in the way or nothing helps. Slow: not on the window's thread.
    """
    balance = meter.balance()
    role = balance.bottleneck
    if not role or balance.shares[0] >= TARGETS["medium"] or not meter.scenario.scores:
        return None
    others = [members for name, members in meter.accepted(meter.walk_away).items() if name != role]
    rest = (1 << balance.possible) - 1
    for members in others:
        rest &= members
    limit, best = meter.walk_away[role], None
    for at, issue in enumerate(meter.deals.issues):
        for option in next(one for one in meter.scenario.issues if one.id == issue).options:
            holds = [option.id in choice for choice in meter.deals.choices[at]]
            short = [
                limit - score
                for n, (deal, score) in enumerate(zip(meter.deals.possible, meter.scores[role], strict=True))
                if holds[deal[at]] and rest >> n & 1 and limit - MOST_RAISE <= score < limit
            ]
            best = _better(best, role, issue, option.id, short, balance)
    return best


def _better(
    best: Hint | None, role: str, issue: str, option: str, short: list[int], balance: Balance
) -> Hint | None:
    for raised in sorted(set(short)):
        gained = sum(one <= raised for one in short)
        share = _share(balance.by_all + gained, balance)
        miss = abs(TARGETS["medium"] - share)
        if best is None or (miss, raised) < (abs(TARGETS["medium"] - best.share), best.points):
            best = Hint(role, issue, option, raised, share)
    return best


def hint_words(scenario: Scenario, found: Hint) -> str:
    """The change in a sentence."""
    titles = {(i.id, o.id): o.title for i in scenario.issues for o in i.options}
    before = next(
        (
            s.points
            for s in scenario.scores
            if (s.role, s.issue, s.option) == (found.role, found.issue, found.option)
        ),
        0,
    )
    return _("Raise “{option}” from {before} to {after}: then all accept {share}.").format(
        option=titles[found.issue, found.option], before=before, after=before + found.points,
        share=percent(found.share),
    )  # fmt: skip


def with_hint(scenario: Scenario, found: Hint) -> Scenario:
    """The scenario with the change."""
    scores = tuple(
        replace(s, points=s.points + found.points)
        if (s.role, s.issue, s.option) == (found.role, found.issue, found.option) else s
        for s in scenario.scores
    )  # fmt: skip
    return replace(scenario, scores=scores)
