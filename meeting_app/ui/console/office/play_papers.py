"""The papers of a play: what there is, a look at it, and its way to the printer or into a folder.

Every copy that leaves is registered. A second copy of a secret paper is made only after a second key.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from meeting_app.actions.paper_folder import readable_name
from meeting_app.actions.papers import one_sided
from meeting_app.actions.roleplay.printing import Printed, print_play_folder
from meeting_app.documents.whole_file import write_whole
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _, ngettext
from meeting_app.settings import PRINTER
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.ui.console.office.page import Page
from meeting_app.ui.console.office.paper_view import PaperView
from meeting_app.ui.console.office.play_papers_presenter import PlayPapersPresenter
from meeting_app.ui.console.office.rows import RowList
from meeting_app.ui.qt.printing import Printing, PrintJob, PrintReport, printers, report_sentence
from meeting_app.wording import files

if TYPE_CHECKING:
    from meeting_app.queries.roleplay.staging import PlayPapers
    from meeting_app.ui.qt.office import Office

MOST_SHEETS = 2_000
# Sets that begin with a cover: what is looked at is the page after it.
COVERED = frozenset(
    ("play_cards", "play_cards_large", "play_tents", "play_clues", "play_proposals", "play_polls")
)
PLAY = "play"  # the page on which a play is prepared


class PlayPapersPage(Page):
    """`play_id` is the play; `kind` is chosen when the page opens."""

    kinds: ClassVar[frozenset[str]] = frozenset({"play", "player", "play_table", "paper"})

    def __init__(self, office: "Office", play_id: str, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.presenter = PlayPapersPresenter(office, play_id)
        self.known: PlayPapers | None = None
        self._wanted, self._looked, self._asked = kind, "", 0
        self._once_more: Callable[[], None] | None = None
        self.list = RowList(_("Papers of the play"), height=48)
        self.list.chosen.connect(self._show)
        self.empty = parts.empty_state()
        self.view = PaperView(office)
        self.printing = Printing(self, office.tell)
        self.printing.finished.connect(self._printed)
        self._make_side()
        self.setLayout(self._arranged())
        for later in (self.columns, self.folder):
            later.hide()
        self.refresh()

    def _make_side(self) -> None:
        self.title = parts.label("", "h2", wrap=True)
        self.note = parts.label("", wrap=True)
        self.sheets = parts.stepper(_("Sheets of the poll"), 1, MOST_SHEETS)
        self.sheets_note = parts.label(_("Sheets of the poll"), "caption", tone="muted")
        self._out = QVBoxLayout()
        self.printer = parts.combo(_("Printer"))
        names = printers()
        self.printer.offer([(name, name) for name in names] or [("", _("no printer is set up"))])
        self.printer.set_value(self.office.settings.get(PRINTER))
        self.printer.currentIndexChanged.connect(self._printer_chosen)
        self.again = parts.button(_("Print one more all the same"), icon="triangle-alert")
        self.again.clicked.connect(self._again)
        self.again.hide()
        self.save = parts.button(_("Save as PDF"), icon="download")
        self.save.clicked.connect(self._save)
        self.main = parts.button(_("Print"), kind="main", icon="printer", key="Ctrl+P")
        self.main.clicked.connect(self.print_chosen)
        self.main_button = self.print_button = self.main
        self.folder = parts.button(_("Save all in a folder"), kind="quiet", icon="folder-open")
        self.folder.clicked.connect(self._choose_folder)
        self.back = parts.button(_("Back to the play"), icon="arrow-left")
        self.back.clicked.connect(self._go_back)

    def _arranged(self) -> QVBoxLayout:
        self.headline = parts.label("", tone="muted", wrap=True)
        head = row(
            parts.heading(_("Papers of the play"), self.headline),
            parts.at_top(self.folder),
            parts.at_top(self.back),
        )
        listed = QWidget()
        listed.setFixedWidth(parts.px(288))
        listed.setLayout(column(self.list))
        left = QWidget()
        left.setLayout(row(listed, parts.growing(self.view), spacing=24))
        right = QWidget()
        right.setLayout(
            column(
                self.title, self.note, 8, self.sheets_note, row(self.sheets, STRETCH), 8, self._out, 8,
                parts.label(_("Printer"), "caption", tone="muted"), self.printer, STRETCH,
            )
        )  # fmt: skip
        foot = QWidget()
        foot.setLayout(column(self.again, self.save, self.main, spacing=12))
        self.columns = Columns(left, right, foot, right_width=296)
        self.blank = QWidget()  # takes the room of the columns, so that the heading stays where it is
        self.blank.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.blank.setLayout(column(STRETCH, self.empty, STRETCH))
        return column(head, 8, self.columns, self.blank, margins=(32, 24, 32, 24))

    def first_field(self) -> QWidget | None:
        """The list, when there is one."""
        return self.back if self.known is not None and not self.known.cast else self.list

    def refresh(self) -> None:
        """Ask what went out by now. A scenario that is read for the first time takes longer than a page may
        wait, so a worker asks.
        """
        self._asked += 1
        asked = self._asked

        def arrived(known: "PlayPapers") -> None:
            if asked == self._asked:
                self._show_known(known)

        self.work(self.presenter.known, arrived)

    def _show_known(self, known: "PlayPapers") -> None:
        """Show it; the paper that is looked at is set anew when the play changed."""
        before, self.known = self.known, known
        self.headline.setText(self.presenter.headline(known))
        self.list.show_rows(self.presenter.rows(known) if known.cast else [])
        for widget in (self.columns, self.folder):
            widget.setVisible(known.cast)
        self.blank.setVisible(not known.cast)
        told = _("Cast the play first: cards are printed for the seats of its tables.")
        self.empty.show_text("" if known.cast else told)
        if before is None or (before.tables, before.people) != (known.tables, known.people):
            self._looked = ""
        self.sheets.set_value(max(self.sheets.value(), self.presenter.sheets(known)))
        if self._wanted and known.cast:
            self.list.choose(self._wanted)
            self._wanted = ""
        self._show(self.list.current_id())
        if before is None and known.cast:
            self.list.setFocus()

    def _show(self, kind: str) -> None:
        """Show a kind: what it is for, what went out, how it looks."""
        paper = self.presenter.paper(self.known, kind) if kind and self.known is not None else None
        self.sheets.setVisible(paper is not None and paper.poll)
        self.sheets_note.setVisible(paper is not None and paper.poll)
        empty(self._out)
        if paper is None:
            self.view.clear()
            return
        self.title.setText(paper.title)
        self.note.setText(paper.note)
        if paper.out:
            self._out.addWidget(parts.fact(_("Went out"), paper.out))
        if kind != self._looked:
            self._looked = kind
            self._offer_again(None)
            self._look(kind)

    def _look(self, kind: str) -> None:
        self.view.wait()
        looked = self.office.papers.preview_play(self.presenter.play_id, kind)

        def arrived(body: bytes) -> None:
            if kind == self._looked:
                self.view.show_pdf(body, self.title.text(), int(kind in COVERED))

        def refused(refusal: Refusal) -> None:
            if kind == self._looked:
                self.view.clear()
                self.refused(refusal)

        self.follow(looked, arrived, refused)

    @Slot()
    def print_chosen(self) -> None:
        """Register a copy of the chosen paper and send it to the printer."""
        self._issue(self._send)

    def write_pdf(self, place: Path) -> None:
        """Register a copy of the chosen paper and write it to a file."""
        self._issue(lambda made: self._write(place, made))

    def _issue(self, done: Callable[[Printed], None], *, again: bool = False) -> None:
        kind = self.list.current_id()
        if not kind:
            return
        self._offer_again(None)
        made = self.office.papers.print_play(
            self.presenter.play_id, kind, sheets=self.sheets.value(), again=again
        )
        self.follow(
            made, done, lambda refusal: self._not_made(refusal, lambda: self._issue(done, again=True))
        )

    def _not_made(self, refusal: Refusal, once_more: Callable[[], None]) -> None:
        self.refused(refusal)
        if refusal.code == "play_printed":
            self._offer_again(once_more)

    def _offer_again(self, once_more: Callable[[], None] | None) -> None:
        """Offer what was refused only for a second thought; None takes the offer back."""
        self._once_more = once_more
        self.again.setVisible(once_more is not None)
        for usual in (self.main, self.save):
            usual.setVisible(once_more is None)
        if once_more is not None:
            self.again.setFocus()

    def escape(self) -> bool:
        """Leave the second copy alone."""
        if self._once_more is None:
            return False
        self._offer_again(None)
        self.list.setFocus()
        return True

    @Slot()
    def _again(self) -> None:
        once_more = self._once_more
        self._offer_again(None)
        self.list.setFocus()
        if once_more is not None:
            once_more()

    def _send(self, made: Printed) -> None:
        title = f"{made.paper.title} {made.paper.number_label}"
        printer, one = str(self.printer.currentData() or ""), one_sided(made.paper.kind)
        self.printing.send(PrintJob(made.body, title, 1, printer, one))

    def _printed(self, report: PrintReport) -> None:
        self.tell(report_sentence(report), "warn" if report.fault else "ok")

    def _printer_chosen(self) -> None:
        self.office.settings.put(PRINTER, str(self.printer.currentData() or ""))

    def _documents(self) -> str:
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    @Slot()
    def _save(self) -> None:
        play = self.known.title if self.known is not None else ""
        proposed = Path(self._documents()) / f"{readable_name(play, self.title.text())}.pdf"
        name, _chosen = QFileDialog.getSaveFileName(self, _("Save as PDF"), str(proposed), "PDF (*.pdf)")
        if name:
            self.write_pdf(Path(name))

    def _write(self, place: Path, made: Printed) -> None:
        try:
            write_whole(place, made.body)
        except OSError as problem:
            self._unwritten(place, problem)
        else:
            self.tell(_("Saved as “{place}”.").format(place=place), "ok")

    def _unwritten(self, place: Path, problem: OSError) -> None:
        told = _("“{place}” cannot be written ({why}). The paper stays filed; choose another place.")
        self.tell(told.format(place=place, why=files.why(problem)), "danger")

    @Slot()
    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("Save all in a folder"), self._documents())
        if name:
            self.write_all(Path(name))

    def write_all(self, folder: Path, *, again: bool = False) -> None:
        """Register a copy of every paper and write them into a folder."""
        self._offer_again(None)
        desk, records, play_id = self.office.desk, self.office.records, self.presenter.play_id
        sheets = self.sheets.value()

        def task() -> "int | OSError":
            try:
                return print_play_folder(desk, records, play_id, folder, sheets=sheets, again=again)
            except OSError as problem:
                return problem

        def written(found: "int | OSError") -> None:
            if isinstance(found, OSError):
                self._unwritten(folder, found)
            else:
                self.tell(ngettext("{n} paper written.", "{n} papers written.", found).format(n=found), "ok")

        self.work(task, written, lambda no: self._not_made(no, lambda: self.write_all(folder, again=True)))

    @Slot()
    def _go_back(self) -> None:
        self.office.go(PLAY, play_id=self.presenter.play_id)
