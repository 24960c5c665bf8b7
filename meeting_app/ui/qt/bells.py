"""Bells: one soft stroke as a warning, two when the time is up; always seen, heard unless turned off
(decisions.md 31).

The strokes are computed, so nothing has to be shipped and no library for sound is needed: `winsound` plays
them on Windows, else the first of pw-play, paplay and aplay that is there and can.
"""

import math
import shutil
import struct
import sys
import wave
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTemporaryDir, Signal, Slot

PLAYERS: Final = ("pw-play", "paplay", "aplay")
RATE: Final = 16_000
STROKE_S: Final = 1.1
APART_S: Final = 0.45
# The largest sample of a stroke is about 0.8; two that overlap stay below the end of the scale.
LEVELS: Final = {"soft": 7_000, "usual": 20_000, "loud": 32_000}
# Partials of a small bell: frequency in Hz, loudness, how fast it fades.
PARTIALS: Final = ((660.0, 0.50, 3.2), (1320.0, 0.22, 4.5), (1980.0, 0.10, 6.5), (2772.0, 0.05, 9.0))


def _partial(pitch: float, loud: float, fade: float, samples: int) -> list[float]:
    """A fading tone by recurrence, which costs a tenth of asking `sin` for each sample."""
    turn, shrink = 2 * math.pi * pitch / RATE, math.exp(-fade / RATE)
    near, far = 2 * shrink * math.cos(turn), shrink * shrink
    before, now = 0.0, loud * shrink * math.sin(turn)
    values = [0.0, now]
    for _place in range(samples - 2):
        before, now = now, near * now - far * before
        values.append(now)
    return values


@cache
def _stroke() -> tuple[float, ...]:
    """One stroke as samples between -1 and 1."""
    samples = round(STROKE_S * RATE)
    return tuple(map(sum, zip(*(_partial(*partial, samples) for partial in PARTIALS), strict=True)))


@cache
def strokes(count: int, volume: str = "usual") -> bytes:
    """A WAV file of one or two strokes, at one of the loudnesses of `LEVELS`."""
    stroke, apart = _stroke(), round(APART_S * RATE)
    mixed = [0.0] * (len(stroke) + apart * (count - 1))
    for turn in range(count):
        for place, value in enumerate(stroke, start=turn * apart):
            mixed[place] += value
    file = BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        levels = (max(-32_767, min(32_767, round(LEVELS[volume] * value))) for value in mixed)
        sound.writeframes(struct.pack(f"<{len(mixed)}h", *levels))
    return file.getvalue()


class _Player(QProcess):
    """Plays one file with the first player that can: one may be installed whose sound server does not run.

    Signals: unheard when none could.
    """

    unheard = Signal()

    def __init__(self, players: list[str], file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._players, self._sound = players, str(file)
        self.setStandardOutputFile(QProcess.nullDevice())
        self.setStandardErrorFile(QProcess.nullDevice())
        self.finished.connect(self._ended)
        self.errorOccurred.connect(self._failed)

    def begin(self) -> None:
        """With the first player, then with the next."""
        if self._players:
            self.start(self._players.pop(0), [self._sound])
        else:
            self.unheard.emit()
            self.deleteLater()

    @Slot(int, QProcess.ExitStatus)
    def _ended(self, code: int, _how: QProcess.ExitStatus) -> None:
        if code:
            self.begin()
        else:
            self.deleteLater()

    @Slot(QProcess.ProcessError)
    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:  # then it does not end either
            self.begin()


class Bells(QObject):
    """Rings. `audible` and `volume` are asked each time, so that the settings hold at once.

    Signals: rang(count) for the visible bell, always; unheard when no sound came out of this computer.
    """

    rang = Signal(int)
    unheard = Signal()

    def __init__(
        self,
        audible: Callable[[], bool],
        parent: QObject | None = None,
        volume: Callable[[], str] = lambda: "usual",
    ) -> None:
        super().__init__(parent)
        self._audible, self._volume = audible, volume
        self._folder: QTemporaryDir | None = None

    def ring(self, count: int) -> None:
        """One stroke or two."""
        self.rang.emit(count)
        if self._audible():
            self._play(self._file(count))

    def _file(self, count: int) -> Path:
        if self._folder is None:
            self._folder = QTemporaryDir()
        volume = self._volume()
        file = Path(self._folder.filePath(f"bell-{count}-{volume}.wav"))
        if not file.exists():
            file.write_bytes(strokes(count, volume))
        return file

    def _play(self, file: Path) -> None:
        if sys.platform == "win32":
            import winsound

            try:
                winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC)
            except RuntimeError:  # what it raises without a device
                self.unheard.emit()
            return
        player = _Player([found for name in PLAYERS if (found := shutil.which(name))], file, self)
        player.unheard.connect(self.unheard)
        player.begin()
