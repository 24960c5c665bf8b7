"""Which key acts, and when: commands, text fields, composing input methods and badge scanners in one place.

- While an input method composes, every key is its own. - Single keys (no Ctrl or Alt, no function key) act
only on the deck: while no control has the focus. PgDn and PgUp, which a presenter's remote sends, act
everywhere but in a text of several lines. - Ctrl+Z in a text field is the field's own. - A badge scanner
types like a keyboard, only faster: on the deck a key that may begin a badge is held for 30 ms with what
follows it, and a burst with the badge's prefix is a scan (decisions.md 29). Every other key acts at once: no
badge begins with it. - A key that comes before the answer to the one before it waits for it (waiting_keys).
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from meeting_app.ui.qt.commands import Command, CommandTable
from meeting_app.ui.qt.waiting_keys import MODIFIERS, TEXT_CONTROLS, WaitingKeys, copied

HOLD_MS: Final = 30
DECK: Final = "deck"  # a widget with this property set may have the focus and still be the deck
SCANS: Final = "scans"  # one with this property keeps its keys, but a badge in it is a badge all the same
LONG_TEXTS: Final = (QTextEdit, QPlainTextEdit)
FIELD_KEYS: Final = frozenset({"Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A"})
REMOTE_KEYS: Final = frozenset({"PgDown", "PgUp"})
STRONG: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
ENDS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


def chord(event: QKeyEvent) -> str:
    """The key of an event as the table spells it."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    if text and text.isprintable() and not modifiers & STRONG and text != " ":
        return text.upper()
    combined = QKeySequence(event.key() | modifiers.value)
    key = combined.toString(QKeySequence.SequenceFormat.PortableText)
    return "Return" if key == "Enter" else key


class KeyRouter(QObject):
    """Routes the keys of one window to its commands. `contexts` are those of the page that is shown,
    nearest first; `busy` tells whether something that was ordered is still under way.
    """

    def __init__(
        self, window: QWidget, table: CommandTable, busy: Callable[[], bool] = lambda: False
    ) -> None:
        super().__init__(window)
        self._window, self._table = window, table
        self.waiting = WaitingKeys(window, busy)
        self.waiting.setParent(self)
        self.contexts: tuple[str, ...] = ()
        self.composing = False
        self._watched: QWidget | None = None
        self._prefix = ""
        self._on_scan: Callable[[str], None] | None = None
        self._held: list[tuple[QKeyEvent, Callable[[QKeyEvent], object] | None]] = []
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self._hold.timeout.connect(self._let_go)
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def catch_scans(self, prefix: str, on_scan: Callable[[str], None]) -> None:
        """Tell `on_scan` the text of every badge that is scanned while the deck has the keys."""
        self._prefix, self._on_scan = prefix, on_scan

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        self.composing = False
        if new is not None and new is not self._window and new.window() is self._window:
            self._watched = new
            new.installEventFilter(self)
            new.destroyed.connect(self._on_watched_gone)

    def _on_watched_gone(self) -> None:
        self._watched = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are commands; let everything else pass."""
        if isinstance(event, QInputMethodEvent):
            if self.waiting.take_text(event):
                return True
            self.composing = bool(event.preeditString())
            return False
        if not isinstance(event, QKeyEvent):
            return False
        if watched is self._window and self._watched is not None:
            # A control had it first and did not use it up: it must not be held for a second turn.
            return event.type() == QEvent.Type.KeyPress and not self.composing and self._route(event)
        if event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        return event.type() == QEvent.Type.KeyRelease and self.waiting.take(event)

    def press(self, event: QKeyEvent) -> bool:
        """A key went down on the projector's window; answers whether it was taken."""
        return self._press(event, self._route)

    def _press(self, event: QKeyEvent, to: Callable[[QKeyEvent], object] | None = None) -> bool:
        if self.composing:
            return False
        if not self.waiting.giving and (self._scanning(event, to) or self.waiting.take(event, to)):
            return True
        return self._route(event)

    def _route(self, event: QKeyEvent) -> bool:
        command = self._table.find(chord(event), self.contexts)
        if command is None or not self._may_act(event):
            return False
        return self._act(command, event)

    def _act(self, command: Command, event: QKeyEvent) -> bool:
        if event.isAutoRepeat() and not command.repeats:
            return True
        command.go()
        return True

    def on_deck(self) -> bool:
        """Whether no control of the window has the focus."""
        focus: QWidget | None = self._window.focusWidget()
        return focus is None or focus is self._window or bool(focus.property(DECK)) or not focus.isVisible()

    def _takes_scans(self) -> bool:
        """Whether the control that has the focus leaves badges to the window."""
        focus: QWidget | None = self._window.focusWidget()
        return focus is not None and bool(focus.property(SCANS))

    def _may_act(self, event: QKeyEvent) -> bool:
        focus: QWidget | None = self._window.focusWidget()
        key = chord(event)
        if isinstance(focus, TEXT_CONTROLS) and key in FIELD_KEYS:
            return False
        if event.modifiers() & STRONG or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F12:
            return True
        if key in REMOTE_KEYS:
            return not isinstance(focus, LONG_TEXTS)
        return self.on_deck()

    def _scanning(self, event: QKeyEvent, to: Callable[[QKeyEvent], object] | None) -> bool:
        """Hold a printable key on the deck that may belong to a badge. While the program is busy the same
        holds in a field: a burst must not be broken by what waits there.
        """
        if self._on_scan is None:
            return False
        if self._held and event.key() in ENDS:
            return self._end_scan()
        begun = bool(self._held)
        open_ = begun or self.on_deck() or self._takes_scans() or self.waiting.must_wait()
        text = event.text()
        printable = bool(text) and text.isprintable() and text != " " and not event.modifiers() & STRONG
        if not (open_ and printable and not event.isAutoRepeat() and self._may_begin(self._typed() + text)):
            if begun and Qt.Key(event.key()) not in MODIFIERS:
                self._let_go()
                return self._scanning(event, to)
            return False
        self._held.append((copied(event), to))
        self._hold.start()
        return True

    def _typed(self) -> str:
        return "".join(event.text() for event, _to in self._held)

    def _may_begin(self, typed: str) -> bool:
        """Whether a badge may begin so; with the capitals locked a scanner types small letters."""
        typed, prefix = typed.upper(), self._prefix
        return prefix.startswith(typed) or typed.startswith(prefix)

    def _end_scan(self) -> bool:
        typed = self._typed().upper()
        if self._on_scan is None or not typed.startswith(self._prefix):
            self._let_go()
            return False
        self._hold.stop()
        self._held.clear()
        self._on_scan(typed)
        return True

    def _let_go(self) -> None:
        """It was a person's key after all: do what was held."""
        self._hold.stop()
        held, self._held = self._held, []
        if len(held) > 1 and "".join(event.text() for event, _to in held).upper().startswith(self._prefix):
            return  # a badge without its end: nothing of it is a command
        for event, to in held:
            self.waiting.put(event, to)
        self.waiting.give()
