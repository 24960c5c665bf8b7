"""A new person on the roster, however they come: typed, imported, or walking in."""

from meeting_app.actions.common import BADGE_LENGTH, random_code, set_name, text_of
from meeting_app.storage.tables import Person
from meeting_app.storage.work import Work, new_id


def new_person(
    work: Work, name: str, *, number: int | None = None, phone: str = "", birth_year: int | None = None
) -> Person:
    """A person with search keys and a badge code of their own."""
    person = Person(
        id=new_id(),
        number=number or work.highest(Person.number) + 1,
        phone=text_of(phone, 40, "phone", needed=False),
        birth_year=birth_year,
        badge=random_code(BADGE_LENGTH),
    )
    set_name(person, text_of(name, 80, "name"))
    return work.add(person)
