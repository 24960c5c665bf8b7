"""The editor as scenes: every section of a shipped scenario, and the states that matter."""

from collections.abc import Callable, Iterator
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

    for section in SECTIONS:
        yield scene(section.id, section.id)
    yield scene("order", "scores", lambda page: page.view.by_order.click())
    yield scene("files", "identity", lambda page: page.files_button.click())
    yield scene("trial", "phases", lambda page: page.try_out())
    yield scene("begun", "roles", lambda page: page.side.turn("left"), empty=True)
    yield scene("no_points_yet", "scores", empty=True)
    yield from _new_scenes(office)


def _new_scenes(office: "Office") -> "Iterator[Scene]":
    from meeting_app.ui.console.office.scenes import Scene

    topics = office.ask(topic_list, today=office.today())

    def build() -> QWidget:
        shell = OfficeShell(office)
        shell.show_page("scenario_new", topic_id=topics[0].id if topics else "")
        return shell

    yield Scene("scenario_new", build)
