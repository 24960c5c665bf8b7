"""The words of a rule: how many must agree, and which law says so."""

from meeting_app.i18n import _, pgettext
from meeting_app.queries.slides_types import ResultSlide, RuleFacts
from meeting_app.wording import sources
from meeting_app.wording.shares import share


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
        return sources.unchecked(rule.law)
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
