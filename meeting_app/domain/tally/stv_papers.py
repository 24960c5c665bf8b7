"""The papers of a count by single transferable vote: where each lies, at which value, and how values
shrink.

By the Scottish rule values are cut to five decimals and kept as whole hundred-thousandths; the variant
"exact" keeps them as fractions.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from meeting_app.domain.tally.count import Number

Chain = tuple[int, ...]
Pile = dict[Number, Counter[Chain]]
UNIT = 100_000


class Papers:
    """Piles of papers, one an option that is still in; `votes` are in units (1/`unit` of a vote).

    Papers with the same preferences and value are one entry.
    """

    def __init__(self, papers: Mapping[Chain, int], *, exact: bool) -> None:
        self.exact = exact
        self.unit = 1 if exact else UNIT
        self.continuing = {option for chain in papers for option in chain}
        self.valid = sum(papers.values())
        self.votes: dict[int, Number] = dict.fromkeys(sorted(self.continuing), 0)
        self.piles: dict[int, Pile] = {option: {} for option in self.votes}
        self._hand_out({self.unit: Counter(papers)})

    def _hand_out(self, pile: Mapping[Number, Counter[Chain]]) -> None:
        """Give papers to the first of their options that is still in; the others leave the count."""
        for value, chains in pile.items():
            got: dict[int, Counter[Chain]] = {}
            for chain, number in chains.items():
                target = next((option for option in chain if option in self.continuing), None)
                if target is not None:
                    got.setdefault(target, Counter())[chain] += number
            for target, papers in got.items():
                self.votes[target] += papers.total() * value
                self.piles[target].setdefault(value, Counter()).update(papers)

    def elect(self, option: int) -> None:
        """The option takes no more papers."""
        self.continuing.discard(option)

    def exclude(self, options: Sequence[int]) -> None:
        """Take the options out and pass all their papers on at the value they have."""
        self.continuing -= set(options)
        for option in options:
            self.votes[option] = 0
            self._hand_out(self.piles.pop(option))

    def transfer(self, option: int, quota: Number) -> None:
        """Pass all papers of an elected option on, each at its share of what is above the quota."""
        had, self.votes[option] = self.votes[option], quota
        above = had - quota
        pile = self.piles.pop(option)
        shrunk: Pile = {}
        for value, chains in pile.items():
            shrunk.setdefault(self._share(value, above, had), Counter()).update(chains)
        self._hand_out(shrunk)

    def _share(self, value: Number, above: Number, had: Number) -> Number:
        return Fraction(value * above) / had if self.exact else value * above // had

    def in_votes(self, units: Number) -> Number:
        """Units as votes."""
        return Fraction(units, self.unit)

    def exhausted(self) -> Number:
        """What no option holds: papers without a next option, and what the cutting lost."""
        return self.in_votes(self.valid * self.unit - sum(self.votes.values()))
