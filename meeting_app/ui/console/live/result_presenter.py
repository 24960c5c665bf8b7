"""A result that explains itself: verdict, one sentence, the bar with its threshold, the working by steps."""

from dataclasses import dataclass

from meeting_app.domain.rules.trace import Step, StepCode, steps_of
from meeting_app.i18n import _, ngettext
from meeting_app.queries.polls import HandsView, OutcomeView, RuleView
from meeting_app.ui.console.live import words
from meeting_app.wording import amounts, labels, outcomes, sources
from meeting_app.wording.rules import share_words


@dataclass(frozen=True, slots=True)
class StepShown:
    """A line of the working: what is tested, the rule, the figures; `holds` None = not tested any more."""

    title: str
    rule: str
    figure: str
    holds: bool | None


@dataclass(frozen=True, slots=True)
class PartShown:
    """A part of the bar and its entry in the legend."""

    kind: str
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class ResultShown:
    """The page: everything in words and figures, persons only."""

    verdict: str
    word: str
    sentence: str
    parts: tuple[PartShown, ...]
    base: int
    threshold: int
    threshold_word: str
    figure: str
    steps: tuple[StepShown, ...]
    law: str
    round_: str
    published: bool


def _sentence(outcome: OutcomeView) -> str:
    if outcome.verdict == "no_quorum":
        quorum = steps_of(outcome.steps, StepCode.QUORUM)[0]
        return _(
            "{present} of {eligible} members are present, {needed} are needed: {short} short. "
            "No decision can be taken."
        ).format(present=quorum.actual, eligible=quorum.base, needed=quorum.needed, short=-quorum.surplus)
    if outcome.declared:
        return obvious(outcome.verdict)
    figures = _("{votes} for it, {needed} needed of {base} present.").format(
        votes=outcome.for_, needed=outcome.needed, base=outcome.base
    )
    short = outcome.needed - outcome.for_
    if short > 0:
        return words.sentences(
            figures, ngettext("{n} vote short.", "{n} votes short.", short).format(n=short)
        )
    return words.sentences(figures, _agreed(steps_of(outcome.steps, StepCode.THRESHOLD)[0]))


def obvious(verdict: str) -> str:
    """What was seen when nothing was counted."""
    if verdict == "adopted":
        return _("An obvious majority is for it. The hands were not counted.")
    return _("An obvious majority is against it. The hands were not counted.")


def _agreed(step: Step) -> str:
    share = share_words(step.share) if step.share else ""
    return _("{share} of the members present agree.").format(share=share[:1].upper() + share[1:])


def _parts(outcome: OutcomeView) -> tuple[PartShown, ...]:
    return (
        PartShown("for", labels.label(labels.CHOICES, "for"), outcome.for_),
        PartShown("against", labels.label(labels.CHOICES, "against"), outcome.against),
        PartShown("abstain", labels.label(labels.CHOICES, "abstain"), outcome.abstain),
        PartShown("void", _("no hand"), outcome.not_voting),
    )


def _step(step: Step) -> StepShown:
    line = outcomes.line(step)
    return StepShown(line.title, line.rule, line.figure, line.holds)


def _steps(outcome: OutcomeView) -> tuple[StepShown, ...]:
    shown = tuple(_step(step) for step in outcome.steps)
    if not any(step.code is StepCode.THRESHOLD for step in outcome.steps):
        shown += (
            StepShown(
                labels.label(outcomes.TITLES, StepCode.THRESHOLD), _("not worked out any further"), "", None
            ),
        )
    return shown


def _by(rule: RuleView) -> str:
    if not rule.law:
        return _("by our own rule")
    if not rule.articles:
        return _("by {law}").format(law=sources.unchecked(rule.law))
    return _("by {law}, arts {articles}").format(law=rule.law, articles=words.listed(rule.articles))


def _figure(outcome: OutcomeView) -> str:
    share = amounts.percent(outcome.for_, max(1, outcome.base))
    return _("{votes} of {base}, {percent}").format(votes=outcome.for_, base=outcome.base, percent=share)


def result(view: HandsView) -> ResultShown | None:
    """The page of a counted vote; None while it is not counted."""
    outcome, rule = view.outcome, view.rule
    if outcome is None or rule is None:
        return None
    again = _("count no. {n}").format(n=outcome.round) if outcome.round > 1 else ""
    return ResultShown(
        verdict=outcome.verdict,
        word=labels.label(labels.VERDICTS, outcome.verdict),
        sentence=_sentence(outcome),
        parts=() if outcome.declared else _parts(outcome),
        base=max(1, outcome.present),
        threshold=outcome.needed,
        threshold_word=_("needed: {n}").format(n=outcome.needed),
        figure=_("not counted") if outcome.declared else _figure(outcome),
        steps=_steps(outcome),
        law=_by(rule),
        round_=again,
        published=outcome.published,
    )
