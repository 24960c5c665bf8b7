"""How marks on a ballot are read. A reader answers "" for a valid ballot, `BLANK`, or why it is spoilt; it
never guesses what a voter may have meant.
"""

from collections.abc import Iterable, Sequence

from meeting_app.domain.tally.count import BLANK, Marks, Setup, Sorted, Step

OTHER_QUESTION = "other_question"
OUTSIDE = "outside"
TOO_MANY = "too_many"
TOO_MANY_DOTS = "too_many_dots"
NO_FIRST = "no_first"
SEVERAL_FIRSTS = "several_firsts"
SPOILT = (OTHER_QUESTION, OUTSIDE, TOO_MANY, TOO_MANY_DOTS, NO_FIRST, SEVERAL_FIRSTS)


def within(marks: Marks, setup: Setup, low: int, high: int | None) -> str:
    """Whether the ballot belongs to the question, says anything, and only numbers from `low` to `high`."""
    if len(marks) != setup.options:
        return OTHER_QUESTION
    made = [mark for mark in marks if mark is not None]
    if not made:
        return BLANK
    return OUTSIDE if min(made) < low or (high is not None and max(made) > high) else ""


def read_marks(marks: Marks, setup: Setup) -> str:
    """1 for a mark, at most `limit` of them; 0 is as if nothing was written."""
    why = within(marks, setup, 0, 1)
    if why:
        return why
    made = marks.count(1)
    if made > setup.limit:
        return TOO_MANY
    return "" if made else BLANK


def read_order(marks: Marks, setup: Setup) -> str:
    """Ranks in any order: equal ranks and gaps only say who stands before whom. `limit` 0 means no limit."""
    why = within(marks, setup, 1, setup.options)
    if why:
        return why
    return TOO_MANY if setup.limit and setup.options - marks.count(None) > setup.limit else ""


def read_preferences(marks: Marks, setup: Setup) -> str:
    """Ranks of which exactly one is a first; see `preferences` for what follows it."""
    why = read_order(marks, setup)
    if why:
        return why
    firsts = marks.count(1)
    if firsts == 1:
        return ""
    return SEVERAL_FIRSTS if firsts else NO_FIRST


def preferences(marks: Marks) -> tuple[int, ...]:
    """The options in the order 1, 2, 3 ...; a ballot says nothing more from the first number on that is
    missing or stands twice (Scottish Local Government Elections Order 2011, schedule 1, rule on
    non-transferable papers).
    """
    at: dict[int, list[int]] = {}
    for option, rank in enumerate(marks):
        if rank is not None:
            at.setdefault(rank, []).append(option)
    chain: list[int] = []
    while len(here := at.get(len(chain) + 1, [])) == 1:
        chain.append(here[0])
    return tuple(chain)


def opening(told: Sorted) -> Step:
    """The first step of every count: how many ballots there are and how many of them count."""
    spoilt = sum(number for _, number in told.spoilt)
    valid = len(told.valid)
    return Step(
        "ballots",
        (),
        (
            ("ballots", valid + told.blank + spoilt),
            ("valid", valid),
            ("blank", told.blank),
            ("spoilt", spoilt),
        ),
    )


def named(ballots: Iterable[Sequence[int | None]], options: int) -> tuple[int, ...]:
    """The options of which at least one valid ballot says something; nobody else can take a place."""
    said: set[int] = set()
    for marks in ballots:
        said.update(option for option, mark in enumerate(marks) if mark is not None)
        if len(said) == options:
            break
    return tuple(sorted(said))
