"""Proxies: entering and withdrawing them, under the rule of the meeting's kind."""

from collections.abc import Sequence

from meeting_app.actions.common import NOT_OVER, living, local_day, meeting_in, text_of
from meeting_app.domain.proxy_rule import Asked, check_proxy
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.presence import mandate_of
from meeting_app.queries.quorum import proxy_rule_of
from meeting_app.storage.tables import AgendaItem, Capacity, Invitee, Meeting, Person, Proxy
from meeting_app.storage.work import Work

CANDIDATE = "candidate"
LIMITS, DOCUMENT = 200, 120


def give_proxy(
    work: Work, *, meeting_id: str, principal_id: str, holder_id: str, item_ids: Sequence[str] = (),
    limits: str = "", document: str = "",
) -> str:  # fmt: skip
    """Enter that `holder` acts for `principal`: in the whole meeting, or for the named items. Returns the id.

    `limits` is what the holder is bound to, `document` which written paper was seen. Refuses what the kind's
    rule does not allow, naming the rule.
    """
    meeting = meeting_in(work, meeting_id, *NOT_OVER)
    principal, holder = living(work, principal_id), living(work, holder_id)
    _check(work, meeting, principal, holder)
    for item_id in item_ids:
        if work.get(AgendaItem, item_id).meeting_id != meeting.id:
            raise Refusal("gone", kind="agenda_item")
    return work.add(
        Proxy(
            meeting_id=meeting.id, principal_id=principal.id, holder_id=holder.id,
            items=",".join(dict.fromkeys(item_ids)),
            limits=text_of(limits, LIMITS, "limits", needed=False),
            document=text_of(document, DOCUMENT, "document"),
            given_ms=work.now.wall_ms,
        )
    ).id  # fmt: skip


def _check(work: Work, meeting: Meeting, principal: Person, holder: Person) -> None:
    members = frozenset(
        row.person_id for row in work.all(Invitee, Invitee.meeting_id == meeting.id, Invitee.votes.is_(True))
    )
    standing = work.all(
        Capacity, Capacity.capacity == CANDIDATE, Capacity.held_on(local_day(meeting.starts_ms))
    )
    asked = Asked(principal.id, holder.id, members, frozenset(row.person_id for row in standing))
    held = work.all(Proxy, Proxy.meeting_id == meeting.id, Proxy.withdrawn_ms.is_(None))
    try:
        check_proxy(proxy_rule_of(work.session, meeting), asked, map(mandate_of, held))
    except Refusal as refusal:
        names = {"principal": principal.name, "holder": holder.name}
        raise Refusal(refusal.code, **{**refusal.params, **names}) from refusal


def withdraw_proxy(work: Work, *, proxy_id: str) -> None:
    """End a proxy at this instant; that it was given stays on record."""
    proxy = work.get(Proxy, proxy_id)
    meeting_in(work, proxy.meeting_id, *NOT_OVER)
    if proxy.withdrawn_ms is None:
        proxy.withdrawn_ms = max(work.now.wall_ms, proxy.given_ms)
