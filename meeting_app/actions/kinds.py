"""The community's own kinds of meetings: copied from another kind, changed, taken away when unused."""

import json
from typing import Any

from meeting_app.actions.common import text_of
from meeting_app.domain.meeting_kind import MeetingKind
from meeting_app.domain.meeting_kind_data import kind_from_data, kind_to_data
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import using
from meeting_app.queries.kinds import all_kinds, own_code, own_id
from meeting_app.queries.rule_packs import rule_codes
from meeting_app.storage.tables import Meeting, OwnKind
from meeting_app.storage.work import Work, new_id
from meeting_app.wording.labels import MEETING_KINDS, label

MOST_NAME = 60


def kind_of(work: Work, code: str) -> MeetingKind:
    """A kind by its code. Raises Refusal for one that this version does not know."""
    found = all_kinds(work.session).get(code)
    if found is None:
        raise Refusal("meeting_kind_unknown", kind=code)
    return found


def kind_name(kind: MeetingKind) -> str:
    """The name of a kind in Chinese, as papers and the hall say it."""
    with using("zh_CN"):
        return kind.name or label(MEETING_KINDS, kind.code)


def _free_name(work: Work, name: str, row_id: str = "") -> str:
    """A name that no other kind has: the shipped ones keep theirs in every language."""
    kept = text_of(name, MOST_NAME, "name")
    for kind in all_kinds(work.session).values():
        if kind.code != own_code(row_id) and kept in (
            kind.name,
            kind_name(kind),
            label(MEETING_KINDS, kind.code),
        ):
            raise Refusal("kind_name_taken", name=kept)
    return kept


def copy_kind(work: Work, *, code: str, name: str) -> str:
    """Make an own kind like another one. Returns the code of the new one."""
    form = kind_of(work, code)
    row = work.add(OwnKind(id=new_id(), name=_free_name(work, name), body=""))
    data = {**kind_to_data(form), "code": own_code(row.id), "name": row.name}
    row.body = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return own_code(row.id)


def change_kind(work: Work, *, code: str, data: dict[str, Any]) -> None:
    """Give an own kind another definition; meetings that were drafted with it stay as they are. How many must
    be there is asked when a vote begins, so it stays while a posted notice of that kind stands.
    """
    row = work.get(OwnKind, own_id(code))
    name = _free_name(work, str(data.get("name", "")), row.id)
    kind = kind_from_data({**data, "code": code, "name": name}, name, rule_codes(work.session))
    announced = work.one(
        Meeting, Meeting.kind == code, Meeting.posted_on.is_not(None), Meeting.state.in_(("convened", "live"))
    )
    if announced is not None and kind.quorum != all_kinds(work.session)[code].quorum:
        raise Refusal("kind_announced", name=row.name, title=announced.title)
    row.name, row.body = kind.name, json.dumps(kind_to_data(kind), ensure_ascii=False, sort_keys=True)


def remove_kind(work: Work, *, code: str) -> None:
    """Take an own kind away that no meeting has."""
    row = work.get(OwnKind, own_id(code))
    used = len(work.all(Meeting, Meeting.kind == code))
    if used:
        raise Refusal("kind_in_use", name=row.name, n=used)
    work.session.delete(row)
