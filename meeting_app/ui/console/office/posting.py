"""Printing a meeting's papers and noting the day of posting.

First the papers are made, then the day is noted.

A paper that cannot be made stops everything before anything is noted; a printer that is missing stops
nothing, because the papers are filed and can be printed at any time. Setting the papers takes seconds: the
main button says how far it is, and whoever goes to another page meanwhile finds the work done all the same,
or is told there what went wrong.
"""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from shiboken6 import isValid

from meeting_app.actions import meetings as meeting_actions
from meeting_app.actions.papers import FiledPaper, one_sided
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _, ngettext
from meeting_app.settings import PRINTER
from meeting_app.ui.console.office.call_presenter import CallPicture
from meeting_app.ui.qt.printing import PrintFault, Printing, PrintJob, PrintReport, report_sentence
from meeting_app.wording import labels, refusals

if TYPE_CHECKING:
    from meeting_app.ui.console.office.call import CallPage


class Posting:
    """One run of the page's main button. `progress` is what the button says meanwhile, "" when it is free."""

    def __init__(self, page: "CallPage") -> None:
        self._page, self._office, self._meeting_id = page, page.office, page.meeting_id
        self._today = page.presenter.today
        self._waiting: list[str] = []
        self.progress = ""

    def begin(self, picture: CallPicture, kinds: tuple[str, ...], *, note: bool = True) -> None:
        """Make the papers of these kinds, note the day of posting unless it is noted, print."""
        missing = next((line for line in picture.lines if line.problem), None)
        if missing is not None:
            self._page.refused(Refusal("vote_without_motion", title=missing.title))
            self._page.edit_item(missing.item_id)
            return
        self._waiting, self._all, self._to_note = list(kinds), len(kinds), note
        self._before = self._page.tellings
        self._made: list[FiledPaper] = []
        self._next()

    def _next(self) -> None:
        if not self._waiting:
            if self._to_note:
                self._note()
            else:
                self._noted(None)
            return
        kind = self._waiting.pop(0)
        words = _("Making “{paper}”, {n} of {all} …")
        place = self._all - len(self._waiting)
        self._say(words.format(paper=labels.label(labels.PAPERS, kind), n=place, all=self._all))
        self._follow(self._office.papers.issue(kind, self._meeting_id), self._one_made)

    def _say(self, progress: str) -> None:
        self.progress = progress
        if isValid(self._page):
            self._page.refresh()

    def _follow(self, future: "Future[Any]", done: Callable[[Any], None]) -> None:
        """Hear the end of it, whether the page is still there or not."""
        self._office.follow(self._office.tasks, future, done, self._refused)

    def _one_made(self, paper: FiledPaper) -> None:
        self._made.append(paper)
        self._next()

    def _note(self) -> None:
        future = self._office.desk.do(
            meeting_actions.post_notice, meeting_id=self._meeting_id, posted_on=self._today()
        )
        self._follow(future, self._noted)

    def _noted(self, _result: object) -> None:
        self._say("")
        if isValid(self._page):
            self._page.unsay(self._before)
        self._reports: list[PrintReport] = []
        self.printing = Printing(self._office.tasks, self._office.tell)
        self.printing.finished.connect(self._printed)
        for paper in self._made:
            self._print(paper)

    def _print(self, paper: FiledPaper) -> None:
        """What is filed; of ballots as many as are needed, each with its own code."""
        self._office.follow(
            self._office.tasks,
            self._office.papers.run(paper.paper_id),
            lambda body: self._send(paper, body),
            lambda refusal: self._not_run(paper, refusal),
        )

    def _not_run(self, paper: FiledPaper, refusal: Refusal) -> None:
        """One paper does not go to the printer; the others are told without it."""
        self._made.remove(paper)
        self._refused(refusal)

    def _send(self, paper: FiledPaper, body: bytes) -> None:
        title = f"{labels.label(labels.PAPERS, paper.kind)} {paper.number_label}"
        printer, one = self._office.settings.get(PRINTER), one_sided(paper.kind)
        self.printing.send(PrintJob(body, title, printer=printer, one_sided=one))

    def _printed(self, report: PrintReport) -> None:
        self._reports.append(report)
        if len(self._reports) < len(self._made):
            return
        self.printing.deleteLater()
        fault = any(one.fault for one in self._reports)
        if isValid(self._page):
            self._page.tell(together(self._reports), "warn" if fault else "ok")
        elif fault:
            self._office.tell(together(self._reports))

    def _refused(self, refusal: Refusal) -> None:
        self._say("")
        if isValid(self._page):
            self._page.refused(refusal)
        else:
            self._office.tell(refusals.sentence(refusal))


def together(reports: list[PrintReport]) -> str:
    """What became of several papers in one sentence: the first fault, or where all of them are."""
    faulty = [report for report in reports if report.fault]
    if len(reports) == 1 or (faulty and faulty[0].fault is not PrintFault.NO_PRINTER):
        return report_sentence((faulty or reports)[0])
    n = len(reports)
    if faulty:
        return ngettext(
            "No printer is set up on this laptop. {n} paper is filed and can be saved as a PDF, "
            "or printed later.",
            "No printer is set up on this laptop. {n} papers are filed and can be saved as PDFs, "
            "or printed later.",
            n,
        ).format(n=n)
    return ngettext(
        "{n} paper went to the printer {printer}.", "{n} papers went to the printer {printer}.", n
    ).format(n=n, printer=reports[0].printer)
