"""The shipped faces and which of them prints a character.

Faces are loaded when first needed (30 to 100 ms each) and kept for the life of the process. Every voice has
a chain of faces; each character is printed by the first face of the chain that has it. A character that no
face has is never printed as a box: `require_printable` refuses the paper before anything is drawn.
"""

import dataclasses
import threading
from collections.abc import Callable
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from meeting_app import resources
from meeting_app.documents.text import tounicode
from meeting_app.documents.text.clean import clean
from meeting_app.documents.text.face_file import opened
from meeting_app.domain.refusal import Refusal

_LOCK = threading.Lock()
_loaded: dict[str, TTFont] = {}

# PostScript name (as in fonts.json) and file.
_FILES = {
    "YishitingFang-Regular": "YishitingFang-Regular.ttf",
    "YishitingKai-Regular": "YishitingKai-Regular.ttf",
    "YishitingSerif-Regular": "YishitingSerif-Regular.ttf",
    "YishitingSerif-Bold": "YishitingSerif-Bold.ttf",
    "YishitingSans-Regular": "YishitingSans-Regular.ttf",
    "YishitingSans-Bold": "YishitingSans-Bold.ttf",
    "YishitingRare-Regular": "YishitingRare-Regular.ttf",
}
_LAST = ("YishitingSerif-Regular", "YishitingSans-Regular", "YishitingRare-Regular")


class Voice(Enum):
    """What a text is set in; the value is the chain of faces."""

    FANG = ("YishitingFang-Regular", "YishitingKai-Regular", *_LAST)
    KAI = ("YishitingKai-Regular", *_LAST)
    SERIF = _LAST
    TITLE = ("YishitingSerif-Bold", *_LAST)
    SANS = ("YishitingSans-Regular", "YishitingRare-Regular", "YishitingSerif-Regular")
    BOLD = ("YishitingSans-Bold", "YishitingSans-Regular", "YishitingRare-Regular")

    @property
    def first(self) -> str:
        """PostScript name of the face that prints nearly everything."""
        return str(self.value[0])


class _Chain:
    """Looks up characters in a chain of faces and remembers the answers: the face by `fonts`, the advance in
    em by `advances`.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = tuple(name for name in names if _is_shipped(name))
        self.fonts: dict[str, str] = {}
        self.advances: dict[str, float] = {}

    def look(self, sign: str) -> bool:
        """Whether a face of the chain has the character; the answers then know it."""
        if sign in self.fonts:
            return True
        code = ord(sign)
        for name in self._names:
            face = load(name).face
            if code in face.charToGlyph:
                self.advances[sign] = face.charWidths.get(code, face.defaultWidth) / 1000
                self.fonts[sign] = name
                return True
        return False


def load(name: str) -> TTFont:
    """The face of this PostScript name, registered with ReportLab when first asked for."""
    font = _loaded.get(name)
    if font is not None:
        return font
    with _LOCK:
        if name not in _loaded:
            tounicode.install()
            font = opened(name, resources.path("fonts", _FILES[name]))
            pdfmetrics.registerFont(font)
            _loaded[name] = font
        return _loaded[name]


def _is_shipped(name: str) -> bool:
    """Whether the face is there; the FangSong is a work of its own licence and may be left out."""
    return (resources.root() / "fonts" / _FILES[name]).exists()


@cache
def chain(voice: Voice) -> _Chain:
    """The look-up of one voice."""
    return _Chain(voice.value)


def preload() -> None:
    """Loads what nearly every paper uses; meant for a worker thread at start, so that the first print is
    quick.
    """
    for name in (
        "YishitingFang-Regular",
        "YishitingSans-Bold",
        "YishitingSerif-Bold",
        "YishitingSans-Regular",
    ):
        if _is_shipped(name):
            load(name)


def look_up(voice: Voice, text: str) -> tuple[list[str], list[float]]:
    """Face and advance in em of every character of a cleaned text; refuses what no face has."""
    table = chain(voice)
    try:
        return [*map(table.fonts.__getitem__, text)], [*map(table.advances.__getitem__, text)]
    except KeyError:
        missing = {sign for sign in set(text) if not table.look(sign)}
    if missing:
        raise _refusal(missing)
    return look_up(voice, text)


def advance(voice: Voice, text: str) -> float:
    """The width of a cleaned text in em; refuses what no face has."""
    return sum(look_up(voice, text)[1])


def require_printable(paper: object) -> None:
    """Refuses a paper with a character that cannot be printed, naming all of them at once.

    `paper` is a frozen dataclass; every text in it, however deep, is looked at.
    """
    signs = set(clean("\n".join(_texts(paper)))) - {"\n", "\u2060"}
    table = chain(Voice.SERIF)
    missing = {sign for sign in signs if not table.look(sign)}
    if missing:
        raise _refusal(missing)


def _refusal(signs: set[str]) -> Refusal:
    ordered = sorted(signs)
    codes = " ".join(f"U+{ord(sign):04X}" for sign in ordered)
    shown = "".join(sign for sign in ordered if sign.isprintable())
    return Refusal("no_glyph", characters=shown or codes, codes=codes)


def _texts(paper: object) -> list[str]:
    """All texts inside nested dataclasses and tuples."""
    found: list[str] = []
    waiting: list[Any] = [paper]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, tuple):
            waiting += value
        else:
            kind = type(value)
            read = _readers.get(kind) or _readers.setdefault(kind, _reader(kind))
            waiting += read(value)
    return found


Reader = Callable[[Any], tuple[Any, ...]]
_readers: dict[type, Reader] = {}


def _reader(kind: type[Any]) -> Reader:
    """What reads the fields of a dataclass, at once; nothing of everything else."""
    names = [field.name for field in dataclasses.fields(kind)] if dataclasses.is_dataclass(kind) else []
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)
