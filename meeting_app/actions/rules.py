"""The community's own rules of decision: copied from a shipped one, changed, taken away when unused.

A vote freezes its rule when it opens, so nothing done here changes a result.
"""

from dataclasses import replace

from meeting_app.actions.common import text_of, today
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.frozen import pack_from_json, pack_to_json
from meeting_app.domain.rules.pack import RulePack, check_pack
from meeting_app.queries.kinds import all_kinds
from meeting_app.queries.rule_packs import all_packs, own_code, own_id
from meeting_app.storage.tables import Meeting, OwnRule
from meeting_app.storage.work import Work, new_id

MOST_NAME = 40


def _pack(work: Work, version: str) -> RulePack:
    """A pack by the id of its version."""
    found = next((pack for pack in all_packs(work.session) if pack.id == version), None)
    if found is None:
        raise Refusal("rule_unknown", rule=version)
    return found


def _free_name(work: Work, name: str, code: str) -> str:
    """A name that no other rule has, in Chinese or English."""
    kept = text_of(name, MOST_NAME, "name")
    if any(kept in (pack.name, pack.name_en) for pack in all_packs(work.session) if pack.code != code):
        raise Refusal("rule_name_taken", name=kept)
    return kept


def copy_rule(work: Work, *, version_id: str, name: str) -> str:
    """Make an own rule like the pack of that version; it is in force from today and names no law, because it
    is the community's own. Returns its code.
    """
    like = _pack(work, version_id)
    row_id = new_id()
    code = own_code(row_id)
    pack = replace(
        like, id=code, code=code, name=_free_name(work, name, code), name_en="", note="", sources=(),
        effective_from=today(work), effective_to=None,
    )  # fmt: skip
    work.add(OwnRule(id=row_id, name=pack.name, based_on=like.id[:40], body=pack_to_json(check_pack(pack))))
    return code


def change_rule(work: Work, *, code: str, pack: RulePack) -> None:
    """Give an own rule other contents; its code, its dates and its being nobody's law stay. Refuses while a
    posted notice names it: what was announced changes only vote by vote, with a reason for the minutes.
    """
    row = work.get(OwnRule, own_id(code))
    announced = work.one(
        Meeting, Meeting.rule == code, Meeting.posted_on.is_not(None), Meeting.state.in_(("convened", "live"))
    )
    if announced is not None:
        raise Refusal("rule_announced", name=row.name, title=announced.title)
    kept = pack_from_json(row.body)
    changed = replace(
        pack, id=code, code=code, name=_free_name(work, pack.name, code), name_en="", sources=(),
        effective_from=kept.effective_from, effective_to=kept.effective_to,
    )  # fmt: skip
    row.name, row.body = changed.name, pack_to_json(check_pack(changed))


def remove_rule(work: Work, *, code: str) -> None:
    """Take an own rule away that no kind of meeting and no meeting names."""
    row = work.get(OwnRule, own_id(code))
    kinds = sum(kind.rule == code for kind in all_kinds(work.session).values())
    used = kinds + len(work.all(Meeting, Meeting.rule == code))
    if used:
        raise Refusal("rule_in_use", name=row.name, n=used)
    work.session.delete(row)
