"""How a vote is counted, in words: the methods, the steps of a count, ties, why a ballot is spoilt.

A step's figures stand in its sentence; where the options stand after it (a table or bars) is the caller's to
show, with `figure` for each number.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from meeting_app.domain.tally.count import Number, Setup, Step
from meeting_app.i18n import N_, _, ngettext

METHODS: Mapping[str, str] = {
    "yes_no": N_("Yes or no"),
    "choose_one": N_("Choose one"),
    "choose_k": N_("Choose several"),
    "dots": N_("Dots"),
    "score": N_("Scores"),
    "star": N_("Points with a runoff"),
    "borda": N_("Points by place"),
    "irv": N_("Instant runoff"),
    "schulze": N_("Comparison of pairs"),
    "stv": N_("Several seats by transfer"),
}
HOW: Mapping[str, str] = {
    "yes_no": N_(
        "Each line is counted by itself: for, against, abstention. The rule in force says how many are "
        "needed."
    ),
    "choose_one": N_("One mark on each ballot. The most votes win."),
    "choose_k": N_("Up to {limit} marks on each ballot; fewer are valid. The most votes win."),
    "dots": N_("Each ballot has {limit} dots; several may go to one option. The most dots win."),
    "score": N_("Each option gets 0 to {limit} points; nothing written is 0. The largest sum wins."),
    "star": N_(
        "Each option gets 0 to {limit} points. The two with the largest sums go into a runoff, where a "
        "ballot counts for the one to which it gives more points."
    ),
    "borda": N_(
        "The first of {options} places gives {top} points, each next place one less, the last none. "
        "Options that are not ranked share the points left."
    ),
    "irv": N_(
        "A ballot counts for its first option that is still in. More than half of the ballots that still "
        "count wins; otherwise the last option leaves (one at a time, those without a vote together) and "
        "its ballots go on."
    ),
    "schulze": N_(
        "Every option is compared with every other: which one do more ballots prefer? Whoever is beaten by "
        "nobody wins. If they beat each other in a circle, it is cut at the smallest margin."
    ),
    "stv": N_(
        "Whoever reaches the quota (valid ballots divided by one more than the places, rounded down, plus "
        "one) is elected. What is above it goes on to the next preference, one at a time, the largest "
        "first; else the last leaves and those votes go on, cut to five decimals."
    ),
    "stv/exact": N_(
        "Whoever reaches the quota (valid ballots divided by one more than the places, rounded down, plus "
        "one) is elected. What is above it goes on to the next preference, one at a time, the largest "
        "first; else the last leaves and those votes go on, in exact fractions."
    ),
}
_AT_THE_LINE = N_("Equal at the last place: a further vote or the lot decides.")
ON_TIE: Mapping[str, str] = {
    "yes_no": N_("As many for as against is not more than half."),
    "choose_one": _AT_THE_LINE,
    "choose_k": _AT_THE_LINE,
    "dots": _AT_THE_LINE,
    "score": _AT_THE_LINE,
    "star": N_(
        "Equal sums: whom more ballots prefer, then who has more top points, then the lot. "
        "Equal in the runoff: the larger sum, then more top points, then the lot."
    ),
    "borda": _AT_THE_LINE,
    "irv": N_("Equal last options, or exactly half each at the end: the lot decides."),
    "schulze": N_("Several that nobody beats: the lot decides."),
    "stv": N_("Equal votes: the latest earlier stage at which they differed decides, then the lot."),
}
SPOILT: Mapping[str, str] = {
    "other_question": N_("belongs to another question"),
    "outside": N_("a number that is not allowed here"),
    "too_many": N_("more marks than allowed"),
    "too_many_dots": N_("more dots than allowed"),
    "no_first": N_("no first preference"),
    "several_firsts": N_("more than one first preference"),
}
_DECIDE = N_("{sentence} Only a further vote or the lot can decide.")
TIES: Mapping[str, str] = {
    "place": N_("{options} are equal; places for them: {places}."),
    "half": N_("{options} have exactly half of the votes each, and half is not enough."),
    "out": N_("{options} are last with equal votes, and one of them has to leave."),
    "surplus": N_("{options} have equal surpluses, and one has to be passed on first."),
    "runoff": N_("{options} are equal; places in the runoff for them: {places}."),
}
SENTENCES: Mapping[str, str] = {
    "ballots": N_("Ballots: {ballots}. Valid {valid}, blank {blank}, spoilt {spoilt}."),
    "yes_votes": N_("Votes for, on {valid} valid ballots."),
    "no_votes": N_("Votes against."),
    "abstentions": N_("Abstentions."),
    "unmarked": N_("Lines without a mark."),
    "sums": N_("The sums of {valid} valid ballots."),
    "points": N_("The points of {valid} valid ballots."),
    "chosen": N_("{options}: {figure}, place {place}."),
    "seats_open": N_("Places that stay open, because nobody else has the votes for them: {places}."),
    "lot_places": N_("The lot puts them in this order: {options}. Places to give: {places}."),
    # Points with a runoff
    "preferred": N_("Equal sums: how often each of {options} gets more points than another of them."),
    "top_scores": N_("Still equal: how many ballots give {options} the top points."),
    "finalists": N_("Into the runoff: {options}."),
    "runoff": N_("The runoff: on how many ballots {options} get more points than the other."),
    "more_points": N_("Equal in the runoff, so the sums of {options} decide."),
    "star_winner": N_("{options} wins."),
    # Instant runoff
    "unnamed": N_("Out from the start, because no ballot names them: {options}."),
    "round": N_(
        "Round {round}. Ballots that still count: {base}; more than half: {needed}; none of their options is "
        "left: {exhausted}."
    ),
    "majority": N_("{options} has {votes} of {base}, more than half, and wins."),
    "out": N_("{options} is last with {votes} and leaves; its ballots go on to their next option."),
    "out_together": N_(
        "Without a vote, so they leave together and nothing depends on their order: {options}."
    ),
    "lot_out": N_("Equal last ones: by lot {first} leaves; {others} stay."),
    "lot_half": N_("Exactly half of the votes each: by lot {first} wins, not {others}."),
    # Comparison of pairs
    "pairs": N_("How many ballots prefer {options} to each of the others."),
    "paths": N_("How strong the strongest path from {options} to each of the others is."),
    "unbeaten": N_("{options}: beaten by nobody who is left, beats {beats} others, place {place}."),
    # Several seats by transfer
    "quota": N_("Valid ballots: {valid}; seats: {seats}. Whoever reaches {quota} is elected."),
    "first": N_("Stage {stage}: the first preferences."),
    "surplus": N_(
        "Stage {stage}: {options} passes on the {surplus} above the quota. Without a next option, or cut "
        "off, so far: {exhausted}."
    ),
    "excluded": N_(
        "Stage {stage}: {options} leaves with {votes}, which go on to the next option. Without a next "
        "option, or cut off, so far: {exhausted}."
    ),
    "elected": N_("{options} reaches the quota with {votes}: place {place}."),
    "filled": N_("No more are left than places: {options} is elected with {votes}, place {place}."),
    "earlier_out": N_(
        "Equal votes: {first} leaves, because it had fewer at the latest stage at which it differed; "
        "{others} stay."
    ),
    "earlier_surplus": N_(
        "Equal surpluses: {first} goes first, because it had more at the latest stage at which it differed "
        "from {others}."
    ),
    "lot_surplus": N_("Equal surpluses: by lot {first} goes first, before {others}."),
}


def how(method: str, setup: Setup) -> str:
    """How the method counts, in one or two sentences for the notice and the sample ballot."""
    sentence = HOW.get(f"{method}/{setup.variant}") or HOW[method]
    return _(sentence).format_map(
        {"limit": setup.limit, "options": setup.options, "top": setup.options - 1},
    )


def figure(number: Number) -> str:
    """A number with up to five decimals where they are exact, else the fraction and about how much it is."""
    units, rest = divmod(Fraction(number) * 100_000, 1)
    if not rest:
        whole, decimals = divmod(units, 100_000)
        return f"{whole}.{decimals:05}".rstrip("0").rstrip(".")
    whole, decimals = divmod(int(Fraction(number) * 100 + Fraction(1, 2)), 100)
    return _("{fraction} (about {decimal})").format(fraction=number, decimal=f"{whole}.{decimals:02}")


def votes(number: Number) -> str:
    """Votes with their unit."""
    one = 1 if number == 1 else 2
    return ngettext("{votes} vote", "{votes} votes", one).format(votes=figure(number))


_SPOKEN: Mapping[str, Callable[[Number], str]] = {"votes": votes, "quota": votes, "surplus": votes}


def listed(options: Sequence[int], names: Sequence[str]) -> str:
    """Options by their texts."""
    return _(", ").join(names[option] for option in options)


def step_words(step: Step, names: Sequence[str]) -> str | None:
    """The sentence of a step; `names` are the options' texts. None for a step of other counts."""
    figures = {name: _SPOKEN.get(name, figure)(number) for name, number in step.figures}
    known = {
        **figures,
        "options": listed(step.about, names),
        "first": listed(step.about[:1], names),
        "others": listed(step.about[1:], names),
    }
    if step.code in SENTENCES:
        return _(SENTENCES[step.code]).format_map(known)
    reason = step.code.removeprefix("tie_")
    if reason == step.code or reason not in TIES:
        return None
    return _(_DECIDE).format(sentence=_(TIES[reason]).format_map(known))
