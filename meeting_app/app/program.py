"""The program while its windows are open: which page fills the console, which community is open, the
way out.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from meeting_app import resources, settings
from meeting_app.app import doors, memory, stamp, windows
from meeting_app.app.profile import Installation
from meeting_app.app.session import Session, Ways, open_server_session, open_session, remember
from meeting_app.cli.arguments import Chosen
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.queries.start import today_view
from meeting_app.queries.states import live_meeting_id, play_outside
from meeting_app.ui.console.office.shell import OfficeShell
from meeting_app.ui.console.window import ConsoleWindow
from meeting_app.ui.qt.tasks import Tasks
from meeting_app.wording import refusals

if TYPE_CHECKING:
    from meeting_app.actions.backups import BackupRow, Restored
    from meeting_app.queries.slides_roleplay import Shown
    from meeting_app.ui.console.office.start_presenter import CommunityDetails

WARM_UP_MS: Final = 5_000
PATIENCE_MS: Final = 8_000
LIVE: Final = ("live", "play_live")  # what a first try to close does not end


class Program(QObject):
    """Owns the console's window, the projector and at most one open community; opens the doors of the start
    page.
    """

    def __init__(self, app: QApplication, installation: Installation, window: ConsoleWindow) -> None:
        super().__init__(window)
        self._app, self._installation, self.window = app, installation, window
        self.settings = installation.settings
        self.session: Session | None = None
        self._place: tuple[str, dict[str, Any]] = ("start", {})
        self._tasks = Tasks(self)
        self.window.closed.connect(self.end)
        self.window.may_close = self._may_close
        self._asked_to_close = False
        self._show_problem: Callable[[str], None] | None = None
        self._patience = self._timer(self._forget_asking)
        self._warming = self._timer(self._warm_up)

    def _timer(self, act: Callable[[], None]) -> QTimer:
        """A timer that acts once and dies with the program."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(act)
        return timer

    # ---- start and end

    def begin(self, chosen: Chosen) -> None:
        """Open what was asked for, else the community of last time, else the start page."""
        last = self.settings.get(settings.LAST_COMMUNITY)
        if chosen.database:
            self._open(lambda ways: open_server_session(chosen.database or "", self._installation, ways))
        elif chosen.demonstration:
            self.open_demonstration()
        elif chosen.file is not None:
            self.open_community(chosen.file)
        elif last and resources.found(Path(last)):
            self.open_community(Path(last))
        else:
            self.show_start()

    def make_safe(self) -> str:
        """Before a crash is told: the records are on the disk already; say so with the file's name."""
        file = self.session.opened.file if self.session else None
        return str(file) if file else ""

    def shut(self) -> None:
        """Close the community and the pool; nothing is shown any more."""
        self._patience.stop()
        self._warming.stop()
        self.window.clear()
        self._close_session()
        self._tasks.close()

    def end(self) -> None:
        """Close everything and leave the event loop."""
        self.shut()
        self._app.quit()

    def _may_close(self) -> bool:
        """During a meeting the first try is answered by a sentence, the second one closes."""
        if self.session is None or self._asked_to_close or self._place[0] not in LIVE:
            return True
        self._asked_to_close = True
        self._patience.start(PATIENCE_MS)
        self._tell(_("The meeting goes on. Close the window once more to leave; everything is saved."))
        return False

    def _forget_asking(self) -> None:
        self._asked_to_close = False

    # ---- the doors of the start page

    def open_community(self, file: Path) -> None:
        """Open a community's file and leave the start page."""
        if self._open(lambda ways: open_session(file, self._installation, ways)):
            remember(self.settings, file)

    def create_community(self, file: Path, details: "CommunityDetails") -> None:
        """Make a new file with this community and leave the start page."""
        try:
            doors.new_community(file, details.arguments())
        except Refusal as refusal:
            self.refuse(refusal)
            return
        self.open_community(file)

    def open_demonstration(self) -> None:
        """Make or open the demonstration community and leave the start page."""
        self._tasks.run(lambda: doors.demonstration(self._installation), self._open_made, self._failed)

    def open_rehearsal(self) -> None:
        """Open a throw-away copy of the demonstration at the meeting of the day."""
        self._tasks.run(lambda: doors.rehearsal(self._installation), self._rehearse, self._failed)

    def _open_made(self, file: Path) -> None:
        self._open(lambda ways: open_session(file, self._installation, ways))

    def _rehearse(self, file: Path) -> None:
        self._open_made(file)
        if self.session is None:
            return
        office = self.session.office
        meeting = office.ask(today_view, today=office.today()).next_meeting
        if meeting is not None:
            self.go("live", meeting_id=meeting.id)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(error)

    def restore_backup(self, row: "BackupRow", elsewhere: Path) -> None:
        """Restore a backup into a new file, beside its community or `elsewhere`, and open that."""
        from meeting_app.actions import backups  # seldom needed

        target = backups.restored_file(row, _("restored"), elsewhere)
        self._tasks.run(lambda: backups.restore_backup(row, target), self._open_restored, self._failed)

    def _open_restored(self, made: "Restored") -> None:
        from meeting_app.ui.console.office.backup_choice import restored_words

        self.open_community(made.file)
        page = self.window.page()
        if isinstance(page, OfficeShell):
            page.tell(restored_words(made), "ok")

    def change_language(self, code: str) -> None:
        """Speak another language from now on, here and at the next start."""
        self._keep(settings.LANGUAGE, code)
        windows.speak(self._app, code)
        self._renew()

    def change_theme(self) -> None:
        """The theme or the size of the text was changed in the settings."""
        windows.dress(self._app, self.settings)
        self._renew()

    def _renew(self) -> None:
        """Words and colours of the hall's picture and of the page."""
        if self.session is not None:
            self.session.projector.refresh()
        self._show_place()

    def _keep(self, setting: settings.Setting[str], value: str) -> None:
        try:
            self.settings.put(setting, value)
        except settings.SettingsNotSavedError:
            return  # it holds for this run

    # ---- opening and closing

    def _open(self, opening: Callable[[Ways], Session]) -> bool:
        self._close_session()
        ways = Ways(self.go, self.change_language, self.change_theme, self.leave, self.refuse, self._tell)
        try:
            self.session = opening(ways)
            self._show_first(self.session)
        except Refusal as refusal:
            self._close_session(back_up=False)
            self.show_start()
            self.refuse(refusal)
            return False
        self.session.check_clock()
        QTimer.singleShot(0, self._usable)
        return True

    @Slot()
    def _usable(self) -> None:
        stamp.usable()
        if self.session is not None:
            self.session.office.desk.warm_up()

    def _show_first(self, session: Session) -> None:
        """The meeting in progress, or today; shown while the file's pages are still being read."""
        live = session.office.ask(live_meeting_id)
        play = session.office.ask(play_outside)
        if live is not None:
            self.go("live", meeting_id=live)
            self._tell_resumed()
        elif play is not None:
            self.go("play_live", play_id=play)
            self._tell_resumed()
        else:
            self.go("today")
        session.opened.prove()

    def _close_session(self, *, back_up: bool = True) -> None:
        session, self.session = self.session, None
        if session is not None:
            session.close(back_up=back_up)

    def leave(self) -> None:
        """Close the community and go back to the start page."""
        self._close_session()
        self.show_start()

    # ---- pages

    def show_start(self) -> None:
        """The start page."""
        from meeting_app.ui.console.office.start import StartPage  # most starts go past it

        self._place = ("start", {})
        page = StartPage(self)
        self._show_problem = page.show_problem
        self.window.show_page(page, _("Meeting Hall"))

    def go(self, page: str, **arguments: Any) -> None:
        """Open a page of the console: the meeting in progress, or one of the office; or another file."""
        if page == "open":
            self.open_community(arguments["file"])
            return
        self._place = (page, arguments)
        if self.session is None or page == "start":
            self.leave() if self.session else self.show_start()
            return
        if page == "live":
            self._show_live(**arguments)
        elif page == "play_live":
            self._show_play(**arguments)
        else:
            self._show_office(page, arguments)

    def _show_live(self, meeting_id: str) -> None:
        assert self.session is not None
        from meeting_app.ui.console.live.shell import LiveShell  # not needed to see the day's work

        shell = LiveShell(self.session.office, meeting_id)
        self._show_problem = shell.show_problem
        self.window.show_page(shell, _("Meeting Hall"))
        self.session.projector.forward_keys(shell.take_key)
        self.session.projector.open()
        self.session.projection.follow(meeting_id)
        self._warming.start(WARM_UP_MS)

    def _show_play(self, play_id: str, shown: "Shown | None" = None) -> None:
        """A role-play on its own; `shown` = its window is there already and turns the hall's page."""
        assert self.session is not None
        from meeting_app.queries.slides_roleplay import Shown
        from meeting_app.ui.console.live.roleplay.alone import PlayShell

        projector, projection = self.session.projector, self.session.projection
        if shown is None:
            shell = PlayShell(self.session.office, play_id)
            self._show_problem = shell.show_problem
            self.window.show_page(shell, _("Meeting Hall"))
            projector.forward_keys(shell.take_key)
            projector.open()
        else:
            self._place = ("play_live", {"play_id": play_id})  # built anew the hall follows the play
        projection.follow_play(play_id, shown or Shown())

    def _tell_resumed(self) -> None:
        from meeting_app.ui.console.live.roleplay.alone import PlayShell
        from meeting_app.ui.console.live.shell import LiveShell

        shell = self.window.page()
        if isinstance(shell, LiveShell | PlayShell):
            shell.tell_resumed()

    def _warm_up(self) -> None:
        """A meeting ends in papers: load their faces before they are asked for, off the Qt thread. By then
        the window stands, and nothing of it is garbage.
        """
        if self.session is not None:
            from meeting_app.documents.text.faces import preload

            self.session.tasks.run(preload, lambda _faces: memory.settle())

    def _show_office(self, page: str, arguments: dict[str, Any]) -> None:
        assert self.session is not None
        shown = self.window.page()
        if not isinstance(shown, OfficeShell):
            shown = OfficeShell(self.session.office)
            self.window.show_page(shown, _("Meeting Hall"))
        self._show_problem = shown.show_problem
        shown.show_page(page, **arguments)

    def _show_place(self) -> None:
        """Build the page anew where the person is: for another language or theme."""
        page, arguments = self._place
        if page == "start" or self.session is None:
            self.show_start()
            return
        self.window.clear()
        self.go(page, **arguments)

    def refuse(self, refusal: Refusal) -> None:
        """Tell what could not be done, on whatever page is shown."""
        self._tell(refusals.sentence(refusal))

    def _tell(self, sentence: str) -> None:
        page = self.window.page()
        if page is not None and isValid(page) and self._show_problem is not None:
            self._show_problem(sentence)
