"""The people that a search at the desk found, in columns: name, place, capacity, how they stand."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.live import words
from meeting_app.ui.console.live.check_in_presenter import HitShown
from meeting_app.ui.console.live.painted_list import PaintedDelegate, PaintedList, PaintedModel
from meeting_app.ui.qt import icons, theme
from meeting_app.ui.widgets import paint
from meeting_app.ui.widgets.labels import tone_colour


def _said(row: HitShown, _place: int) -> str:
    return words.joined(row.name, row.number, row.place, row.capacity, row.state)


class HitDelegate(PaintedDelegate):
    """Paints a hit in four columns."""

    def columns(self, painter: QPainter, area: QRectF, row: HitShown, *, place: int, chosen: bool) -> None:
        now = theme.current()
        narrow = area.width() < now.px(720)
        third, fourth = (0.52, 1.0) if narrow else (0.37, 0.74)
        stops = [now.px(16), now.px(104), area.width() * third, area.width() * fourth, area.width()]
        boxes = [
            QRectF(area.left() + left, area.top(), right - left - now.px(8), area.height())
            for left, right in pairwise(stops)
        ]
        paint.draw_text(painter, boxes[0], row.name, now.font("strong"), now.colour("ink"))
        paint.draw_text(painter, boxes[1], row.place, now.font(), now.colour("ink"))
        side = now.size("icon_small")
        mark = QRectF(boxes[2].left(), area.top() + (area.height() - side) / 2, side, side)
        icons.draw(painter, row.icon, mark, tone_colour(row.tone))
        state = boxes[2].adjusted(side + now.px(6), 0, 0, 0)
        paint.draw_text(painter, state, row.state, now.font(), tone_colour(row.tone))
        if not narrow:
            paint.draw_text(painter, boxes[3], row.capacity, now.font("caption"), now.colour("muted"))


class HitList(PaintedList[HitShown]):
    """The field above keeps the keyboard; Up and Down there move here.

    Signals: chosen(person_id) when another row is marked, taken(person_id) at a click.
    """

    chosen = Signal(str)
    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        model = PaintedModel[HitShown](lambda row: row.person_id, _said)
        super().__init__(_("People found"), model, HitDelegate(), parent)
        self.hits = model
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(lambda _index: self.taken.emit(self.current_id()))
        self.selectionModel().currentChanged.connect(lambda *_a: self.chosen.emit(self.current_id()))

    def show_hits(self, rows: Sequence[HitShown]) -> None:
        """Show other hits; the marked one stays marked while there, else the first is marked."""
        marked = self.current_id()
        self.hits.show(rows)
        if rows:
            self.choose_place(max(0, self.hits.place_of(marked)))
