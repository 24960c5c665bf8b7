"""The print of a paper whose page was left while the paper was still being made: it is printed all the same,
and only what goes wrong is told, on whatever page is shown by then.
"""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from shiboken6 import isValid

from meeting_app.actions.papers import FiledPaper, one_sided
from meeting_app.domain.refusal import Refusal
from meeting_app.ui.qt.printing import Printing, PrintJob, PrintReport, report_sentence
from meeting_app.wording import labels, refusals

if TYPE_CHECKING:
    from meeting_app.ui.console.office.page import Page
    from meeting_app.ui.qt.office import Office


class PrintUnseen:
    """What was chosen beside the paper when it was ordered, to the printers of the page."""

    def __init__(self, office: "Office", printing: Printing, printer: str, copies: int) -> None:
        self._office, self._printing = office, printing.beside(office.tasks)
        self._printer, self._copies = printer, copies
        self._printing.finished.connect(self._ended)

    def follow(
        self,
        page: "Page",
        made: "Future[FiledPaper]",
        done: Callable[[FiledPaper], None],
        refused: Callable[[Refusal], None],
    ) -> None:
        """Hear how the making ended: the page goes on with it while it is there, else it is printed here."""
        before = page.tellings

        def ended(paper: FiledPaper) -> None:
            if not isValid(page):
                self._go(paper)
                return
            self._close()
            page.unsay(before)
            done(paper)

        def not_made(refusal: Refusal) -> None:
            if not isValid(page):
                self._refused(refusal)
                return
            self._close()
            refused(refusal)

        self._office.follow(self._office.tasks, made, ended, not_made)

    def _go(self, paper: FiledPaper) -> None:
        """Print what is filed; of ballots as many as are needed, each with its own code."""
        run = self._office.papers.run(paper.paper_id)
        self._office.follow(self._office.tasks, run, lambda body: self._send(paper, body), self._refused)

    def _send(self, paper: FiledPaper, body: bytes) -> None:
        title = f"{labels.label(labels.PAPERS, paper.kind)} {paper.number_label}"
        self._printing.send(PrintJob(body, title, self._copies, self._printer, one_sided(paper.kind)))

    def _ended(self, report: PrintReport) -> None:
        self._close()
        if report.fault is not None:
            self._office.tell(report_sentence(report))

    def _refused(self, refusal: Refusal) -> None:
        """It cannot be made or not be read: told wherever the person is now."""
        self._close()
        self._office.tell(refusals.sentence(refusal))

    def _close(self) -> None:
        self._printing.deleteLater()
