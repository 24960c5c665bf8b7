"""Instant runoff: every ballot counts for its first option that is still in; more than half of the ballots
that still count wins, otherwise the last option leaves.

As printed on the notice: blank ballots are no part of the base, and a ballot leaves it when none of its
options is in any more. One option leaves at a time, but those without any vote leave together, since
nothing depends on their order. Equal last options, and two with exactly half each, are a tie for the lot;
exactly half is not enough (research/tally_methods.md 1.2).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from meeting_app.domain.tally.checks import check_setup
from meeting_app.domain.tally.count import Count, Lot, Marks, Method, Setup, Step, Tie, sort_ballots
from meeting_app.domain.tally.places import Filled, finish, open_seats, tie_step
from meeting_app.domain.tally.reading import opening, preferences
from meeting_app.domain.tally.reading import read_preferences as read

CODE = "irv"
HALF = "half"
OUT = "out"


def count(ballots: Sequence[Marks], setup: Setup, lot: Lot | None = None) -> Count:
    """One winner, round by round; the standing is the votes of the last round."""
    check_setup(setup, lot, most_limit=setup.options, one_seat=True)
    told = sort_ballots(ballots, setup, read)
    papers = Counter(map(preferences, told.valid))
    runoff = _Runoff(papers, setup.options, lot)
    runoff.steps.append(opening(told))
    filled = runoff.run()
    return finish(CODE, told, [runoff.votes.get(option, 0) for option in range(setup.options)], filled)


class _Runoff:
    """The rounds of one count, with their steps. Ballots with the same preferences are one entry."""

    def __init__(self, papers: Mapping[tuple[int, ...], int], options: int, lot: Lot | None) -> None:
        self.options = options
        self.lot = lot
        self.valid = sum(papers.values())
        self.left = {option for chain in papers for option in chain}
        self.votes = dict.fromkeys(sorted(self.left), 0)
        self.piles: dict[int, list[tuple[tuple[int, ...], int]]] = {option: [] for option in self.votes}
        self.steps: list[Step] = []
        self._hand_out(papers.items())

    def run(self) -> Filled:
        """All rounds to the winner or to an open tie."""
        unnamed = tuple(option for option in range(self.options) if option not in self.left)
        if self.left and unnamed:
            self.steps.append(Step("unnamed", unnamed))
        rounds = 0
        while self.left:
            rounds += 1
            base = self._round(rounds)
            ended = self._majority(base) or self._leave()
            if ended:
                return ended
        return Filled((), (*self.steps, *open_seats(1)))

    def _hand_out(self, papers: Iterable[tuple[tuple[int, ...], int]]) -> None:
        """Give ballots to the first of their options that is still in; the others leave the base."""
        for chain, number in papers:
            first = next((option for option in chain if option in self.left), None)
            if first is not None:
                self.votes[first] += number
                self.piles[first].append((chain, number))

    def _round(self, number: int) -> int:
        base = sum(self.votes.values())
        figures = (
            ("round", number),
            ("base", base),
            ("needed", base // 2 + 1),
            ("exhausted", self.valid - base),
        )
        self.steps.append(Step("round", (), figures, tuple(map(self.votes.get, range(self.options)))))
        return base

    def _majority(self, base: int) -> Filled | None:
        leader = max(self.votes, key=self.votes.__getitem__)
        if 2 * self.votes[leader] > base:
            figures = (("votes", self.votes[leader]), ("base", base))
            return self._won(Step("majority", (leader,), figures))
        if len(self.left) > 2:
            return None
        pair = tuple(sorted(self.left))
        if self.lot is None:
            return self._tied(pair, HALF)
        return self._won(Step("lot_half", (self.lot.first(pair), self.lot.last(pair))))

    def _won(self, step: Step) -> Filled:
        return Filled(step.about[:1], (*self.steps, step))

    def _tied(self, tied: tuple[int, ...], reason: str) -> Filled:
        tie = Tie(tied, 1, reason)
        return Filled((), (*self.steps, tie_step(tie)), tie)

    def _leave(self) -> Filled | None:
        least = min(self.votes.values())
        last = tuple(option for option, votes in self.votes.items() if votes == least)
        if len(last) > 1 and least:
            if self.lot is None:
                return self._tied(last, OUT)
            gone = self.lot.last(last)
            self.steps.append(Step("lot_out", (gone, *(option for option in last if option != gone))))
            last = (gone,)
        self.left -= set(last)
        code = "out" if least else "out_together"
        self.steps.append(Step(code, last, (("votes", least),) if least else ()))
        for option in last:
            del self.votes[option]
            self._hand_out(self.piles.pop(option))
        return None


METHOD = Method(CODE, read, count)
