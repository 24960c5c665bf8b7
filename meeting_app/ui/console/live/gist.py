"""The recorder's field: the gist of a speech. What is half typed stays with the speech it was begun for."""

from PySide6.QtWidgets import QWidget

from meeting_app.actions.floor import write_gist
from meeting_app.i18n import _
from meeting_app.queries.floor import QueueView, SpeechView
from meeting_app.ui.console.live.box import across
from meeting_app.ui.console.live.context import Live
from meeting_app.ui.widgets import Field

GIST_LENGTH = 2000


class GistField(QWidget):
    """One line under the queue; Enter keeps it."""

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._speech_id = ""
        self._kept = ""
        self._current: SpeechView | None = None
        self.field = Field(_("Gist of the speech"), icon="pencil")
        self.field.setMaxLength(GIST_LENGTH)
        self.field.returnPressed.connect(self.keep)
        row = across()
        row.addWidget(self.field, 1)
        self.setLayout(row)

    def show_queue(self, view: QueueView) -> None:
        """Follow the speaker, or the last one who spoke; never while something is half typed."""
        self._current = view.speaking or (view.done[-1] if view.done else None)
        if self.field.text() == self._kept:
            self._bind()
        elif self._current is not None and self._current.id == self._speech_id:
            self._kept = self._current.gist

    def _bind(self) -> None:
        speech = self._current
        self._speech_id = speech.id if speech else ""
        self._kept = speech.gist if speech else ""
        if self.field.text() != self._kept:
            self.field.setText(self._kept)
        self.field.setEnabled(speech is not None)
        hint = _("What {name} said, in a line; Enter keeps it").format(name=speech.name) if speech else ""
        self.field.setPlaceholderText(hint or _("The gist of a speech goes here"))
        name = _("Gist of what {name} said").format(name=speech.name) if speech else _("Gist of the speech")
        self.field.setAccessibleName(name)

    def keep(self) -> None:
        """Write it down, then follow the speaker again."""
        text = self.field.text()
        if self._speech_id:
            self._live.do(write_gist, lambda _none: self._done(text), speech_id=self._speech_id, text=text)

    def _done(self, text: str) -> None:
        if self.field.text() == text:
            self._kept = text
            self._live.to_deck()
            if self._current is not None and self._current.id != self._speech_id:
                self._bind()
