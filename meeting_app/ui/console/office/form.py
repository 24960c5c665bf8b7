"""A form of the office: labelled fields, each with room for the sentence that says what is wrong with it.

There is no dialog: a form stands in its page, Esc leaves it without change, Enter is the page's main button.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from meeting_app.domain.refusal import Refusal
from meeting_app.ui.console.office import parts
from meeting_app.ui.widgets.fields import Choice, DateField, Field, Labelled, TextArea, TimeField
from meeting_app.wording import refusals

Control = Field | TextArea | Choice | DateField | TimeField


class FormField(Labelled):
    """A control under its label, and below it what is wrong with it; a change takes the complaint back."""

    changed = Signal()

    def __init__(self, label: str, control: Control, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, control, parent)
        self.typed = control
        self.label.setBuddy(control)
        if hint:
            layout = self.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(2, parts.label(hint, "caption", tone="muted", wrap=True))
        if isinstance(control, Choice):
            control.currentIndexChanged.connect(self._touched)
        elif isinstance(control, DateField):
            control.dateChanged.connect(self._touched)
            control.lineEdit().setAccessibleName(label)
        elif isinstance(control, TimeField):
            control.timeChanged.connect(self._touched)
            control.lineEdit().setAccessibleName(label)
        else:
            control.textChanged.connect(self._touched)

    def _touched(self) -> None:
        self.complain("")
        self.changed.emit()

    def text(self) -> str:
        """What is typed, or the value that is chosen."""
        if isinstance(self.typed, Choice):
            return self.typed.value()
        if isinstance(self.typed, TextArea):
            return self.typed.toPlainText()
        return self.typed.text()

    def set_text(self, value: str) -> None:
        """Put a value into the control."""
        if isinstance(self.typed, Choice):
            self.typed.set_value(value)
        elif isinstance(self.typed, TextArea):
            self.typed.setPlainText(value)
        elif isinstance(self.typed, Field):
            self.typed.setText(value)

    def day(self) -> date:
        """The day of a field of days."""
        assert isinstance(self.typed, DateField)
        return self.typed.day()

    def set_day(self, day: date) -> None:
        """Show a day."""
        assert isinstance(self.typed, DateField)
        self.typed.set_day(day)

    def moment(self) -> time:
        """The time of a field of times."""
        assert isinstance(self.typed, TimeField)
        return self.typed.moment()

    def set_moment(self, moment: time) -> None:
        """Show a time."""
        assert isinstance(self.typed, TimeField)
        self.typed.set_moment(moment)

    def complain(self, sentence: str) -> None:
        """Say what is wrong with the field, also to a screen reader; "" when nothing is."""
        super().complain(sentence)
        self.control.setAccessibleDescription(sentence)

    def problem(self) -> str:
        """What is said to be wrong."""
        return "" if self.message.isHidden() else self.message.text()


class Form(QWidget):
    """Fields by name, in rows of a grid with `columns` columns."""

    changed = Signal()

    def __init__(self, columns: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, FormField] = {}
        self._columns = columns
        self._cell = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        for place in range(columns):
            self._grid.setColumnStretch(place, 1)

    def add(self, name: str, label: str, control: Control, hint: str = "", span: int = 1) -> FormField:
        """A field in the next cell; `span` columns wide, in a row of its own when it does not fit."""
        field = FormField(label, control, hint)
        control.setObjectName(name)
        row, place = divmod(self._cell, self._columns)
        if place + span > self._columns:
            row, place = row + 1, 0
        # A neighbour with a hint or a complaint below it is taller: labels stay in one line all the same.
        top = Qt.AlignmentFlag(0) if isinstance(control, TextArea) else Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(field, row, place, 1, span, top)
        self._cell = row * self._columns + place + span
        self.fields[name] = field
        field.changed.connect(self.changed)
        return field

    def texts(self) -> dict[str, str]:
        """What is typed in every field that holds words."""
        return {
            name: field.text()
            for name, field in self.fields.items()
            if not isinstance(field.typed, DateField | TimeField)
        }

    def offer(self, name: str, options: Sequence[tuple[str, str]]) -> None:
        """What a choice offers, as (value, text)."""
        control = self.fields[name].typed
        assert isinstance(control, Choice)
        control.offer(list(options))

    def fill(self, **values: str) -> None:
        """Put values into the fields."""
        for name, value in values.items():
            self.fields[name].set_text(value)

    def needs(self, names: Sequence[str], sentence: str) -> bool:
        """Whether one of the named fields is empty.

        The first such field gets the sentence and the keyboard.
        """
        for name in names:
            if not self.fields[name].text().strip():
                self.complain(name, sentence)
                return True
        return False

    def complain(self, name: str, sentence: str) -> None:
        """Say what is wrong with a field and put the keyboard there."""
        self.fields[name].complain(sentence)
        self.fields[name].control.setFocus()

    def refused(self, refusal: Refusal) -> bool:
        """Show a refusal at the field that it concerns; False when it concerns none."""
        name = str(refusal.params.get("what", ""))
        if name not in self.fields:
            return False
        self.complain(name, refusals.sentence(refusal))
        return True

    def refusals(
        self, other: Callable[[Refusal], None], fields: Mapping[str, str] | None = None
    ) -> Callable[[Refusal], None]:
        """What to do with a refusal.

        Show it at its field (`fields`: the field of a code), or hand it to `other`.
        """

        def refused(refusal: Refusal) -> None:
            name = (fields or {}).get(refusal.code)
            if name is not None:
                self.complain(name, refusals.sentence(refusal))
            elif not self.refused(refusal):
                other(refusal)

        return refused
