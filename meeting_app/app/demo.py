"""`meeting-app demo`: a whole scripted meeting through the windows' own actions, with its papers and
pictures.

The meeting is played and pictured here, and a second process pictures what does not depend on it, in copies
of the community: the file that is handed out holds the meeting and nothing else.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from meeting_app import i18n, settings
from meeting_app.actions.communities import Opened, copy_community, open_community
from meeting_app.actions.demonstration import demonstration_ids
from meeting_app.app import doors, windows
from meeting_app.app.beside import Beside
from meeting_app.app.drive import Drive
from meeting_app.app.gallery import Gallery
from meeting_app.app.papers_out import issue_all, write_papers
from meeting_app.app.pictures import told
from meeting_app.app.shares import Part, Share, plain
from meeting_app.app.sittings import application, sit
from meeting_app.app.stage import FILE_NAME, Stage
from meeting_app.cli.arguments import Chosen
from meeting_app.cli.meeting_time import MeetingTime
from meeting_app.cli.script import ANCHOR, MORNING_MS, ScriptedMeeting
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.settings import Settings


def run(chosen: Chosen) -> int:
    """Play the meeting and say where everything is. Answers the exit code."""
    assert chosen.out is not None
    said = chosen.language or i18n.system_language()
    try:
        chosen.out.mkdir(parents=True, exist_ok=True)
        clear(chosen.out / "pictures")
        with TemporaryDirectory() as spare, Beside() as second:
            app = application()
            windows.speak(app, said)
            played = _Demonstration(app, chosen.out, Path(spare), second)
            papers = played.play()
            sit(app, played.share(Part.STORIES))
            second.finish()
    except OSError as error:
        return told(said, chosen.out, error)
    except Refusal as refusal:
        return told(said, chosen.out, refusal)
    _say(chosen.out, papers)
    return 0


def clear(pictures: Path) -> None:
    """Take away the pictures of an earlier run, whose names may be others; nothing else in the folder."""
    for side in ("console", "projector"):
        for old in (pictures / side).glob("*/*.png"):
            old.unlink()


def _say(out: Path, papers: int) -> None:
    taken = sum(1 for _place in (out / "pictures").rglob("*.png"))
    lines = (
        _("The community: {file}").format(file=out / FILE_NAME),
        _("{n} papers: {folder}").format(n=papers, folder=out / "papers"),
        _("{n} pictures: {folder}").format(n=taken, folder=out / "pictures"),
    )
    sys.stdout.write("\n".join(lines) + "\n")


@dataclass(frozen=True, slots=True)
class _Demonstration:
    """One run: `spare` is a folder for copies and the throw-away profile."""

    app: QApplication
    out: Path
    spare: Path
    second: Beside

    def play(self) -> int:
        """Make the community, play its meeting with a picture at each step that is worth one, write the
        papers. Answers how many.
        """
        file = self.out / FILE_NAME
        doors.remove(file)
        time = MeetingTime(MORNING_MS)
        doors.plant(file, ANCHOR, time)
        self.second.order(self.share(Part.ROLE_PLAY))
        opened = open_community(file, "demo", time)
        stage = Stage(self.app, opened, Settings(self.spare / settings.FILE_NAME))
        try:
            Drive(self.app, self._scenes(stage, opened, time)).run()
            return write_papers(opened, self.out / "papers")
        finally:
            stage.close()
            opened.close()

    def share(self, part: Part) -> Share:
        """A part of the community, to be pictured as it stands now."""
        look, hall = plain(i18n.language())
        copy = self.spare / f"{part}.yst"
        copy_community(self.out / FILE_NAME, copy)
        return Share(copy, self.out / "pictures", look, (hall,), (part,))

    def _scenes(self, stage: Stage, opened: Opened, time: MeetingTime) -> Iterator[None]:
        look, hall = plain(i18n.language())
        ids = demonstration_ids()
        yield from issue_all(opened, ids.meeting_id)
        self.second.order(self.share(Part.OFFICE))
        stage.meeting_id = ids.meeting_id
        meeting = ScriptedMeeting(opened.desk, opened.records, ids, time)
        yield from Gallery(stage, self.out / "pictures", look, (hall,)).meeting(meeting)
        yield from issue_all(opened, ids.meeting_id)
