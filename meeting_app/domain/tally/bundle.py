"""The records from which anybody can count a vote again (resources/retally/README.md).

The sheet of ballots is sorted and says nothing of order or person; its SHA-256 is the hash that the hall
sees before the result.
"""

import hashlib
from collections.abc import Mapping, Sequence

from meeting_app.domain.tally.count import Count, Lot, Marks, Number, Setup

FORMAT = 1
Record = dict[str, object]


def ballots_sheet(options: int, ballots: Sequence[Marks], areas: Sequence[int] = ()) -> bytes:
    """`ballots.csv`: a line a ballot, sorted by bytes. `areas` (0.01 m²) only in open votes."""
    head = [str(at + 1) for at in range(options)] + (["area"] if areas else [])
    lines = [[_cell(mark) for mark in marks] for marks in ballots]
    if areas:
        lines = [[*line, str(area)] for line, area in zip(lines, areas, strict=True)]
    rows = sorted(",".join(line) for line in lines)
    return "".join(f"{row}\n" for row in [",".join(head), *rows]).encode("ascii")


def _cell(mark: int | None) -> str:
    return "" if mark is None else str(mark)


def ballots_hash(sheet: bytes) -> str:
    """The hash of the ballots: 64 hexadecimal characters."""
    return hashlib.sha256(sheet).hexdigest()


def rule_record(
    poll: str,
    method: str,
    names: Sequence[str],
    setup: Setup,
    thresholds: Sequence[Mapping[str, object]] = (),
) -> Record:
    """`rule.json`; `names` are the options' texts as announced."""
    return {
        "bundle": FORMAT,
        "poll": poll,
        "method": method,
        "variant": setup.variant,
        "options": list(names),
        "seats": setup.seats,
        "limit": setup.limit,
        "costs": list(setup.costs),
        "budget": setup.budget,
        "step": setup.step,
        "thresholds": [dict(one) for one in thresholds],
    }


def counts_record(
    count: Count, sheet_hash: str, unread: int = 0, areas: Sequence[Sequence[int]] = ()
) -> Record:
    """`counts.json`; options are numbered from 1. `areas` (0.01 m²) are, for each option, those for, against,
    abstaining and saying nothing; only where the sheet has areas.
    """
    extra: Record = {"areas": [list(one) for one in areas]} if areas else {}
    return extra | {
        "ballots": count.ballots,
        "valid": count.valid,
        "blank": count.blank,
        "spoilt": [[why, number] for why, number in count.spoilt],
        "unread": unread,
        "standing": _figures(count.standing),
        "winners": _numbered(count.winners),
        "tie": _tie(count),
        "rounds": [_figures(step.standing) for step in count.steps if step.standing],
        "ballots_sha256": sheet_hash,
    }


def lot_record(number: str, sheet_hash: str, lot: Lot) -> Record:
    """`lot.json`."""
    return {"number": number, "ballots_sha256": sheet_hash, "order": _numbered(lot.order)}


def _numbered(options: Sequence[int]) -> list[int]:
    return [option + 1 for option in options]


def _figures(figures: Sequence[Number | None]) -> list[str | None]:
    return [None if figure is None else str(figure) for figure in figures]


def _tie(count: Count) -> Record | None:
    if count.tie is None:
        return None
    return {
        "options": _numbered(count.tie.options),
        "places": count.tie.places,
        "reason": count.tie.reason,
    }
