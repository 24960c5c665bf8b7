"""Every setting of the program, declared once, and the profile folder that keeps them.

A setting belongs to this laptop and its user (language, projector, printer); what belongs to a community lies
in the community's own file. The settings are one small JSON file, written whole to a new file, synced and put
in place of the old one, so that a power cut leaves the old or the new and never half of one.
"""

import json
import os
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from meeting_app.i18n import N_

T = TypeVar("T")
FILE_NAME: Final = "settings.json"
DAMAGED_NAME: Final = "settings.damaged.json"
RECENT_LIMIT: Final = 8
SCALE_PERCENT: Final = {"standard": 100, "large": 125, "huge": 150}


class SettingsNotSavedError(Exception):
    """The value holds for this run, but the profile folder could not be written; `__cause__` says why."""


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One setting: its key in the file, its default, the sentence that explains it, and what it accepts."""

    key: str
    default: T
    sentence: str  # a msgid
    accepts: Callable[[object], bool]
    choices: tuple[T, ...] = ()
    read: Callable[[Any], T] = lambda value: value  # from JSON's types to ours


def _text(value: object) -> bool:
    return isinstance(value, str)


def _texts(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(part, str) for part in value)


def _yes_no(value: object) -> bool:
    return isinstance(value, bool)


def _one_of(key: str, choices: tuple[str, ...], sentence: str) -> Setting[str]:
    return Setting(key, choices[0], sentence, lambda value: value in choices, choices)


LANGUAGE: Final = _one_of("language", ("auto", "zh_CN", "en"), N_("Language of the windows"))
THEME: Final = _one_of("theme", ("light", "dark", "contrast"), N_("Colours of the windows"))
TEXT_SCALE: Final = _one_of(
    "text_scale", ("standard", "large", "huge"), N_("Size of the text in the windows")
)
BELLS: Final = Setting("bells", True, N_("Sound a bell when time is short and when it is up"), _yes_no)
BELL_WARNING_S: Final = Setting(
    "bell_warning_s", 30, N_("Bell before the end"), lambda value: value in (0, 15, 30, 60), (0, 15, 30, 60)
)
BELL_VOLUME: Final = _one_of("bell_volume", ("usual", "soft", "loud"), N_("How loud the bell is"))
HALF_TYPED: Final = Setting("half_typed", "", N_("What was typed and not yet kept"), _text)
LAST_COMMUNITY: Final = Setting("last_community", "", N_("Community that was open last"), _text)
RECENT_COMMUNITIES: Final[Setting[tuple[str, ...]]] = Setting(
    "recent_communities", (), N_("Communities opened lately"), _texts, read=tuple
)
BACKUP_FOLDER: Final = Setting("backup_folder", "", N_("Second folder for backups, best on a stick"), _text)
PROJECTOR_SCREEN: Final = Setting("projector_screen", "", N_("Screen that the hall looks at"), _text)
PRINTER: Final = Setting("printer", "", N_("Printer for papers"), _text)
OPERATOR: Final = Setting("operator", "", N_("Name of the person at this laptop"), _text)
WINDOW_GEOMETRY: Final = Setting("window_geometry", "", N_("Place and size of the console"), _text)

ALL: Final[tuple[Setting[Any], ...]] = (
    LANGUAGE,
    THEME,
    TEXT_SCALE,
    BELLS,
    BELL_WARNING_S,
    BELL_VOLUME,
    HALF_TYPED,
    LAST_COMMUNITY,
    RECENT_COMMUNITIES,
    BACKUP_FOLDER,
    PROJECTOR_SCREEN,
    PRINTER,
    OPERATOR,
    WINDOW_GEOMETRY,
)


class Settings:
    """The values of one profile. Any thread may ask and put; each put is on the disk when it returns."""

    def __init__(self, file: Path) -> None:
        """Read the file. A damaged one is kept beside under another name and the defaults hold."""
        self._file = file
        self._lock = threading.Lock()
        self.was_damaged = False
        self._values = self._read()

    def _read(self) -> dict[str, object]:
        try:
            values = json.loads(self._file.read_text("utf-8"))
        except OSError:
            return {}
        except ValueError:  # not JSON, or not UTF-8
            values = None
        if isinstance(values, dict):
            return values
        self._keep_damaged()
        return {}

    def _keep_damaged(self) -> None:
        self.was_damaged = True
        try:
            os.replace(self._file, self._file.with_name(DAMAGED_NAME))  # noqa: PTH105 - the atomic one
        except OSError:
            return  # a read-only profile: the file stays where it is

    def get(self, setting: Setting[T]) -> T:
        """The value in force; the default when none is stored or the stored one is not acceptable."""
        with self._lock:
            value = self._values.get(setting.key, setting.default)
        return setting.read(value) if setting.accepts(value) else setting.default

    def put(self, setting: Setting[T], value: T) -> None:
        """Take and store a value; raises ValueError for one not accepted, SettingsNotSavedError."""
        if not setting.accepts(value):
            raise ValueError(f"{setting.key} does not accept {value!r}")
        with self._lock:
            if setting.key in self._values and self._values[setting.key] == value:
                return
            self._values[setting.key] = value
            self._write()

    def _write(self) -> None:
        """Write all values, also those of keys that this version does not know."""
        text = json.dumps(self._values, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        fresh = self._file.with_name(f"{FILE_NAME}.{os.getpid()}.new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with fresh.open("w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            os.replace(fresh, self._file)  # noqa: PTH105 - the atomic one
        except OSError as problem:
            raise SettingsNotSavedError(str(self._file)) from problem

    def remember_community(self, file: str) -> None:
        """Put a community in front of the list of recent ones and make it the last one."""
        others = [name for name in self.get(RECENT_COMMUNITIES) if name != file]
        self.put(RECENT_COMMUNITIES, (file, *others)[:RECENT_LIMIT])
        self.put(LAST_COMMUNITY, file)

    def scale_percent(self) -> int:
        """The text scale as a percentage: 100, 125 or 150."""
        return SCALE_PERCENT[self.get(TEXT_SCALE)]


class Profile:
    """The folder of one user of this laptop: settings, logs, rescues. `--profile DIR` gives another."""

    def __init__(self, folder: Path | None = None) -> None:
        """Use the folder given, else the platform's own; it is made when something is first written."""
        self.folder = folder or default_folder()
        self.settings = Settings(self.folder / FILE_NAME)

    def path(self, *parts: str) -> Path:
        """A place inside the profile whose folder exists; raises OSError when it cannot be made."""
        place = self.folder.joinpath(*parts)
        place.parent.mkdir(parents=True, exist_ok=True)
        return place


def home() -> Path:
    """The user's own folder; the one for passing things where the system knows none (a service, a bare
    container).
    """
    try:
        return Path.home()
    except RuntimeError:
        return Path(tempfile.gettempdir())


def default_folder() -> Path:
    """Where the platform keeps a program's settings."""
    if os.name == "nt":
        base = os.environ.get("APPDATA") or str(home() / "AppData" / "Roaming")
        return Path(base) / "Meeting Hall"
    if sys.platform == "darwin":
        return home() / "Library" / "Application Support" / "Meeting Hall"
    base = os.environ.get("XDG_CONFIG_HOME") or str(home() / ".config")
    return Path(base) / "meeting-app"
