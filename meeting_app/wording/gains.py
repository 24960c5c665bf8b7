"""What the figure of an option is: votes, points, dots, pairs won, the middle step; its unit and its head."""

from collections.abc import Mapping

from meeting_app.domain.ballot_entry import filled_as
from meeting_app.domain.tally.count import Number
from meeting_app.i18n import N_, _, ngettext
from meeting_app.wording.tally import figure, votes

VOTES, POINTS, DOTS, PAIRS, STEP = "votes", "points", "dots", "pairs", "step"
UNITS: Mapping[str, str] = {
    "score": POINTS, "star": POINTS, "borda": POINTS, "dots": DOTS, "schulze": PAIRS, "gradient": STEP,
}  # fmt: skip
HEADS: Mapping[str, str] = {
    VOTES: N_("Votes"),
    POINTS: N_("Points"),
    DOTS: N_("Dots given"),
    PAIRS: N_("Pairs won"),
    STEP: N_("Middle step"),
}


def unit(method: str, variant: str = "") -> str:
    """The unit of a way of counting; votes where it has none of its own."""
    return UNITS.get(filled_as(method, variant), VOTES)


def head(method: str, variant: str = "") -> str:
    """What stands over the figures."""
    return _(HEADS[unit(method, variant)])


def gained(number: Number, method: str, variant: str = "") -> str:
    """A figure with its unit."""
    kind, one = unit(method, variant), 1 if number == 1 else 2
    if kind == POINTS:
        return ngettext("{n} point", "{n} points", one).format(n=figure(number))
    if kind == DOTS:
        return ngettext("{n} dot", "{n} dots", one).format(n=figure(number))
    if kind == PAIRS:
        return ngettext("wins {n} pair", "wins {n} pairs", one).format(n=figure(number))
    return figure(number) if kind == STEP else votes(number)
