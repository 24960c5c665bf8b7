"""Pictures of every page, state and slide: each scene is built, shown until it stands still, and taken."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from meeting_app.app.drive import until
from meeting_app.app.stage import Stage
from meeting_app.cli.script import ScriptedMeeting
from meeting_app.ui.console.live.scenes import live_scenes
from meeting_app.ui.console.live.shell import LiveShell
from meeting_app.ui.console.office.scenes import Scene, office_scenes, start_scenes

SETTLING: Final = 3  # turns of the event loop after which a page stands still


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


# Further states of screens that are there already. `pictures` takes them all; the demonstration, which is
# what a person without a display looks at, shows every screen once and is done in seconds.
FURTHER_STATES: Final = frozenset(
    """
    backups_empty backups_restored
    call_closed call_convened draws_empty find_nothing import_question import_under_way kinds_own_agenda
    papers_meeting papers_posted play_papers_again play_papers_empty play_papers_poll
    roleplay_handout_roles roleplay_players_empty roster_new_person roster_unit_shares rules_owners
    scenario_attributes scenario_begun scenario_clues scenario_constraints scenario_debrief scenario_events
    scenario_files scenario_issues scenario_minutes scenario_no_points_yet scenario_order scenario_parties
    scenario_poll scenario_rule scenario_safety scenario_setting scenario_tables topic_move
    """.split()
)


class Gallery:
    """Takes the pictures of one run."""

    def __init__(
        self, stage: Stage, out: Path, looks: tuple[Look, ...] = LOOKS, halls: tuple[Hall, ...] = HALLS
    ) -> None:
        self.stage, self.out, self.looks, self.halls = stage, out, looks, halls

    def _show(self, look: Look, widget: QWidget) -> None:
        widget.resize(look.width, look.height)
        widget.show()

    def _take(self, look: Look, widget: QWidget, name: str) -> None:
        folder = self.out / "console" / look.name
        folder.mkdir(parents=True, exist_ok=True)
        self.stage.take(widget, folder / f"{name}.png")

    def office(self, look: Look, *, further: bool = True) -> Iterator[None]:
        """The start page and all pages of the office, with their further states or without."""
        self.stage.wear(look.language, look.colours, look.percent)
        for scene in start_scenes(self.stage.porch):
            yield from self._scene(look, scene, "office")
        for scene in office_scenes(self.stage.office):
            if further or scene.name not in FURTHER_STATES:
                yield from self._scene(look, scene, "office")

    def _scene(self, look: Look, scene: Scene, side: str) -> Iterator[None]:
        widget = scene.build()
        if isinstance(widget, LiveShell):  # some scenes belong to a meeting of their own
            self.stage.meeting_id = widget.live.meeting_id
        self._show(look, widget)
        yield from until(lambda: scene.ready(widget))
        for _turn in range(SETTLING):
            yield
        self._take(look, widget, f"{side}_{scene.name}")
        put_away(widget)

    def slides(self, name: str) -> None:
        """The hall's page as it stands."""
        for hall in self.halls:
            self.stage.wear(hall.language)
            folder = self.out / "projector" / hall.name
            folder.mkdir(parents=True, exist_ok=True)
            self.stage.take_slide(folder / f"{name}.png", hall.colours)

    def live(self, look: Look, advance: Callable[[float], None]) -> Iterator[None]:
        """All states of a meeting in progress in one look; the scenes play the meeting while they
        are built.
        """
        self.stage.wear(look.language, look.colours, look.percent)
        whole = self.stage.meeting_id
        for number, scene in enumerate(
            live_scenes(self.stage.office, self.stage.meeting_id or "", advance), 1
        ):
            name = f"{number:02d}_{scene.name.removeprefix('live_')}"
            self.stage.wear(look.language, look.colours, look.percent)
            yield from self._scene(look, replace(scene, name=name), "live")
            if look is self.looks[0]:
                self.slides(name)
        self.stage.meeting_id = whole

    def meeting(self, meeting: ScriptedMeeting) -> Iterator[None]:
        """A whole meeting in one look, with a picture of each scene the first time it comes."""
        look, stage = self.looks[0], self.stage
        stage.wear(look.language, look.colours, look.percent)
        shell = LiveShell(stage.office, stage.meeting_id or "")
        self._show(look, shell)
        seen: set[str] = set()
        for step in meeting.steps():
            step.run()
            if not step.scene or step.scene in seen:
                continue
            seen.add(step.scene)
            stage.feed.look()
            for _turn in range(SETTLING):
                yield
            name = f"{len(seen):02d}_{step.scene}"
            self._take(look, shell, f"live_{name}")
            self.slides(name)
        put_away(shell)


def put_away(widget: QWidget) -> None:
    """Throw a page away that has been looked at."""
    dispose = getattr(widget, "dispose", None)
    if dispose is not None:
        dispose()
    widget.hide()
    widget.deleteLater()
