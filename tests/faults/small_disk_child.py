"""A program whose files may not grow: writes topics until the store says that it cannot, then goes on when
there is room again. Prints what was acknowledged and what was told, as JSON.
"""

import json
import resource
import signal
import sys
from pathlib import Path

from meeting_app.actions import topics
from meeting_app.domain.refusal import Refusal
from meeting_app.storage.store import Store
from tests.storage.desks import Room, Time

ROOM_BYTES = 400_000


def main(file: Path) -> None:
    """Fill, be refused, read, get room, go on."""
    room = Room(Store.open_file(file, Time()()))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM_BYTES, hard))
    acknowledged: list[str] = []
    code = ""
    while not code:
        try:
            acknowledged.append(room.do(topics.add_topic, title="满", summary="字" * 3000))
        except Refusal as refused:
            code = refused.code
    rows_then = room.rows_written()[0]
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    acknowledged.append(room.do(topics.add_topic, title="又有地方了"))
    room.close()
    room.store.close()
    print(json.dumps({"code": code, "rows": rows_then, "acknowledged": acknowledged}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
