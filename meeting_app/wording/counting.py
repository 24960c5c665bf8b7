"""One door to the words of all counts: methods, how they count, ties, steps, spoilt ballots."""

from collections.abc import Mapping, Sequence

from meeting_app.domain.tally.count import Setup, Step
from meeting_app.i18n import _
from meeting_app.wording import tally, tally_money

METHODS: Mapping[str, str] = {**tally.METHODS, **tally_money.METHODS}
ON_TIE: Mapping[str, str] = {**tally.ON_TIE, **tally_money.ON_TIE}
SPOILT: Mapping[str, str] = {**tally.SPOILT, **tally_money.SPOILT}


def method_name(code: str) -> str:
    """What the method is called."""
    return _(METHODS[code])


def how(code: str, setup: Setup) -> str:
    """How the method counts, in a sentence or two for the notice and the sample ballot."""
    if code in tally.METHODS:
        return tally.how(code, setup)
    sentence = tally_money.HOW.get(f"{code}/{setup.variant}", tally_money.HOW[code])
    return _(sentence).format(seats=setup.seats, limit=setup.limit)


def on_tie(code: str) -> str:
    """What a tie leads to."""
    return _(ON_TIE[code])


def spoilt(why: str) -> str:
    """Why a ballot does not count."""
    return _(SPOILT[why])


def step(one: Step, names: Sequence[str]) -> str:
    """The sentence of any step. Raises KeyError for a code without words, which a test rules out."""
    sentence = tally.step_words(one, names) or tally_money.step_words(one, names)
    if sentence is None:
        raise KeyError(one.code)
    return sentence
