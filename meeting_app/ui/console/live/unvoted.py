"""An item that is left before its vote began: said, never locked."""

from meeting_app.domain.vote_plan import BEFORE
from meeting_app.i18n import _
from meeting_app.ui.console.live.context import Live


def unvoted(live: Live) -> str:
    """What is said when the current item is left now; "" unless a vote waits in it."""
    from meeting_app.queries.polls import hands_view
    from meeting_app.queries.vote_view import vote_plan

    item = live.view.current
    if item is None or item.kind != "vote":
        return ""
    plan = live.ask(vote_plan, item_id=item.id)
    hands = live.ask(hands_view, item_id=item.id) if plan is None else None
    waits = plan is not None and plan.state in BEFORE
    if not waits and (hands is None or hands.state != "none" or hands.motion is None):
        return ""
    return _("“{title}” was not voted on. PgUp goes back to it.").format(title=item.title)
