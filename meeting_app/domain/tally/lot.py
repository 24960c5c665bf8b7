"""A public draw that anybody can replay with a telephone (research/tally_methods.md 2.2).

After the ballots are frozen and their hash was shown, a resident draws a number in front of all; the order of
the options follows from it, so that neither the laptop nor the resident can choose it.
"""

import hashlib
from collections.abc import Sequence

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.tally.count import Lot


def ticket(poll: str, ballots_hash: str, number: str, name: str) -> str:
    """What an option is sorted by: the SHA-256, in hexadecimal, of the four texts joined by `|`."""
    return hashlib.sha256(f"{poll}|{ballots_hash}|{number}|{name}".encode()).hexdigest()


def check_number(number: str, least: int = 1) -> None:
    """Refuse what is not a number of at least so many digits."""
    if not number.isascii() or not number.isdigit():
        raise Refusal("lot_number", number=number)
    if len(number) < least:
        raise Refusal("lot_number_short", number=number, least=least)


def draw(poll: str, ballots_hash: str, number: str, names: Sequence[str]) -> Lot:
    """The order of all options for the drawn number (digits; leading zeros count). Two options of the same
    text cannot be told apart and are refused.
    """
    check_number(number)
    if len(set(names)) < len(names):
        raise Refusal("lot_names")
    tickets = [ticket(poll, ballots_hash, number, name) for name in names]
    return Lot(tuple(sorted(range(len(names)), key=tickets.__getitem__)))
