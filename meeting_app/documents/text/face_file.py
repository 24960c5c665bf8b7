"""A face of the shipped fonts as ReportLab wants it, in a third of the memory.

ReportLab reads a font whole, copies all its outlines whenever a few of them are embedded, and keeps tables
that only text shaping needs. Seven faces of Chinese so took 75 MB and a tenth of a paper's time. Here the
file is mapped: what is never printed is never read.
"""

import mmap
from pathlib import Path
from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase import ttfonts

_OUTLINES = "glyf"


class _Mapped:
    """A file that is read by being mapped."""

    def __init__(self, file: Path) -> None:
        self._file, self.name = file, str(file)

    def read(self) -> mmap.mmap:
        """ReportLab: all bytes."""
        with self._file.open("rb") as opened:
            return mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)


class _Part:
    """A table of the file of which only slices are taken."""

    def __init__(self, data: Any, start: int) -> None:
        self._data, self._start = data, start

    def __getitem__(self, place: slice) -> bytes:
        part: bytes = self._data[self._start + place.start : self._start + place.stop]
        return part


class _Face(ttfonts.TTFontFace):
    """ReportLab's face that leaves the outlines where they are."""

    def getCharWidth(self, code: int) -> bytes:  # noqa: N802 - ReportLab calls it so
        """ReportLab: the advance for the table of widths, written as it will stand there."""
        face: Any = self
        advance = face.charWidths.get(code, face.defaultWidth)
        return b"%d" % advance if advance == int(advance) else fp_str(advance).encode()

    def get_table(self, tag: str) -> Any:
        """ReportLab: the bytes of a table."""
        face: Any = self
        start, length = face.get_table_pos(tag)
        if tag == _OUTLINES:
            return _Part(face._ttf_data, start)
        return face._ttf_data[start : start + length]


def opened(name: str, file: Path) -> ttfonts.TTFont:
    """The face of this PostScript name."""
    font = ttfonts.TTFont(name, _Mapped(file), asciiReadable=0, shapable=False)
    face: Any = font.face
    face.__class__ = _Face
    face.glyphToChar = {}  # only shaping asks for it
    alike: dict[Any, Any] = {}
    face.hmetrics = [alike.setdefault(pair, pair) for pair in face.hmetrics]
    return font
