"""The quorum at the opening of a meeting, as its minutes have it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpeningQuorum:
    """Who took part at the opening and how many it takes. `present` counts all who take part, `represented`
    of them those who are not in the room; areas in 0.01 m², `area_needed_c` 0 where only persons count.
    `short_reason` is why the meeting opened without a quorum, "" when it was there. `legal` = a law asks for
    it, not only a rule of the community's own. `houses` whose owners are counted, "" = all.
    """

    present: int
    represented: int
    eligible: int
    needed: int
    area_here_c: int = 0
    area_whole_c: int = 0
    area_needed_c: int = 0
    short_reason: str = ""
    legal: bool = True
    houses: str = ""

    @property
    def short(self) -> int:
        """How many voices were missing."""
        return max(0, self.needed - self.present)

    @property
    def short_area_c(self) -> int:
        """How much floor area was missing."""
        return max(0, self.area_needed_c - self.area_here_c)
