"""The kinds of meetings: those that the product ships (`resources/kinds`) and those the community made."""

import json
from collections.abc import Collection
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app import resources
from meeting_app.domain.fields import without_twins
from meeting_app.domain.meeting_kind import OWN_PREFIX, MeetingKind
from meeting_app.domain.meeting_kind_data import kind_from_data
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.basics import once
from meeting_app.queries.rule_packs import rule_codes, shipped_codes
from meeting_app.storage.tables import OwnKind


def read_kind(text: str, file: str, rules: Collection[str]) -> MeetingKind:
    """A kind from JSON; `rules` are the codes of the rules there are. Raises Refusal naming file, field and
    remedy.
    """
    try:
        data = json.loads(text, object_pairs_hook=without_twins)
    except json.JSONDecodeError as error:
        raise Refusal("data_json", file=file, line=error.lineno) from error
    except Refusal as twice:
        raise Refusal(twice.code, **{**twice.params, "file": file}) from twice
    return kind_from_data(data, file, rules)


@cache
def shipped_kinds() -> dict[str, MeetingKind]:
    """The product's own kinds by code, in the order of their files."""
    found = (
        read_kind(file.read_text(encoding="utf-8"), file.name, shipped_codes())
        for file in sorted(resources.path("kinds").glob("*.json"))
    )
    return {kind.code: kind for kind in found}


def own_code(own_id: str) -> str:
    """The code of an own kind, as meetings keep it."""
    return OWN_PREFIX + own_id


def own_id(code: str) -> str:
    """The identity of the row behind an own kind's code."""
    return code.removeprefix(OWN_PREFIX)


def all_kinds(session: Session) -> dict[str, MeetingKind]:
    """Shipped kinds, then the community's by name."""
    return once(session, "kinds", lambda: {**shipped_kinds(), **_own_kinds(session)})


def _own_kinds(session: Session) -> dict[str, MeetingKind]:
    rows = session.scalars(select(OwnKind).order_by(OwnKind.name, OwnKind.id))
    codes = rule_codes(session)
    found = (read_kind(row.body, row.name, codes) for row in rows)
    return {kind.code: kind for kind in found}
