"""Importing a roster: choose a file, see what would happen to each row, confirm or leave.

Undo takes back the whole.
"""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from meeting_app.actions import people as people_actions
from meeting_app.actions import roster_file
from meeting_app.actions.roster.watch import Watch
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _, ngettext
from meeting_app.queries.known_roster import known_roster
from meeting_app.ui.console.office import import_presenter as words
from meeting_app.ui.console.office import parts, saving
from meeting_app.ui.console.office.filters import Filters
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.page import Page
from meeting_app.ui.console.office.progress import Progress
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets.tables import Column, Line, Table
from meeting_app.wording import roster as roster_words

if TYPE_CHECKING:
    from meeting_app.actions.people import ImportResult
    from meeting_app.actions.roster_file import PreviewRow, RosterPreview
    from meeting_app.ui.qt.office import Office

CHOOSE, PREVIEW, UNDER_WAY = range(3)
# Below this width (at 100 %) the remark would have no room beside the telephone.
WIDE, PHONE = 1_000, 5
LINE_TONES: Final = {"new": "ok", "same": "muted", "question": "warn", "error": "danger", "left": "muted"}


class ImportPage(Page):
    """`file` is read at once when it is given."""

    kinds: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, office: "Office", file: str = "", parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.preview: RosterPreview | None = None
        self._state = words.ALL
        self._said = ""
        self._confirmed: set[int] = set()
        self.line = parts.label("", tone="muted", wrap=True)
        self.other = parts.button(_("Another file"), icon="file-text")
        self.other.clicked.connect(self.choose_file)
        self.choose = parts.button(_("Choose a file"), kind="main", icon="folder-open", key=_("Enter"))
        self.choose.clicked.connect(self.choose_file)
        self.example = parts.button(_("Save an example to fill in"), kind="big", icon="download")
        self.example.clicked.connect(self._save_example)
        self.filters = Filters(_("Rows"))
        self.filters.chosen.connect(self._filtered)
        self.table = Table(_("Rows of the file"), _columns())
        self.table.chosen.connect(lambda _id: self._show_question())
        self.unused = parts.label("", "caption", tone="muted")
        self.question = parts.label("", wrap=True)
        self.same_person = parts.button(_("Take it over"), icon="check")
        self.same_person.clicked.connect(self._answer)
        self.all_alike = parts.button("", icon="list-checks")
        self.all_alike.clicked.connect(self._answer_all)
        self.progress = Progress()
        self.summary = parts.label("", wrap=True)
        self.cancel = parts.button(_("Do not import"), kind="big")
        self.cancel.clicked.connect(lambda: office.go("roster"))
        self.take = parts.button("", kind="main", icon="check", key=_("Enter"))
        self.take.clicked.connect(self._import)
        self._stack = parts.stack(self._first(), self._second(), self.progress)
        self.setLayout(self._arranged())
        self._show_first()
        if file:
            self.read(Path(file))

    def _arranged(self) -> QVBoxLayout:
        head = row(
            parts.growing(column(parts.label(_("Import a roster"), "h1"), self.line, spacing=0)),
            parts.at_top(self.other),
        )
        return column(head, 8, self._stack, margins=(32, 24, 32, 24))

    def _first(self) -> QWidget:
        made = QWidget()
        made.setLayout(
            column(
                parts.label(_("A list as XLSX or CSV, one person a row"), "h2"),
                parts.label(
                    _(
                        "Needed are columns for the name and the place: 3-2-501 in one cell, or building, "
                        "stairway and room. Area, phone, relation, share, year of birth, groups and "
                        "capacities are taken when they are there. Nothing is written before you have seen "
                        "every row."
                    ),
                    tone="muted",
                    wrap=True,
                ),
                16,
                row(self.choose, self.example, STRETCH, spacing=16),
                STRETCH,
            )
        )
        return made

    def _second(self) -> QWidget:
        made = QWidget()
        sheet = parts.sheet()
        sheet.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sheet.setLayout(column(self.table, margins=(1, 1, 1, 1)))
        asked = row(parts.growing(self.question), self.all_alike, self.same_person, spacing=16)
        foot = row(parts.growing(self.summary), self.cancel, self.take, spacing=16)
        made.setLayout(
            column(row(self.filters, STRETCH, self.unused), 8, sheet, asked, parts.hairline(), foot)
        )
        return made

    def first_field(self) -> QWidget | None:
        """The button that chooses a file, the table, or the button that stops what is under way."""
        return (self.choose, self.table, self.progress.stop)[self._stack.currentIndex()]

    def _show_first(self) -> None:
        self._stack.setCurrentIndex(CHOOSE)
        self.other.hide()
        self.main_button = self.choose
        self.line.setText(_("Nothing is written before you confirm it, and the whole can be taken back."))

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _chosen = QFileDialog.getOpenFileName(
            self, _("Choose a file"), documents, _("Lists (*.xlsx *.xlsm *.csv *.txt *.xls)")
        )
        if name:
            self.read(Path(name))

    def read(self, file: Path) -> None:
        """Read a file on a worker and show what would happen."""
        watch = self._under_way(_("“{file}” is being read …").format(file=file.name))
        records, today = self.office.records, self.office.today()
        self.work(
            lambda: roster_file.read_roster(file, records.ask(known_roster), today=today, watch=watch),
            lambda preview: self._arrived(file, preview),
            self._unreadable,
        )

    def read_now(self, file: Path) -> None:
        """Read a short file on this thread, for who waits for it."""
        records = self.office.records
        preview = roster_file.read_roster(file, records.ask(known_roster), today=self.office.today())
        self._arrived(file, preview)

    def _under_way(self, what: str) -> Watch:
        """Show how far it is, and let it be stopped."""
        watch = Watch()
        self.show_under_way(what, watch)
        return watch

    def show_under_way(self, what: str, watch: Watch) -> None:
        """Bar, figures and the button that stops it."""
        self.line.setText("")
        self.other.hide()
        self.main_button = None
        self.progress.begin(what, watch)
        self._stack.setCurrentIndex(UNDER_WAY)
        self.progress.stop.setFocus()

    def _unreadable(self, refusal: Refusal) -> None:
        self.progress.end()
        self._show_first()
        super().refused(refusal)

    def _save_example(self) -> None:
        file = saving.ask_place(self, _("Save an example"), _("roster"), "xlsx", _("Lists (*.xlsx)"))
        if file is not None:
            self.write_example(file)

    def write_example(self, file: Path) -> None:
        """Write a list to fill in."""
        self.work(
            lambda: roster_file.write_roster_template(file),
            lambda _nothing: self.tell(saving.saved_words(file), "ok"),
        )

    def _arrived(self, file: Path, preview: "RosterPreview") -> None:
        self.told.emit("", "")
        self.progress.end()
        self.preview, self._state = preview, words.ALL
        self._confirmed.clear()
        rows = len(preview.rows)
        text = ngettext(
            "{file}, {n} row, nothing is written yet", "{file}, {n} rows, nothing is written yet", rows
        )
        self._said = text.format(file=file.name, n=rows)
        self.unused.setText(roster_words.unused_columns((*preview.unused, *preview.sheets)))
        self._show_preview()
        self.table.setFocus()

    def _show_preview(self) -> None:
        self.line.setText(self._said)
        self.other.show()
        self._stack.setCurrentIndex(PREVIEW)
        self.main_button = self.take
        self._fill()

    def _filtered(self, state: str) -> None:
        self._state = state
        self._fill()

    def _fill(self) -> None:
        """Show the rows of the chosen state, and what the main button would do."""
        assert self.preview is not None
        self.filters.show_options(words.filters(self.preview), self._state)
        shown = [
            _line(words.import_line(row_, place), taken=place in self._confirmed)
            for place, row_ in enumerate(self.preview.rows)
            if self._state in (words.ALL, row_.state)
        ]
        self.table.show_lines(shown)
        if shown and not self.table.current_id():
            self.table.selectRow(0)
        sentence, written = words.summary(self.preview, frozenset(self._confirmed))
        self.summary.setText(sentence)
        self.take.setText(ngettext("Import {n} row", "Import {n} rows", written).format(n=written))
        self.take.setEnabled(written > 0)
        self._show_question()

    def _chosen(self) -> "PreviewRow | None":
        assert self.preview is not None
        place = self.table.current_id()
        return self.preview.rows[int(place)] if place else None

    def _show_question(self) -> None:
        """The chosen row's question or error in full, with its answer."""
        assert self.preview is not None
        chosen = self._chosen()
        asked = chosen is not None and chosen.state == "question"
        self.question.setText(words.notes(chosen) if chosen is not None else "")
        self.same_person.setVisible(asked)
        alike = words.alike(self.preview, chosen) if chosen is not None and asked else ()
        self.all_alike.setVisible(len(alike) > 1)
        if chosen is not None:
            taken = int(self.table.current_id()) in self._confirmed
            parts.set_text(self.same_person, _("Leave it out after all") if taken else _("Take it over"))
            every = _("Leave all {n} out") if taken else _("Take all {n} like it")
            parts.set_text(self.all_alike, every.format(n=len(alike)))

    def _answer(self) -> None:
        """The row with everybody who stands in it."""
        self._turn(words.together(self.preview, self._chosen()))

    def _answer_all(self) -> None:
        self._turn(words.alike(self.preview, self._chosen()))

    def _turn(self, places: tuple[int, ...]) -> None:
        """Take these rows over, or leave them out when the chosen one was taken."""
        if int(self.table.current_id()) in self._confirmed:
            self._confirmed -= set(places)
        else:
            self._confirmed |= set(places)
        self._fill()

    def _import(self) -> None:
        assert self.preview is not None
        lines = roster_file.lines(self.preview, frozenset(self._confirmed))
        watch = self._under_way(_("The roster is being written …"))
        self.do(
            people_actions.import_roster, self._imported, rows=lines, bodies=self.preview.bodies, watch=watch
        )

    def _imported(self, result: "ImportResult") -> None:
        self.progress.end()
        self.office.go("roster", said=words.result_sentence(result))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, the remark takes the place of the telephone."""
        super().resizeEvent(event)
        self.table.setColumnHidden(PHONE, self.width() < theme.current().px(WIDE))

    def escape(self) -> bool:
        """Esc stops what is under way."""
        if self._stack.currentIndex() == UNDER_WAY and self.progress.stop.isEnabled():
            self.progress.stop.click()
            return True
        return False

    def refused(self, refusal: Refusal) -> None:
        """A refusal leaves the preview as it was."""
        self.progress.end()
        if self.preview is not None:
            self._show_preview()
            self.take.setFocus()
        super().refused(refusal)


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Line no."), figures=True, width=80),
        Column(_("What happens"), width=144),
        Column(_("Name"), width=128),
        Column(_("Room"), width=192),
        Column(_("Area m²"), figures=True, width=104),
        Column(_("Phone"), width=144),
        Column(_("Remark"), stretch=1),
    )


def _line(line: words.ImportLine, *, taken: bool) -> Line:
    label = _("Taken over") if taken else line.label
    cells = (line.number, label, line.name, line.room, line.area, line.phone, line.note)
    return Line(line.place, cells, tone="ok" if taken else LINE_TONES.get(line.state, ""))
