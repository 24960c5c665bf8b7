"""A topic's plans beside each other: who pays how much under each, the sum, the text of the chosen one."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidgetItem,
    QWidget,
)

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.passport_presenter import PlanColumn
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets import paint
from meeting_app.ui.widgets.rows import Index

ROW: Final = 44
HEAD: Final = 60


class PlanCells(QStyledItemDelegate):
    """A cell with air at its sides and a hairline above; the chosen column is framed by its foot."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        now = theme.current()
        painter.save()
        box = QRectF(option.rect)
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(box, ground)
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), now.colour("line"))
        if option.state & QStyle.StateFlag.State_Selected and index.column():
            last = index.row() == index.model().rowCount() - 1
            for edge in _edges(box, now.px(2), last=last):
                painter.fillRect(edge, now.colour("action"))
        words = box.adjusted(now.px(16), 0, -now.px(16), 0)
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        paint.draw_text(
            painter,
            words,
            str(index.data() or ""),
            index.data(Qt.ItemDataRole.FontRole),
            colour.color() if colour is not None else now.colour("ink"),
            paint.RIGHT if index.column() else paint.LEFT,
        )
        painter.restore()


def _edges(box: QRectF, width: int, *, last: bool) -> list[QRectF]:
    sides = [
        QRectF(box.left(), box.top(), width, box.height()),
        QRectF(box.right() - width, box.top(), width, box.height()),
    ]
    return [*sides, QRectF(box.left(), box.bottom() - width, box.width(), width)] if last else sides


class PlanSheet(QWidget):
    """The table and the buttons that act on the plan whose column is chosen."""

    add_plan = Signal()
    edit_plan = Signal(str)
    put_to_vote = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plans: Sequence[PlanColumn] = ()
        self.summary = parts.label("", wrap=True)
        self.add = parts.button(_("Write a plan"), icon="plus")
        self.add.clicked.connect(self.add_plan)
        self.edit = parts.button(_("Change the plan"), icon="pencil")
        self.edit.clicked.connect(lambda: self.edit_plan.emit(self.chosen_id()))
        self.vote = parts.button(_("Put it to the vote"), icon="vote")
        self.vote.clicked.connect(lambda: self.put_to_vote.emit(self.chosen_id()))
        self.table = parts.table(_("Plans and who pays"))
        self.table.setItemDelegate(PlanCells(self.table))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.currentCellChanged.connect(lambda *_cells: self._show_text())
        self.text = parts.label("", serif=True, wrap=True)
        self.notes = parts.label("", "caption", tone="muted", wrap=True)
        self.empty = parts.empty_state()
        head = row(parts.label(_("Plans and who pays"), "h2"), STRETCH, self.edit, self.vote, self.add)
        self.setLayout(column(self.summary, head, self.table, self.text, self.empty, 8, self.notes, STRETCH))

    def chosen_id(self) -> str:
        """The plan whose column is chosen; the first one when none is."""
        place = max(0, self.table.currentColumn() - 1)
        return self._plans[place].plan_id if place < len(self._plans) else ""

    def show_plans(self, summary: str, plans: Sequence[PlanColumn], notes: Sequence[str]) -> None:
        """Show the topic's summary, its plans and the notes of its stages; the chosen column stays chosen."""
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))
        chosen = self.chosen_id()
        self._plans = plans
        self.summary.setText(summary)
        self.summary.setVisible(bool(summary))
        self.empty.show_text(
            "" if plans else _("No plan yet. Write a first one: what it is, what it costs, who pays.")
        )
        for widget in (self.table, self.text, self.edit, self.vote):
            widget.setVisible(bool(plans))
        if plans:
            self._fill(plans)
            self._choose(chosen)
        self._show_text()

    def _fill(self, plans: Sequence[PlanColumn]) -> None:
        payers = list(dict.fromkeys((share.payer, share.count) for plan in plans for share in plan.shares))
        self.table.clear()
        self.table.setRowCount(len(payers) + 1)
        self.table.setColumnCount(len(plans) + 1)
        self.table.setHorizontalHeaderLabels([_("Who pays"), *(_head(plan) for plan in plans)])
        for line, (payer, count) in enumerate(payers):
            many = _("{payer} × {n}").format(payer=payer, n=count)
            self._put(line, 0, payer if count == 1 else many)
        self._put(len(payers), 0, _("Cost in yuan"), tone="muted")
        for place, plan in enumerate(plans, start=1):
            each = {(share.payer, share.count): share.each for share in plan.shares}
            for line, share in enumerate(payers):
                self._put(line, place, each.get(share, ""), tint=plan.chosen)
            self._put(len(payers), place, plan.cost, tint=plan.chosen, bold=True)
        self._shape(len(payers) + 1)

    def _put(
        self, line: int, place: int, text: str, *, tint: bool = False, bold: bool = False, tone: str = ""
    ) -> None:
        item = QTableWidgetItem(text)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        parts.paint_item(item, tint=tint, bold=bold or tint, tone=tone)
        self.table.setItem(line, place, item)

    def _shape(self, rows: int) -> None:
        header = self.table.horizontalHeader()
        for place in range(self.table.columnCount()):
            item = self.table.horizontalHeaderItem(place)
            if item is not None:
                item.setTextAlignment(paint.RIGHT if place else paint.LEFT)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setFixedHeight(parts.px(HEAD))
        for line in range(rows):
            self.table.setRowHeight(line, parts.px(ROW))
        self.table.setFixedHeight(parts.px(HEAD + ROW * rows) + 2 * self.table.frameWidth())

    def _choose(self, plan_id: str) -> None:
        ids = [plan.plan_id for plan in self._plans]
        voted = next((place for place, plan in enumerate(self._plans) if plan.chosen), 0)
        self.table.setCurrentCell(0, 1 + (ids.index(plan_id) if plan_id in ids else voted))

    def _show_text(self) -> None:
        plan = next((plan for plan in self._plans if plan.plan_id == self.chosen_id()), None)
        self.text.setText(plan.text if plan else "")
        self.vote.setVisible(plan is not None and not plan.chosen)


def _head(plan: PlanColumn) -> str:
    marked = _("put to the vote")
    return f"{plan.title}\n{marked}" if plan.chosen else plan.title
