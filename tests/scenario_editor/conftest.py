"""The office over a real file, with a draft open in the editor."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from meeting_app.actions.roleplay.scenarios import add_from_library, start_scenario
from meeting_app.queries.roleplay.scenarios import scenario_text
from meeting_app.scenarios import read_text, write_text
from meeting_app.ui.console.office.scenario_editor.page import ScenarioPage
from meeting_app.ui.console.office.scenario_editor.skeleton import empty_scenario
from tests.console_office.conftest import Desktop, clock, desktop, opened, template, themed

__all__ = ["clock", "desktop", "opened", "template", "themed"]

Open = Callable[..., ScenarioPage]


@pytest.fixture
def edit(desktop: Desktop, qtbot: QtBot) -> Open:
    """Open a scenario in the editor: a shipped one by name, or an empty one; answers the page."""

    def open_(name: str = "", section: str = "identity") -> ScenarioPage:
        if name:
            scenario_id = desktop.do(add_from_library, name=name)
        else:
            scenario_id = desktop.do(start_scenario, text=write_text(empty_scenario("new_one", "")))
        desktop.go("scenario", scenario_id=scenario_id, section=section)
        page = desktop.shell.page
        assert isinstance(page, ScenarioPage)
        qtbot.waitUntil(lambda: page.judged is not None, timeout=20_000)
        return page

    return open_


def kept(desktop: Desktop, page: ScenarioPage) -> Any:
    """The scenario that the file holds."""
    found = desktop.ask(scenario_text, scenario_id=page.scenario_id)
    return read_text(found.text.encode(), "x.yaml").scenario


def settled(page: ScenarioPage, qtbot: QtBot) -> None:
    """Wait until everything is kept and judged."""
    qtbot.waitUntil(
        lambda: page.desk.is_kept() and not page.recount.busy()
        and page.judged is not None and page.judged.scenario is page.manuscript.scenario,
        timeout=20_000,
    )  # fmt: skip
