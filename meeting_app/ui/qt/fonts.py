"""The shipped faces, registered at start and asserted: a face that does not resolve is an error, never a box.

Qt substitutes another face in silence when a family is missing; on a hall's screen that means boxes or a
Japanese variant. So each family is registered by its file and asked back, and a character is looked up.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont

from meeting_app import resources

SANS: Final = "Yishiting Sans"
SERIF: Final = "Yishiting Serif"
DIGITS: Final = "Yishiting Digits"
RARE: Final = "Yishiting Rare"
# Paper has faces of its own (Kai, Fang); the windows do not pay for them.
SCREEN_FAMILIES: Final = (SANS, SERIF, DIGITS, RARE)
# What each family must be able to show.
PROBES: Final[Mapping[str, str]] = {SANS: "\u8bae", SERIF: "\u5385", DIGITS: "0", RARE: "\u3400"}


class FaceMissingError(resources.ResourceMissingError):
    """A shipped face did not resolve: the installation is damaged."""


@dataclass(frozen=True, slots=True)
class Face:
    """One file of a family."""

    file: str
    family: str
    weight: int


@cache
def faces() -> tuple[Face, ...]:
    """The faces that the windows use, as the list of the shipped fonts names them."""
    listed = json.loads(resources.path("fonts", "fonts.json").read_text("utf-8"))["faces"]
    return tuple(
        Face(face["file"], face["family"], face["weight"])
        for face in listed
        if face["family"] in SCREEN_FAMILIES
    )


@cache
def load() -> tuple[str, ...]:
    """Register the faces with Qt, once per process; answers the families. Raises FaceMissingError.

    Needs a QGuiApplication.
    """
    for face in faces():
        path = resources.path("fonts", face.file)
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FaceMissingError(f"{face.file} could not be read")
    for family, probe in PROBES.items():
        _assert_resolves(family, probe)
    return SCREEN_FAMILIES


def _assert_resolves(family: str, probe: str) -> None:
    font = QFont(family)
    font.setPixelSize(32)
    if QFontInfo(font).family() != family:
        raise FaceMissingError(f"{family} resolved to {QFontInfo(font).family()}")
    if probe and not QRawFont.fromFont(font).supportsCharacter(ord(probe)):
        raise FaceMissingError(f"{family} has no {probe}")


def font(family: str, pixels: int, *, bold: bool = False) -> QFont:
    """A face at a pixel size. Characters that the family lacks come from the shipped face of rare ones."""
    made = QFont()
    made.setFamilies([family, SANS, RARE] if family != SANS else [SANS, RARE])
    made.setPixelSize(max(1, pixels))
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
