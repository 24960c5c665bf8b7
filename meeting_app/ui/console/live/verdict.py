"""How a vote came out, as its page says it: a mark, the verdict in a word or two, and one sentence."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from meeting_app.ui.console.live.box import SPACE, across, held
from meeting_app.ui.qt import icons, theme
from meeting_app.ui.widgets import Hairline, Label, paint

# A sentence of more lines beside the verdict would be a column of a few words: it goes below.
MOST_LINES, BROKEN = 3, 1.1
MARKS = {
    "adopted": "check", "not_adopted": "x", "unreconciled": "triangle-alert", "void": "x", "tie": "dices",
    "further": "rotate-ccw", "noted": "check",
}  # fmt: skip


class VerdictMark(QWidget):
    """The verdict's mark, 48 x 48: pine and a tick when adopted, ink otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict = "adopted"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_verdict(self, verdict: str) -> None:
        """Show another verdict."""
        self._verdict = verdict
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(48), theme.current().px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        paint.smooth(painter)
        adopted = self._verdict == "adopted"
        box = QRectF(self.rect())
        paint.draw_box(painter, box, now.size("r_chip"), now.colour("action" if adopted else "ink"))
        side = now.px(32)
        inner = QRectF((box.width() - side) / 2, (box.height() - side) / 2, side, side)
        icon = MARKS.get(self._verdict, "users")
        icons.draw(painter, icon, inner, now.colour("on_action" if adopted else "surface").name())


class VerdictHead(QWidget):
    """The verdict with its sentence beside it, or below it where a wide verdict leaves too little room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        now = theme.current()
        self.mark = VerdictMark()
        self.verdict = Label("", "name")
        self.sentence = Label("", wrap=True)
        self._line = Hairline(upright=True)
        self._word = held(across(self.mark, 4, self.verdict, SPACE))
        self._beside = held(across(self._line, 16, margins=(8, 0, 0, 0)))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(now.px(8))
        self._box.addWidget(self._word)
        self._box.addWidget(self._beside)
        self._box.addWidget(self.sentence, 1)
        self.setLayout(self._box)

    def show_verdict(self, verdict: str, word: str, sentence: str) -> None:
        """Show another result; `verdict` chooses the mark and the tone of the `word`."""
        good = verdict in ("adopted", "elected")
        self.mark.set_verdict("adopted" if good else verdict)
        self.verdict.setText(word)
        self.verdict.set_tone("ok" if good else "")
        self.sentence.setText(sentence)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Only the width decides, so that a page growing higher never turns it back."""
        now = theme.current()
        left = self.width() - self._word.sizeHint().width() - self._beside.sizeHint().width() - now.px(16)
        below = left * MOST_LINES < paint.text_width(self.sentence.font(), self.sentence.text()) * BROKEN
        self._beside.setVisible(not below)
        flow = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if flow != self._box.direction():
            self._box.setDirection(flow)
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._word.minimumSizeHint().width(), super().minimumSizeHint().height())
