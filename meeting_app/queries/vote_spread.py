"""How the voices of a vote in five steps are spread: for every proposal how many stand at each step."""

from dataclasses import dataclass

from meeting_app.domain.tally.gradient import CODE, STEPS
from meeting_app.queries.vote_result import VoteResult


@dataclass(frozen=True, slots=True)
class Spread:
    """A proposal with its voices by step, from 5 full support to 1 cannot go along."""

    text: str
    voices: tuple[int, ...]

    @property
    def said(self) -> int:
        """How many said anything of it."""
        return sum(self.voices)


def spreads(result: VoteResult) -> tuple[Spread, ...]:
    """One for each proposal in the order of the ballot paper; nothing of other methods."""
    if result.method != CODE:
        return ()
    found = {step.about: dict(step.figures) for step in result.count.steps if step.code == "spread"}
    return tuple(
        Spread(
            option.text,
            tuple(int(found.get((place,), {}).get(f"step_{step}", 0)) for step in STEPS),
        )
        for place, option in enumerate(result.options)
    )
