"""The second process that takes pictures: what goes wrong in it ends the command with a sentence."""

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from meeting_app.app.beside import Beside
from meeting_app.app.demo import clear
from meeting_app.app.shares import LOOKS, Part, Share
from meeting_app.domain.refusal import Refusal
from meeting_app.ui.qt.quick_png import write_png


def a_share(file: Path, out: Path) -> Share:
    return Share(file, out, LOOKS[0], (), (Part.OFFICE,))


def test_a_fault_is_raised_here_and_its_end_is_told(tmp_path: Path) -> None:
    """A file that is no community; then the process is gone with an order open."""
    wrong = tmp_path / "wrong.yst"
    wrong.write_text("this is no community")
    with Beside() as second:
        second.order(a_share(wrong, tmp_path))
        with pytest.raises(Refusal) as refused:
            second.finish()
        assert refused.value.code == "not_a_community"
        os.kill(second.pid, signal.SIGTERM)
        second.order(a_share(wrong, tmp_path))
        with pytest.raises(Refusal) as refused:
            second.finish()
        assert refused.value.code == "picture_taker_ended"


def test_a_picture_is_read_back_as_it_was(tmp_path: Path) -> None:
    drawn = QImage(61, 7, QImage.Format.Format_RGB32)  # lines that Qt pads
    drawn.fill(QColor("#b3261e"))
    drawn.setPixelColor(60, 6, QColor("#0a7f5a"))
    write_png(drawn, tmp_path / "drawn.png")
    assert QImage(str(tmp_path / "drawn.png")) == drawn


def test_pictures_of_an_earlier_run_go_and_nothing_else(tmp_path: Path) -> None:
    old, own = tmp_path / "console" / "zh" / "live_old.png", tmp_path / "console" / "zh" / "mine.txt"
    old.parent.mkdir(parents=True)
    for file in (old, own, tmp_path / "mine.png"):
        file.touch()
    clear(tmp_path)
    assert (old.exists(), own.exists(), (tmp_path / "mine.png").exists()) == (False, True, True)
