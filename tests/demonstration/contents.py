"""All rows of a community as one digest: what two plantings are compared by. Runs by itself as well."""

import sys
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.actions.communities import make_community
from meeting_app.actions.demonstration import plant_demonstration
from meeting_app.cli.meeting_time import MeetingTime
from meeting_app.cli.script import ANCHOR, MORNING_MS, STATION
from meeting_app.domain.digest import digest
from meeting_app.storage.base import Base, Record


def whole(session: Session) -> str:
    """The digest of every record, with identities, without journal and feed."""
    rows = []
    for mapper in sorted(Base.registry.mappers, key=lambda m: m.class_.__tablename__):
        if issubclass(mapper.class_, Record):
            table = mapper.local_table
            found = session.execute(select(table).order_by(table.c.id))
            rows.append([table.description, [[str(value) for value in row] for row in found]])
    return digest(rows)


def main(file: Path) -> None:
    """Plant a community and say its digest."""
    opened = make_community(file, STATION, MeetingTime(MORNING_MS))
    try:
        opened.desk.do(plant_demonstration, anchor=ANCHOR).result(60)
        print(opened.records.ask(whole))
    finally:
        opened.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
