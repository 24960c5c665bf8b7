"""Who takes the places: the largest figures first; where only a lot can tell, the lot or an open tie."""

from collections.abc import Sequence
from dataclasses import dataclass

from meeting_app.domain.tally.count import Count, Lot, Number, Sorted, Step, Tie

PLACE = "place"


@dataclass(frozen=True, slots=True)
class Cut:
    """Options sorted by a figure: those who are sure of a place, and those tied for the `places` left."""

    sure: tuple[int, ...]
    tied: tuple[int, ...] = ()
    places: int = 0


@dataclass(frozen=True, slots=True)
class Filled:
    """The places as far as they could be filled, with the steps."""

    winners: tuple[int, ...]
    steps: tuple[Step, ...]
    tie: Tie | None = None

    def after(self, steps: tuple[Step, ...]) -> "Filled":
        """The same with other steps before its own."""
        return Filled(self.winners, steps + self.steps, self.tie)


def cut(figures: Sequence[Number], among: Sequence[int], places: int) -> Cut:
    """The largest `places` figures; equal ones inside stand in the order of the poll."""
    ranked = sorted(among, key=lambda option: (-figures[option], option))
    if len(ranked) <= places:
        return Cut(tuple(ranked))
    last = figures[ranked[places - 1]]
    if figures[ranked[places]] != last:
        return Cut(tuple(ranked[:places]))
    sure = tuple(option for option in ranked if figures[option] > last)
    tied = tuple(option for option in ranked if figures[option] == last)
    return Cut(sure, tied, places - len(sure))


def drawn(tied: Sequence[int], places: int, lot: Lot) -> tuple[tuple[int, ...], Step]:
    """Those whom the lot gives the places, and the step that says so: first they, then the others."""
    order = sorted(tied, key=lot.order.index)
    return tuple(order[:places]), Step("lot_places", tuple(order), (("places", places),))


def fill(figures: Sequence[Number], among: Sequence[int], seats: int, lot: Lot | None) -> Filled:
    """Give the places by the largest figures. Places that nobody can take stay open, and a step says so."""
    found = cut(figures, among, seats)
    steps = [_chosen(figures, option, at) for at, option in enumerate(found.sure, 1)]
    if not found.tied:
        return Filled(found.sure, (*steps, *open_seats(seats - len(found.sure))))
    if lot is None:
        tie = Tie(tuple(sorted(found.tied)), found.places, PLACE)
        return Filled(found.sure, (*steps, tie_step(tie)), tie)
    lucky, step = drawn(found.tied, found.places, lot)
    steps.append(step)
    steps += [_chosen(figures, option, at) for at, option in enumerate(lucky, len(found.sure) + 1)]
    return Filled(found.sure + lucky, tuple(steps))


def _chosen(figures: Sequence[Number], option: int, place: int) -> Step:
    return Step("chosen", (option,), (("place", place), ("figure", figures[option])))


def open_seats(number: int) -> tuple[Step, ...]:
    """A step for places that stay open, if there are any."""
    return (Step("seats_open", (), (("places", number),)),) if number else ()


def tie_step(tie: Tie) -> Step:
    """The last step of a count that only a lot can carry on."""
    return Step(f"tie_{tie.reason}", tie.options, (("places", tie.places),))


def finish(method: str, told: Sorted, standing: Sequence[Number], filled: Filled) -> Count:
    """The whole count from the ballots as read and the places as filled; `filled.steps` are all its steps."""
    spoilt = sum(number for _, number in told.spoilt)
    return Count(
        method,
        len(told.valid) + told.blank + spoilt,
        len(told.valid),
        told.blank,
        told.spoilt,
        tuple(standing),
        filled.winners,
        filled.steps,
        filled.tie,
    )
