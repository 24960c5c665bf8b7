"""A filled sample of a ballot, with names that are no options: for console, projector and paper."""

from meeting_app.domain.ballot_entry import filled_as
from meeting_app.domain.tally.count import Setup
from meeting_app.i18n import N_

# What stands on the sample: of a choice among several, and of a question for or against.
SAMPLES = ((N_("Apple"), N_("Pear"), N_("Peach")), (N_("For"), N_("Against"), N_("Abstain")))
MARK = "x"
RANKS, POINTS = frozenset({"borda", "irv", "schulze", "stv"}), frozenset({"score", "star"})


def sample_marks(method: str, setup: Setup) -> tuple[str, str, str]:
    """What is written on the three lines: x = a mark, a number, or nothing."""
    method = filled_as(method, setup.variant)
    if method in RANKS:
        return ("2", "1", "3")
    if method in POINTS:
        return (str(max(1, setup.limit - 1)), str(setup.limit), "0")
    if method == "dots":
        most = max(1, setup.limit - 1)
        return ("", str(most), str(setup.limit - most) if setup.limit > most else "")
    if method == "gradient":
        return ("4", "5", "2")
    if method == "yes_no":
        return (MARK, "", "")
    several = method in ("budget", "equal_shares") or (method == "choose_k" and setup.limit > 1)
    return ("", MARK, MARK if several else "")
