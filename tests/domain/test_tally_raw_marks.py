"""Small elections with raw marks and their published reports: skipped ranks, several marks in a rank,
write-ins, ties settled by a published order.

Their rules for gaps and double marks differ from ours, so the marks are first read by theirs; what is
tested is the rounds. Where several options leave at once there, only the rounds before and the winner can
agree.
"""

from typing import Any

import pytest

from meeting_app.domain.tally import irv
from meeting_app.domain.tally.count import Count, Lot, Marks, Setup
from tests.domain.elections import cases, ranked, stages

Case = dict[str, Any]
# Here a double mark counts again when only one of its options is left: no preference list can say that.
_DOUBLE = "exhaustIfMultipleContinuing"


def _expressible(case: Case) -> bool:
    doubled = any(isinstance(mark, list) or mark == "over" for _, marks in case["ballots"] for mark in marks)
    return not (doubled and case["params"]["overvote"] == _DOUBLE)


CASES = [(key, case) for key, case in cases("irv_raw_marks") if _expressible(case)]


def _order(case: Case, marks: list[Any]) -> list[int]:
    """What a ballot says by the rules of its election. Write-ins leave there before anything else."""
    rules = case["params"]
    order: list[int] = []
    skipped = 0
    for mark in marks:
        skipped = skipped + 1 if mark == 0 else 0
        doubled = isinstance(mark, list) or mark == "over"
        if skipped > rules["max_skipped"] or (doubled and rules["overvote"] == "exhaustImmediately"):
            break
        if mark in (0, "uwi") or doubled or mark in rules["excluded"]:
            continue
        if mark not in order:
            order.append(mark)
        elif rules["exhaust_on_duplicate"]:
            break
    return order


def _winner(case: Case) -> int:
    wanted = case["expect"]
    return int(wanted["winner"] or next(one["elected"][0] for one in wanted["rounds"] if one["elected"]))


def _count(case: Case) -> Count:
    ballots: list[Marks] = []
    for number, marks in case["ballots"]:
        ballots += [ranked(case["n"], _order(case, marks))] * number
    gone = [option for one in case["expect"]["rounds"] for option in one["eliminated"] if option != "uwi"]
    first = [_winner(case)]
    first += [option for option in range(1, case["n"] + 1) if option not in gone + first]
    last = [option for option in reversed(gone) if option not in first]
    return irv.count(ballots, Setup(case["n"]), Lot(tuple(option - 1 for option in first + last)))


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[key for key, _ in CASES])
def test_rounds_agree(case: Case) -> None:
    told = _count(case)
    rounds = case["expect"]["rounds"]
    rounds = rounds[1:] if "uwi" in rounds[0]["tally"] else rounds
    for step, one in zip(stages(told, "round"), rounds, strict=False):
        votes = {str(option): votes for option, votes in enumerate(step.standing, 1) if votes}
        assert votes == {option: votes for option, votes in one["tally"].items() if votes}
        voted = [option for option in one["eliminated"] if one["tally"].get(str(option))]
        if len(voted) > 1 or one["elected"]:
            break
    assert [option + 1 for option in told.winners] == [_winner(case)]


def test_most_of_the_collection_is_used() -> None:
    assert len(CASES) >= 17
