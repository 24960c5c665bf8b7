"""Puts the parts of the demonstration together in the order in which they need one another."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from meeting_app.actions.demonstration.coming import call
from meeting_app.actions.demonstration.community import appoint
from meeting_app.actions.demonstration.ground import Ground
from meeting_app.actions.demonstration.houses import build
from meeting_app.actions.demonstration.meetings import Hall, number_meetings
from meeting_app.actions.demonstration.past import hold
from meeting_app.actions.demonstration.people import settle
from meeting_app.actions.demonstration.plays import stage_plays
from meeting_app.actions.demonstration.topics import raise_topics
from meeting_app.storage.work import Work


@contextmanager
def _no_collection() -> Iterator[None]:
    """Twelve thousand rows that all stay are no garbage: looking for some takes a third of the time
    (measured).
    """
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def plant(work: Work, seed: int, anchor: date) -> None:
    """All rows of the community."""
    ground = Ground(work, seed, anchor)
    with _no_collection(), work.session.no_autoflush:
        residents = settle(ground, build(ground))
        offices = appoint(ground, residents)
        hall = Hall(ground, residents, offices, raise_topics(ground, residents, offices))
        number_meetings((*hold(hall), *call(hall)))
        work.session.flush()
    stage_plays(ground)
