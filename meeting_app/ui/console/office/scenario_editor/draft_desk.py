"""Keeping the draft: every change is on the disk a moment after it was made.

Letters that follow each other within the moment are kept together; leaving the page keeps at once. A draft
that somebody else changed meanwhile (an undo of the office, another laptop) is taken over.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from meeting_app.actions.roleplay.scenarios import save_draft
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.roleplay.scenarios import scenario_text
from meeting_app.scenarios import write_text

if TYPE_CHECKING:
    from meeting_app.ui.console.office.scenario_editor.manuscript import Manuscript
    from meeting_app.ui.qt.office import Office

MOMENT_MS: Final = 250


class DraftDesk(QObject):
    """Signals: kept() when everything is on the disk, refused(refusal) when the desk said no."""

    kept = Signal()
    waiting = Signal()
    refused = Signal(object)

    def __init__(
        self, office: "Office", scenario_id: str, manuscript: "Manuscript", text: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._office, self._id, self._manuscript = office, scenario_id, manuscript
        self._kept = text
        self._under_way = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MOMENT_MS)
        self._timer.timeout.connect(self.keep)
        manuscript.listeners.append(self._changed)

    def _changed(self) -> None:
        self.waiting.emit()
        self._timer.start()

    def is_kept(self) -> bool:
        """Whether the disk has all there is."""
        return not self._timer.isActive() and not self._under_way

    def keep(self, then: Callable[[], None] | None = None) -> None:
        """Keep what there is now; `then` runs once it is kept."""
        self._timer.stop()
        text = write_text(self._manuscript.scenario)
        if text == self._kept and not self._under_way:
            self.kept.emit()
            if then is not None:
                then()
            return

        def done(_nothing: object) -> None:
            self._under_way -= 1
            if self.is_kept():
                self.kept.emit()
            if then is not None:
                then()

        def no(refusal: Refusal) -> None:
            self._under_way -= 1
            self._kept = ""
            self.refused.emit(refusal)

        self._kept = text
        self._under_way += 1
        future = self._office.desk.do(save_draft, scenario_id=self._id, text=text)
        self._office.follow(self, future, done, no)

    def leave(self) -> None:
        """The page goes: order what is not kept yet; nobody waits for it here."""
        if self._timer.isActive():
            self._timer.stop()
            text = write_text(self._manuscript.scenario)
            self._office.desk.do(save_draft, scenario_id=self._id, text=text)

    def foreign(self) -> str | None:
        """The text in the records when it is not what was kept from here, else None."""
        if not self.is_kept():
            return None
        found = self._office.ask(scenario_text, scenario_id=self._id)
        return found.text if found is not None and found.text != self._kept else None

    def adopt(self, text: str) -> None:
        """The records' text is now what is shown."""
        self._kept = text
        self._timer.stop()
