"""`meeting-app demo`: a whole scripted meeting through the windows' own actions, with its papers and pictures."""

import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from meeting_app.cli.arguments import Chosen

# The Saturday of the demonstration's meeting; the owners' meeting of building 3 follows a week later.
ANCHOR: Final = date(2026, 11, 21)
FILE_NAME: Final = "晨光社区.yst"


def quiet_platform() -> None:
    """Without a display the pictures are made offscreen."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def run(chosen: Chosen) -> int:
    """Play the meeting and say where everything is. Answers the exit code."""
    quiet_platform()
    from meeting_app import i18n, settings
    from meeting_app.app import windows
    from meeting_app.domain.refusal import Refusal
    from meeting_app.wording import refusals

    assert chosen.out is not None
    app = windows.new_application()
    with TemporaryDirectory() as profile:
        kept = settings.Settings(Path(profile) / settings.FILE_NAME)
        windows.speak(app, chosen.language or i18n.system_language())
        windows.dress(app, kept)
        try:
            chosen.out.mkdir(parents=True, exist_ok=True)
            play(app, kept, chosen.out, chosen.language or i18n.system_language())
        except OSError as error:
            print(f"{chosen.out}: {error}", file=sys.stderr)
            return 1
        except Refusal as refusal:
            print(refusals.sentence(refusal), file=sys.stderr)
            return 1
    return 0
