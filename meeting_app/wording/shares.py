"""Shares in words: more than half, at least two thirds."""

from collections.abc import Mapping

from meeting_app.i18n import N_, _

# Shares that have a name of their own: numerator, denominator, strictly more.
SHARES: Mapping[tuple[int, int, bool], str] = {
    (1, 2, True): N_("more than half"),
    (1, 2, False): N_("at least half"),
    (1, 3, False): N_("at least one third"),
    (2, 3, False): N_("at least two thirds"),
    (3, 4, False): N_("at least three quarters"),
    (2, 3, True): N_("more than two thirds"),
    (3, 4, True): N_("more than three quarters"),
    (4, 5, False): N_("at least four fifths"),
    (1, 1, False): N_("all of them"),
}


def share(numerator: int, denominator: int, strict: bool) -> str:
    """More than half / 过半数; a share without a name is given as a fraction."""
    named = SHARES.get((numerator, denominator, strict))
    if named:
        return _(named)
    pattern = _("more than {numerator}/{denominator}") if strict else _("at least {numerator}/{denominator}")
    return pattern.format(numerator=numerator, denominator=denominator)
