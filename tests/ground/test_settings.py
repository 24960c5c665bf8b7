"""Settings: declared once, written whole, never in the way of a meeting."""

import json
import os
import tempfile
import threading
from pathlib import Path

import pytest

from meeting_app import settings
from meeting_app.settings import Profile, Settings, SettingsNotSavedError


def test_a_new_profile_has_the_defaults_and_writes_nothing(profile_folder: Path) -> None:
    profile = Profile(profile_folder)
    assert {one.key: profile.settings.get(one) for one in settings.ALL} == {
        one.key: one.default for one in settings.ALL
    }
    assert not profile_folder.exists()


def test_what_is_put_is_there_after_a_restart(profile_folder: Path) -> None:
    first = Profile(profile_folder).settings
    first.put(settings.TEXT_SCALE, "huge")
    first.put(settings.BELLS, False)
    first.put(settings.OPERATOR, "王兰")
    again = Profile(profile_folder).settings
    assert (again.get(settings.TEXT_SCALE), again.scale_percent()) == ("huge", 150)
    assert again.get(settings.BELLS) is False
    assert again.get(settings.OPERATOR) == "王兰"
    assert [file.name for file in profile_folder.iterdir()] == [settings.FILE_NAME]


def test_keys_of_a_newer_version_are_kept(profile_folder: Path) -> None:
    profile_folder.mkdir()
    file = profile_folder / settings.FILE_NAME
    file.write_text('{"from_tomorrow": [1, 2], "theme": "dark"}', "utf-8")
    kept = Settings(file)
    kept.put(settings.LANGUAGE, "en")
    assert json.loads(file.read_text("utf-8")) == {
        "from_tomorrow": [1, 2],
        "language": "en",
        "theme": "dark",
    }


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe\x00", b'{"theme": "dark"'])
def test_a_damaged_file_gives_the_defaults_and_is_kept(profile_folder: Path, content: bytes) -> None:
    profile_folder.mkdir()
    file = profile_folder / settings.FILE_NAME
    file.write_bytes(content)
    mended = Settings(file)
    assert mended.was_damaged
    assert mended.get(settings.THEME) == "light"
    assert (profile_folder / settings.DAMAGED_NAME).read_bytes() == content
    mended.put(settings.THEME, "dark")
    assert Settings(file).get(settings.THEME) == "dark"


def test_a_value_of_the_wrong_kind_counts_as_the_default(profile_folder: Path) -> None:
    profile_folder.mkdir()
    file = profile_folder / settings.FILE_NAME
    file.write_text('{"theme": "pink", "bells": 1, "recent_communities": ["a", 2]}', "utf-8")
    values = Settings(file)
    assert values.get(settings.THEME) == "light"
    assert values.get(settings.BELLS) is True
    assert values.get(settings.RECENT_COMMUNITIES) == ()


def test_a_value_that_is_not_accepted_is_refused(profile_folder: Path) -> None:
    with pytest.raises(ValueError, match="theme does not accept 'pink'"):
        Profile(profile_folder).settings.put(settings.THEME, "pink")


def test_a_folder_that_cannot_be_written_is_said_and_the_value_holds(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    values = Profile(tmp_path / "file" / "below").settings
    with pytest.raises(SettingsNotSavedError):
        values.put(settings.THEME, "dark")
    assert values.get(settings.THEME) == "dark"


def test_an_interrupted_write_leaves_the_old_file(
    profile_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = Profile(profile_folder).settings
    values.put(settings.THEME, "dark")

    def no_power(_descriptor: int) -> None:
        raise OSError("power cut")

    monkeypatch.setattr(os, "fsync", no_power)
    with pytest.raises(SettingsNotSavedError):
        values.put(settings.THEME, "contrast")
    assert Profile(profile_folder).settings.get(settings.THEME) == "dark"


def test_recent_communities_have_no_doubles_and_the_last_one_first(profile_folder: Path) -> None:
    values = Profile(profile_folder).settings
    for name in [*"abcdefghij", "h"]:
        values.remember_community(name)
    assert values.get(settings.RECENT_COMMUNITIES) == ("h", "j", "i", "g", "f", "e", "d", "c")
    assert values.get(settings.LAST_COMMUNITY) == "h"
    assert Profile(profile_folder).settings.get(settings.RECENT_COMMUNITIES)[0] == "h"


def test_two_threads_do_not_lose_each_other_s_values(profile_folder: Path) -> None:
    values = Profile(profile_folder).settings
    keys = (settings.OPERATOR, settings.PRINTER)

    def write(setting: settings.Setting[str]) -> None:
        for number in range(20):
            values.put(setting, str(number))

    threads = [threading.Thread(target=write, args=(key,)) for key in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    again = Profile(profile_folder).settings
    assert [again.get(key) for key in keys] == ["19", "19"]


def test_keys_are_declared_once() -> None:
    keys = [one.key for one in settings.ALL]
    assert len(keys) == len(set(keys))
    assert all(one.accepts(one.default) for one in settings.ALL)


def test_the_platform_s_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert Profile().folder == tmp_path / "meeting-app"
    place = Profile(tmp_path / "mine").path("logs", "today.log")
    assert place == tmp_path / "mine" / "logs" / "today.log"
    assert place.parent.is_dir()


def test_a_user_without_a_home_has_a_place_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> Path:
        raise RuntimeError("Could not determine home directory.")

    assert settings.home() == Path.home()
    monkeypatch.setattr(Path, "home", unknown)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert Path(tempfile.gettempdir()) in settings.default_folder().parents
