"""Single transferable vote for several seats, after the Scottish Local Government Elections Order 2011:
weighted inclusive Gregory transfers, values cut to five decimals (so that a count can be followed by
hand); the variant "exact" does the same with fractions.

The quota is the valid ballots divided by seats + 1, cut to a whole number, and one more. Whoever reaches it
is elected. The largest surplus is passed on first; without a surplus the last option leaves. Who is last,
or which surplus is larger, is decided between equals by the latest earlier stage at which they differed,
then by the lot. When no more options are left than places, they are elected. Additions for small halls:
options that no ballot names take no place, and several without any vote leave together where nobody's place
depends on it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from meeting_app.domain.tally.checks import check_setup
from meeting_app.domain.tally.count import (
    Count,
    Lot,
    Marks,
    Method,
    Number,
    Setup,
    Step,
    Tie,
    sort_ballots,
)
from meeting_app.domain.tally.places import Filled, finish, open_seats, tie_step
from meeting_app.domain.tally.reading import opening, preferences
from meeting_app.domain.tally.reading import read_preferences as read
from meeting_app.domain.tally.stv_papers import Papers

CODE = "stv"
EXACT = "exact"
OUT = "out"
SURPLUS = "surplus"


def count(ballots: Sequence[Marks], setup: Setup, lot: Lot | None = None) -> Count:
    """Stage by stage; the standing is the votes at the end, and nothing for an option that left."""
    check_setup(setup, lot, most_limit=setup.options, variants=(EXACT,))
    told = sort_ballots(ballots, setup, read)
    papers = Papers(Counter(map(preferences, told.valid)), exact=setup.variant == EXACT)
    election = _Election(papers, setup, lot)
    filled = election.run() if told.valid else Filled((), open_seats(setup.seats))
    standing = [papers.in_votes(papers.votes.get(option, 0)) for option in range(setup.options)]
    return finish(CODE, told, standing, filled.after((opening(told),)))


class _Election:
    """The stages of one count, with their steps."""

    def __init__(self, papers: Papers, setup: Setup, lot: Lot | None) -> None:
        self.papers = papers
        self.setup = setup
        self.lot = lot
        self.quota = (papers.valid // (setup.seats + 1) + 1) * papers.unit
        self.elected: list[int] = []
        self.gone: set[int] = set(range(setup.options)) - papers.continuing
        self.history: list[dict[int, Number]] = []
        self.steps: list[Step] = []
        self.tie: Tie | None = None

    def run(self) -> Filled:
        """All stages to the last place or to an open tie."""
        figures = (
            ("valid", self.papers.valid),
            ("seats", self.setup.seats),
            ("quota", self.papers.in_votes(self.quota)),
        )
        self.steps.append(Step("quota", (), figures))
        if self.gone:
            self.steps.append(Step("unnamed", tuple(sorted(self.gone))))
        self._stage("first", ())
        while not self._complete():
            self._next()
        seats = () if self.tie else open_seats(self.setup.seats - len(self.elected))
        return Filled(tuple(self.elected), (*self.steps, *seats), self.tie)

    def _complete(self) -> bool:
        """Elect whom this stage elects; whether the count is at its end."""
        if self.tie:
            return True
        papers = self.papers
        self._elect("elected", (one for one in papers.continuing if papers.votes[one] >= self.quota))
        vacancies = self.setup.seats - len(self.elected)
        if vacancies and len(papers.continuing) <= vacancies:
            self._elect("filled", papers.continuing)
        return len(self.elected) == self.setup.seats or not papers.continuing

    def _elect(self, code: str, options: Iterable[int]) -> None:
        for option in sorted(options, key=lambda one: (-self.papers.votes[one], one)):
            self.papers.elect(option)
            self.elected.append(option)
            votes = self.papers.in_votes(self.papers.votes[option])
            self.steps.append(Step(code, (option,), (("votes", votes), ("place", len(self.elected)))))

    def _next(self) -> None:
        over = [one for one in self.elected if self.papers.votes[one] > self.quota]
        if over:
            self._pass_on(over)
        else:
            self._exclude()

    def _pass_on(self, over: list[int]) -> None:
        votes = self.papers.votes
        most = max(votes[one] for one in over)
        first = self._single([one for one in over if votes[one] == most], SURPLUS, max)
        if first is None:
            return
        above = self.papers.in_votes(votes[first] - self.quota)
        self.papers.transfer(first, self.quota)
        self._stage("surplus", (first,), ("surplus", above))

    def _exclude(self) -> None:
        papers = self.papers
        least = min(papers.votes[one] for one in papers.continuing)
        last = sorted(one for one in papers.continuing if papers.votes[one] == least)
        vacancies = self.setup.seats - len(self.elected)
        if least or len(papers.continuing) - len(last) < vacancies:
            single = self._single(last, OUT, min)
            if single is None:
                return
            last = [single]
        self.gone.update(last)
        papers.exclude(last)
        self._stage("excluded", tuple(last), ("votes", papers.in_votes(least)))

    def _stage(self, code: str, about: tuple[int, ...], *figures: tuple[str, Number]) -> None:
        """Note where everybody stands after a transfer."""
        papers = self.papers
        self.history.append(dict(papers.votes))
        standing = tuple(
            None if option in self.gone else papers.in_votes(papers.votes[option])
            for option in range(self.setup.options)
        )
        every = (("stage", len(self.history)), *figures, ("exhausted", papers.exhausted()))
        self.steps.append(Step(code, about, every, standing))

    def _single(self, tied: list[int], reason: str, pick: Callable[[Iterable[Number]], Number]) -> int | None:
        """Whom the rule takes of equals: by the latest earlier stage with a difference, then by the lot."""
        left = sorted(tied)
        for votes in reversed(self.history):
            extreme = pick(votes[one] for one in left)
            left = [one for one in left if votes[one] == extreme]
        if len(left) > 1:
            return self._by_lot(left, reason)
        if len(tied) > 1:
            self._note(f"earlier_{reason}", left[0], tied)
        return left[0]

    def _by_lot(self, tied: list[int], reason: str) -> int | None:
        if self.lot is None:
            self.tie = Tie(tuple(tied), 1, reason)
            self.steps.append(tie_step(self.tie))
            return None
        taken = self.lot.last(tied) if reason == OUT else self.lot.first(tied)
        self._note(f"lot_{reason}", taken, tied)
        return taken

    def _note(self, code: str, taken: int, tied: list[int]) -> None:
        self.steps.append(Step(code, (taken, *(one for one in sorted(tied) if one != taken))))


METHOD = Method(CODE, read, count)
