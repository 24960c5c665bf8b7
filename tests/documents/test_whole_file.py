"""A file handed out is whole, or what was there before is still there."""

import subprocess
import sys
from pathlib import Path

import pytest

from meeting_app.documents.whole_file import write_whole

CUT_SHORT = """
import resource, signal, sys
from pathlib import Path
from meeting_app.documents.whole_file import write_whole
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_whole(Path(sys.argv[1]), b"new" * 1000)
except OSError:
    sys.exit(3)
"""


def test_a_new_file_and_one_over_an_older(tmp_path: Path) -> None:
    file = tmp_path / "通知.pdf"
    write_whole(file, b"first")
    write_whole(file, b"second")
    assert file.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [file]


def test_no_room_left_keeps_the_older_file(tmp_path: Path) -> None:
    pytest.importorskip("resource")
    file = tmp_path / "minutes.pdf"
    file.write_bytes(b"older")
    done = subprocess.run([sys.executable, "-c", CUT_SHORT, str(file)], check=False, timeout=60)
    assert done.returncode == 3
    assert file.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [file]


def test_a_place_that_cannot_take_it_is_told_and_left_clean(tmp_path: Path) -> None:
    place = tmp_path / "a folder"
    place.mkdir()
    (place / "in it").write_bytes(b"kept")
    with pytest.raises(OSError):
        write_whole(place, b"x")
    with pytest.raises(OSError):
        write_whole(tmp_path / "nowhere" / "x.pdf", b"x")
    assert [one.name for one in tmp_path.iterdir()] == ["a folder"]
