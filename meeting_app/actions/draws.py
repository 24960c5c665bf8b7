"""Drawing people by lot: the list is frozen and its hash shown, a resident rolls the number, the draw is made
once and cannot be taken back.
"""

import json

from meeting_app.actions.common import text_of, today
from meeting_app.actions.desk import final
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.sortition.lottery import check_draw, draw_lots
from meeting_app.domain.sortition.pool import pool_hash, sizes
from meeting_app.domain.sortition.quotas import Quotas, check_quotas, share_out
from meeting_app.queries.draw_pool import Among, Feature, pool_of
from meeting_app.queries.draws import entry_of, features_of, lines_of, quotas_of
from meeting_app.storage.tables import DrawnPerson, Meeting, PeopleDraw
from meeting_app.storage.work import Work, new_id

TITLE_LENGTH, NAME_LENGTH, NUMBER_LENGTH = 120, 80, 40


def _draw_in(work: Work, draw_id: str) -> PeopleDraw:
    """A draw that was not made yet."""
    draw = work.get(PeopleDraw, draw_id)
    if draw.number:
        raise Refusal("draw_made", title=draw.title)
    work.meeting_id = draw.meeting_id
    return draw


def list_people(
    work: Work,
    *,
    title: str,
    among: str,
    seats: int,
    features: tuple[str, ...] = (),
    meeting_id: str | None = None,
) -> str:
    """Freeze the list of everybody who may be drawn, with places in proportion. Returns its id."""
    if among not in set(Among) or len(set(features)) < len(features) or set(features) - set(Feature):
        raise Refusal("draw_features")
    meeting = work.get(Meeting, meeting_id) if meeting_id else None
    found = pool_of(work.session, among=among, features=features, on=today(work))
    pool = [entry for _person, entry in found]
    if not 1 <= seats <= len(pool):
        raise Refusal("draw_seats", seats=seats, people=len(pool))
    quotas = tuple(share_out(seats, sizes(pool, place)) for place in range(len(features)))
    check_draw(features, pool, seats, quotas)
    draw = work.add(
        PeopleDraw(
            id=new_id(),
            meeting_id=meeting.id if meeting else None,
            title=text_of(title, TITLE_LENGTH, "title"),
            among=among,
            features=",".join(features),
            seats=seats,
            places=json.dumps(quotas, ensure_ascii=False),
            pool_hash=pool_hash(features, pool),
            listed_ms=work.now.wall_ms,
        )
    )
    for person_id, entry in found:
        groups = ",".join(entry.groups)
        work.add(
            DrawnPerson(
                id=new_id(),
                draw_id=draw.id,
                person_id=person_id,
                number=entry.number,
                name=entry.name,
                groups=groups,
            )
        )
    work.meeting_id = draw.meeting_id
    return draw.id


def set_places(work: Work, *, draw_id: str, quotas: Quotas) -> None:
    """Give the groups other places; they must add up to the seats, feature by feature."""
    draw = _draw_in(work, draw_id)
    if [set(one) for one in quotas] != [set(one) for one in quotas_of(draw)]:
        raise Refusal("draw_features")
    check_quotas(quotas, draw.seats)
    draw.places = json.dumps(quotas, ensure_ascii=False)


@final
def draw_people(work: Work, *, draw_id: str, number: str, drawn_by: str) -> None:
    """Make the draw with the number that a resident rolled or read off in front of all."""
    draw = _draw_in(work, draw_id)
    lines = lines_of(work.session, draw.id)
    digits = text_of(number, NUMBER_LENGTH, "number")
    drawing = draw_lots(
        draw.id, features_of(draw), [entry_of(line) for line in lines], draw.seats, quotas_of(draw), digits
    )
    by_number = {line.number: line for line in lines}
    for place, ticket in enumerate(drawing.tickets, 1):
        line = by_number[ticket.entry.number]
        line.place, line.fate = place, ticket.fate
    draw.number, draw.drawn_by = digits, text_of(drawn_by, NAME_LENGTH, "drawn_by")


def drop_draw(work: Work, *, draw_id: str) -> None:
    """Take a list away from which nobody was drawn yet."""
    draw = _draw_in(work, draw_id)
    for line in lines_of(work.session, draw.id):
        work.session.delete(line)
    work.session.delete(draw)
