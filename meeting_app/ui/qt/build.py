"""Refuses the one build of PySide6 that is known to abort in the middle of a meeting.

6.12.0 gives back one reference of None too many in each call that answers nothing. On Python 3.10 and 3.11
None is counted like every other object, so after some thousand calls the process dies. Later Pythons do not
count it. The lock and the wheel pin another build; this guards installations that were made by hand.
"""

import sys

import PySide6

from meeting_app.i18n import _

BAD_BUILD = "6.12.0"
SAFE_PYTHON = (3, 12)


class BadBuildError(Exception):
    """The program must not start with this build of Qt for Python; the text says what to do."""


def refuse_bad_build(
    build: str = PySide6.__version__, python: tuple[int, int] = (sys.version_info[0], sys.version_info[1])
) -> None:
    """Called before the first window; raises BadBuildError with a sentence for the user."""
    if build == BAD_BUILD and python < SAFE_PYTHON:
        raise BadBuildError(
            _(
                "Qt for Python {build} breaks down after some minutes on this Python. Nothing was opened. "
                "Install PySide6-Essentials 6.11.3 and start again."
            ).format(build=build)
        )
