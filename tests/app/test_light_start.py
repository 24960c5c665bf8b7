"""What the first screen does not need is not loaded for it: it would stand between the person and the day."""

import os
import subprocess
import sys
from pathlib import Path

STARTED = """
import sys
from meeting_app.app import stamp, windows
from meeting_app.cli import arguments
stamp.usable = lambda: (print(*sys.modules), sys.stdout.flush(), __import__("os")._exit(0))
windows.run(arguments.read(sys.argv[1:]))
"""
HEAVY = (
    "PIL", "alembic", "meeting_app.domain.roleplay", "meeting_app.domain.tally", "meeting_app.scenarios",
    "meeting_app.storage.tables.roleplay", "meeting_app.storage.tables.voting", "meeting_app.ui.slides",
    "openpyxl", "reportlab", "yaml",
)  # fmt: skip


def test_the_day_is_shown_without_what_meetings_plays_and_papers_need(
    community: Path, tmp_path: Path
) -> None:
    words = ["--profile", str(tmp_path / "profile"), "open", str(community)]
    done = subprocess.run(
        [sys.executable, "-c", STARTED, *words],
        capture_output=True,
        check=True,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    loaded = set(done.stdout.decode().split())
    assert "meeting_app.ui.console.office.today" in loaded
    assert sorted(loaded & set(HEAVY)) == []
