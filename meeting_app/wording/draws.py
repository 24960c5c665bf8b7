"""The words of drawing people by lot: from whom, by what features, the groups, what became of a ticket."""

from collections.abc import Mapping

from meeting_app.i18n import N_, _

VERBS: Mapping[str, str] = {
    "list_people": N_("List for drawing lots frozen"),
    "set_places": N_("Places of groups changed"),
    "draw_people": N_("People drawn by lot"),
    "drop_draw": N_("List for drawing lots dropped"),
}
AMONG: Mapping[str, str] = {
    "adults": N_("all adults of the roster"),
    "owners": N_("owners"),
    "representatives": N_("residents' representatives"),
}
FEATURES: Mapping[str, str] = {
    "gender": N_("Women and men"),
    "age": N_("Age"),
    "building": N_("Building"),
}
GROUPS: Mapping[str, str] = {
    "female": N_("women"),
    "male": N_("men"),
    "under35": N_("under 35"),
    "from35": N_("35 to 59"),
    "from60": N_("60 and older"),
    "unknown": N_("not known"),
}
FATES: Mapping[str, str] = {
    "chosen": N_("drawn"),
    "full": N_("all places of the group are taken"),
    "kept_free": N_("place kept for a group that could not be filled otherwise"),
    "reserve": N_("in reserve"),
}


def group(code: str) -> str:
    """A group's name; a building is called as it is."""
    return _(GROUPS[code]) if code in GROUPS else code
