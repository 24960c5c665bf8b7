"""The office's way to make the shared controls: one short call each, so that a page reads like its drawing.

Everything here is made of `meeting_app.ui.widgets`; sizes are pixels of the drawings and grow with the text
size.
"""

from collections.abc import Sequence
from typing import Final, TypeGuard

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets.buttons import Button
from meeting_app.ui.widgets.fields import CheckBox as TickBox
from meeting_app.ui.widgets.fields import Choice, DateField, Field, SearchBox, TextArea, TimeField
from meeting_app.ui.widgets.labels import Chip, Hairline, IconLabel, Label
from meeting_app.ui.widgets.segmented import Segment, Segmented
from meeting_app.ui.widgets.sheets import Banner, EmptyState
from meeting_app.ui.widgets.steppers import Stepper

LineEdit = Field
MainButton = Button
CheckBox = TickBox
# Tones of chips and rows as tones of labels.
LABEL_TONES: Final = {"plain": "", "ink": ""}


def px(pixels: float) -> int:
    """Pixels of the drawings at the text size in force."""
    return theme.current().px(pixels)


def label(
    text: str = "", role: str = "body", *, tone: str = "", serif: bool | None = None, wrap: bool = False
) -> Label:
    """Words that are only read."""
    return Label(text, role, tone=tone, serif=serif, wrap=wrap)


def heading(title: str, line: str | Label = "") -> QWidget:
    """The title of a page with a quiet line below it."""
    below = line if isinstance(line, Label) else label(line, tone="muted", wrap=True)
    return growing(column(label(title, "h1"), below, spacing=0))


def set_tone(shown: Label, tone: str) -> None:
    """Give words another tone; tones of chips are taken too."""
    shown.set_tone(LABEL_TONES.get(tone, tone))


def button(text: str, *, kind: str = "plain", icon: str = "", key: str = "", name: str = "") -> Button:
    """A button; `name` is what a screen reader says when there is no text."""
    made = Button(text, kind=kind, icon=icon, key=key)
    if name:
        made.setAccessibleName(name)
        made.setToolTip(name)
    return made


def set_text(shown: Button, text: str) -> None:
    """Give a button another text."""
    shown.setText(text)


def is_button(widget: object) -> TypeGuard[QAbstractButton]:
    """Whether Enter on it presses it."""
    return isinstance(widget, QAbstractButton)


def line_edit(hint: str = "", name: str = "") -> Field:
    """A field of one line."""
    return Field(name, hint)


def text_edit(rows: int = 3) -> TextArea:
    """A field of several lines."""
    return TextArea("", rows=rows)


def search_field(hint: str) -> SearchBox:
    """A field that finds while one types."""
    return SearchBox(hint, hint)


def combo(name: str = "") -> Choice:
    """One of many; long words do not widen it."""
    made = Choice(name)
    made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    return made


def date_edit() -> DateField:
    """A day."""
    return DateField("")


def time_edit() -> TimeField:
    """A time of day."""
    return TimeField("")


def check_box(text: str) -> CheckBox:
    """A box to tick."""
    made = CheckBox(text)
    made.setAccessibleName(text)
    return made


def stepper(name: str, least: int, most: int, form: str = "{n}", parent: QWidget | None = None) -> Stepper:
    """A small number with a button at each end."""
    return Stepper(name, value=least, least=least, most=most, form=form, parent=parent)


def segments(options: Sequence[tuple[str, str]], name: str) -> Segmented:
    """A choice of a few, all visible."""
    return Segmented(name, [Segment(value, text) for value, text in options])


def widen(choice: Segmented) -> Segmented:
    """Room for the whole word on every segment, where there is room at all."""
    buttons = choice.findChildren(QAbstractButton)
    choice.setMinimumWidth(len(buttons) * max(button.sizeHint().width() for button in buttons) + px(8))
    return choice


def chip() -> Chip:
    """A short fact in a box."""
    return Chip()


def banner() -> Banner:
    """The strip above a page."""
    return Banner()


def hairline() -> Hairline:
    """The one hairline."""
    return Hairline()


def icon(name: str, tone: str = "ink") -> IconLabel:
    """An icon beside words."""
    return IconLabel(name, tone=tone)


def icon_label(name: str, text: str) -> QWidget:
    """A muted icon with its words."""
    made = QWidget()
    words = label(text, "caption", tone="muted")
    made.setLayout(row(IconLabel(name, tone="muted", small=True), words, STRETCH))
    return made


def sheet() -> QFrame:
    """A white sheet with a hairline around it."""
    made = QFrame()
    made.setProperty("part", "sheet")
    return made


