"""The steps of sharing money, of an election and of gradients of agreement, in words."""

from collections.abc import Callable, Mapping, Sequence

from meeting_app.domain.tally.count import Number, Step
from meeting_app.i18n import N_, _
from meeting_app.wording import amounts, tally

METHODS: Mapping[str, str] = {
    "election": N_("Election with more candidates than seats"),
    "budget": N_("Share a budget by votes"),
    "equal_shares": N_("Share a budget in equal shares"),
    "gradient": N_("How far you go along"),
}
# By code, or code/variant where the variant counts differently.
HOW: Mapping[str, str] = {
    "election": N_(
        "Mark up to {seats} candidates; a ballot with more is void. Elected is who stands on more than "
        "half of the ballots cast, the most votes first."
    ),
    "election/valid": N_(
        "Mark up to {seats} candidates; a ballot with more is void. Elected is who stands on more than "
        "half of the valid ballots, the most votes first."
    ),
    "election/further": N_(
        "Mark up to {seats} candidates; a ballot with more is void. The most votes win, but no fewer than "
        "one third of the ballots cast."
    ),
    "election/revote": N_(
        "Mark up to {seats} of those who were tied; a ballot with more is void. The most votes win."
    ),
    "budget": N_(
        "Mark the projects that you want. The most votes come first; what the money is not enough for is "
        "left out and the next one is tried."
    ),
    "budget/dots": N_(
        "Each ballot has {limit} dots; several may go to one project. The most dots come first; what the "
        "money is not enough for is left out and the next one is tried."
    ),
    "budget/knapsack": N_(
        "Mark projects that the budget can pay for together; a ballot with more is void. The most votes come "
        "first; what the money is not enough for is left out."
    ),
    "equal_shares": N_(
        "Everybody has the same part of the budget. A project is bought when its supporters can pay for it "
        "together, the cheapest for each of them first."
    ),
    "equal_shares/by_votes": N_(
        "Everybody has the same part of the budget. A project is bought when its supporters can pay for it "
        "together, the cheapest for each of them first; what stays over goes by votes."
    ),
    "equal_shares/add_one": N_(
        "Everybody has the same part of the budget. A project is bought when its supporters can pay for it "
        "together. The parts are raised step by step as long as the budget is enough."
    ),
    "equal_shares/add_one_by_votes": N_(
        "Everybody has the same part of the budget. A project is bought when its supporters can pay for it "
        "together. The parts are raised step by step as long as the budget is enough; the rest goes by votes."
    ),
    "gradient": N_(
        "Say for each proposal how far you go along with it, in five steps. Shown are how the voices are "
        "spread, the middle one and the lowest one; nothing is decided."
    ),
}
ON_TIE: Mapping[str, str] = {
    "election": N_("Equal votes for the last seat: another vote among the tied; equal again: the lot."),
    "budget": N_("Equal votes: the cheaper one first; equal in both and not enough money: the lot decides."),
    "equal_shares": N_(
        "Equal cost for each supporter: more votes, then the cheaper one; equal in all and not enough money: "
        "the lot decides."
    ),
    "gradient": N_("There is nothing to win, so there are no ties."),
}
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
    "grown_all_bought": N_(
        "All that is wanted and that the budget could pay for is bought; the shares need not be raised."
    ),
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


def exact_yuan(fen: Number) -> str:
    """Money of any fraction of a fen, cut to whole fen; it says when something was cut off."""
    whole = fen.numerator // fen.denominator
    return amounts.yuan(whole) if whole == fen else _("just over {amount}").format(amount=amounts.yuan(whole))


_MONEY = frozenset({"budget", "cost", "left", "spent", "share", "step", "money", "behind", "price"})
_SPOKEN: Mapping[str, Callable[[Number], str]] = {
    **dict.fromkeys(_MONEY, exact_yuan),
    "votes": tally.votes,
}


def step_words(step: Step, names: Sequence[str]) -> str | None:
    """The sentence of a step; `names` are the options' texts. None for a step of other counts."""
    code = step.code
    if code == "bought" and dict(step.figures)["emptied"]:
        code = "bought_emptied"
    sentence = SENTENCES.get(code)
    if sentence is None:
        return None
    figures = {name: _SPOKEN.get(name, tally.figure)(number) for name, number in step.figures}
    return _(sentence).format(options=tally.listed(step.about, names), **figures)
