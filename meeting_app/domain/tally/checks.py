"""Whether a poll can be counted at all: what the notice fixed must be possible before any ballot is read."""

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.tally.count import Lot, Setup


def check_setup(
    setup: Setup,
    lot: Lot | None,
    *,
    least_limit: int = 0,
    most_limit: int | None = None,
    one_seat: bool = False,
    variants: tuple[str, ...] = (),
) -> None:
    """Refuse impossible settings. The limit must lie in [`least_limit`, `most_limit`]; `variants` are those
    beside the default "".
    """
    if setup.options < 1:
        raise Refusal("tally_no_options")
    if not 1 <= setup.seats <= setup.options:
        raise Refusal("tally_seats", seats=setup.seats, options=setup.options)
    if one_seat and setup.seats > 1:
        raise Refusal("tally_one_seat", seats=setup.seats)
    if setup.limit < least_limit or (most_limit is not None and setup.limit > most_limit):
        raise Refusal("tally_limit", limit=setup.limit)
    if setup.variant and setup.variant not in variants:
        raise Refusal("tally_variant", variant=setup.variant)
    if lot is not None and sorted(lot.order) != list(range(setup.options)):
        raise Refusal("tally_lot")
