"""This installation: the profile with its settings, the station's code, where demonstration and rehearsal
lie.
"""

import secrets
from pathlib import Path

from meeting_app.settings import Profile

STATION_FILE = "station"
COMMUNITY_SUFFIX = ".yst"


class Installation(Profile):
    """The profile folder as the program uses it."""

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__(folder)
        self.station = self._station()

    def _station(self) -> str:
        """The code by which undo knows this laptop's actions; a new one when it cannot be kept."""
        try:
            return (self.folder / STATION_FILE).read_text("ascii").strip()[:32]
        except (OSError, ValueError):
            fresh = secrets.token_hex(4)
        try:
            self.path(STATION_FILE).write_text(fresh, "ascii")
        except OSError:
            return fresh  # a read-only profile: the code holds for this run
        return fresh

    @property
    def demonstration(self) -> Path:
        """Where the demonstration community is kept."""
        return self.folder / f"demonstration{COMMUNITY_SUFFIX}"

    @property
    def urns(self) -> Path:
        """Where this laptop keeps the ballot boxes of secret votes whose records are on a server. One folder
        for all servers: a box is named by its vote.
        """
        return self.folder / "urns"

    @property
    def rehearsal(self) -> Path:
        """Where the copy for rehearsing lies; made anew each time."""
        return self.folder / f"rehearsal{COMMUNITY_SUFFIX}"
