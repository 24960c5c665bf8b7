"""The papers: list, the page itself, and what can be done with it.

A code typed from a paper is checked here.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from meeting_app.actions.paper_copies import CopyFile, forms_of, make_copy
from meeting_app.actions.paper_folder import paper_name, write_folder
from meeting_app.actions.papers import FiledPaper, one_sided
from meeting_app.documents.whole_file import write_whole
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _, ngettext
from meeting_app.queries import paper_list as paper_queries
from meeting_app.settings import PRINTER
from meeting_app.ui.console.office import parts, saving
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.genuine import Genuine
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.ui.console.office.objections import Objections
from meeting_app.ui.console.office.page import Page
from meeting_app.ui.console.office.paper_makers import Copies, Makers, form_words
from meeting_app.ui.console.office.paper_view import PaperView
from meeting_app.ui.console.office.papers_presenter import (
    PaperItem,
    PapersPicture,
    PapersPresenter,
    ballots_note,
    facts,
    leaks_note,
    replaced_note,
    unkept_note,
)
from meeting_app.ui.console.office.postings import Postings
from meeting_app.ui.console.office.print_unseen import PrintUnseen
from meeting_app.ui.console.office.rows import Row, RowList, heading, line
from meeting_app.ui.qt.printing import Printing, PrintJob, PrintReport, printers, report_sentence
from meeting_app.ui.widgets.sheets import EmptyState
from meeting_app.wording import files, labels

if TYPE_CHECKING:
    from meeting_app.queries.records import Records
    from meeting_app.ui.qt.office import Office


class PapersPage(Page):
    """`meeting_id` narrows the list, `paper_id` opens one.

    `preview` shows a paper of the meeting that is not made yet.
    """

    kinds: ClassVar[frozenset[str]] = frozenset({"paper"})

    def __init__(
        self,
        office: "Office",
        meeting_id: str = "",
        topic_id: str = "",
        paper_id: str = "",
        preview: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(office, parent)
        self.presenter = PapersPresenter(office, meeting_id or None, topic_id or None)
        self._preview = preview
        self._then_print = False
        self._asked = 0
        self._items: dict[str, PaperItem] = {}
        self._body: bytes = b""
        self._opened = paper_id
        self.search = parts.search_field(_("Search in the titles"))
        self.search.textChanged.connect(self._searched)
        self.every = parts.button(_("All papers"), kind="quiet")
        self.every.clicked.connect(lambda: office.go("papers"))
        self.list = RowList(_("Papers"))
        self.list.chosen.connect(self._show)
        self.empty = parts.empty_state()
        self.begin_here = parts.button("", kind="main", icon="plus", key=_("Enter"))
        self.begin_here.clicked.connect(self._begin)
        self.blank = EmptyState("", " ", button=self.begin_here)
        self._makers = Makers()
        self._makers.make.connect(self.make)
        self._makers.look.connect(self.look)
        self._makers.all_the_same.connect(self.make_anyway)
        self.view = PaperView(office)
        self.printing = Printing(self, office.tell)
        self.printing.finished.connect(self._printed)
        self._facts = QVBoxLayout()
        self.folder = parts.button(_("Save all in a folder"), kind="quiet", icon="folder-open")
        self.folder.clicked.connect(self._choose_folder)
        self.back = parts.button(_("Back to the meeting"), icon="arrow-left")
        self.back.clicked.connect(
            lambda: office.go("live" if self.presenter.in_session() else "call", meeting_id=meeting_id)
        )
        self._make_side()
        self.setLayout(self._arranged())
        self.every.setVisible(bool(meeting_id or topic_id))
        self.back.setVisible(bool(meeting_id))
        self.refresh()
        if preview:
            self._show_preview(preview, meeting_id)

    def _make_side(self) -> None:
        self.title = parts.label("", "h2", serif=True, wrap=True)
        self.print_head = parts.label(_("Printer and copies"), "caption", tone="muted")
        self.printer = parts.combo(_("Printer"))
        names = printers()
        self.printer.offer([(name, name) for name in names] or [("", _("no printer is set up"))])
        self.printer.set_value(self.office.settings.get(PRINTER))
        self.printer.currentIndexChanged.connect(self._printer_chosen)
        self.copies = parts.stepper(_("Copies"), 1, 200)
        self.genuine = Genuine(self)
        self.save = parts.button(_("Save as PDF"), icon="download")
        self.save.clicked.connect(self._save)
        self.copies_in = Copies()
        self.copies_in.asked.connect(self._save_copy)
        self.postings = Postings(self)
        self.objections = Objections(self)
        self.main = parts.button(_("Print"), kind="main", icon="printer", key="Ctrl+P")
        self.main.clicked.connect(self._print)
        self.print_button = self.main

    def _arranged(self) -> QVBoxLayout:
        head = row(
            parts.heading(
                _("Papers"),
                _("Every paper carries its number and a code by which anyone can check it."),
            ),
            parts.at_top(self.folder),
            parts.at_top(self.every),
            parts.at_top(self.back),
        )  # fmt: skip
        listed = QWidget()
        listed.setFixedWidth(parts.px(272))
        self._filler = QWidget()  # holds what is above it up where there is no list
        self._filler.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        listed.setLayout(column(self.search, self.list, self.empty, self._makers, self._filler))
        self._page_room = parts.stack(self.view, self.blank)
        left = QWidget()
        left.setLayout(row(listed, parts.growing(self._page_room), spacing=24))
        right = QWidget()
        right.setLayout(
            column(
                self.title,
                self._facts,
                self.postings,
                self.objections,
                8,
                self.print_head,
                self.printer,
                row(self.copies, STRETCH),
                12,
                self.copies_in,
                12,
                self.genuine,
                STRETCH,
            )
        )
        foot = QWidget()
        foot.setLayout(column(self.save, self.main, spacing=12))
        return column(head, 8, Columns(left, right, foot, right_width=296), margins=(32, 24, 32, 24))

    def first_field(self) -> QWidget | None:
        """The list, or the button that makes the first paper."""
        return self.begin_here if self.begin_here.isVisibleTo(self) else self.list

    def refresh(self) -> None:
        """Show the papers as they are now."""
        picture = self.presenter.picture()
        self._items = {item.row.id: item for item in picture.items}
        self.list.show_rows([row for group in picture.groups for row in _rows(*group)])
        self.list.setVisible(bool(picture.items))
        self._filler.setVisible(not picture.items and not picture.unmatched)
        self.search.setVisible(bool(picture.items or self.presenter.text))
        self.empty.show_text(picture.unmatched)
        self._makers.offer(self.presenter.to_make())
        self._show_blank(picture)
        if self._opened in self._items:
            self.list.choose(self._opened)
            self._opened = ""
        if not self._preview:
            self._show(self.list.current_id())

    def _show_blank(self, picture: PapersPicture) -> None:
        """Where no paper is yet: what to do, with the button that does it."""
        blank = bool(picture.empty) and not self._preview
        self._page_room.setCurrentWidget(self.blank if blank else self.view)
        self.folder.setVisible(bool(picture.items))
        self.blank.sentence.setText(picture.empty)
        self.blank.hint.setText(picture.hint)
        self.blank.hint.setVisible(bool(picture.hint))
        self.begin_here.setVisible(bool(picture.button))
        self.begin_here.setText(picture.button)
        self.main_button = self.begin_here if blank else self.main

    def _begin(self) -> None:
        """The meeting's first paper, or the first meeting."""
        kinds = self.presenter.to_make()
        if kinds:
            self.make(kinds[0][0])
        else:
            self.office.go("call")

    def make(self, kind: str, *, all_the_same: bool = False, then_print: bool = False) -> None:
        """Make and file a paper of the meeting; it is shown when it is ready, and printed if asked for."""
        assert self.presenter.meeting_id is not None
        self._page_room.setCurrentWidget(self.view)
        self.view.wait()
        self._makers.ask_again("")
        self._making, self._then_print = kind, then_print
        made = self.office.papers.issue(kind, self.presenter.meeting_id, all_the_same=all_the_same)
        if then_print:
            printer = str(self.printer.currentData() or "")
            unseen = PrintUnseen(self.office, self.printing, printer, self.copies.value())
            unseen.follow(self, made, self._made, self._not_made)
        else:
            self.follow(made, self._made, self._not_made)

    def make_anyway(self, kind: str) -> None:
        """Make a public paper although it tells more than it should: the law asks for it."""
        self.make(kind, all_the_same=True, then_print=self._then_print)

    def look(self, kind: str) -> None:
        """Show a paper of the meeting as it would be now."""
        assert self.presenter.meeting_id is not None
        self._show_preview(kind, self.presenter.meeting_id)

    def _made(self, paper: FiledPaper) -> None:
        self._opened, self._preview = paper.paper_id, ""
        self.refresh()
        self.list.setFocus()
        if self._then_print:
            self._print()

    def _not_made(self, refusal: Refusal) -> None:
        self.view.clear()
        self._show_blank(self.presenter.picture())
        self.refused(refusal)
        if refusal.code == "paper_leaks":
            self._makers.ask_again(self._making)

    def _show(self, paper_id: str) -> None:
        """Show a filed paper."""
        item = self._items.get(paper_id)
        self._preview = ""
        self._body = self.office.records.ask(paper_queries.paper_bytes, paper_id=paper_id) or b""
        self.copies_in.offer(forms_of(item.row) if item is not None and self._body else ())
        self.postings.show_paper(item.row if item is not None else None)
        self.objections.show_paper(item.row if item is not None else None)
        self.title.setVisible(item is not None)
        self._show_way_out(printable=bool(self._body), saved=bool(self._body))
        empty(self._facts)
        if item is None:
            self.view.clear()
            return
        self.title.setText(item.row.title)
        for name, text in facts(item.row):
            self._facts.addWidget(parts.fact(name, text))
        if item.row.state == "superseded":
            self._facts.addWidget(parts.label(replaced_note(), "caption", tone="warn", wrap=True))
        if item.ballots:
            self._facts.addWidget(parts.label(ballots_note(), "caption", tone="muted", wrap=True))
        if not self._body:
            self._facts.addWidget(parts.label(unkept_note(), "caption", tone="muted", wrap=True))
        self.view.show_pdf(self._body, item.row.title)
        if item.row.public and self._body:
            self._look_through(item)

    def _look_through(self, item: PaperItem) -> None:
        """Say what a public paper tells of people, before it is printed."""
        self._asked += 1
        asked = self._asked

        def looked(found: tuple[str, ...]) -> None:
            if asked == self._asked and self.list.current_id() == item.row.id and not self._preview:
                sentence, tone = leaks_note(found)
                self._facts.addWidget(parts.label(sentence, "caption", tone=tone, wrap=True))

        told = self.office.papers.told(self._body, item.row.meeting_id or "")
        self.office.follow(self, told, looked, self.refused)  # what the banner says stays

    def _show_way_out(self, *, printable: bool, saved: bool) -> None:
        """The printer with its button, and the button that saves."""
        for widget in (self.main, self.print_head, self.printer, self.copies):
            widget.setVisible(printable)
        parts.set_text(self.main, _("Make and print") if self._preview else _("Print"))
        self.save.setVisible(saved)

    def _show_preview(self, kind: str, meeting_id: str) -> None:
        """Show a paper as it would be now; printing it makes and files it first."""
        self._preview = kind
        self._page_room.setCurrentWidget(self.view)
        self.title.setText(_("{paper}, as it would be now").format(paper=labels.label(labels.PAPERS, kind)))
        self.title.show()
        empty(self._facts)
        self._facts.addWidget(
            parts.label(
                _("It has no number yet. It is made and filed when it is printed."),
                "caption",
                tone="muted",
                wrap=True,
            )
        )
        self._show_way_out(printable=True, saved=False)
        self.copies_in.offer(())
        self.postings.show_paper(None)
        self.objections.show_paper(None)
        self.view.wait()
        self.follow(
            self.office.papers.preview(kind, meeting_id),
            lambda body: self.view.show_pdf(body, self.title.text()),
            self._not_previewed,
        )

    def _not_previewed(self, refusal: Refusal) -> None:
        """There is nothing to look at, so nothing to print either."""
        self.view.clear()
        self._show_way_out(printable=False, saved=False)
        self.refused(refusal)

    def _searched(self, text: str) -> None:
        self.presenter.text = text.strip()
        self.refresh()

    def _printer_chosen(self) -> None:
        self.office.settings.put(PRINTER, str(self.printer.currentData() or ""))

    def _print(self) -> None:
        if self._preview:
            self.make(self._preview, then_print=True)
            return
        item = self._items.get(self.list.current_id())
        if item is not None and self._body:
            self._with_run(lambda body: self._send(item, body))

    def _send(self, item: PaperItem, body: bytes) -> None:
        title = f"{item.title} {item.row.number_label}"
        chosen = str(self.printer.currentData() or "")
        one = one_sided(item.row.kind)
        self.printing.send(PrintJob(body, title, self.copies.value(), chosen, one))

    def _with_run(self, done: Callable[[bytes], None]) -> None:
        """What leaves the register: the filed paper; of ballots as many as are needed, with their codes."""
        item = self._items.get(self.list.current_id())
        if item is None or not item.ballots:
            done(self._body)
        else:
            self.follow(self.office.papers.run(item.row.id), done)

    def _printed(self, report: PrintReport) -> None:
        self.tell(report_sentence(report), "warn" if report.fault else "ok")

    def _save(self) -> None:
        item = self._items.get(self.list.current_id())
        if item is None:
            return
        place = saving.ask_place(self, _("Save as PDF"), paper_name(item.row), "pdf", "PDF (*.pdf)")
        if place is not None:
            self.write_pdf(place)

    def write_pdf(self, place: Path) -> None:
        """Write the shown paper to a file and say so; ballots with their codes, as they are printed."""
        self._with_run(lambda body: self._write(place, body))

    def _write(self, place: Path, body: bytes) -> None:
        try:
            write_whole(place, body)
        except OSError as problem:
            self.tell(_unwritten(place, problem), "danger")
        else:
            self.tell(saving.saved_words(place), "ok")

    def _save_copy(self, form: str) -> None:
        """Ask where to, then make the copy away from this thread and write it."""
        item = self._items.get(self.list.current_id())
        if item is None:
            return
        place = saving.ask_place(self, form_words(form), paper_name(item.row), form)
        if place is not None:
            self.write_copy(form, place)

    def write_copy(self, form: str, place: Path) -> None:
        """Make a copy of the shown paper in this form and write its files beside each other."""
        paper_id, records = self.list.current_id(), self.office.records
        self.work(
            lambda: make_copy(records, paper_id=paper_id, form=form),
            lambda files: self._write_files(place, files),
        )

    def _write_files(self, place: Path, files: tuple[CopyFile, ...]) -> None:
        try:
            for file in files:
                write_whole(place.with_name(f"{place.stem}{file.ending}"), file.body)
        except OSError as problem:
            self.tell(_unwritten(place, problem), "danger")
        else:
            self.tell(saving.saved_words(place), "ok")

    def _choose_folder(self) -> None:
        folder = saving.ask_folder(self, _("Save all in a folder"))
        if folder is not None:
            self.write_all(folder)

    def write_all(self, folder: Path) -> None:
        """Write every filed paper of the community, or of the meeting or topic that is shown, into a
        folder.
        """
        records, meeting, topic = self.office.records, self.presenter.meeting_id, self.presenter.topic_id

        def written(found: "int | OSError") -> None:
            if isinstance(found, OSError):
                self.tell(_unwritten(folder, found), "danger")
            else:
                self.tell(ngettext("{n} paper written.", "{n} papers written.", found).format(n=found), "ok")

        self.work(lambda: _try_folder(records, folder, meeting, topic), written)


def _rows(title: str, items: tuple[PaperItem, ...]) -> list[Row]:
    """A group of papers under its heading; without a title they stand alone."""
    head = [heading(items[0].row.id, title)] if title else []
    return [*head, *(line(item.row.id, item.title, item.detail, icon="file-text") for item in items)]


def _try_folder(
    records: "Records", folder: Path, meeting_id: str | None, topic_id: str | None
) -> int | OSError:
    """Write the papers; a folder that cannot be written is an answer, not a fault of the program."""
    try:
        return write_folder(records, folder, meeting_id, topic_id)
    except OSError as problem:
        return problem


def _unwritten(place: Path, problem: OSError) -> str:
    """That a file could not be written, and what that means."""
    return _("“{place}” cannot be written ({why}). The paper stays filed; choose another place.").format(
        place=place, why=files.why(problem)
    )
