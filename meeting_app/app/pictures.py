"""`meeting-app pictures`: every screen, state, slide and paper into one folder, to be looked through in a
minute.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from meeting_app import i18n
from meeting_app.actions.communities import copy_community
from meeting_app.app import doors
from meeting_app.app.beside import Beside
from meeting_app.app.shares import HALLS, LOOKS, Look, Part, Share
from meeting_app.app.sittings import application, sit
from meeting_app.app.stage import FILE_NAME
from meeting_app.cli.arguments import Chosen
from meeting_app.cli.meeting_time import MeetingTime
from meeting_app.cli.script import ANCHOR, MORNING_MS
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.wording import files, refusals


def _share(original: Path, look: Look, out: Path) -> Share:
    """Each look plays the meeting in a copy of its own; the first also shows the hall and the papers."""
    file = original.with_name(f"{look.name}.yst")
    copy_community(original, file)
    first = look is LOOKS[0]
    return Share(file, out, look, HALLS if first else (), tuple(Part), papers=first)


def _take(out: Path) -> None:
    """Two processes take the looks in turns."""
    with TemporaryDirectory() as folder, Beside() as second:
        app = application()
        original = Path(folder) / FILE_NAME
        doors.plant(original, ANCHOR, MeetingTime(MORNING_MS))
        for look in LOOKS[1::2]:
            second.order(_share(original, look, out))
        for look in LOOKS[::2]:
            sit(app, _share(original, look, out))
        second.finish()


def run(chosen: Chosen) -> int:
    """Make all pictures. Answers the exit code."""
    assert chosen.out is not None
    said = chosen.language or i18n.system_language()
    try:
        chosen.out.mkdir(parents=True, exist_ok=True)
        _take(chosen.out)
    except OSError as error:
        return told(said, chosen.out, error)
    except Refusal as refusal:
        return told(said, chosen.out, refusal)
    return 0


def told(language: str, out: Path, fault: OSError | Refusal) -> int:
    """Say in the reader's language why there are no pictures; answers the exit code."""
    i18n.set_language(language)
    if isinstance(fault, Refusal):
        sentence = refusals.sentence(fault)
    else:
        sentence = _("Nothing can be written in {place}: {why}").format(place=out, why=files.why(fault))
    sys.stderr.write(sentence + "\n")
    return 1
