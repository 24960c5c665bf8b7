"""Printing the papers of a secret vote from the hall: one click on the remembered printer."""

from PySide6.QtCore import QObject, Slot

from meeting_app import settings
from meeting_app.i18n import _
from meeting_app.ui.console.live.context import Live
from meeting_app.ui.qt.printing import Printing, PrintJob, PrintReport, report_sentence
from meeting_app.wording import labels


class PaperPrinter(QObject):
    """Sets the papers on the papers' own thread and sends them to the printer."""

    def __init__(self, live: Live, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self.printing = Printing(self, live.office.tell)
        self.printing.finished.connect(self._printed)

    def print(self, poll_id: str, count: int) -> None:
        """So many papers more; 0 = as many as the meeting needs."""
        self._live.tell(_("The papers are being set."), "ok")
        self._live.follow(
            self._live.office.papers.more_ballots(poll_id, count), self._send, self._live.refuse
        )

    def _send(self, body: bytes) -> None:
        printer = self._live.office.settings.get(settings.PRINTER)
        self.printing.send(PrintJob(body, labels.label(labels.PAPERS, "ballot"), 1, printer, one_sided=True))

    @Slot(object)
    def _printed(self, report: PrintReport) -> None:
        self._live.tell(report_sentence(report), "ok" if report.fault is None else "danger")
