"""The bells' settings act at once, are heard as a test, and hold for the clocks of the meeting."""

import wave
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from meeting_app import settings
from meeting_app.domain.clock import Clock, Instant
from meeting_app.settings import Setting, Settings
from meeting_app.ui.console.live.bells import BellWatch
from meeting_app.ui.console.office.bell_settings import BellSettings
from meeting_app.ui.qt import theme
from meeting_app.ui.qt.bells import LEVELS, strokes


@pytest.fixture
def kept(tmp_path: Path) -> Settings:
    """The settings of a laptop that makes no sound in tests."""
    made = Settings(tmp_path / "settings.json")
    made.put(settings.BELLS, False)
    return made


def at(ms: int) -> Instant:
    """An instant of one boot."""
    return Instant(ms, ms, "boot")


@pytest.mark.parametrize(
    ("warning", "limit_s", "heard"),
    [
        (0, 180, [0, 0, 0, 2]),
        (60, 180, [0, 1, 0, 2]),
        (60, 60, [0, 0, 0, 2]),  # a turn that is not longer than the warning has none
        (15, 180, [0, 0, 1, 2]),
    ],
)
def test_the_first_bell_rings_when_it_was_asked_for(
    kept: Settings, warning: int, limit_s: int, heard: list[int]
) -> None:
    kept.put(settings.BELL_WARNING_S, warning)
    owner = QObject()
    watch, clock = BellWatch(kept, owner), Clock(limit_s * 1000, 0, at(0))
    moments = [clock.limit_ms - left for left in (61_000, 50_000, 10_000, 0)]
    watch.watch("a", clock, at(max(0, moments[0] - 1000)))
    assert [watch.watch("a", clock, at(max(0, moment))) for moment in moments] == heard
    owner.deleteLater()


def test_the_settings_act_at_once_and_the_test_is_heard(
    qapp: QApplication, qtbot: QtBot, kept: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.apply(qapp)

    def keep(setting: Setting[Any], value: object) -> bool:
        kept.put(setting, value)
        return True

    page = BellSettings(kept, keep)
    qtbot.addWidget(page)
    rung: list[int] = []
    page.bells.rang.connect(rung.append)
    monkeypatch.setattr(page.bells, "_play", lambda _file: None)  # no sound in tests
    page.show()
    qtbot.waitExposed(page)
    QTest.keyClick(page.warning, Qt.Key.Key_Down)
    assert kept.get(settings.BELL_WARNING_S) == 60
    QTest.keyClick(page.volume, Qt.Key.Key_Down)
    assert kept.get(settings.BELL_VOLUME) == "loud"
    assert rung == [2]
    page.audible.click()
    assert kept.get(settings.BELLS)
    page.test.click()
    assert rung == [2, 2]


def test_loud_is_louder_than_soft_and_never_clipped() -> None:
    loudest = {}
    for volume in LEVELS:
        with wave.open(BytesIO(strokes(2, volume))) as sound:
            samples = memoryview(sound.readframes(sound.getnframes())).cast("h")
        loudest[volume] = max(abs(sample) for sample in samples)
    assert loudest["soft"] < loudest["usual"] < loudest["loud"] < 32_767
