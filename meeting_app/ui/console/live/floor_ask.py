"""Who wants to speak, and as what: the finder with the class, the category or the side above it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from meeting_app.domain.floor_class import OrderCategory, Side, SpeechClass
from meeting_app.i18n import _
from meeting_app.ui.console.live.box import across, down
from meeting_app.ui.console.live.context import Live
from meeting_app.ui.console.live.finder import Finder
from meeting_app.ui.widgets import Segment, Segmented
from meeting_app.wording import floor, labels


def _segments(codes: list[str], table: dict[str, str]) -> list[Segment]:
    return [Segment(code, table[code]) for code in codes]


class FloorAsk(QWidget):
    """Signals: found(person_id) at Enter, left at Esc. What was chosen is `kind`, `side` and `category`."""

    found = Signal(str)
    left = Signal()

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finder = Finder(live)
        self.field, self.list = self.finder.field, self.finder.list
        classes = {kind.value: labels.label(floor.CLASSES, kind) for kind in SpeechClass}
        self.classes = Segmented(_("What for"), _segments(list(classes), classes))
        sides = {side.value: labels.label(floor.SIDES, side) for side in Side}
        self.sides = Segmented(_("Side"), _segments(list(sides), sides))
        about = {category.value: labels.label(floor.CATEGORIES, category) for category in OrderCategory}
        self.categories = Segmented(_("What it is about"), _segments(list(about), about))
        self.list.setMinimumHeight(0)
        self._with_sides = False
        self.classes.chosen.connect(lambda _value: self._fit())
        self.finder.found.connect(self.found)
        self.finder.left.connect(self.left)
        choice = across(gap=12)
        choice.addWidget(self.classes, 3)
        choice.addWidget(self.sides, 2)
        lay = down(8, gap=8)
        lay.addLayout(choice)
        lay.addWidget(self.categories)
        lay.addWidget(self.finder, 1)
        self.setLayout(lay)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed while a class or a category is chosen is the person that is looked for."""
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if plain and event.text().strip() and event.text().isprintable():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.setText(event.text())
        else:
            super().keyPressEvent(event)

    @property
    def kind(self) -> SpeechClass:
        """What the floor is asked for."""
        return SpeechClass(self.classes.value())

    @property
    def side(self) -> Side:
        """The side that was chosen; none where sides do not matter."""
        shown = self.sides.isVisibleTo(self)
        return Side(self.sides.value()) if shown else Side.NONE

    @property
    def category(self) -> OrderCategory | None:
        """What a point of order is about."""
        return OrderCategory(self.categories.value()) if self.kind is SpeechClass.ORDER else None

    def begin(self, kind: SpeechClass, side: Side = Side.NONE, *, sides: bool = False) -> None:
        """Empty the field and type into it; `sides` asks for the side too."""
        self._with_sides = sides or side is not Side.NONE
        self.classes.set_value(kind.value)
        self.sides.set_value(side.value)
        self.categories.set_value(OrderCategory.BREACH.value)
        self._fit()
        self.finder.begin()

    def _fit(self) -> None:
        self.sides.setVisible(self._with_sides and self.kind is SpeechClass.SPEECH)
        self.categories.setVisible(self.kind is SpeechClass.ORDER)
