"""Printing a meeting's papers and noting the day of posting.

First the papers are made, then the day is noted.

A paper that cannot be made stops everything before anything is noted; a printer that is missing stops
nothing, because the papers are filed and can be printed at any time.
"""

from typing import TYPE_CHECKING

from meeting_app.actions import meetings as meeting_actions
from meeting_app.actions.papers import FiledPaper
from meeting_app.domain.refusal import Refusal
from meeting_app.queries import paper_list as paper_queries
from meeting_app.settings import PRINTER
from meeting_app.ui.console.office.call_presenter import CallPicture
from meeting_app.ui.qt.printing import Printing, PrintJob, PrintReport, report_sentence
from meeting_app.wording import labels

if TYPE_CHECKING:
    from meeting_app.ui.console.office.call import CallPage


class Posting:
    """One run of the page's main button."""

    def __init__(self, page: "CallPage") -> None:
        self._page = page
        self._waiting: list[str] = []
        self.printing = Printing(page)
        self.printing.finished.connect(self._printed)

    def begin(self, picture: CallPicture, kinds: tuple[str, ...], *, note: bool = True) -> None:
        """Make the papers of these kinds, note the day of posting unless it is noted, print."""
        missing = next((line for line in picture.lines if line.problem), None)
        if missing is not None:
            self._page.refused(Refusal("vote_without_motion", title=missing.title))
            self._page.edit_item(missing.item_id)
            return
        self._waiting, self._to_note = list(kinds), note
        self._made: list[FiledPaper] = []
        self._page.main.setEnabled(False)
        self._next()

    def _next(self) -> None:
        if not self._waiting:
            if self._to_note:
                self._note()
            else:
                self._noted(None)
            return
        future = self._page.office.papers.issue(self._waiting.pop(0), self._page.meeting_id)
        self._page.follow(future, self._one_made, self._refused)

    def _one_made(self, paper: FiledPaper) -> None:
        self._made.append(paper)
        self._next()

    def _note(self) -> None:
        self._page.do(
            meeting_actions.post_notice, self._noted, self._refused, meeting_id=self._page.meeting_id,
            posted_on=self._page.presenter.today(),
        )  # fmt: skip

    def _noted(self, _result: object) -> None:
        self._page.main.setEnabled(True)
        self._page.refresh()
        for paper in self._made:
            self._print(paper)

    def _print(self, paper: FiledPaper) -> None:
        office = self._page.office
        body = office.records.ask(paper_queries.paper_bytes, paper_id=paper.paper_id)
        if body is not None:
            title = f"{labels.label(labels.PAPERS, paper.kind)} {paper.number_label}"
            self.printing.send(PrintJob(body, title, printer=office.settings.get(PRINTER)))

    def _printed(self, report: PrintReport) -> None:
        self._page.tell(report_sentence(report), "warn" if report.fault else "ok")

    def _refused(self, refusal: Refusal) -> None:
        self._page.main.setEnabled(True)
        self._page.refused(refusal)
