"""The steps of sharing money, of an election and of gradients of agreement, in words."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from meeting_app.domain.tally.count import Number, Step
from meeting_app.i18n import N_, _, ngettext
from meeting_app.wording import amounts

SENTENCES: Mapping[str, str] = {
    # A budget by votes
    "money_votes": N_("{budget} are shared out: the project with most votes first."),
    "cheaper_first": N_("{options} have equal votes and do not all fit: the cheaper one comes first."),
    "funded": N_("{options}: {votes}, costs {cost}; chosen, {left} left."),
    "too_dear": N_("{options}: {votes}, costs {cost}; only {left} left, so the next one is tried."),
    "not_wanted": N_("{options}: nobody marked it, so nothing is paid for it."),
    "tie_money_line": N_(
        "{options} have equal votes and costs, and the money is enough for {places} of them."
    ),
    "spent": N_("{spent} are spent, {left} stay over."),
    # Equal shares
    "equal_share": N_("{budget} divided by {voters} voters: {share} each."),
    "grown_next_too_dear": N_(
        "The shares were raised by {step} each time so that more of the money is used; after {runs} counts "
        "the next one would cost more than there is."
    ),
    "grown_all_bought": N_("Everything that anybody wants is bought; the shares need not be raised."),
    "grown_runs_used_up": N_(
        "The shares were raised by {step} each time; after {runs} counts the rule says to stop."
    ),
    "grown_tie": N_("While the shares were raised by {step} each time, count {runs} came to a tie."),
    "bought": N_("{options}, {cost}: its supporters hold {behind}; {payers} pay {price} each."),
    "bought_emptied": N_(
        "{options}, {cost}: its supporters hold {behind}; {payers} pay {price} each, {emptied} "
        "all they have left."
    ),
    "rest_by_votes": N_("The {left} that stay over go by votes."),
    "tie_equal_price": N_("{options} would cost their supporters the same share, and not all can be paid."),
    # An election
    "need_cast": N_("More than half of {base} ballots cast is needed: {needed} votes."),
    "need_valid": N_("More than half of {base} valid ballots is needed: {needed} votes."),
    "need_further": N_(
        "The most votes win, but no fewer than one third of {base} ballots cast: {needed} votes."
    ),
    "need_revote": N_("The most votes win: the vote is only among those who were tied."),
    "below_need": N_("{options}: {votes}, {short} short."),
    # Gradients of agreement
    "spread": N_(
        "{options}: full support {step_5}, support {step_4}, can live with it {step_3}, would not stand in "
        "the way {step_2}, cannot go along {step_1}; median {median}, lowest step {lowest} "
        "({at_lowest} of {voices})."
    ),
    "not_rated": N_("{options}: nobody said anything."),
    "medians": N_(
        "The middle voice of each proposal. This is a picture of where people stand, not a decision."
    ),
}
# What each step of agreement says on a ballot, in the order of the numbers 5 to 1.
AGREEMENT: Mapping[int, str] = {
    5: N_("I fully support it"),
    4: N_("I support it"),
    3: N_("I can live with it"),
    2: N_("I do not like it, but I will not stand in the way"),
    1: N_("I cannot go along with it"),
}
SPOILT: Mapping[str, str] = {
    "over_budget": N_("the marked projects cost more than the budget"),
}


def _votes(number: Number) -> str:
    return ngettext("{number} vote", "{number} votes", int(number)).format(number=number)


def exact_yuan(fen: Number) -> str:
    """Money of any fraction of a fen, cut to whole fen; it says when something was cut off."""
    whole = fen.numerator // fen.denominator
    return amounts.yuan(whole) if whole == fen else _("just over {amount}").format(amount=amounts.yuan(whole))


def exact(number: Number) -> str:
    """A whole number, or a half as it is spoken: 3.5."""
    whole, rest = divmod(Fraction(number), 1)
    return f"{whole}.5" if rest == Fraction(1, 2) else str(number)


_MONEY = frozenset({"budget", "cost", "left", "spent", "share", "step", "money", "behind", "price"})
_SPOKEN: Mapping[str, Callable[[Number], str]] = {
    **dict.fromkeys(_MONEY, exact_yuan),
    "votes": _votes,
}


def step_words(step: Step, names: Sequence[str]) -> str | None:
    """The sentence of a step; `names` are the options' texts. None for a step that is not one of these."""
    code = step.code
    if code == "bought" and dict(step.figures)["emptied"]:
        code = "bought_emptied"
    sentence = SENTENCES.get(code)
    if sentence is None:
        return None
    figures = {name: _SPOKEN.get(name, exact)(number) for name, number in step.figures}
    return _(sentence).format(options=_(", ").join(names[option] for option in step.about), **figures)
