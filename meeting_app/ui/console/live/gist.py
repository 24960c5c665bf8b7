"""The recorder's field: the gist of a speech. What is half typed stays with the speech it was begun for, also
through a crash: a moment after the last key it is put aside on this laptop, and never into the records before
Enter keeps it.
"""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from meeting_app import settings
from meeting_app.actions.floor import write_gist
from meeting_app.i18n import _
from meeting_app.queries.floor import QueueView, SpeechView
from meeting_app.settings import SettingsNotSavedError
from meeting_app.ui.console.live.box import across
from meeting_app.ui.console.live.context import Live
from meeting_app.ui.widgets import Field, KeyCap

GIST_LENGTH: Final = 2000
ASIDE_MS: Final = 700


class GistField(QWidget):
    """One line under the queue; N goes there, Enter keeps it."""

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._speech_id = ""
        self._kept = ""
        self._current: SpeechView | None = None
        self._looked_aside = False
        self._aside = QTimer(self)
        self._aside.setSingleShot(True)
        self._aside.setInterval(ASIDE_MS)
        self._aside.timeout.connect(self.put_aside)
        self.field = Field(_("Gist of the speech"), icon="pencil")
        self.field.setMaxLength(GIST_LENGTH)
        self.field.returnPressed.connect(self.keep)
        self.field.textEdited.connect(self._on_edited)
        row = across()
        row.addWidget(self.field, 1)
        row.addWidget(KeyCap("N"))
        self.setLayout(row)

    def begin(self) -> None:
        """Write on behind what stands there."""
        if self.field.isEnabled():
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.setCursorPosition(len(self.field.text()))

    def show_queue(self, view: QueueView) -> None:
        """Follow the speaker, or the last one who spoke; never while something is half typed."""
        self._current = view.speaking or (view.done[-1] if view.done else None)
        if not self._looked_aside and self._current is not None:
            self._looked_aside = True
            self._take_up(view)
        if self.field.text() == self._kept:
            self._bind()
        elif self._current is not None and self._current.id == self._speech_id:
            self._kept = self._current.gist

    def _on_edited(self, _text: str) -> None:
        self._aside.start()

    def put_aside(self) -> None:
        """Put what is half typed where a crash cannot reach it; nothing half typed clears the place."""
        text, kept = self.field.text(), self._live.office.settings
        aside = f"{self._speech_id}\n{text}" if text != self._kept and self._speech_id else ""

        def write() -> None:
            try:
                kept.put(settings.HALF_TYPED, aside)
            except SettingsNotSavedError:
                return  # a profile that cannot be written: what is typed is still in the field

        if aside != kept.get(settings.HALF_TYPED):
            self._live.office.tasks.run(write)

    def _take_up(self, view: QueueView) -> None:
        """Go on with what was half typed when the program ended."""
        speech_id, _line, text = self._live.office.settings.get(settings.HALF_TYPED).partition("\n")
        rows = (*view.done, *view.held, *((view.speaking,) if view.speaking else ()))
        speech = next((row for row in rows if row.id == speech_id), None)
        if speech is not None and text and text != speech.gist:
            self._bind(speech)
            self.field.setText(text)

    def _bind(self, to: SpeechView | None = None) -> None:
        speech = to or self._current
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
            self.put_aside()
            self._live.to_deck()
            if self._current is not None and self._current.id != self._speech_id:
                self._bind()
