"""Numbers as people read them: money from fen, areas from hundredths of a square metre, percentages with one
decimal.
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


def percent(part: int, whole: int) -> str:
    """One decimal, rounded half up, by integers: 80.6%."""
    if whole == 0:
        return "–"
    tenths = (part * 2000 + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}%"
