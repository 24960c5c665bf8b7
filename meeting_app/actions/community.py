"""Setting up the community of a file."""

from meeting_app.actions.common import text_of
from meeting_app.domain.refusal import Refusal
from meeting_app.storage.tables import Body, Community
from meeting_app.storage.work import Work


def create_community(
    work: Work,
    *,
    name: str,
    short: str,
    committee: str,
    district: str = "",
    address: str = "",
    contact: str = "",
    phone: str = "",
) -> str:
    """Name the community of a new file and give it its residents' committee. Returns its id."""
    if work.one(Community) is not None:
        raise Refusal("community_exists")
    community = work.add(
        Community(
            name=text_of(name, 80, "name"),
            short=text_of(short, 16, "short"),
            committee=text_of(committee, 80, "committee"),
            district=text_of(district, 80, "district", needed=False),
            address=text_of(address, 200, "address", needed=False),
            contact=text_of(contact, 40, "contact", needed=False),
            phone=text_of(phone, 40, "phone", needed=False),
        )
    )
    work.add(Body(kind="committee", name=community.committee, duties="", contact=community.phone, position=1))
    return community.id


_FIELDS = {
    "name": 80, "short": 16, "committee": 80, "district": 80, "address": 200, "contact": 40, "phone": 40,
}  # fmt: skip
_NEEDED = ("name", "short", "committee")


def edit_community(work: Work, /, **fields: str) -> None:
    """Change what is said of the community; unnamed fields stay."""
    community = work.one(Community)
    if community is None:
        raise Refusal("gone", kind="community")
    for name, value in fields.items():
        setattr(community, name, text_of(value, _FIELDS[name], name, needed=name in _NEEDED))


def add_body(work: Work, *, kind: str, name: str, duties: str = "", contact: str = "") -> str:
    """Add an organisation with its duties. Returns its id."""
    position = work.highest(Body.position) + 1
    body = Body(
        kind=kind,
        name=text_of(name, 80, "name"),
        duties=text_of(duties, 2000, "duties", needed=False),
        contact=text_of(contact, 40, "contact", needed=False),
        position=position,
    )
    return work.add(body).id


def edit_body(work: Work, *, body_id: str, name: str, duties: str, contact: str) -> None:
    """Change an organisation's name, duties and contact."""
    body = work.get(Body, body_id)
    body.name = text_of(name, 80, "name")
    body.duties = text_of(duties, 2000, "duties", needed=False)
    body.contact = text_of(contact, 40, "contact", needed=False)
