"""The start page: one sentence, large choices, the communities opened lately, the language."""

from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QSizePolicy, QStackedLayout, QWidget

from meeting_app import i18n, settings
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.new_community import NewCommunity
from meeting_app.ui.console.office.page import ENTER
from meeting_app.ui.console.office.painted import RowButton
from meeting_app.ui.console.office.start_presenter import (
    FILTER,
    CommunityDetails,
    Doors,
    RecentFile,
    recent_files,
)
from meeting_app.ui.console.office.start_restore import StartRestore
from meeting_app.ui.widgets.bars import RingMark
from meeting_app.ui.widgets.buttons import Button

WIDTH: Final = 880
RECENT_SHOWN: Final = 4
CHOICES, FORM, RESTORING = range(3)
NO_PROXY = cast("QWidget", None)  # Qt takes it; its stubs do not know


class StartPage(QWidget):
    """Shown while no community is open; everything it starts goes through the doors that it is given."""

    def __init__(self, doors: Doors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doors = doors
        self._documents = _documents()
        self.problem = parts.banner()
        self._stack = QStackedLayout()
        # On the page first: without a parent, the first one added would flash up as a window of its own.
        self.setLayout(column(self.problem, self._stack, spacing=0))
        self._stack.addWidget(self._choices())
        self.form = NewCommunity(self._documents)
        self.form.cancelled.connect(self.show_choices)
        self.form.confirmed.connect(self._create)
        self._stack.addWidget(parts.scrolling(self.form))
        self.restoring = StartRestore(doors.settings, self._documents, self.show_problem)
        self.restoring.cancelled.connect(self._leave_restoring)
        self.restoring.confirmed.connect(lambda row: doors.restore_backup(row, self._documents))
        self._stack.addWidget(self.restoring)
        # A proxy and not an event: the page may be shown before its window is the active one.
        self.setFocusProxy(self.demonstration)
        self.demonstration.setFocus()

    def _choices(self) -> QWidget:
        self.demonstration = _choice(
            "play",
            _("Look at the demonstration community"),
            _("Invented, complete, and nothing can be broken"),
            "main",
        )
        self.demonstration.clicked.connect(self._doors.open_demonstration)
        self.rehearsal = _choice(
            "presentation",
            _("Rehearse a meeting"),
            _("A copy that is thrown away, at the meeting of the day"),
        )
        self.rehearsal.clicked.connect(self._doors.open_rehearsal)
        self.open = _choice("folder-open", _("Open a community"), _("A file on this laptop or on a stick"))
        self.open.clicked.connect(self._choose_file)
        self.new = _choice(
            "plus", _("Set up our own community"), _("Its name and committee are enough to begin")
        )
        self.new.clicked.connect(self.show_form)
        self.restore = parts.button(_("Restore a backup"), kind="quiet", icon="rotate-ccw")
        self.restore.clicked.connect(self.show_restoring)
        page = QWidget()
        middle = QWidget()
        middle.setLayout(
            column(
                self._head(),
                24,
                self._grid(),
                16,
                self._recent(),
                row(self.restore, STRETCH),
                spacing=16,
            )
        )
        page.setLayout(column(STRETCH, parts.centred(middle, WIDTH), STRETCH, margins=(32, 24, 32, 24)))
        return page

    def _grid(self) -> QGridLayout:
        """The four choices, equally wide."""
        grid = QGridLayout()
        grid.setSpacing(parts.px(16))
        for place, button in enumerate((self.demonstration, self.rehearsal, self.new, self.open)):
            grid.addWidget(button, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        return grid

    def _head(self) -> QWidget:
        title = parts.label(_("Meeting Hall"), "h1")
        sentence = parts.label(
            _("Run a residents' meeting from the roster to the printed minutes, without the internet."),
            "body", tone="muted", wrap=True,
        )  # fmt: skip
        self.languages = parts.segments(tuple(i18n.OWN_NAMES.items()), _("Language"))
        self.languages.setMinimumWidth(parts.px(176))
        self.languages.set_value(i18n.language())
        self.languages.chosen.connect(self._doors.change_language)
        head = QWidget()
        words = parts.growing(column(title, sentence, spacing=0))
        head.setLayout(row(RingMark(48), words, self.languages, spacing=16))
        return head

    def _recent(self) -> QWidget:
        box = QWidget()
        files = recent_files(self._doors.settings)[:RECENT_SHOWN]
        self.recent = [self._recent_row(file) for file in files]
        heading: list[QLabel] = [parts.label(_("Opened lately"), "strong")] if files else []
        box.setLayout(column(*heading, *self.recent, spacing=4))
        return box

    def _recent_row(self, file: RecentFile) -> QWidget:
        place = file.folder if file.found else _("not there now: {folder}").format(folder=file.folder)
        button = RowButton("file-text", file.name, place)
        button.setEnabled(file.found)
        button.clicked.connect(lambda: self._doors.open_community(file.file))
        return button

    def _choose_file(self) -> None:
        last = self._doors.settings.get(settings.LAST_COMMUNITY)
        folder = str(Path(last).parent) if last else str(self._documents)
        pattern = _("Communities ({pattern})").format(pattern=FILTER)
        name, _chosen = QFileDialog.getOpenFileName(self, _("Open a community"), folder, pattern)
        if name:
            self._doors.open_community(Path(name))

    def _create(self, file: Path, details: CommunityDetails) -> None:
        self._doors.create_community(file, details)

    def show_form(self) -> None:
        """Show the form for a new community."""
        self.problem.hide()
        self._stack.setCurrentIndex(FORM)
        self.setFocusProxy(self.form.form.fields["name"].control)
        self.form.begin()

    def show_choices(self) -> None:
        """Go back to the choices."""
        self._go_back(self.new)

    def _leave_restoring(self) -> None:
        self._go_back(self.restore)

    def _go_back(self, to: QWidget) -> None:
        self._stack.setCurrentIndex(CHOICES)
        self.setFocusProxy(self.demonstration)
        to.setFocus()

    def show_restoring(self) -> None:
        """Show the backups there are."""
        self.problem.hide()
        self._stack.setCurrentIndex(RESTORING)
        self.setFocusProxy(self.restoring.choice.list)
        self.restoring.begin()

    def show_problem(self, sentence: str) -> None:
        """Say why a community could not be opened or made."""
        self.problem.tell("", sentence, tone="danger")

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round all controls. Qt would jump from the last one to the page's proxy, and so over what
        lies before it: the languages, which somebody needs who cannot read the rest.
        """
        proxy = self.focusProxy()
        self.setFocusProxy(NO_PROXY)
        moved = super().focusNextPrevChild(forward)
        if proxy is not None:
            self.setFocusProxy(proxy)
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, or confirms the form; Esc leaves the form."""
        place = self._stack.currentIndex()
        if event.key() == Qt.Key.Key_Escape and place != CHOICES:
            self.show_choices() if place == FORM else self._leave_restoring()
        elif event.key() in ENTER:
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        focused = self.focusWidget()
        if parts.is_button(focused):
            focused.click()
        elif self._stack.currentIndex() == FORM:
            self.form.confirm()
        elif self._stack.currentIndex() == RESTORING:
            self.restoring.confirm()


def _documents() -> Path:
    """The folder of documents. Qt names it also where nobody made it yet: then the person's own folder."""
    named = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(named) if named and Path(named).is_dir() else settings.home()


def _choice(icon: str, text: str, detail: str, kind: str = "big") -> Button:
    """One of the large choices: two lines, and as wide as its neighbour."""
    button = Button(text, kind=kind, icon=icon, sub=detail)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setAccessibleDescription(detail)
    return button
