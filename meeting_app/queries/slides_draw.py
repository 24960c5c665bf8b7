"""Which page the hall sees of a draw of people."""

from sqlalchemy.orm import Session

from meeting_app.queries.draws import draw_view, last_draw
from meeting_app.queries.slides_head import Head
from meeting_app.queries.slides_types_draw import DrawSlide

DRAW = "draw"
TICKET_SHOWN = 8


def draw_slide(session: Session, meeting_id: str, head: Head, page: int) -> DrawSlide | None:
    """The meeting's newest draw; None when it has none."""
    draw_id = last_draw(session, meeting_id)
    draw = draw_view(session, draw_id=draw_id) if draw_id else None
    if draw is None:
        return None
    chosen = tuple(
        (line.entry.number, line.entry.name, line.digest[:TICKET_SHOWN].upper())
        for line in draw.drawn.tickets
    )
    row = draw.row
    return DrawSlide(
        head, row.title, row.people, row.seats, draw.code, draw.drawn.number, draw.drawn_by, chosen, page
    )
