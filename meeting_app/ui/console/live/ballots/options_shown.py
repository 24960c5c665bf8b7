"""The options of a result as lines of one axis, without Qt."""

from fractions import Fraction

from meeting_app.domain.rules.trace import StepCode
from meeting_app.i18n import _
from meeting_app.queries import vote_words
from meeting_app.queries.vote_result import VoteResult
from meeting_app.ui.console.live.ballots import presenter
from meeting_app.ui.console.live.ballots.option_bars import OptionLine, OptionsShown
from meeting_app.wording import gains
from meeting_app.wording.shares import share

AXIS = 1000
SETTLED = frozenset({"elected", "further", "tie"})  # before that nobody is marked as chosen


def options_shown(result: VoteResult) -> OptionsShown:
    """All options in the order of the ballot, but equal ones that wait for the lot first; the longest bar, or
    what is needed, takes the whole axis.
    """
    needs = [step for step in result.outcome.found(StepCode.THRESHOLD) if step.about and step.share]
    needed = needs[0].needed if needs else 0
    figures = [Fraction(option.figure) for option in result.options]
    waiting = result.verdict == "tie"
    whole = max([Fraction(1), Fraction(needed), *figures])
    lines = tuple(
        OptionLine(
            presenter.option_line(option.number, option.text, option.cost_fen),
            vote_words.option_figure(result, option) or _("not counted"),
            max(0, int(figure * AXIS / whole)), option.chosen and result.verdict in SETTLED,
            waiting and option.tied,
        )
        for option, figure in sorted(
            zip(result.options, figures, strict=True), key=lambda one: waiting and not one[0].tied
        )
    )  # fmt: skip
    head = gains.head(result.method, result.setup.variant)
    return OptionsShown(head, lines, int(needed * AXIS / whole), _needed_words(result, needed))


def _needed_words(result: VoteResult, needed: int) -> str:
    """Which share of what that is, as on the projector."""
    one = next((step.share for step in result.outcome.found(StepCode.THRESHOLD) if step.share), None)
    if not needed or one is None:
        return ""
    return _("{share} of {name}: {needed}").format(
        share=share(one.numerator, one.denominator, one.strict), name=vote_words.base(one.base), needed=needed
    )
