"""After closing: what came of it at the left, the papers to make, look at and print, the page itself at the
right.
"""

from typing import ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from meeting_app import settings
from meeting_app.actions.papers import FiledPaper, one_sided
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.queries.paper_list import paper_bytes, paper_list
from meeting_app.ui.console.live import after_presenter as presenter
from meeting_app.ui.console.live.after_presenter import PaperJob
from meeting_app.ui.console.live.box import SPACE, across, down, held
from meeting_app.ui.console.live.capture import NoteLine
from meeting_app.ui.console.live.context import Centre, Live
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.console.office.paper_view import PaperView
from meeting_app.ui.qt import theme
from meeting_app.ui.qt.printing import Printing, PrintJob, PrintReport, report_sentence
from meeting_app.ui.widgets import Button, Chip, Hairline, Label, MainButton, SectionHead
from meeting_app.wording import labels

MOST_NOTES = 8


class PaperLine(QWidget):
    """A paper: what it is for, whether it is filed, the buttons to make or look and to print."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", "strong")
        self.remark = Label("", "caption", tone="muted", elide=True)
        self.state = Chip("")
        self.make = Button(_("Make and look"), icon="file-text")
        self.print = Button(_("Print"), icon="printer")
        row = across(gap=8)
        row.addLayout(down(SPACE, across(self.title, 8, self.state, SPACE), self.remark, SPACE), 1)
        row.addWidget(self.make)
        row.addWidget(self.print)
        self.setLayout(row)
        self.setFixedHeight(theme.current().px(72))

    def show_job(self, job: PaperJob) -> None:
        """Show how far the paper is."""
        self.title.setText(job.title)
        self.remark.setText(job.remark)
        self.state.set_chip(job.state, "ok" if job.paper_id else "flat", "check" if job.paper_id else "")
        self.make.setText(job.button)
        self.make.setAccessibleDescription(job.title)
        self.print.setAccessibleName(_("Print {paper}").format(paper=job.title))
        self.print.setVisible(bool(job.paper_id))


class AfterPage(Centre):
    """Enter makes the first paper that is missing; when all are there it leads to the tasks."""

    kinds: ClassVar[frozenset[str]] = frozenset({"paper", "meeting", "decision", "task", "note"})

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._jobs: tuple[PaperJob, ...] = ()
        self._most = MOST_NOTES
        self.heading = Label("", "h1")
        self.facts = Label("", tone="muted", wrap=True)
        self._notes = tuple(NoteLine() for _place in range(MOST_NOTES))
        self._lines = (PaperLine(), PaperLine())
        self.view = PaperView(live.office)
        self.printing = Printing(self, live.office.tell)
        self.printing.finished.connect(self._printed)
        self.tasks = Button(_("Tasks of the meeting"), icon="list-checks")
        self.tasks.clicked.connect(lambda: live.office.go("tasks"))
        self.others = Button(_("Other papers"), kind="quiet", icon="folder-open")
        self.others.clicked.connect(lambda: live.office.go("papers", meeting_id=live.meeting_id))
        self.leave = Button(_("Back to the office"), icon="house")
        self.leave.clicked.connect(lambda: live.office.go("today"))
        self.main_button = MainButton(_("See to the tasks"), key=_("Enter"))
        self.main_button.clicked.connect(self.main)
        for place, line in enumerate(self._lines):
            line.make.clicked.connect(lambda _on=False, which=place: self._make(which))
            line.print.clicked.connect(lambda _on=False, which=place: self._print(which))
        self._build()

    def _build(self) -> None:
        left = down(
            self.heading, self.facts, 16, SectionHead(_("What came of it")), Hairline(), 8, *self._notes, 16,
            SectionHead(_("Papers")), Hairline(), self._lines[0], Hairline(), self._lines[1],
            across(self.others, SPACE),
            margins=(24, 24, 24, 24),
        )  # fmt: skip
        left.addStretch(1)
        left.addLayout(across(self.tasks, self.leave, SPACE, self.main_button))
        self._left = left
        self._aside = held(down(self.view, margins=(16, 16, 16, 16)))
        both = across(gap=0)
        both.addLayout(left, 1)
        both.addWidget(self._aside)
        self.setLayout(both)

    def fit(self, measures: Measures) -> None:
        now = theme.current()
        self._left.setContentsMargins(*(now.px(measures.centre),) * 4)
        self._most = 3 if measures.name == "small" else MOST_NOTES
        self._aside.setFixedWidth(now.px({"small": 400, "large": 720}.get(measures.name, 520)))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), now.colour("surface"))
        aside = QRectF(self._aside.geometry())
        painter.fillRect(aside, now.colour("paper"))
        painter.fillRect(QRectF(aside.left(), 0, 1, self.height()), now.colour("line"))

    def refresh(self) -> None:
        view = self.live.view
        shown = presenter.summary(view)
        self.heading.setText(shown.heading)
        self.facts.setText("  ·  ".join(shown.facts))
        for place, line in enumerate(self._notes):
            line.setVisible(place < min(self._most, len(shown.outcomes)))
            if place < len(shown.outcomes):
                line.show_note(shown.outcomes[place])
        papers = self.live.ask(paper_list, meeting_id=self.live.meeting_id)
        decided = any(item.kind == "vote" and item.state == "done" for item in view.items)
        self._jobs = presenter.jobs(papers, decided=decided)
        for place, paper in enumerate(self._lines):
            paper.setVisible(place < len(self._jobs))
            if place < len(self._jobs):
                paper.show_job(self._jobs[place])
        missing = self._missing()
        self.main_button.setText(
            _("Make: {paper}").format(paper=missing.title) if missing else _("See to the tasks")
        )
        self.main_button.set_icon("file-text" if missing else "list-checks")

    def _missing(self) -> PaperJob | None:
        return next((job for job in self._jobs if not job.paper_id), None)

    def main(self) -> None:
        missing = self._missing()
        if missing is None:
            self.live.office.go("tasks")
        else:
            self._make(self._jobs.index(missing))

    def _make(self, place: int) -> None:
        """Make a paper that is missing, show one that is there."""
        job = self._jobs[place]
        if job.paper_id:
            self._look(job.paper_id, job.title)
            return
        self.view.wait()
        self._enable(on=False)
        self.live.follow(
            self.live.office.papers.issue(job.kind, self.live.meeting_id), self._made, self._refused
        )

    def _enable(self, *, on: bool) -> None:
        self.main_button.setEnabled(on)
        for line in self._lines:
            line.make.setEnabled(on)

    def _made(self, filed: FiledPaper) -> None:
        self._enable(on=True)
        self.refresh()
        self._look(filed.paper_id, filed.title)

    def _refused(self, refusal: Refusal) -> None:
        self._enable(on=True)
        self.view.clear()
        self.live.refuse(refusal)

    def _body(self, paper_id: str) -> bytes:
        return self.live.ask(paper_bytes, paper_id=paper_id) or b""

    def _look(self, paper_id: str, title: str) -> None:
        self.view.show_pdf(self._body(paper_id), title)

    def _print(self, place: int) -> None:
        job = self._jobs[place]
        body = self._body(job.paper_id)
        printer = self.live.office.settings.get(settings.PRINTER)
        title = f"{labels.label(labels.PAPERS, job.kind)} {job.state}"
        self.printing.send(PrintJob(body, title, 1, printer, one_sided(job.kind)))

    def _printed(self, report: PrintReport) -> None:
        self.live.tell(report_sentence(report), "ok" if report.fault is None else "danger")
