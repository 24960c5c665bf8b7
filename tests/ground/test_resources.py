"""The product's own files are found, and a missing one is named."""

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
