"""The three choices in turn: what is being counted now, what is done, what is to come."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from meeting_app.domain.hand_count import Choice
from meeting_app.ui.console.live import words
from meeting_app.ui.console.live.box import across
from meeting_app.ui.console.live.hands_presenter import ChoiceShown
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import paint


class ChoiceTab(QAbstractButton):
    """One choice: its drawn mark, its word, how far its count is."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ChoiceShown(choice, "", "waiting", "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_choice(self, shown: ChoiceShown) -> None:
        """Show how far it is."""
        if shown != self._shown:
            self._shown = shown
            self.setText(shown.word)
            self.setAccessibleName(words.joined(shown.word, shown.remark))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(140), theme.current().size("main"))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, shown = theme.current(), self._shown
        painter = QPainter(self)
        paint.smooth(painter)
        token = paint.choice_token(shown.choice)
        counting = shown.state == "now"
        tint = now.colour(f"{shown.choice}_tint") if counting else now.colour("surface")
        edge = now.colour(token if counting else "line")
        paint.draw_box(painter, QRectF(self.rect()), now.size("r_box"), tint, edge, 2 if counting else 1)
        side, left = now.px(24), now.px(16)
        mark = QRectF(left, (self.height() - side) / 2, side, side)
        paint.draw_vote_mark(painter, mark, shown.choice, now, filled=shown.state != "waiting")
        left += side + now.px(10)
        font = now.font("strong", bold=counting)
        ink = now.colour("muted" if shown.state == "waiting" else token)
        wide = paint.text_width(font, shown.word)
        paint.draw_text(painter, QRectF(left, 0, wide + 1, self.height()), shown.word, font, ink)
        rest = QRectF(left + wide + now.px(8), 0, self.width() - left - wide - now.px(24), self.height())
        colour = now.colour(token)
        paint.draw_text(painter, rest, shown.remark, now.font("caption"), colour, paint.RIGHT)


class ChoiceTabs(QWidget):
    """Signals: chosen(choice) when one is pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = {choice: ChoiceTab(choice) for choice in Choice}
        for choice, tab in self._tabs.items():
            tab.clicked.connect(lambda _on=False, which=choice: self.chosen.emit(which))
        self.setLayout(across(*self._tabs.values()))

    def show_choices(self, shown: Sequence[ChoiceShown]) -> None:
        """Show how far each is."""
        for one in shown:
            self._tabs[one.choice].show_choice(one)

    def tab(self, choice: Choice) -> ChoiceTab:
        """The control of a choice."""
        return self._tabs[choice]
