"""Which version of a rule is in force on the day of a meeting."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.pack import RulePack


def versions(packs: Iterable[RulePack], code: str) -> tuple[RulePack, ...]:
    """The versions of a family, the oldest first."""
    return tuple(sorted((one for one in packs if one.code == code), key=lambda one: one.effective_from))


def pack_on(packs: Iterable[RulePack], code: str, day: date) -> RulePack:
    """The version in force on that day. Refuses with the dates: unknown (`rule_unknown`), not in force yet
    (`rule_not_yet`, since when), no longer (`rule_no_longer`, until when); a gap between two versions counts
    as "not yet".
    """
    known = versions(packs, code)
    if not known:
        raise Refusal("rule_unknown", rule=code)
    for pack in known:
        if pack.in_force(day):
            return pack
    later = [pack for pack in known if pack.effective_from > day]
    if later:
        raise Refusal("rule_not_yet", rule=later[0].name, since=later[0].effective_from, day=day)
    raise Refusal("rule_no_longer", rule=known[-1].name, until=known[-1].effective_to, day=day)


def all_on(packs: Iterable[RulePack], day: date) -> tuple[RulePack, ...]:
    """Every pack in force on that day, in the order given."""
    return tuple(pack for pack in packs if pack.in_force(day))


def overlaps(packs: Sequence[RulePack]) -> tuple[tuple[RulePack, RulePack], ...]:
    """Pairs of versions of one family that are in force on the same day: a fault of the packs."""
    found = []
    for code in sorted({pack.code for pack in packs}):
        known = versions(packs, code)
        found += [
            (one, two)
            for one, two in pairwise(known)
            if one.effective_to is None or one.effective_to >= two.effective_from
        ]
    return tuple(found)
