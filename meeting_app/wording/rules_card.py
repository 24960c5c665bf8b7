"""The rules of order of a residents' meeting, condensed in our own words.

They follow the common short forms of parliamentary procedure in Chinese communities (one matter, a concrete
proposal, a neutral chair, speak to the chair, sides by turns, limits, no attack on motives, vote after full
debate, a tie fails); where a law says otherwise about the vote, the law holds.
"""

from meeting_app.i18n import _, ngettext
from meeting_app.wording import times


def limit_rule(speech_ms: int, turns: int) -> str:
    """How long and how often; 0 turns = any number."""
    if speech_ms % 60_000:
        long = times.spoken(speech_ms)
    else:
        minutes = speech_ms // 60_000
        long = ngettext("{minutes} minute", "{minutes} minutes", minutes).format(minutes=minutes)
    if not turns:
        return _("At most {long} each time").format(long=long)
    return ngettext(
        "At most {long} each time, {turns} time on one matter",
        "At most {long} each time, {turns} times on one matter",
        turns,
    ).format(long=long, turns=turns)


def order_rule(order: str) -> str:
    """Who comes first, by the order of the meeting."""
    if order == "sides":
        return _("Raise a hand and wait to be called; for and against take turns")
    if order == "asked":
        return _("Raise a hand and wait to be called, in the order of the hands")
    return _("Raise a hand and wait to be called; who has not spoken comes first")


def rules(speech_ms: int, turns: int, order: str) -> tuple[str, ...]:
    """The twelve rules."""
    return (
        _("First a concrete proposal, then the talk about it"),
        _("One matter at a time"),
        _("Who chairs stays neutral, or hands the chair over first"),
        order_rule(order),
        _("Say first whether you are for or against, then why"),
        limit_rule(speech_ms, turns),
        _("Nobody is interrupted"),
        _("Speak to the chair, not at each other"),
        _("Speak about the matter, not about people and their motives"),
        _("Cannot hear, or a rule is broken? Raise a point of order at once"),
        _("Vote only when everything has been said"),
        _("More yes than no carries it; a tie fails, unless the law asks for more"),
    )
