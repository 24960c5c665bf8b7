"""Giving the scenario away and bringing a changed table back: a row of buttons that opens below the head."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from meeting_app.documents.office.scenario_book import is_book, scenario_book, scenario_of_book
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.i18n import _
from meeting_app.queries.roleplay.scenarios import scenario_text
from meeting_app.scenarios import read_package, read_text, write_package
from meeting_app.ui.console.office import parts, saving
from meeting_app.ui.console.office.layout import STRETCH, row
from meeting_app.yaml_text import YamlError

if TYPE_CHECKING:
    from meeting_app.ui.console.office.scenario_editor.page import ScenarioPage

ZIP = b"PK"


def scenario_in(data: bytes) -> Scenario:
    """The scenario in a table, a package or a text. Raises Refusal."""
    try:
        if is_book(data):
            return scenario_of_book(data)
        return (
            read_package(data).scenario if data.startswith(ZIP) else read_text(data, "scenario.yaml").scenario
        )
    except YamlError as error:
        first = error.problems[0]
        raise Refusal("scenario_unreadable", line=first.line, n=len(error.problems)) from error


class Files(QWidget):
    """Everything long happens away from the window's thread."""

    def __init__(self, page: "ScenarioPage") -> None:
        super().__init__(page)
        self._page = page
        self.package = parts.button(_("Save as a package"), icon="package")
        self.package.clicked.connect(lambda: self._choose("zip", self.save_package))
        self.table = parts.button(_("Save as a table (XLSX)"), icon="download")
        self.table.clicked.connect(lambda: self._choose("xlsx", self.save_table))
        self.bring = parts.button(_("Bring in a changed table"), icon="upload")
        self.bring.clicked.connect(self._choose_file)
        self.setLayout(row(self.package, self.table, self.bring, STRETCH))

    def _choose(self, ending: str, save: Callable[[Path], None]) -> None:
        title = self._page.manuscript.scenario.identity.title or _("Scenario")
        file = saving.ask_place(self, _("Save as a file"), title, ending)
        if file is not None:
            save(file)

    def save_package(self, file: Path) -> None:
        """The draft with its pictures as a zip, also when it is not whole yet."""
        scenario = self._page.manuscript.scenario
        found = self._page.office.ask(scenario_text, scenario_id=self._page.scenario_id)
        pictures = dict(found.pictures) if found is not None else {}
        saving.save_made(self._page, file, lambda: write_package(scenario, pictures))

    def save_table(self, file: Path) -> None:
        """Points and texts for a table program."""
        scenario = self._page.manuscript.scenario
        saving.save_made(self._page, file, lambda: scenario_book(scenario))

    def _choose_file(self) -> None:
        kinds = _("Scenarios") + " (*.xlsx *.zip *.yaml *.yml *.json)"
        name, _chosen = QFileDialog.getOpenFileName(
            self, _("Bring in a changed table"), saving.documents_folder(), kinds
        )
        if name:
            self.bring_in(Path(name))

    def bring_in(self, file: Path) -> None:
        """Put what a file holds in the place of this draft; one step back undoes it."""

        def read() -> Scenario:
            try:
                data = file.read_bytes()
            except OSError as problem:
                raise Refusal("file_missing", path=str(file)) from problem
            return scenario_in(data)

        self._page.work(read, self._page.adopt)
