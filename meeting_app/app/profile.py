"""What belongs to this installation: settings, its station's code, where the demonstration lies."""

import secrets
from pathlib import Path

from meeting_app.settings import Settings

STATION_FILE = "station"


class Profile:
    """The profile folder; made when it is missing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = Settings(folder / "settings.json")
        self.station = self._station()

    def _station(self) -> str:
        """The code by which undo knows this laptop's actions; a new one when it cannot be kept."""
        place = self.folder / STATION_FILE
        try:
            return place.read_text("ascii").strip()[:32]
        except (OSError, ValueError):
            fresh = secrets.token_hex(4)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            place.write_text(fresh, "ascii")
        except OSError:
            return fresh  # a read-only profile: the code holds for this run
        return fresh

    @property
    def demonstration(self) -> Path:
        """Where the demonstration community is kept."""
        return self.folder / "demonstration.yst"

    @property
    def rehearsal(self) -> Path:
        """Where the copy for rehearsing lies; made anew each time."""
        return self.folder / "rehearsal.yst"
