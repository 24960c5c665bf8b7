"""A show of hands: persons only, nothing issued, every raised hand is valid."""

from dataclasses import dataclass

from meeting_app.domain.rules.figures import Composition, Posted, Turnout, Voices
from meeting_app.domain.rules.judge import judge_question
from meeting_app.domain.rules.pack import RulePack
from meeting_app.domain.rules.share import Amount
from meeting_app.domain.rules.trace import Outcome


@dataclass(frozen=True, slots=True)
class HandCount:
    """Show of hands as agreed by the tellers: persons."""

    for_: int
    against: int
    abstain: int

    @property
    def cast(self) -> int:
        """Hands that were raised at all."""
        return self.for_ + self.against + self.abstain

    @property
    def voices(self) -> Voices:
        """The same as voices."""
        return Voices(Amount(self.for_), Amount(self.against), Amount(self.abstain))


def judge_hands(
    pack: RulePack,
    eligible: int,
    present: int,
    counts: HandCount,
    posted: Posted | None = None,
    composition: Composition | None = None,
) -> Outcome:
    """Apply the pack to a show of hands. Refuses counts that cannot be (negative, or more hands than members
    present).
    """
    turnout = Turnout(
        Amount(eligible), Amount(present), Amount(counts.cast), posted=posted, composition=composition
    )
    return judge_question(pack, turnout, counts.voices)
