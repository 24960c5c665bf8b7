"""Papers of a play: the shipped lift at the meeting of `samples`; two tables of eight where it matters."""

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from meeting_app.documents.leaks import text_of
from meeting_app.domain.codes import code_from_number
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.domain.roleplay.seating import tables_for
from meeting_app.queries.roleplay_papers import MAKERS, Staging
from meeting_app.scenarios.library import shipped
from tests.documents import samples

# Pages of every paper; each set of cards has a cover.
PAGES = {
    "play_cards": 9, "play_cards_large": 9, "play_tents": 6, "play_clues": 4, "play_proposals": 4,
    "play_observers": 1, "play_hosts": 1, "play_polls": 5, "play_script": 5, "play_returns": 2,
}  # fmt: skip
_TWO_TABLES = ("play_cards", "play_clues", "play_returns")


@cache
def staging(name: str = "lift", people: int = 16) -> Staging:
    """A shipped scenario for so many people, its middle plan."""
    return staged(shipped(name).scenario, people)


def staged(scenario: Scenario, people: int) -> Staging:
    """A scenario for so many people."""
    codes = tuple(code_from_number(at * 7919, 5) for at in range(1, 5))
    return Staging(
        "a" * 32, scenario, scenario.plans[1], tables_for(scenario, people), codes, samples.MEETING,
        "居委会二楼议事厅", samples.START,
    )  # fmt: skip


def content(kind: str, play: Staging | None = None) -> Any:
    """What stands on a paper."""
    made = play or staging("lift", 16 if kind in _TWO_TABLES else 8)
    return MAKERS[kind](made, samples.mark(f"晨居演〔2026〕{len(kind)}号", kind))


CONTENTS: dict[str, Callable[[], Any]] = {kind: partial(content, kind) for kind in MAKERS}


def text(body: bytes) -> str:
    """All text of a paper without blanks, read in this process."""
    return "".join(text_of(body).split())
