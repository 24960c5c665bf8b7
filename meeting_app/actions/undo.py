"""Taking back the last thing done."""

from meeting_app.storage.undo import Undone, take_back
from meeting_app.storage.work import Work


def undo_last(work: Work) -> Undone:
    """Take back this station's last action; refuses with the reason when it cannot be."""
    return take_back(work)
