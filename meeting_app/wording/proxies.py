"""The rules of proxies in words, and where they stand."""

from collections.abc import Mapping

from meeting_app.i18n import N_

RULES: Mapping[str, str] = {
    "in_person": N_("Representatives come in person (by analogy with the Committee Law, art. 19)."),
    "by_households": N_("Rule: in writing, to another member, at most three for one person, never to a candidate (by analogy with the Committee Law, art. 19)."),
    "by_owners": N_("Rule: in writing, one for each holder unless the owners' own rules allow more, never to a candidate (Civil Code, art. 165)."),
    "by_rule": N_("So says the rule of decision of this meeting, which goes before the kind of meeting."),
    "by_rule_none": N_("The rule of decision of this meeting allows no proxies, and it goes before the kind of meeting."),
    "own_kind": N_("So says this kind of meeting, as the community made it."),
    "own_kind_none": N_("This kind of meeting, as the community made it, allows no proxies."),
    "no_votes": N_("This kind of meeting takes no legal vote, so there is nobody to be represented."),
}  # fmt: skip