def table_row(content: QLayout, height: int) -> QWidget:
    """A row of a table with a hairline below, `height` high."""
    made = QWidget()
    made.setLayout(column(STRETCH, content, STRETCH, hairline(), spacing=0))
    made.setFixedHeight(px(height))
    return made


def fact(name: str, text: str) -> QWidget:
    """A fact with its name, as a row."""
    named = label(name, tone="muted")
    named.setFixedWidth(px(96))
    words = label(text, wrap=True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made = QWidget()
    made.setLayout(column(row(named, growing(words), margins=(0, 4, 0, 4)), hairline(), spacing=0))
    return made


def numbered(number: int, title: str) -> QWidget:
    """A heading of a step with its number in a disc."""
    from meeting_app.ui.console.office.painted import StepNumber

    made = QWidget()
    made.setLayout(row(StepNumber(number), label(title, "h2")))
    return made


def growing(part: QWidget | QLayout) -> QWidget:
    """A part that takes what room there is beside others."""
    if isinstance(part, QLayout):
        inner = QWidget()
        inner.setLayout(part)
        part = inner
    policy = part.sizePolicy()
    policy.setHorizontalPolicy(policy.Policy.Expanding)
    policy.setHorizontalStretch(1)
    part.setSizePolicy(policy)
    return part


def at_top(part: QWidget) -> QWidget:
    """A part that stays at the upper edge of its row."""
    made = QWidget()
    made.setLayout(column(part, STRETCH))
    return made


class Scrolling(QScrollArea):
    """Asks for little height itself, so that a scrolling part around it need not scroll as well."""

    def sizeHint(self) -> QSize:
        """A few rows; it takes what room there is."""
        return QSize(px(240), px(160))


def scrolling(content: QWidget) -> QScrollArea:
    """A part that scrolls when there is too little room; its controls take the keyboard, it does not."""
    made = Scrolling()
    made.setWidget(content)
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


class Stack(QStackedWidget):
    """As large as the part that is shown asks for, whatever the others would like."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _place: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """What the shown part would like."""
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What the shown part needs."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """The parts scroll or have room; none of them makes the others higher."""
        return False

    def heightForWidth(self, width: int) -> int:
        """How high the shown part is at a width, for a scrolling part around it."""
        shown = self.currentWidget()
        return shown.heightForWidth(width) if shown is not None else -1


def stack(*pages: QWidget) -> Stack:
    """One of several parts at a time; takes what room there is."""
    made = Stack()
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    for page in pages:
        made.addWidget(page)
    return made


def foot(*buttons: QWidget) -> QWidget:
    """The buttons that end a form, one below the other, the main one last; shown apart from what scrolls."""
    made = QWidget()
    made.setLayout(column(STRETCH, *buttons))
    return made


def feet(*rows: QWidget) -> Stack:
    """One row of actions at a time, no higher than it must be."""
    made = stack(*rows)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return made


def centred(content: QWidget, width: int) -> QWidget:
    """A part in the middle of its room, at most `width` wide."""
    content.setMaximumWidth(px(width))
    made = QWidget()
    box = QHBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    for part, stretch in ((None, 1), (content, 1000), (None, 1)):
        if part is None:
            box.addStretch(stretch)
        else:
            box.addWidget(part, stretch)
    return made


class Empty(EmptyState):
    """What to do first where nothing is yet; hidden while there is something."""

    def __init__(self) -> None:
        super().__init__("")
        self.hide()

    def show_text(self, sentence: str) -> None:
        """Say it; "" hides it."""
        self.sentence.setText(sentence)
        self.setVisible(bool(sentence))

    def text(self) -> str:
        """What it says."""
        return "" if self.isHidden() else self.sentence.text()


def empty_state() -> Empty:
    """Room for a sentence where nothing is yet."""
    return Empty()


def _plain_table(made: QTableView, name: str) -> None:
    made.setAccessibleName(name)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setShowGrid(False)
    made.setWordWrap(False)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.setTabKeyNavigation(False)
    made.verticalHeader().hide()
    made.verticalHeader().setDefaultSectionSize(px(48))
    made.horizontalHeader().setHighlightSections(False)
    made.horizontalHeader().setFixedHeight(px(40))


def table(name: str) -> QTableWidget:
    """A small table of the theme with cells of its own."""
    made = QTableWidget()
    _plain_table(made, name)
    made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def paint_item(item: QTableWidgetItem, *, tint: bool = False, bold: bool = False, tone: str = "") -> None:
    """Ground, weight and tone of a cell."""
    now = theme.current()
    item.setFont(now.font("body", bold=bold))
    if tint:
        item.setBackground(QBrush(now.colour("action_tint")))
    if tone:
        item.setForeground(QBrush(now.colour(tone)))
