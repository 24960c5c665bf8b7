"""The wheel carries the product's own files and the compiled words."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.sources import ROOT


@pytest.mark.full
def test_a_wheel_has_everything_that_a_running_program_needs(tmp_path: Path) -> None:
    """Long, because the build fetches its own tools."""
    command = [
        sys.executable,
        "-m",
        "uv",
        "build",
        "--wheel",
        "--out-dir",
        str(tmp_path),
        str(ROOT),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "Failed to fetch" in done.stderr or "dns error" in done.stderr:
        pytest.skip(f"no package registry is reachable: {done.stderr[:200]}")
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "meeting_app/_resources/locale/zh_CN/LC_MESSAGES/meeting_app.mo" in names
    assert any(name.startswith("meeting_app/_resources/fonts/") for name in names)
    assert not any(
        name.startswith(("tests/", "packaging/", "meeting_app/_resources/screenshots/")) for name in names
    )
