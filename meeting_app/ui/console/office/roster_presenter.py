"""The roster without its widgets: houses, people by house, a person's card, organisations."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from meeting_app.i18n import _, ngettext
from meeting_app.queries import people as people_queries
from meeting_app.ui.console.office import words
from meeting_app.wording import amounts, labels, times

if TYPE_CHECKING:
    from meeting_app.queries.people import BodyRow, CapacityRow, PersonCard, RosterPage, RosterRow, UnitRow
    from meeting_app.queries.presence import PersonProxy
    from meeting_app.ui.qt.office import Office

PAGE: Final = 300


@dataclass(frozen=True, slots=True)
class HouseFilter:
    """A house to choose; "" is the whole roster."""

    building_id: str
    text: str


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One person in one unit."""

    person_id: str
    room: str
    name: str
    relation: str
    area: str
    phone: str


@dataclass(frozen=True, slots=True)
class RosterPicture:
    """The list as chosen; `counted` says how many are shown of how many, `empty` what to do first."""

    lines: tuple[RosterLine, ...]
    counted: str
    empty: str


class RosterPresenter:
    """Asks for people by house and text."""

    def __init__(self, office: "Office") -> None:
        self._office = office
        self.building_id = ""
        self.text = ""

    def houses(self) -> tuple[HouseFilter, ...]:
        """The houses to choose from, after the whole roster; none while there is no house."""
        rows = self._office.records.ask(people_queries.buildings)
        each = (HouseFilter(house.id, _house(house.name, house.people)) for house in rows)
        return (HouseFilter("", _("All houses")), *each) if rows else ()

    def picture(self) -> RosterPicture:
        """The people as chosen."""
        page = self._office.records.ask(
            people_queries.roster, building_id=self.building_id or None, text=self.text, limit=PAGE, offset=0
        )
        lines = tuple(roster_line(row) for row in page.rows)
        return RosterPicture(lines, _counted(len(lines), page), "" if lines else self._empty())

    def _empty(self) -> str:
        if self.text:
            return _("Nobody is found under “{text}”. Try the name, its initials, or building-room.").format(
                text=self.text
            )
        if self.building_id:
            return _("Nobody of this house is on the roster yet.")
        return _("The roster is empty. Import a list (XLSX or CSV), or add the first person.")

    def card(self, person_id: str) -> "PersonCard | None":
        """What the roster knows of a person."""
        return self._office.records.ask(people_queries.person_card, person_id=person_id)

    def bodies(self) -> "tuple[BodyRow, ...]":
        """The organisations."""
        return self._office.records.ask(people_queries.bodies)


def _house(name: str, people: int) -> str:
    return _("{house}, {people}").format(
        house=name, people=ngettext("{n} person", "{n} people", people).format(n=people)
    )


def _counted(shown: int, page: "RosterPage") -> str:
    if shown < page.total:
        return _("{people} people; the first {shown} rows are shown. Choose a house or type a name.").format(
            people=page.people, shown=shown
        )
    return ngettext("{n} person", "{n} people", page.people).format(n=page.people)


def roster_line(row: "RosterRow") -> RosterLine:
    """A person as the table shows one; the middle of the phone number stays hidden."""
    return RosterLine(
        row.person_id,
        words.place(row.place),
        row.name,
        labels.label(labels.RELATIONS, row.relation),
        amounts.area(row.area_c),
        words.phone_shown(row.phone),
    )


def unit_line(unit: "UnitRow") -> str:
    """A unit with area, relation and share."""
    share = ""
    if unit.share_n:
        share = (
            _("whole")
            if unit.share_n == unit.share_d
            else _("share {n}/{d}").format(n=unit.share_n, d=unit.share_d)
        )
    return words.joined(
        (
            words.place(unit.place),
            _("{area} m²").format(area=amounts.area(unit.area_c)),
            labels.label(labels.RELATIONS, unit.relation),
            share,
        )
    )


def capacity_line(row: "CapacityRow") -> str:
    """A capacity with its body and time."""
    since = _("since {day}").format(day=times.full_day(row.since))
    until = _("until {day}").format(day=times.full_day(row.until)) if row.until else ""
    return words.joined((labels.label(labels.CAPACITIES, row.capacity), row.body, since, until))


def proxy_line(proxy: "PersonProxy") -> str:
    """Who acts for whom in which meeting, and whether it was withdrawn."""
    acts = _("acts for {name}") if proxy.acts else _("represented by {name}")
    day = times.full_day(proxy.given_at.date())
    over = _("withdrawn") if proxy.withdrawn_at else ""
    return words.joined((acts.format(name=proxy.other), proxy.meeting, day, over))


def forget_sentence(card: "PersonCard") -> str:
    """What forgetting a person does, said before it is done."""
    return _(
        "{name}'s name, phone and year of birth are removed for good; the number stays, so that counts of "
        "the past still add up. This cannot be taken back."
    ).format(name=card.name)


def merge_sentence(keep: "PersonCard", gone: str) -> str:
    """What merging two records does, said before it is done."""
    return _("“{gone}” and “{keep}” are one person: everything moves to “{keep}”, number {number}.").format(
        gone=gone, keep=keep.name, number=keep.number
    )
