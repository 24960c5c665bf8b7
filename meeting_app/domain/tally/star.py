"""STAR (score, then automatic runoff): the two options with the most points go into the runoff; there each
ballot counts for the one to which it gives more points.

Ties for the runoff: most often preferred by the ballots in comparisons among the tied; then most top scores;
then the lot. A tie in the runoff: more points; then more top scores; then the lot.
"""

from collections.abc import Sequence
from itertools import permutations

from meeting_app.domain.tally.checks import check_setup
from meeting_app.domain.tally.count import Count, Lot, Marks, Method, Number, Setup, Step, Tie, sort_ballots
from meeting_app.domain.tally.places import Filled, cut, drawn, finish, open_seats, tie_step
from meeting_app.domain.tally.reading import opening
from meeting_app.domain.tally.score import read
from meeting_app.domain.tally.sums import sums_of

CODE = "star"
RUNOFF = "runoff"
PLACE = "place"


def count(ballots: Sequence[Marks], setup: Setup, lot: Lot | None = None) -> Count:
    """One winner; an option without any point cannot be in the runoff."""
    check_setup(setup, lot, least_limit=1, one_seat=True)
    told = sort_ballots(ballots, setup, read)
    sums = sums_of(told.valid, setup.options)
    race = _Race(told.valid, setup, lot, sums)
    race.steps += [opening(told), Step("sums", (), (("valid", len(told.valid)),), sums)]
    return finish(CODE, told, sums, race.run())


class _Race:
    """The comparisons of one count, with their steps."""

    def __init__(
        self, ballots: Sequence[Marks], setup: Setup, lot: Lot | None, sums: Sequence[Number]
    ) -> None:
        self.ballots = ballots
        self.setup = setup
        self.lot = lot
        self.sums = sums
        self.steps: list[Step] = []
        self.tie: Tie | None = None

    def run(self) -> Filled:
        """From the sums to the winner or an open tie."""
        among = tuple(option for option, got in enumerate(self.sums) if got)
        finalists = self._runoff_places(among)
        if self.tie is not None:
            return Filled((), tuple(self.steps), self.tie)
        if len(finalists) < 2:
            return self._won(finalists)
        self.steps.append(Step("finalists", finalists, ()))
        return self._won(self._runoff(finalists))

    def _won(self, winners: tuple[int, ...]) -> Filled:
        if self.tie is None:
            self.steps += [Step("star_winner", (option,)) for option in winners]
            self.steps += open_seats(1 - len(winners))
        return Filled(winners, tuple(self.steps), self.tie)

    def _runoff_places(self, among: tuple[int, ...]) -> tuple[int, ...]:
        found = cut(self.sums, among, 2)
        return found.sure + self._break(found.tied, found.places, RUNOFF, ("preferred", "top_scores"))

    def _runoff(self, finalists: tuple[int, ...]) -> tuple[int, ...]:
        found = cut(self._compare("runoff", finalists), finalists, 1)
        return found.sure + self._break(found.tied, found.places, PLACE, ("more_points", "top_scores"))

    def _break(
        self, tied: tuple[int, ...], places: int, reason: str, rules: tuple[str, ...]
    ) -> tuple[int, ...]:
        """Apply the rules in turn, then the lot; answers nothing and notes the tie where there is no lot."""
        taken: tuple[int, ...] = ()
        for rule in rules:
            if tied:
                found = cut(self._compare(rule, tied), tied, places)
                taken, tied, places = taken + found.sure, found.tied, found.places
        if not tied:
            return taken
        if self.lot is None:
            self.tie = Tie(tuple(sorted(tied)), places, reason)
            self.steps.append(tie_step(self.tie))
            return ()
        lucky, step = drawn(tied, places, self.lot)
        self.steps.append(step)
        return taken + lucky

    def _compare(self, code: str, among: tuple[int, ...]) -> list[Number]:
        """The figure by which a rule compares options, noted as a step; those not compared are out."""
        figures = [self._figure(code, option, among) for option in range(self.setup.options)]
        shown = tuple(figure if option in among else None for option, figure in enumerate(figures))
        self.steps.append(Step(code, tuple(sorted(among)), (), shown))
        return figures

    def _figure(self, code: str, option: int, among: tuple[int, ...]) -> Number:
        if option not in among:
            return 0
        if code == "more_points":
            return self.sums[option]
        if code == "top_scores":
            return sum(marks[option] == self.setup.limit for marks in self.ballots)
        return sum(
            (marks[one] or 0) > (marks[other] or 0)
            for marks in self.ballots
            for one, other in permutations(among, 2)
            if one == option
        )


METHOD = Method(CODE, read, count)
