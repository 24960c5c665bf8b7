"""The demonstration as somebody starts it: a program of its own, and everything that it promises is there."""

import importlib
import inspect
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from meeting_app import queries
from meeting_app.app.stage import FILE_NAME, PAGE
from tests.documents import tools


def pages() -> set[str]:
    """Every page of the hall that the product knows."""
    return {
        name
        for module in pkgutil.iter_modules(queries.__path__, f"{queries.__name__}.")
        if "slides_types" in module.name
        for name, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass)
        if name.endswith("Slide") and kind.__module__ == module.name
    }


def pictured(out: Path) -> set[str]:
    """The pages that have a picture, by what the pictures themselves say."""
    return {QImage(str(picture)).text(PAGE) for picture in out.glob("pictures/projector/*/*.png")}


@pytest.mark.full
def test_the_whole_demonstration_pictures_every_page_and_its_papers_are_clean(tmp_path: Path) -> None:
    order = [sys.executable, "-m", "meeting_app", "--language", "zh_CN", "demo", "--out", str(tmp_path)]
    done = subprocess.run(order, check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / FILE_NAME).is_file()
    assert pages() - pictured(tmp_path) == set()
    papers = sorted(tmp_path.glob("papers/**/*.pdf"))
    assert papers
    assert [file.name for file in papers if not tools.qpdf_program_says_clean(file.read_bytes())] == []
