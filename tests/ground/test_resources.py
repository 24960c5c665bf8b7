"""The product's own files are found, and a missing one is named."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from meeting_app import resources


def test_a_source_checkout_has_its_files_beside_the_package() -> None:
    assert resources.in_source_checkout()
    assert resources.path("locale", "zh_CN").is_dir()


def test_a_missing_file_is_named() -> None:
    with pytest.raises(resources.ResourceMissingError, match=r"fonts/Nowhere\.otf"):
        resources.path("fonts", "Nowhere.otf")


def test_a_wheel_carries_them_inside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "meeting_app"
    (package / "_resources").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", package)
    resources.root.cache_clear()
    try:
        assert resources.root() == package / "_resources"
        assert not resources.in_source_checkout()
        (package / "_resources").rmdir()
        resources.root.cache_clear()
        with pytest.raises(resources.ResourceMissingError, match="incomplete"):
            resources.root()
    finally:
        resources.root.cache_clear()


@pytest.mark.parametrize(
    ("part", "language", "told"),
    [
        ("fonts", "en", "incomplete, so the program cannot start (fonts is missing"),
        ("theme.json", "zh_CN", "安装不完整"),
        ("locale", "zh_CN", "incomplete, so the program cannot start"),
    ],
)
def test_a_damaged_installation_says_so_and_what_to_do(
    part: str, language: str, told: str, tmp_path: Path
) -> None:
    package = Path(resources.__file__).parent
    shipped = tmp_path / "resources"
    shipped.mkdir()
    for one in resources.root().iterdir():
        if one.name != part:
            (shipped / one.name).symlink_to(one)
    shutil.copytree(package, tmp_path / "meeting_app", ignore=shutil.ignore_patterns("__pycache__"))
    done = subprocess.run(
        [sys.executable, "-m", "meeting_app", "--language", language, "open"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr
