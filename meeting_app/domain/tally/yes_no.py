"""Yes, no or abstention for each option. The figures only: what share is needed of which base is the rule in
force, so nobody has won here (decisions.md 7).
"""

from collections.abc import Sequence

from meeting_app.domain.tally.checks import check_setup
from meeting_app.domain.tally.count import Count, Lot, Marks, Method, Setup, Step, sort_ballots
from meeting_app.domain.tally.places import Filled, finish
from meeting_app.domain.tally.reading import opening, within

CODE = "yes_no"
YES, ABSTAIN, NO = 1, 0, -1
_STEPS: tuple[tuple[str, int | None], ...] = (
    ("yes_votes", YES),
    ("no_votes", NO),
    ("abstentions", ABSTAIN),
    ("unmarked", None),
)


def read(marks: Marks, setup: Setup) -> str:
    """A line may stay empty; a ballot without any mark is blank."""
    return within(marks, setup, NO, YES)


def count(ballots: Sequence[Marks], setup: Setup, lot: Lot | None = None) -> Count:
    """How many say yes, no, abstain and nothing, for each option; the standing is the yes votes."""
    check_setup(setup, lot, most_limit=0)
    told = sort_ballots(ballots, setup, read)
    columns = tuple(zip(*told.valid, strict=True)) or ((),) * setup.options
    steps = [
        Step(code, (), (("valid", len(told.valid)),), tuple(column.count(said) for column in columns))
        for code, said in _STEPS
    ]
    yes = [column.count(YES) for column in columns]
    return finish(CODE, told, yes, Filled((), (opening(told), *steps)))


METHOD = Method(CODE, read, count)
