"""Where a rule comes from and whom it counts, in words: laws whose articles nobody has checked, the kind of a
meeting, houses.
"""

from collections.abc import Sequence

from meeting_app.i18n import _


def unchecked(law: str) -> str:
    """A law of which a pack names no article: its new numbering was not at hand, and nothing is made up."""
    return _("{law} (article numbers not checked)").format(law=law)


def cited(law: str, articles: Sequence[int]) -> str:
    """A law with its articles."""
    if not articles:
        return unchecked(law)
    return _("{law}, art. {articles}").format(law=law, articles=_(", ").join(map(str, articles)))


def who_asks(by: str, law: str, articles: Sequence[int]) -> str:
    """Who says how many must be there: a law, a body's own rule, or the kind of meeting."""
    if law:
        return cited(law, articles)
    return _("by our own rule") if by == "rule" else _("as this kind of meeting asks")


def places(scope: Sequence[tuple[str, int]]) -> str:
    """Houses by name, with a stairway where it is not the whole house (0); "" = all."""
    return _(", ").join(
        _("{building} stairway {stairway}").format(building=building, stairway=stairway).strip()
        if stairway
        else building
        for building, stairway in scope
    )
