"""What of the pictures one process takes in one go: a look at some parts of the program. Plain data that goes
from process to process.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final


class Part(StrEnum):
    """A part of the program as the pictures see it."""

    OFFICE = "office"  # the start page and the pages of an open community
    STORIES = "stories"  # role-plays in the office: writing, casting, papers
    MEETING = "meeting"  # every state of a meeting in progress, and what the hall sees then
    ROLE_PLAY = "role_play"  # the same of a role-play


@dataclass(frozen=True, slots=True)
class Look:
    """Language, colours, text size and window of a set of pictures."""

    name: str
    language: str
    colours: str = "light"
    percent: int = 100
    width: int = 1366
    height: int = 768


LOOKS: Final = (
    Look("zh", "zh_CN"),
    Look("en", "en"),
    Look("dark", "zh_CN", "dark"),
    Look("contrast", "zh_CN", "contrast"),
    Look("maximised", "zh_CN", height=696),
    Look("small", "zh_CN", width=1093, height=614),
    Look("small-en", "en", width=1093, height=614),
    Look("large", "zh_CN", percent=125, width=1920, height=1080),
)


@dataclass(frozen=True, slots=True)
class Hall:
    """Language and colours of the hall's pages."""

    name: str
    language: str
    colours: str = "light"


HALLS: Final = (Hall("zh", "zh_CN"), Hall("en", "en"), Hall("dark", "zh_CN", "dark"))


def plain(language: str) -> tuple[Look, Hall]:
    """The usual look in one language: what the demonstration shows."""
    look = next(look for look in LOOKS if look.language == language)
    return look, next(hall for hall in HALLS if hall.language == language)


@dataclass(frozen=True, slots=True)
class Share:
    """One process's work: `file` is a copy of the community of its own, which the pictures change. With
    `papers` the papers of the meeting of the day are issued and their pages pictured.
    """

    file: Path
    out: Path
    look: Look
    halls: tuple[Hall, ...]
    parts: tuple[Part, ...]
    papers: bool = False
