"""A second laptop: opens the records in a process of its own and writes topics. Arguments: where, station,
how many.
"""

import sys
from pathlib import Path

from meeting_app.actions import topics
from meeting_app.actions.desk import Desk, Seat
from meeting_app.storage.boot_clock import system_instant
from meeting_app.storage.store import Store


def main(where: str, station: str, many: int) -> None:
    """Write one topic after the other."""
    store = Store.open_url(where) if "://" in where else Store.open_file(Path(where), system_instant())
    desk = Desk(store, Seat(station))
    for number in range(many):
        desk.do(topics.add_topic, title=f"{station}-{number}").result(60)
    desk.close()
    store.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
