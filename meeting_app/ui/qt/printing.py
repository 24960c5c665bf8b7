"""Paper on its way to the printer (decisions.md 30).

Elsewhere than on Windows the PDF itself goes to CUPS through `lp`, which keeps text sharp and needs no
rendering; on Windows the pages are drawn on a QPrinter as pictures. Neither opens a dialog, neither makes
the window wait, and a printer that is missing is told as a report: the paper itself lies filed in the
community's file and loses nothing.
"""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

COMMAND: Final = "lp"
PATIENCE_MS: Final = 30_000
PRINT_DPI: Final = 300


class PrintFault(StrEnum):
    """Why a paper did not reach the printer."""

    NO_PRINTER = "no_printer"
    NO_COMMAND = "no_command"
    REFUSED = "refused"
    TOO_SLOW = "too_slow"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A PDF, the title it has in the printer's queue, how many copies.

    And the printer ("" = the usual one). `one_sided` = not on both sides of a sheet, whatever the printer
    does by itself: what is cut, handed out or hung up.
    """

    pdf: bytes
    title: str
    copies: int = 1
    printer: str = ""
    one_sided: bool = False


@dataclass(frozen=True, slots=True)
class PrintReport:
    """What became of a job; `detail` is the printer system's own sentence, in its own language."""

    job: PrintJob
    printer: str
    fault: PrintFault | None = None
    detail: str = ""


def report_sentence(report: PrintReport) -> str:
    """What happened, what was kept and what to do, in the reader's language."""
    title, copies = report.job.title, report.job.copies
    if report.fault is None:
        return ngettext(
            "“{title}” went to the printer {printer}, {n} copy.",
            "“{title}” went to the printer {printer}, {n} copies.",
            copies,
        ).format(title=title, printer=report.printer, n=copies)
    sentences = {
        PrintFault.NO_PRINTER: _(
            "No printer is set up on this laptop. “{title}” is filed and can be saved as a PDF, "
            "or printed later."
        ),
        PrintFault.NO_COMMAND: _(
            "The printing service of this laptop is missing. “{title}” is filed; save it as a PDF "
            "and print it elsewhere."
        ),
        PrintFault.REFUSED: _(
            "The printer {printer} did not take “{title}”. The paper is filed; switch the printer on "
            "or choose another one."
        ),
        PrintFault.TOO_SLOW: _(
            "The printer {printer} did not answer in half a minute. “{title}” is filed; "
            "look at the printer, then print again."
        ),
    }
    return sentences[report.fault].format(title=title, printer=report.printer)


# CUPS's names of the sheets that papers have, by width and height in whole points.
_MEDIA: Final = {(595, 842): "A4", (842, 1191): "A3", (420, 595): "A5"}


def sheet_options(job: PrintJob) -> list[str]:
    """What CUPS needs to put a PDF on the sheet that it is made for, at its own size: a poster asks for A3,
    and an office printer says that it has none instead of shrinking it. A page that lies on its side is
    turned by CUPS itself.
    """
    from meeting_app.documents.preview import page_sizes

    try:
        sizes = page_sizes(job.pdf)
    except Refusal:
        sizes = []  # not a PDF of ours; the printer's own default holds
    short, long = sorted(map(round, sizes[0])) if sizes else (0, 0)
    media = _MEDIA.get((short, long))
    wanted = [f"media={media}", "print-scaling=none"] if media else []
    wanted += ["sides=one-sided"] if job.one_sided else []
    return [word for option in wanted for word in ("-o", option)]


def printers() -> tuple[str, ...]:
    """The names of the printers that the system knows, the usual one first."""
    from PySide6.QtPrintSupport import QPrinterInfo

    usual = QPrinterInfo.defaultPrinterName()
    others = [name for name in QPrinterInfo.availablePrinterNames() if name != usual]
    return (usual, *others) if usual else tuple(others)


class _Order(QObject):
    """A job under way. The program owns it and not the page that gave it: whoever turns to another page gets
    the print all the same, is spared the report of a print that went well, and is told of one that did not.
    """

    _ended = Signal(object)

    def __init__(self, printing: "Printing") -> None:
        super().__init__(QCoreApplication.instance())
        self._printing, self._elsewhere = printing, printing.elsewhere
        self._ended.connect(self._report, Qt.ConnectionType.QueuedConnection)

    def end(self, report: PrintReport) -> None:
        """Any thread: this became of it."""
        self._ended.emit(report)

    @Slot(object)
    def _report(self, report: PrintReport) -> None:
        self.deleteLater()
        if isValid(self._printing):
            self._printing.finished.emit(report)
        elif report.fault is not None:
            self._elsewhere(report_sentence(report))


