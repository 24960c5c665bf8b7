"""A meeting in which somebody has broken into a speech: told on one line, then the process waits to be
killed.
"""

import json
import sys
from pathlib import Path

from meeting_app.actions import floor
from meeting_app.domain.floor_class import SpeechClass
from meeting_app.queries.floor import queue_view
from meeting_app.storage.boot_clock import system_instant
from meeting_app.storage.store import Store
from tests.storage.desks import Room


def run(file: Path, item: str, speaker: str, asker: str) -> None:
    """A speech, then a question to the speaker; both clocks are told with the moment."""
    room = Room(Store.open_file(file, system_instant()))
    room.desk.now = system_instant
    room.do(floor.give_floor, item_id=item, person_id=speaker)
    room.do(floor.ask_to_speak, item_id=item, person_id=asker, kind=SpeechClass.QUESTION)
    room.do(floor.call_next, item_id=item)
    now = system_instant()
    view = room.ask(queue_view, item_id=item, now=now)
    assert view is not None
    assert view.speaking is not None
    told = {
        "speaking": [view.speaking.id, view.speaking.clock.elapsed(now)],
        "held": [view.held[0].id, view.held[0].clock.elapsed(now)],
        "wall_ms": now.wall_ms,
    }
    print(json.dumps(told), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    run(Path(sys.argv[1]), *sys.argv[2:5])
