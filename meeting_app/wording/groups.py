"""Names of groups and tables of the floor, for the console and the hall alike."""

from meeting_app.i18n import _
from meeting_app.wording import floor, labels


def group(code: str) -> str:
    """A group of the room as queries.floor_groups codes it: building, stairway, capacity or age band."""
    if not code:
        return _("not known")
    if code == "others":
        return _("the others")
    if code.startswith("in:"):
        return labels.label(labels.GROUPS, code.removeprefix("in:")) if code != "in:" else _("in no group")
    building, stroke, stairway = code.partition("|")
    if stroke:
        return _("{building}, stairway {stairway}").format(building=building, stairway=stairway)
    return labels.label(floor.AGES if code in floor.AGES else labels.CAPACITIES, code)


def table(label: str) -> str:
    """A small table by its number."""
    return _("Table {number}").format(number=label)
