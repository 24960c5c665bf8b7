"""Groups of residents: which exist, and who belongs to them."""

from collections.abc import Sequence

from meeting_app.actions.common import living, text_of
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.resident_group import GIVEN, OWN_PREFIX
from meeting_app.storage.tables import ResidentGroup
from meeting_app.storage.work import Work

NAME, KEPT = 40, 120


def add_group(work: Work, *, name: str) -> str:
    """Name a group of the community's own. Returns its code."""
    kept = text_of(name, NAME, "name")
    known = work.one(ResidentGroup, ResidentGroup.name == kept)
    if known is not None:
        known.retired = False
        return f"{OWN_PREFIX}{known.number}"
    number = work.highest(ResidentGroup.number) + 1
    work.add(ResidentGroup(number=number, name=kept))
    return f"{OWN_PREFIX}{number}"


def retire_group(work: Work, *, code: str) -> None:
    """Offer a group no more; who belongs to it keeps it on the card."""
    number = code.removeprefix(OWN_PREFIX)
    row = work.one(ResidentGroup, ResidentGroup.number == int(number)) if number.isdecimal() else None
    if row is None:
        raise Refusal("gone", kind="resident_group")
    row.retired = True


def set_groups(work: Work, *, person_id: str, codes: Sequence[str]) -> None:
    """Say to which groups a person belongs, besides those that follow from age and home."""
    person = living(work, person_id)
    known = {f"{OWN_PREFIX}{row.number}" for row in work.all(ResidentGroup)} | set(GIVEN)
    kept = [code for code in dict.fromkeys(codes) if code in known]
    if len(",".join(kept)) > KEPT:
        raise Refusal("text_too_long", what="groups", length=len(kept), most=KEPT // 4)
    person.groups = ",".join(kept)
