"""Pictures of every page, state and slide: each scene is built, shown until it stands still, and taken."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from meeting_app.app.drive import until
from meeting_app.app.shares import Hall, Look
from meeting_app.app.stage import Stage
from meeting_app.cli.script import ScriptedMeeting
from meeting_app.ui.console.live.roleplay.alone import PlayShell
from meeting_app.ui.console.live.shell import LiveShell
from meeting_app.ui.console.office.scenes import Scene

SETTLING: Final = 3  # turns of the event loop after which a page stands still
# Pages beside the meeting's own, and at which scene of a meeting somebody looks at them.
TRIPS: Final = {
    "picture": ("files",), "over_time": ("shares", "plan", "ways", "keys", "check_in"), "task": ("sweep",)
}  # fmt: skip


class Gallery:
    """Takes the pictures of one look; the hall's pages in each of `halls`."""

    def __init__(self, stage: Stage, out: Path, look: Look, halls: tuple[Hall, ...]) -> None:
        self.stage, self.out, self.look, self.halls = stage, out, look, halls

    def _dress(self) -> None:
        self.stage.wear(self.look.language, self.look.colours, self.look.percent)

    def _show(self, widget: QWidget) -> None:
        widget.resize(self.look.width, self.look.height)
        widget.show()

    def _take(self, widget: QWidget, name: str) -> None:
        folder = self.out / "console" / self.look.name
        folder.mkdir(parents=True, exist_ok=True)
        self.stage.take(widget, folder / f"{name}.png")

    def office(self, scenes: Iterable[Scene]) -> Iterator[None]:
        """Pages of the office and of the start."""
        self._dress()
        for scene in scenes:
            yield from self._scene(scene, f"office_{scene.name}")

    def _scene(self, scene: Scene, name: str) -> Iterator[None]:
        widget = scene.build()
        self._follow(widget)
        self._show(widget)
        yield from until(lambda: scene.ready(widget))
        yield from _settled()
        self._take(widget, name)
        if not scene.goes_on:
            put_away(widget)

    def _follow(self, widget: QWidget) -> None:
        """The hall sees what belongs to the window that is shown."""
        if isinstance(widget, LiveShell):
            self.stage.meeting_id = widget.live.meeting_id
        self.stage.own_page = widget.hall_page if isinstance(widget, PlayShell) else None

    def slides(self, name: str) -> None:
        """The hall's page as it stands."""
        for hall in self.halls:
            self.stage.wear(hall.language, self.look.colours, self.look.percent)
            folder = self.out / "projector" / hall.name
            folder.mkdir(parents=True, exist_ok=True)
            self.stage.take_slide(folder / f"{name}.png", hall.colours)
        self._dress()

    def live(self, scenes: Iterable[Scene], side: str) -> Iterator[None]:
        """All states of something that runs in the hall; the scenes bring it forward while they are built."""
        self._dress()
        for number, scene in enumerate(scenes, 1):
            name = f"{side}_{number:02d}_{scene.name.removeprefix('live_').removeprefix(f'{side}_')}"
            yield from self._scene(scene, name)
            self.slides(name)

    def meeting(self, meeting: ScriptedMeeting) -> Iterator[None]:
        """A whole meeting, with a picture of each scene the first time it comes, and of the pages beside."""
        self._dress()
        shell = LiveShell(self.stage.office, self.stage.meeting_id or "")
        self._show(shell)
        seen: set[str] = set()
        for step in meeting.steps():
            step.run()
            if not step.scene or step.scene in seen:
                continue
            seen.add(step.scene)
            self.stage.feed.look()
            yield from _settled()
            name = f"live_{len(seen):02d}_{step.scene}"
            self._take(shell, name)
            self.slides(name)
            for trip in TRIPS.get(step.scene, ()):
                shell.trips.begin(trip)
                yield from _settled()
                self._take(shell, f"{name}_{trip}")
                shell.trips.go_home()
        put_away(shell)


def _settled() -> Iterator[None]:
    """Turns in which a page finds its form."""
    for _turn in range(SETTLING):
        yield


def put_away(widget: QWidget) -> None:
    """Throw a page away that has been looked at."""
    dispose = getattr(widget, "dispose", None)
    if dispose is not None:
        dispose()
    widget.hide()
    widget.deleteLater()
