"""The words of a rule: how many must agree, and which law says so."""

from collections.abc import Mapping

from meeting_app.i18n import N_, _, pgettext
from meeting_app.queries.slides_types import ResultSlide, RuleFacts

# Shares that have a name of their own: numerator, denominator, strictly more.
SHARES: Mapping[tuple[int, int, bool], str] = {
    (1, 2, True): N_("more than half"),
    (1, 2, False): N_("at least half"),
    (1, 3, False): N_("at least one third"),
    (2, 3, False): N_("at least two thirds"),
    (3, 4, False): N_("at least three quarters"),
    (1, 1, False): N_("all of them"),
}


def share(numerator: int, denominator: int, strict: bool) -> str:
    """More than half / 过半数; a share without a name is given as a fraction."""
    named = SHARES.get((numerator, denominator, strict))
    if named:
        return _(named)
    pattern = _("more than {numerator}/{denominator}") if strict else _("at least {numerator}/{denominator}")
    return pattern.format(numerator=numerator, denominator=denominator)


def rule_share(rule: RuleFacts) -> str:
    """The share of a rule."""
    return share(rule.numerator, rule.denominator, rule.strict)


def quorum_share(slide: ResultSlide) -> str:
    """The share that had to be there; strictness follows from the number that was needed."""
    strict = slide.quorum_needed * slide.quorum_denominator > slide.eligible * slide.quorum_numerator
    halves = (slide.quorum_numerator, slide.quorum_denominator) == (1, 2)
    return share(slide.quorum_numerator, slide.quorum_denominator, strict and halves)


def law(rule: RuleFacts) -> str:
    """The law and its articles; empty when the rule names none."""
    if not rule.law:
        return ""
    if not rule.articles:
        return rule.law
    numbers = pgettext("slide", ", ").join(str(article) for article in rule.articles)
    return _("{law} art. {articles}").format(law=rule.law, articles=numbers)


def needed(rule: RuleFacts) -> str:
    """41 votes present, adopted by more than half: at least 21."""
    return _("{present} votes present, {share} carries it: at least {needed}").format(
        present=f"{rule.present:,}", share=rule_share(rule), needed=f"{rule.needed:,}"
    )


def decided_by(rule: RuleFacts) -> str:
    """What the rule asks, with its law in brackets."""
    text = _("Needed: {share} of the votes present").format(share=rule_share(rule))
    source = law(rule)
    return _("{text} ({source})").format(text=text, source=source) if source else text
