"""`meeting-app pictures`: every screen, state, slide and paper into one folder, to be looked through in a
minute.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtWidgets import QApplication

from meeting_app import settings
from meeting_app.actions.communities import copy_community, open_community
from meeting_app.actions.demonstration import demonstration_ids
from meeting_app.app import doors, windows
from meeting_app.app.drive import Drive
from meeting_app.app.gallery import HALLS, LOOKS, Gallery, Look
from meeting_app.app.papers_out import issue_all, picture_papers
from meeting_app.app.stage import FILE_NAME, Stage, quiet_platform
from meeting_app.cli.arguments import Chosen
from meeting_app.cli.meeting_time import MeetingTime
from meeting_app.cli.script import ANCHOR, MORNING_MS

# The meeting of the day begins at half past two; its doors open before.
DOORS_OPEN_MS: Final = MORNING_MS + 365 * 60_000


def _one_look(gallery: Gallery, look: Look, time: MeetingTime, meeting_id: str) -> Iterator[None]:
    stage = gallery.stage
    first = look is LOOKS[0]
    if first:
        yield from issue_all(stage.opened, meeting_id)
    yield from gallery.office(look)
    stage.meeting_id = meeting_id
    time.go_to(DOORS_OPEN_MS)
    yield from gallery.live(look, lambda seconds: time.go_to(time().wall_ms + round(seconds * 1000)))
    if first:
        yield from issue_all(stage.opened, meeting_id)
        yield from picture_papers(stage.opened, gallery.out / "papers")


def _look(app: QApplication, original: Path, look: Look, out: Path) -> None:
    """Each look plays the meeting in a copy of its own."""
    file = original.with_name(f"{look.name}.yst")
    copy_community(original, file)
    time = MeetingTime(MORNING_MS)
    opened = open_community(file, "pictures", time)
    stage = Stage(app, opened, settings.Settings(original.with_name(settings.FILE_NAME)))
    gallery = Gallery(stage, out, (look,), HALLS if look is LOOKS[0] else ())
    meeting_id = demonstration_ids().meeting_id
    try:
        Drive(app, _one_look(gallery, look, time, meeting_id)).run()
    finally:
        stage.close()
        opened.close()


def run(chosen: Chosen) -> int:
    """Make all pictures. Answers the exit code."""
    quiet_platform()
    assert chosen.out is not None
    app = windows.new_application()
    windows.speak(app, "zh_CN")
    with TemporaryDirectory() as folder:
        original = Path(folder) / FILE_NAME
        doors.plant(original, ANCHOR, MeetingTime(MORNING_MS))
        for look in LOOKS:
            _look(app, original, look, chosen.out)
    return 0
