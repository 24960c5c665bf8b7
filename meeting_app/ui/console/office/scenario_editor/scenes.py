"""The editor as scenes: every section of a shipped scenario, and the states that matter."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from meeting_app.actions.roleplay.scenarios import add_from_library, start_scenario
from meeting_app.queries.topics import topic_list
from meeting_app.scenarios import write_text
from meeting_app.ui.console.office.scenario_editor.page import ScenarioPage
from meeting_app.ui.console.office.scenario_editor.sections import SECTIONS
from meeting_app.ui.console.office.scenario_editor.skeleton import empty_scenario
from meeting_app.ui.console.office.shell import OfficeShell

if TYPE_CHECKING:
    from meeting_app.ui.console.office.scenes import Scene
    from meeting_app.ui.qt.office import Office

SHOWN = "lift"


def _shown(widget: QWidget) -> bool:
    page = widget.page if isinstance(widget, OfficeShell) else None
    if not isinstance(page, ScenarioPage):
        return True
    card = page.view is None or page.side.role() < 0 or not page.side.preview.card.isHidden()
    return page.judged is not None and card


def editor_scenes(office: "Office") -> "Iterator[Scene]":
    """Every section, then: what is missing, points by order, files, the play-test, a new scenario."""
    from meeting_app.ui.console.office.scenes import Scene

    kept: list[str] = []

    def copy() -> str:
        if not kept:
            kept.append(office.desk.do(add_from_library, name=SHOWN).result())
        return kept[0]

    def scene(
        name: str, section: str, act: Callable[[Any], None] | None = None, *, empty: bool = False
    ) -> Scene:
        def build() -> QWidget:
            text = write_text(empty_scenario("new_one", "")) if empty else ""
            source = office.desk.do(start_scenario, text=text).result() if empty else copy()
            shell = OfficeShell(office)
            shell.show_page("scenario", scenario_id=source, section=section)
            if act is not None:
                act(shell.page)
            return shell

        return Scene(f"scenario_{name}", build, _shown)

    yield from _sections(office, copy)
    yield scene("order", "scores", lambda page: page.view.by_order.click())
    yield scene("files", "identity", lambda page: page.files_button.click())
    yield scene("trial", "phases", lambda page: page.try_out())
    yield scene("begun", "roles", lambda page: page.side.turn("left"), empty=True)
    yield scene("no_points_yet", "scores", empty=True)
    yield from _new_scenes(office)


def _sections(office: "Office", source: Callable[[], str]) -> "Iterator[Scene]":
    """One page is turned from section to section, as a person would."""
    from meeting_app.ui.console.office.scenes import Scene

    shells: list[OfficeShell] = []

    def build(section: str) -> QWidget:
        if not shells:
            shells.append(OfficeShell(office))
            shells[0].show_page("scenario", scenario_id=source(), section=section)
        page = shells[0].page
        assert isinstance(page, ScenarioPage)
        page.sections.choose(section)
        return shells[0]

    for section in SECTIONS:
        last = section is SECTIONS[-1]
        yield Scene(f"scenario_{section.id}", partial(build, section.id), _shown, goes_on=not last)


def _new_scenes(office: "Office") -> "Iterator[Scene]":
    from meeting_app.ui.console.office.scenes import Scene

    topics = office.ask(topic_list, today=office.today())

    def build() -> QWidget:
        shell = OfficeShell(office)
        shell.show_page("scenario_new", topic_id=topics[0].id if topics else "")
        return shell

    yield Scene("scenario_new", build)
