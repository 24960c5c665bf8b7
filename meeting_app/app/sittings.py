"""Taking the pictures of one share: a copy of the community is opened, put on a stage and played through."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtWidgets import QApplication

from meeting_app import settings
from meeting_app.actions.communities import Opened, open_community
from meeting_app.actions.demonstration import demonstration_ids
from meeting_app.app import windows
from meeting_app.app.drive import Drive
from meeting_app.app.gallery import Gallery
from meeting_app.app.papers_out import issue_all, picture_papers
from meeting_app.app.shares import Part, Share
from meeting_app.app.stage import Stage, quiet_platform
from meeting_app.cli.meeting_time import MeetingTime
from meeting_app.cli.script import MORNING_MS
from meeting_app.ui.console.live.roleplay.scenes import roleplay_scenes
from meeting_app.ui.console.live.scenes import live_scenes
from meeting_app.ui.console.office.scenes import page_scenes, start_scenes, story_scenes
from meeting_app.ui.qt import theme

# The meeting of the day begins at half past two; its doors open before.
DOORS_OPEN_MS: Final = MORNING_MS + 365 * 60_000


def application() -> QApplication:
    """An application for pictures, its faces loaded."""
    quiet_platform()
    app = windows.new_application()
    theme.apply(app)
    return app


def sit(app: QApplication, share: Share) -> None:
    """Take the share's pictures. Raises OSError for a picture that cannot be written, Refusal for a community
    that cannot be opened.
    """
    time = MeetingTime(MORNING_MS)
    with TemporaryDirectory() as profile:
        opened = open_community(share.file, "pictures", time)
        stage = Stage(app, opened, settings.Settings(Path(profile) / settings.FILE_NAME))
        try:
            Drive(app, _scenes(Gallery(stage, share.out, share.look, share.halls), share, time)).run()
        finally:
            stage.close()
            opened.close()


def _scenes(gallery: Gallery, share: Share, time: MeetingTime) -> Iterator[None]:
    opened: Opened = gallery.stage.opened
    meeting_id = demonstration_ids().meeting_id
    if share.papers:
        yield from issue_all(opened, meeting_id)
    if Part.OFFICE in share.parts:
        yield from gallery.office(start_scenes(gallery.stage.porch))
        yield from gallery.office(page_scenes(gallery.stage.office))
    if Part.STORIES in share.parts:
        yield from gallery.office(story_scenes(gallery.stage.office))
    time.go_to(DOORS_OPEN_MS)

    def advance(seconds: float) -> None:
        time.go_to(time().wall_ms + round(seconds * 1000))

    if Part.MEETING in share.parts:
        yield from gallery.live(live_scenes(gallery.stage.office, meeting_id, advance), "live")
    if Part.ROLE_PLAY in share.parts:
        yield from gallery.live(roleplay_scenes(gallery.stage.office, advance), "roleplay")
    if share.papers:
        yield from issue_all(opened, meeting_id)
        yield from picture_papers(opened, share.out / "papers")
