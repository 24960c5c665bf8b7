"""The rules of proxies in words, and where they stand."""

from collections.abc import Mapping

from meeting_app.i18n import N_

RULES: Mapping[str, str] = {
    "in_person": N_("Representatives come in person (by analogy with the Committee Law, art. 19)."),
    "by_households": N_("Rule: in writing, to another member, at most three for one person, never to a candidate (by analogy with the Committee Law, art. 19)."),
    "by_owners": N_("Rule: in writing, one for each holder unless the owners' own rules allow more, never to a candidate (Civil Code, art. 165)."),
    "no_votes": N_("This kind of meeting takes no legal vote, so there is nobody to be represented."),
}  # fmt: skip