class Printing(QObject):
    """Sends papers to the printer one after the other; every job ends in exactly one `finished` report, or,
    when whoever ordered it is gone by then, in the sentence of a fault that `elsewhere` is given.
    """

    finished = Signal(object)

    def __init__(
        self,
        parent: QObject | None,
        elsewhere: Callable[[str], None],
        known: Callable[[], tuple[str, ...]] = printers,
        command: str = COMMAND,
    ) -> None:
        """`known` lists the printers and `command` is CUPS's own, so that a test may stand in for both."""
        super().__init__(parent)
        self.known, self.elsewhere = known, elsewhere
        self._command = command
        self._painter: ThreadPoolExecutor | None = None

    def beside(self, parent: QObject) -> "Printing":
        """Another one to the same printers, that lives as long as its own parent."""
        return Printing(parent, self.elsewhere, self.known, self._command)

    def send(self, job: PrintJob) -> None:
        """Print the job soon; the report comes by `finished`, also when there is no printer at all."""
        names = self.known()
        printer = job.printer if job.printer in names else (names[0] if names else "")
        if not printer:
            self.finished.emit(PrintReport(job, job.printer, PrintFault.NO_PRINTER))
        elif sys.platform == "win32":
            self._paint(job, printer)
        else:
            self._spool(job, printer)

    def _spool(self, job: PrintJob, printer: str) -> None:
        """Hand the PDF to CUPS through its command's input; no file lies about."""
        order = _Order(self)
        process = QProcess(order)
        patience = QTimer(process)
        patience.setSingleShot(True)
        patience.setInterval(PATIENCE_MS)

        def report(fault: PrintFault | None, detail: str = "") -> None:
            patience.stop()
            order.end(PrintReport(job, printer, fault, detail))

        def ended(code: int) -> None:
            if not isValid(process):
                return  # the program ends
            words = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip()
            report(None if code == 0 else PrintFault.REFUSED, words)

        def failed(error: QProcess.ProcessError) -> None:
            if error is QProcess.ProcessError.FailedToStart:
                report(PrintFault.NO_COMMAND)

        def gave_up() -> None:
            process.finished.disconnect()
            process.kill()
            process.waitForFinished(1000)
            report(PrintFault.TOO_SLOW)

        process.finished.connect(ended)
        process.errorOccurred.connect(failed)
        patience.timeout.connect(gave_up)
        patience.start()
        wanted = ["-d", printer, "-n", str(job.copies), "-t", job.title, *sheet_options(job), "-"]
        process.start(self._command, wanted)
        process.write(job.pdf)
        process.closeWriteChannel()

    def _paint(self, job: PrintJob, printer: str) -> None:
        """Draw the pages on a worker thread; QPainter may paint on a QPrinter there."""
        if self._painter is None:
            self._painter = ThreadPoolExecutor(1, "printing")
        self._painter.submit(_paint_now, _Order(self), job, printer)


def _paint_now(order: _Order, job: PrintJob, printer: str) -> None:
    fault = None if draw(job, qprinter(job, printer)) else PrintFault.REFUSED
    if isValid(order):  # the program has not ended meanwhile
        order.end(PrintReport(job, printer, fault))


def qprinter(job: PrintJob, printer: str) -> "QPrinter":
    """The printer, set up for the job, whole sheets."""
    from PySide6.QtPrintSupport import QPrinter

    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setPrinterName(printer)
    device.setDocName(job.title)
    device.setCopyCount(job.copies)
    device.setResolution(PRINT_DPI)
    device.setFullPage(True)
    if job.one_sided:
        device.setDuplex(QPrinter.DuplexMode.DuplexNone)
    return device


def _lay(device: "QPrinter", width: float, height: float) -> None:
    """The sheet of a page, in points: its upright size, and turned when the page lies on its side, because
    drivers know no sheet that is wider than high.
    """
    from PySide6.QtCore import QMarginsF, QSizeF
    from PySide6.QtGui import QPageLayout, QPageSize

    size = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point)
    lying = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, lying, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(layout)


def draw(job: PrintJob, device: "QPrinter") -> bool:
    """Draw every page to the whole sheet, each in the size that the PDF gives it.

    False when the printer refuses.
    """
    from PySide6.QtGui import QImage, QPainter

    from meeting_app.documents.preview import opened

    painter = QPainter()
    with opened(job.pdf) as document:
        try:
            for number in range(len(document)):
                page = document[number]
                width, height = page.get_size()
                _lay(device, width, height)
                if not (painter.begin(device) if number == 0 else device.newPage()):
                    return False
                bitmap = page.render(scale=PRINT_DPI / 72, rev_byteorder=True, prefer_bgrx=True)
                picture = QImage(
                    bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
                )
                painter.drawImage(painter.viewport(), picture)
            return True
        finally:
            if painter.isActive():
                painter.end()
