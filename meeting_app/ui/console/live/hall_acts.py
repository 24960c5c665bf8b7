"""What the hall is shown on request: what was written down, and the pictures and PDFs of the current item."""

from meeting_app.actions.attachments import show_attachment
from meeting_app.actions.projection import pin_slide
from meeting_app.i18n import _
from meeting_app.queries.attachments import AttachmentRow, attachments_of
from meeting_app.ui.console.live.context import Live


def read_back(live: Live) -> None:
    """Show the hall what was written down, or follow the meeting again."""
    pinned = "" if live.view.projection.pinned == "readback" else "readback"
    live.do(pin_slide, meeting_id=live.meeting_id, pinned=pinned)


def of_current(live: Live) -> tuple[AttachmentRow, ...]:
    """The pictures and PDFs of the current item."""
    current = live.view.current
    if current is None:
        return ()
    rows: tuple[AttachmentRow, ...] = live.ask(attachments_of, meeting_id=live.meeting_id)
    return tuple(row for row in rows if row.item_id == current.id)


def following(live: Live) -> AttachmentRow | None:
    """Which picture or PDF the next press of the key shows; None follows the meeting again."""
    rows = of_current(live)
    shown = live.view.projection
    if shown.pinned != "attachment":
        return rows[0] if rows else None
    places = [row.id for row in rows]
    place = places.index(shown.attachment_id) + 1 if shown.attachment_id in places else 0
    return rows[place] if place < len(rows) else None


def view_next(live: Live) -> None:
    """Show the hall the next picture or PDF of the item; after the last one follow the meeting again."""
    row = following(live)
    if row is not None:
        live.do(show_attachment, attachment_id=row.id)
    elif live.view.projection.pinned == "attachment":
        live.do(pin_slide, meeting_id=live.meeting_id, pinned="")
    else:
        live.tell(_("This item has no picture or PDF yet. F adds one."))


def label(live: Live) -> str:
    """What the key would do now; "" when the item has nothing to show."""
    row = following(live)
    if row is not None:
        return _("Show {name}").format(name=row.name)
    return _("Take the picture off") if live.view.projection.pinned == "attachment" else ""
