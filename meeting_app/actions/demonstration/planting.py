"""Puts the parts of the demonstration together in the order in which they need one another."""

from datetime import date

from meeting_app.actions.demonstration.coming import call
from meeting_app.actions.demonstration.community import appoint
from meeting_app.actions.demonstration.ground import Ground
from meeting_app.actions.demonstration.houses import build
from meeting_app.actions.demonstration.meetings import Hall, number_meetings
from meeting_app.actions.demonstration.past import hold
from meeting_app.actions.demonstration.people import settle
from meeting_app.actions.demonstration.topics import raise_topics
from meeting_app.storage.work import Work


def plant(work: Work, seed: int, anchor: date) -> None:
    """All rows of the community."""
    ground = Ground(work, seed, anchor)
    with work.session.no_autoflush:
        residents = settle(ground, build(ground))
        offices = appoint(ground, residents)
        hall = Hall(ground, residents, offices, raise_topics(ground, residents, offices))
        number_meetings((*hold(hall), *call(hall)))
