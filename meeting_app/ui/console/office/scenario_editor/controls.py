"""The fields of the editor's forms: each shows one value of the scenario and changes it while one types.

A field under its name, with how many characters fit, a hint, and what the checks say of it.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from meeting_app.domain.roleplay.checks_words import width
from meeting_app.domain.roleplay.texts import Path
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import STRETCH, column, framed, row
from meeting_app.ui.console.office.scenario_editor import entries
from meeting_app.ui.console.office.scenario_editor.entries import Entry, Unreadable
from meeting_app.ui.console.office.scenario_editor.grid import Grid
from meeting_app.ui.console.office.scenario_editor.grid_presenter import GridPresenter
from meeting_app.ui.console.office.scenario_editor.manuscript import Manuscript
from meeting_app.ui.widgets.fields import Field, TextArea, mark_wrong
from meeting_app.ui.widgets.labels import Label

Pasted = Callable[[str], bool]


class Box(QWidget):
    """A field of a form. `show_at(base)` shows the value below a part; `complain` says what is wrong."""

    def __init__(self, manuscript: Manuscript, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.manuscript, self.entry = manuscript, entry
        self.base: Path = ()
        self.name = Label(entry.words(), "caption", tone="muted", elide=True)
        self.count = parts.label("", "caption", tone="muted")
        self.hint = parts.label(_(entry.hint) if entry.hint else "", "caption", tone="muted", wrap=True)
        if not entry.hint:
            self.hint.hide()
        self.message = parts.label("", "caption", tone="danger", wrap=True)
        self.message.hide()
        self._unread = ""
        self._told: tuple[str, bool] = ("", False)

    def arrange(self, control: QWidget, *, named: bool = True, foot: QWidget | None = None) -> None:
        """Name above, field, hint and complaint below."""
        self.control = control
        self.name.setBuddy(control)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.name, 1)
        head.addWidget(self.count)
        below = (foot,) if foot is not None else ()
        names = (framed(head),)
        self.setLayout(column(*names, control, *below, self.hint, self.message, spacing=4))
        names[0].setHidden(not named)

    def path(self) -> Path:
        """Where the value stands."""
        return (*self.base, *self.entry.path)

    def value(self) -> Any:
        """The value in the scenario."""
        return entries.value_of(self.manuscript.scenario, self.base, self.entry)

    def put(self, value: Any) -> None:
        """Change it there."""
        self.manuscript.put(self.path(), value)

    def show_at(self, base: Path) -> None:
        """Show the value below another part, or the same that may have changed."""
        moved, self.base = base != self.base, base
        if moved:
            self.unread("")
        self.fill(moved=moved)

    def fill(self, *, moved: bool) -> None:
        """Show the value; what is being typed stays unless the part is another one."""
        raise TypeError(type(self).__name__)

    def complain(self, sentence: str, *, blocks: bool) -> None:
        """What the checks say; "" for nothing."""
        self._told = (sentence, blocks)
        self._say()

    def unread(self, sentence: str) -> None:
        """What was typed cannot be taken; it is not kept until it can."""
        self._unread = sentence
        self._say()

    def _say(self) -> None:
        sentence, blocks = (self._unread, True) if self._unread else self._told
        self.message.setText(sentence)
        self.message.set_tone("danger" if blocks else "warn")
        self.message.setVisible(bool(sentence))
        wrong = bool(sentence) and blocks
        if (self.control.property("wrong") == "true") is not wrong:
            mark_wrong(self.control, wrong=wrong)
        self.control.setAccessibleDescription(sentence)

    def focus(self, _rest: Path) -> None:
        """Put the keyboard here; `rest` is the place inside the value."""
        self.control.setFocus()


class _Line(Field):
    """A line that shows pasted text to its form first."""

    pasted: Pasted | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = QGuiApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if not (text and self.pasted is not None and self.pasted(text)):
            super().keyPressEvent(event)


class _Area(TextArea):
    """The same for several lines."""

    pasted: Pasted | None = None

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not (source.hasText() and self.pasted is not None and self.pasted(source.text())):
            super().insertFromMimeData(source)


class TextBox(Box):
    """Words, lists line by line, numbers and amounts."""

    def __init__(self, manuscript: Manuscript, entry: Entry, pasted: Pasted | None = None) -> None:
        super().__init__(manuscript, entry)
        self._field: _Line | _Area
        if entry.kind in ("text", "lines"):
            self._field = _Area(entry.words(), rows=entry.rows)
        else:
            self._field = _Line(entry.words())
        self._field.pasted = pasted
        self._filling = False
        self._field.textChanged.connect(self._typed)
        self.arrange(self._field)

    def text(self) -> str:
        """What is typed."""
        return self._field.toPlainText() if isinstance(self._field, _Area) else self._field.text()

    def _set(self, text: str) -> None:
        self._filling = True
        if isinstance(self._field, _Area):
            self._field.setPlainText(text)
        else:
            self._field.setText(text)
            self._field.setCursorPosition(0)
        self._filling = False

    def fill(self, *, moved: bool) -> None:
        value = self.value()
        if moved or self._understood() != value:
            self._set(entries.as_typed(self.entry, value))
            self.unread("")
        self._show_count()

    def _understood(self) -> Any:
        try:
            return entries.from_typed(self.entry, self.text())
        except Unreadable:
            return self.value()

    def _typed(self) -> None:
        if self._filling:
            return
        try:
            value = entries.from_typed(self.entry, self.text())
        except Unreadable as problem:
            self.unread(str(problem))
            return
        self.unread("")
        self.put(value)
        self._show_count()

    def _show_count(self) -> None:
        if self.entry.most:
            used = width(self.text().strip())
            self.count.setText(_("{used} of {most}").format(used=used, most=self.entry.most))
            self.count.set_tone("warn" if used > self.entry.most else "muted")


class FlagBox(Box):
    """Yes or no."""

    def __init__(self, manuscript: Manuscript, entry: Entry) -> None:
        super().__init__(manuscript, entry)
        self._tick = parts.check_box(entry.words())
        self._tick.clicked.connect(lambda: self.put(self._tick.isChecked()))
        self.arrange(self._tick, named=False)

    def fill(self, *, moved: bool) -> None:
        self._tick.setChecked(bool(self.value()))


class WatchBox(Box):
    """Whether a role only watches: then it has no walk-away."""

    def __init__(self, manuscript: Manuscript, entry: Entry) -> None:
        super().__init__(manuscript, entry)
        self._tick = parts.check_box(entry.words())
        self._tick.clicked.connect(lambda: self.put(None if self._tick.isChecked() else 0))
        self.arrange(self._tick, named=False)

    def fill(self, *, moved: bool) -> None:
        self._tick.setChecked(self.value() is None)


class ChoiceBox(Box):
    """One of what is offered; a value that is offered no more is shown as nothing."""

    def __init__(self, manuscript: Manuscript, entry: Entry) -> None:
        super().__init__(manuscript, entry)
        self.choice = parts.combo(entry.words())
        self.choice.chosen.connect(self._chosen)
        self._offered: Sequence[tuple[str, str]] = ()
        self.arrange(self.choice)

    def _chosen(self, value: str) -> None:
        self.put(value)

    def current(self) -> str:
        """What is chosen in the scenario."""
        return str(self.value())

    def fill(self, *, moved: bool) -> None:
        offered = self.entry.offered(self.manuscript.scenario, self.base)
        if offered != self._offered:
            self._offered = offered
            self.choice.offer(list(offered))
        place = self.choice.findData(self.current())
        if place != self.choice.currentIndex():
            self.choice.setCurrentIndex(place)


class TicksBox(Box):
    """Several of what is offered, each with a box to tick."""

    def __init__(self, manuscript: Manuscript, entry: Entry) -> None:
        super().__init__(manuscript, entry)
        self._offered: Sequence[tuple[str, str]] = ()
        self._room = QWidget()
        self._ticks = QGridLayout(self._room)
        self._ticks.setContentsMargins(0, 0, 0, 0)
        self._ticks.setSpacing(0)
        self._ticks.setColumnStretch(0, 1)
        self._ticks.setColumnStretch(1, 1)
        self._boxes: dict[str, parts.CheckBox] = {}
        self._nothing = parts.label(_("Nothing to choose from yet."), tone="muted")
        self._ticks.addWidget(self._nothing)
        self.arrange(self._room)

    def _coded(self, one: Any) -> str:
        return ".".join(one) if self.entry.pairs else str(one)

    def fill(self, *, moved: bool) -> None:
        offered = self.entry.offered(self.manuscript.scenario, self.base)
        if offered != self._offered:
            self._offered = offered
            self._make()
        ticked = {self._coded(one) for one in self.value()}
        for value, box in self._boxes.items():
            box.setChecked(value in ticked)

    def _make(self) -> None:
        while (item := self._ticks.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._nothing:
                widget.hide()
                widget.deleteLater()
        self._boxes = {value: parts.check_box(words) for value, words in self._offered}
        for at, box in enumerate(self._boxes.values()):
            box.clicked.connect(self._ticked)
            self._ticks.addWidget(box, at // 2, at % 2)
        self._ticks.addWidget(self._nothing, len(self._boxes) // 2 + 1, 0, 1, 2)
        self._nothing.setHidden(bool(self._boxes))

    def _ticked(self) -> None:
        chosen = [value for value, box in self._boxes.items() if box.isChecked()]
        self.put(tuple(tuple(one.split(".", 1)) for one in chosen) if self.entry.pairs else tuple(chosen))

    def focus(self, _rest: Path) -> None:
        for box in self._boxes.values():
            box.setFocus()
            return


class TableBox(Box):
    """A list of parts as a table to type into, with its buttons below."""

    fitted = Signal()

    def __init__(self, manuscript: Manuscript, entry: Entry) -> None:
        super().__init__(manuscript, entry)
        self.presenter = GridPresenter(manuscript, entry)
        self.grid = Grid(self.presenter)
        self.grid.said.connect(self.unread)
        self.arrange(self.grid, foot=self._buttons())

    def _buttons(self) -> QWidget:
        made = QWidget()
        up, down = self._button("arrow-up", _("Row up"), -1), self._button("arrow-down", _("Row down"), 1)
        gone = parts.button("", kind="quiet", icon="trash-2", name=_("Take the row away"))
        gone.clicked.connect(self.grid.take_away)
        paste = parts.button(_("Paste"), kind="quiet", icon="clipboard-paste")
        paste.clicked.connect(self.grid.paste)
        made.setLayout(row(up, down, gone, STRETCH, paste, spacing=0))
        return made

    def _button(self, icon: str, name: str, by: int) -> QWidget:
        made = parts.button("", kind="quiet", icon=icon, name=name)
        made.clicked.connect(lambda: self.grid.step(by))
        return made

    def show_at(self, base: Path) -> None:
        self.presenter.base = base
        super().show_at(base)

    def fill(self, *, moved: bool) -> None:
        self.grid.show_parts()
        if moved:
            self.grid.setCurrentIndex(self.grid.cells.index(0, 0))

    def focus(self, rest: Path) -> None:
        at = int(rest[0]) if rest and isinstance(rest[0], int) else 0
        self.grid.setFocus()
        self.grid.setCurrentIndex(self.grid.cells.index(at, 0))
