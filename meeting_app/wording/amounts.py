"""Numbers as people read them: money from fen, areas from hundredths of a square metre, percentages with one
decimal, or as many as they need.
"""

from meeting_app.i18n import _


def _hundredths(value: int, *, grouped: bool) -> str:
    sign = "-" if value < 0 else ""
    whole, rest = divmod(abs(value), 100)
    return f"{sign}{whole:,}.{rest:02d}" if grouped else f"{sign}{whole}.{rest:02d}"


def money(fen: int) -> str:
    """Yuan with two decimals and thousands separators: 57,352.94."""
    return _hundredths(fen, grouped=True)


def yuan(fen: int) -> str:
    """Money in a sentence: 57,352.94 yuan, whole sums without decimals."""
    return _("{amount} yuan").format(amount=money(fen) if fen % 100 else f"{fen // 100:,}")


def area(centi: int) -> str:
    """Square metres with two decimals: 6,148.32 (the unit is the caller's: m² on the console, 平方米
    elsewhere).
    """
    return _hundredths(centi, grouped=True)


# No rule of decision asks for a share with a larger denominator.
_SHARES = range(1, 11)


def _rounded(part: int, whole: int, decimals: int) -> int:
    """Units of the last decimal of a percentage, rounded half up."""
    units: int = (200 * part * 10**decimals + whole) // (2 * whole)
    return units


def _looks_like_a_share(part: int, whole: int, decimals: int) -> bool:
    """Whether rounding would show just the half, the two thirds ... that the figures miss or exceed."""
    shown = _rounded(part, whole, decimals)
    nearest = ((2 * part * below + whole) // (2 * whole) for below in _SHARES)
    return any(
        part * below != whole * above and shown == _rounded(above, below, decimals)
        for below, above in zip(_SHARES, nearest, strict=True)
    )


def percent(part: int, whole: int, decimals: int = 1, nothing: str = "–") -> str:
    """Rounded half up, by integers: 80.6%. As many more decimals as it takes to tell the figures from a share
    that a rule may ask for: one voice above the half of 20,001 is 50.002%, never 50.0%. `nothing` where there
    is nothing to divide by.
    """
    if whole <= 0:
        return nothing
    while _looks_like_a_share(part, whole, decimals):
        decimals += 1
    units = _rounded(part, whole, decimals)
    return f"{units // 10**decimals}.{units % 10**decimals:0{decimals}d}%"
