"""Whether a paper is genuine: by the code that was read off it, or by its file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts, saving
from meeting_app.ui.console.office.layout import STRETCH, column, row

if TYPE_CHECKING:
    from meeting_app.ui.console.office.papers import PapersPage


class Genuine(QWidget):
    """A part of the page of papers; the answer stands below what was asked."""

    def __init__(self, page: "PapersPage") -> None:
        super().__init__()
        self._page = page
        self.code = parts.line_edit(_("Check code from the paper"), _("Check code"))
        self.code.returnPressed.connect(self._check)
        self.check = parts.button(_("Check"))
        self.check.clicked.connect(self._check)
        self.choose = parts.button(_("Check a file"), kind="quiet", icon="folder-open")
        self.choose.clicked.connect(self._choose)
        self.verdict = parts.label("", wrap=True)
        self.setLayout(
            column(
                parts.label(_("Is a paper genuine?"), "strong"),
                row(parts.growing(self.code), self.check),
                row(self.choose, STRETCH),
                self.verdict,
            )
        )

    def _check(self) -> None:
        self._show(self._page.presenter.check(self.code.text()))

    def _show(self, verdict: tuple[str, str]) -> None:
        sentence, tone = verdict
        self.verdict.setText(sentence)
        parts.set_tone(self.verdict, tone)

    def _choose(self) -> None:
        title, folder = _("Check a file"), saving.documents_folder()
        name, _chosen = QFileDialog.getOpenFileName(self, title, folder, "PDF (*.pdf)")
        if name:
            self.check_file(Path(name))

    def check_file(self, file: Path) -> None:
        """Say whether a PDF is what was filed."""
        presenter = self._page.presenter

        def read() -> tuple[str, str]:
            try:
                body = file.read_bytes()
            except OSError as problem:
                raise Refusal("file_missing", path=str(file)) from problem
            return presenter.check_file(body)

        self._page.work(read, self._show)
