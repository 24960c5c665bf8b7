"""`meeting-app demo`: a whole scripted meeting through the windows' own actions, with its papers and
pictures.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from meeting_app import i18n, settings
from meeting_app.actions.communities import open_community
from meeting_app.actions.demonstration import demonstration_ids
from meeting_app.app import doors, windows
from meeting_app.app.drive import Drive
from meeting_app.app.gallery import Gallery, Hall, Look
from meeting_app.app.papers_out import issue_all, write_papers
from meeting_app.app.stage import FILE_NAME, Stage, quiet_platform
from meeting_app.cli.arguments import Chosen
from meeting_app.cli.meeting_time import MeetingTime
from meeting_app.cli.script import ANCHOR, MORNING_MS, ScriptedMeeting
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.settings import Settings
from meeting_app.wording import refusals


def run(chosen: Chosen) -> int:
    """Play the meeting and say where everything is. Answers the exit code."""
    quiet_platform()
    assert chosen.out is not None
    app = windows.new_application()
    windows.speak(app, chosen.language or i18n.system_language())
    with TemporaryDirectory() as profile:
        kept = Settings(Path(profile) / settings.FILE_NAME)
        windows.dress(app, kept)
        try:
            chosen.out.mkdir(parents=True, exist_ok=True)
            papers = _play(app, kept, chosen.out)
        except OSError as error:
            sys.stderr.write(
                _("Nothing can be written in {place}: {why}").format(place=chosen.out, why=error) + "\n"
            )
            return 1
        except Refusal as refusal:
            sys.stderr.write(refusals.sentence(refusal) + "\n")
            return 1
    _say(chosen.out, papers)
    return 0


def _say(out: Path, papers: int) -> None:
    taken = sum(1 for _place in (out / "pictures").rglob("*.png"))
    lines = (
        _("The community: {file}").format(file=out / FILE_NAME),
        _("{n} papers: {folder}").format(n=papers, folder=out / "papers"),
        _("{n} pictures: {folder}").format(n=taken, folder=out / "pictures"),
    )
    sys.stdout.write("\n".join(lines) + "\n")


def _play(app: QApplication, kept: Settings, out: Path) -> int:
    """Make the community, play its meeting with a picture at each step that is worth one, write the
    papers.
    """
    file = out / FILE_NAME
    doors.remove(file)
    time = MeetingTime(MORNING_MS)
    doors.plant(file, ANCHOR, time)
    opened = open_community(file, "demo", time)
    stage = Stage(app, opened, kept)
    language = i18n.language()
    ids = demonstration_ids()
    gallery = Gallery(stage, out / "pictures", (Look("", language),), (Hall("", language),))
    try:
        meeting = ScriptedMeeting(opened.desk, opened.records, ids, time)
        Drive(app, _scenes(gallery, meeting, ids.meeting_id)).run()
        return write_papers(opened, out / "papers")
    finally:
        stage.close()
        opened.close()


def _scenes(gallery: Gallery, meeting: ScriptedMeeting, meeting_id: str) -> Iterator[None]:
    stage = gallery.stage
    yield from issue_all(stage.opened, meeting_id)
    yield from gallery.office(gallery.looks[0], further=False)
    stage.meeting_id = meeting_id
    yield from gallery.meeting(meeting)
    yield from issue_all(stage.opened, meeting_id)
