"""The demonstration community: an invented neighbourhood with people, topics and meetings, the same every
time.

Its words are data under `resources/demonstration`; the rooms here turn them into rows. Nothing in it is taken
from life: telephone numbers come from ranges that nobody is given, names are put together by chance.
Everything is made when it is planted, so that starting the program costs nothing.
"""

from datetime import date

from meeting_app.actions.demonstration.ids import SEED, DemonstrationIds, demonstration_ids
from meeting_app.actions.desk import final
from meeting_app.domain.refusal import Refusal
from meeting_app.storage.tables import Community
from meeting_app.storage.work import Work

__all__ = ["SEED", "DemonstrationIds", "demonstration_ids", "plant_demonstration"]


@final
def plant_demonstration(work: Work, *, seed: int = SEED, anchor: date) -> DemonstrationIds:
    """Fill an empty file with the community as it stands on the morning of `anchor`, its meeting's day.

    The same seed and day give the same rows, identities included. Refuses a file that has a community.
    """
    from meeting_app.actions.demonstration import planting

    if work.one(Community) is not None:
        raise Refusal("community_exists")
    planting.plant(work, seed, anchor)
    return demonstration_ids(seed)
