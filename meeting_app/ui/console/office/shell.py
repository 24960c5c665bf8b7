"""The office: the navigation, one page at a time, the banner above it and the journal at its foot.

Made by the program for an open community and shown while no meeting is in progress. `show_page` is what
`office.go` comes to for every page that is not the meeting itself.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from meeting_app.actions.undo import undo_last
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.queries import journal as journal_queries
from meeting_app.queries import start as start_queries
from meeting_app.queries.basics import community_view
from meeting_app.ui.console.office import commands, parts
from meeting_app.ui.console.office.layout import column, row
from meeting_app.ui.console.office.navigation import Navigation
from meeting_app.ui.console.office.page import Page, bring_into_view
from meeting_app.ui.console.office.pages import PAGES, make_page
from meeting_app.ui.console.office.reading import controls, put_in_order
from meeting_app.ui.qt.commands import Command
from meeting_app.ui.widgets.foot import JournalStrip
from meeting_app.wording import labels, refusals, times

if TYPE_CHECKING:
    from meeting_app.queries.journal import JournalLine
    from meeting_app.ui.qt.office import Office

FIRST: Final = "today"
JOURNAL_LINES: Final = 2
# Kept with every few letters; the editor says itself that all is kept.
QUIET: Final = frozenset({"save_draft"})


class OfficeShell(QWidget):
    """One window's content. `opened(page)` tells which page is shown now."""

    opened = Signal(str)

    def __init__(self, office: "Office", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.page: Page | None = None
        self._where: tuple[str, dict[str, Any]] = (FIRST, {})
        self._last_number = 0
        self.navigation = Navigation()
        self.navigation.went.connect(office.go)
        self.banner = parts.banner()
        self.foot = JournalStrip()
        self.foot.watch(lambda: office.saving)
        self.foot.undo_asked.connect(self.undo)
        self.foot.keys_asked.connect(lambda: office.go("keys"))
        self._room = QVBoxLayout()
        right = QWidget()
        right.setLayout(column(self.banner, self._room, self.foot, spacing=0))
        self.setLayout(row(self.navigation, parts.growing(right), spacing=0))
        self.commands = commands.table(self._acts())
        self._shortcuts = [self._shortcut(command) for command in self.commands if command.id != "undo"]
        office.feed.changed.connect(self._changed)
        self._show_journal(toast=False)
        self._show_figures()

    def _acts(self) -> dict[str, Callable[[], None]]:
        own = {"print": self._print, "new": self._new, "undo": self.undo}
        return {one.id: self._going(one.id) for one in commands.DECLARED} | own

    def _going(self, page: str) -> Callable[[], None]:
        return lambda: self.office.go(page)

    def _shortcut(self, command: Command) -> QShortcut:
        made = QShortcut(QKeySequence(command.keys[0]), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(command.go)
        return made

    def show_page(self, name: str, **arguments: Any) -> None:
        """Open a page by its name; raises KeyError for one that the office does not have."""
        if name not in PAGES:
            raise KeyError(name)
        old = self.page
        page = make_page(name, self.office, arguments)
        page.told.connect(self._tell)
        if old is not None:
            self._room.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._tell(page.said, "ok")
        self.page, self._where = page, (name, arguments)
        self._room.addWidget(page, 1)
        page.show()  # at once, so that the keyboard finds its field
        self.navigation.show_here(name)
        field = self._beginning(page)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, field, lambda: self._settle(page, field))
        self.opened.emit(name)

    def _beginning(self, page: Page) -> QWidget | None:
        """Where the keyboard starts: where the page says, else at its first control that is shown."""
        field = page.first_field()
        if field is not None and field.isVisibleTo(page):
            return field
        return next((control for control in controls(page) if control.isVisibleTo(page)), None)

    def _settle(self, page: Page, field: QWidget) -> None:
        """The page has found its form: the keyboard is still where it begins, and that is seen."""
        focused = self.focusWidget()
        if not page.isAncestorOf(focused):
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            focused = field
        bring_into_view(focused)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the page, then the foot, then the navigation, and round again."""
        if self.page is not None:
            put_in_order(self.page, self.foot, self.navigation)
        return super().focusNextPrevChild(forward)

    def where(self) -> tuple[str, dict[str, Any]]:
        """The page that is shown and its arguments."""
        return self._where

    def show_problem(self, sentence: str) -> None:
        """Say above the page what the program could not do."""
        self.tell(sentence, "danger")

    def tell(self, sentence: str, tone: str) -> None:
        """Say something above the page."""
        if self.page is not None:
            self.page.tell(sentence, tone)  # which knows then that there is something new to be read
        else:
            self._tell(sentence, tone)

    def _tell(self, sentence: str, tone: str) -> None:
        if sentence:
            self.banner.tell("", sentence, tone=tone)
        else:
            self.banner.clear()

    def _changed(self, kinds: frozenset[str], _ids: frozenset[str]) -> None:
        """Somebody's action was kept: show what it changed."""
        if self.page is not None and self.isVisible() and self.page.concerns(kinds):
            self.page.refresh()
        self._show_figures()
        self._show_journal(toast=True)

    def _show_figures(self) -> None:
        community = self.office.records.ask(community_view)
        counts = self.office.records.ask(start_queries.nav_counts, today=self.office.today())
        name = community.name if community else ""
        self.navigation.show_figures(name, topics=counts.topics, meetings=counts.meetings, tasks=counts.tasks)

    def _show_journal(self, *, toast: bool) -> None:
        lines = self.office.records.ask(journal_queries.journal_lines, limit=JOURNAL_LINES)
        undo = self.office.records.ask(journal_queries.undo_view, station=self.office.station)
        words = [_journal_words(line) for line in lines]
        self.foot.show_journal(*(words or [""]))
        can = undo is not None and not undo.refusal
        self.foot.show_undo(
            _("Take back: {what}").format(what=labels.label(labels.VERBS, undo.verb)) if undo and can else ""
        )
        newest = lines[0].number if lines else 0
        if toast and newest > self._last_number and lines[0].verb not in QUIET:
            self.foot.show_toast(_said(lines[0]), undoable=can)
        self._last_number = newest

    def undo(self) -> None:
        """Take back this station's last action, or say why not."""
        self.office.tasks.then(self.office.desk.do(undo_last), None, self._undo_refused)

    def _undo_refused(self, error: BaseException) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.tell(refusals.sentence(error), "warn")

    def _print(self) -> None:
        button = self.page.print_button if self.page is not None else None
        if button is not None and button.isEnabled() and button.isVisible():
            button.click()

    def _new(self) -> None:
        begin = getattr(self.page, "begin", None)
        if begin is not None:
            begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z takes back (a text field has its own).

        Esc leaves what is being typed, else goes back a page.
        """
        focused = QApplication.focusWidget()
        typing = isinstance(focused, QLineEdit | QPlainTextEdit | QTextEdit)
        if event.matches(QKeySequence.StandardKey.Undo) and not typing:
            self.undo()
        elif event.key() == Qt.Key.Key_Escape and self.page is not None:
            self.banner.clear()
            self.page.escape()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The navigation is narrower in a narrow window."""
        self.navigation.fit(event.size().width())
        super().resizeEvent(event)


def _said(line: "JournalLine") -> str:
    verb = labels.label(labels.VERBS, line.verb)
    return _("{verb}: {subject}").format(verb=verb, subject=line.subject) if line.subject else verb


def _journal_words(line: "JournalLine") -> str:
    return _("{time}  {what}").format(time=times.clock(line.at), what=_said(line))
