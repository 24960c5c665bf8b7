"""A counted vote in words: verdict, one sentence, what came back, the working line by line.

Console, projector and papers say these very sentences (papers in Chinese whatever the window speaks), so that
they cannot differ. Every share stands with its base, every need as a whole number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from meeting_app.domain.rules.share import Base, Measure
from meeting_app.domain.rules.trace import Outcome, Step, StepCode
from meeting_app.domain.tally.count import Setup
from meeting_app.domain.tally.count import Step as CountStep
from meeting_app.domain.tally.gradient import CODE as GRADIENT
from meeting_app.domain.vote_plan import Question
from meeting_app.i18n import N_, _, ngettext, pgettext
from meeting_app.queries.vote_result import Line, OptionResult, VoteResult, line_of
from meeting_app.queries.vote_scope import Place
from meeting_app.queries.vote_steps import left_out
from meeting_app.wording import amounts, counting, labels, outcomes, sources
from meeting_app.wording.gains import gained
from meeting_app.wording.shares import share
from meeting_app.wording.tally import figure, listed

VERDICTS: Mapping[str, str] = {
    **labels.VERDICTS,
    "void": N_("Void"),
    "unreconciled": N_("Papers missing"),
    "noted": N_("Opinion taken"),
    "elected": N_("Chosen"),
    "further": N_("Further election"),
    "tie": N_("Equal votes"),
}
BASES: Mapping[str, str] = {
    Base.ELIGIBLE: N_("entitled"),
    Base.PRESENT: N_("present"),
    Base.CAST: N_("ballots cast"),
    Base.VALID: N_("valid ballots"),
    Base.YES_NO: N_("for or against"),
}
PARTS: Mapping[str, str] = {
    **labels.CHOICES,
    "blank": N_("Blank"),
    "invalid": N_("Invalid"),
    "not_voting": N_("Not voting"),
}


def verdict(result: VoteResult) -> str:
    """Adopted, chosen, no quorum ... Persons are elected, things are selected."""
    if result.verdict == "elected" and result.question != "people":
        return _("Selected")
    return labels.label(VERDICTS, result.verdict)


def amount(measure: Measure, value: int) -> str:
    """Persons, or an area with its unit."""
    if measure is Measure.AREA:
        return pgettext("rule", "{area} m²").format(area=amounts.area(value))
    return ngettext("{n} person", "{n} people", value).format(n=value)


def base(name: str) -> str:
    """What a share is taken of."""
    return labels.label(BASES, name)


def line(of: Line) -> str:
    """How one measure stands: 51 of 64 present, more than half is 33: reached."""
    facts = _("{actual} of {base} {name}; {share} is {needed}").format(
        actual=_figure(of.measure, of.actual), base=_whole(of), name=base(of.base_name),
        share=share(of.numerator, of.denominator, of.strict), needed=_figure(of.measure, of.needed),
    )  # fmt: skip
    if of.holds:
        return _("{facts}: reached.").format(facts=facts)
    short = _figure(of.measure, of.needed - of.actual)
    return _("{facts}: {short} short.").format(facts=facts, short=short)


def _whole(of: Line) -> str:
    """What a share is taken of: ballots are no people."""
    if of.measure is Measure.PERSONS and of.base_name in (Base.CAST, Base.VALID):
        return pgettext("ballots", "{n}").format(n=f"{of.base:,}")
    return amount(of.measure, of.base)


def _figure(measure: Measure, value: int) -> str:
    return amounts.area(value) if measure is Measure.AREA else f"{value:,}"


def sentence(result: VoteResult) -> str:
    """The result in one sentence; with areas one for each measure."""
    outcome, names = result.outcome, result.names
    if result.verdict in ("no_quorum", "void", "unreconciled"):
        return _ended(outcome)
    if result.verdict == "tie":
        return _("{options} have equal votes: the rule cannot tell them apart.").format(
            options=listed(outcome.tied, names)
        )
    if result.verdict == "further":
        chosen = listed(outcome.chosen, names)
        left = _("Not all places are filled; standing again: {options}.").format(
            options=listed(outcome.further, names)
        )
        if not outcome.further:
            left = _("Not all places are filled, and nobody stands again.")
        return joined(_("Chosen: {options}.").format(options=chosen), left) if chosen else left
    if result.method == GRADIENT:
        if len(result.options) > 1:
            return _("This is a picture of where people stand, not a decision.")
        return step_sentence(result.count.steps[1], result)
    if result.lines:
        return joined(*(line(one) for one in result.lines))
    if not outcome.chosen:
        return _("No option reached what is needed.")
    if result.declared:
        return _("An obvious majority is for {options}. It was not counted.").format(
            options=listed(outcome.chosen, names)
        )
    told = [f"{result.options[place].text} {_gained(result, place)}" for place in outcome.chosen]
    chosen = _("Chosen: {options}.").format(options=_(", ").join(told))
    return joined(chosen, *_spent(result), _by_lot(result))


def _gained(result: VoteResult, place: int) -> str:
    return gained(result.options[place].figure, result.method, result.setup.variant)


def _spent(result: VoteResult) -> list[str]:
    """What was spent of the money, where money was shared."""
    return [step_sentence(step, result) for step in result.count.steps if step.code == "spent"]


def _by_lot(result: VoteResult) -> str:
    return _("Equal votes were decided by lot.") if result.lot else ""


def brief(result: VoteResult) -> str:
    """The sentence without names, for a page that marks them and has no room to name them all once more."""
    outcome = result.outcome
    if result.method == GRADIENT:
        return _middle(result)
    chosen = len(outcome.chosen)
    told = ngettext("{n} is chosen, marked below.", "{n} are chosen, marked below.", chosen).format(n=chosen)
    if result.verdict == "tie":
        return _("{n} have equal votes: the rule cannot tell them apart.").format(n=len(outcome.tied))
    if result.verdict == "further":
        again = _("Not all places are filled; {n} stand again.").format(n=len(outcome.further))
        return joined(told if chosen else "", again)
    if result.lines or not chosen:
        return sentence(result)
    return joined(told, *_spent(result), _by_lot(result))


def _middle(result: VoteResult) -> str:
    """The middle voice and the lowest one of a proposal in five steps."""
    spread = next((dict(step.figures) for step in result.count.steps if step.code == "spread"), None)
    if spread is None:
        return sentence(result)
    return _("Median {median}, lowest step {lowest} ({people} of {all}).").format(
        median=figure(spread["median"]), lowest=figure(spread["lowest"]),
        people=figure(spread["at_lowest"]), all=figure(spread["voices"]),
    )  # fmt: skip


def without_silent(result: VoteResult) -> str:
    """How it stands without the silent owners, in one line; "" where none were counted."""
    plain = result.plain
    if plain is None:
        return ""
    decisive = plain.lines or tuple(map(line_of, plain.outcome.found(StepCode.QUORUM)))
    figures = (
        _("{actual} of {base}").format(
            actual=_figure(one.measure, one.actual), base=amount(one.measure, one.base)
        )
        for one in decisive
    )
    return _("Without the silent owners: {verdict}, {figures}.").format(
        verdict=labels.label(VERDICTS, plain.verdict), figures=_(", ").join(figures)
    )


def places(scope: Sequence[Place]) -> str:
    """The houses whose owners vote; "" = all."""
    return sources.places(scope)


def joined(*sentences: str) -> str:
    """Sentences after each other; in Chinese nothing stands between them."""
    told = ""
    for one in filter(None, sentences):
        told = _("{sentence} {following}").format(sentence=told, following=one) if told else one
    return told


def _ended(outcome: Outcome) -> str:
    """Why the vote ended before anything was looked at."""
    failed = [step for step in outcome.steps if not step.holds]
    if not failed:
        return ""
    last = failed[-1]
    if last.code is StepCode.QUORUM:
        few = [step for step in failed if step.code is StepCode.QUORUM]
        return joined(*(_too_few(step, ends=step is last) for step in few))
    if last.code is StepCode.RECONCILIATION:
        return papers(last)
    return _("{title}: not fulfilled. No decision.").format(title=labels.label(outcomes.TITLES, last.code))


def _too_few(step: Step, *, ends: bool) -> str:
    """How many take part and how many are missing, in one measure; the last sentence `ends` the vote."""
    told = (
        _("{actual} take part, {needed} of {base} are needed: {short} short. No decision.")
        if ends
        else _("{actual} take part, {needed} of {base} are needed: {short} short.")
    )
    return told.format(
        actual=_figure(step.measure, step.actual), needed=_figure(step.measure, step.needed),
        base=amount(step.measure, step.base), short=_figure(step.measure, -step.surplus),
    )  # fmt: skip


def papers(step: Step) -> str:
    """Whether what was handed out is accounted for (decisions.md 7)."""
    if not step.figure("issued"):
        return _("{cast} votes, {silent} of those present did not vote.").format(
            cast=step.figure("cast"), silent=step.figure("not_voting")
        )
    facts = _("{issued} handed out − {replaced} replaced = {cast} cast + {missing} not returned").format(
        issued=step.figure("issued"), replaced=step.figure("replaced"), cast=step.figure("cast"),
        missing=step.figure("not_returned"),
    )  # fmt: skip
    apart = abs(step.surplus)
    if not apart:
        return facts
    return ngettext("{facts}: {n} apart", "{facts}: {n} apart", apart).format(facts=facts, n=apart)


def option_figure(result: VoteResult, option: OptionResult) -> str:
    """The figure that a result shows for an option; nothing where nothing was counted."""
    return "" if result.declared else figure(option.figure)


def turnout(result: VoteResult) -> str:
    """Who could vote, who was there, what came back: it adds up for whoever adds. Owners who gave nothing
    back are named by a line of their own where they are counted.
    """
    told = (result.outcome.plain or result.outcome).turnout
    if result.declared:
        return _("{eligible} entitled, {present} present. The votes were not counted.").format(
            eligible=told.eligible.persons, present=told.present.persons
        )
    return _(
        "{eligible} entitled, {present} present. {cast} votes: {valid} valid, {blank} blank, "
        "{invalid} invalid."
    ).format(
        eligible=told.eligible.persons, present=told.present.persons, cast=told.cast.persons,
        valid=told.valid.persons, blank=told.blank.persons, invalid=told.invalid.persons,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class WorkingLine:
    """A line of the working: what is tested, by which figures; `holds` False = it failed here."""

    title: str
    text: str
    figure: str
    holds: bool


def working(result: VoteResult) -> tuple[WorkingLine, ...]:
    """All lines in the order in which the rule makes them."""
    lines = outcomes.working(result.outcome, result.names, persons=result.question == Question.PEOPLE)
    return tuple(WorkingLine(one.title, one.rule, one.figure, one.holds) for one in lines)


def page_lines(result: VoteResult, page: int) -> tuple[str, ...]:
    """The sentences of one page of the count."""
    start, end = result.page_steps()[page]
    skipped = left_out(result.count)
    told = (
        step_sentence(result.count.steps[place], result)
        for place in range(start, end)
        if place not in skipped
    )
    return tuple(sentence for sentence in told if sentence)


def step_sentence(step: CountStep, result: VoteResult) -> str:
    """A step of the count in words; "" for one that only has figures."""
    return counting.step(step, result.names)


def on_tie(method: str) -> str:
    """What happens on equal votes."""
    return counting.on_tie(method)


def name_of(method: str) -> str:
    """What a way of counting is called."""
    return counting.method_name(method)


def how_counted(method: str, setup: Setup) -> str:
    """How it is counted, in a sentence."""
    return counting.how(method, setup)
