"""What every page of the office is.

A widget that shows a picture of the records and asks for it again when they change.

A page is built once in the language of the moment and built anew when the language changes. It never keeps
records: `refresh` asks its presenter and fills the widgets. What goes wrong is a sentence beside the field
or a banner above the page; nothing is modal.
"""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QScrollArea, QTextEdit, QWidget
from shiboken6 import isValid

from meeting_app.domain.refusal import Refusal
from meeting_app.wording import refusals

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Page(QWidget):
    """A page of the office.

    `told` carries (sentence, tone) to the shell's banner; "" takes the banner away.
    """

    told = Signal(str, str)
    kinds: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, office: "Office", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.main_button: QAbstractButton | None = None
        self.print_button: QAbstractButton | None = None
        self.said = ""  # told above the page when it opens
        self.tellings = 0  # how often something was told

    def refresh(self) -> None:
        """Ask again and show it; focus, selection and half-typed fields stay."""

    def first_field(self) -> QWidget | None:
        """Where the keyboard starts when the page is opened."""
        return self.main_button

    def concerns(self, kinds: frozenset[str]) -> bool:
        """Whether a change of these kinds of records can alter what is shown."""
        return bool(self.kinds & kinds)

    def tell(self, sentence: str, tone: str = "warn") -> None:
        """Say something above the page."""
        self.tellings += 1
        self.told.emit(sentence, tone)

    def unsay(self, tellings: int) -> None:
        """Something succeeded that was ordered after so many tellings: what was told until then is over.

        What was told meanwhile stays: it is the answer to another order, and nobody has read it yet.
        """
        if tellings == self.tellings:
            self.told.emit("", "")

    def do(
        self,
        action: Callable[..., Any],
        done: Callable[[Any], None] | None = None,
        refused: Callable[[Refusal], None] | None = None,
        **arguments: object,
    ) -> "Future[Any]":
        """Order an action; `done` and `refused` run on this thread, while the page is still there."""
        future = self.office.desk.do(action, **arguments)
        self.follow(future, done, refused)
        return future

    def follow(
        self,
        future: "Future[Any]",
        done: Callable[[Any], None] | None = None,
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Hear the end of something that was ordered."""
        before = self.tellings

        def arrived(result: Any) -> None:
            self.unsay(before)
            if done is not None:
                done(result)

        self.office.follow(self, future, arrived, refused or self.refused)

    def work(
        self,
        task: Callable[[], Any],
        done: Callable[[Any], None],
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Do something long away from this thread; `done` and `refused` run here, while the page is there."""

        def arrived(result: Any) -> None:
            if isValid(self):
                done(result)

        def failed(error: BaseException) -> None:
            if not isinstance(error, Refusal):
                raise error
            if isValid(self):
                (refused or self.refused)(error)

        self.office.tasks.run(task, arrived, failed)

    def refused(self, refusal: Refusal) -> None:
        """An action said no: tell it above the page."""
        self.tell(refusals.sentence(refusal), "danger")

    def escape(self) -> bool:
        """Leave what is being typed without change; False when nothing is."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the button that has the focus, else the page's main button.

        A field with many lines keeps its Enter.
        """
        if event.key() not in ENTER or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if isinstance(focused, QTextEdit | QPlainTextEdit):
            return
        pressed = focused if isinstance(focused, QAbstractButton) else self.main_button
        if pressed is not None and pressed.isEnabled() and pressed.isVisible():
            pressed.click()


def bring_into_view(field: QWidget) -> None:
    """Scroll so that a control is seen."""
    parent = field.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(field)
        parent = parent.parentWidget()
