"""The section of points: the score table, and below it the order of a role's wishes that makes points."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from meeting_app.domain.roleplay.texts import Path
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.scenario_editor import names
from meeting_app.ui.console.office.scenario_editor.manuscript import Manuscript
from meeting_app.ui.console.office.scenario_editor.matrix import Matrix
from meeting_app.ui.console.office.scenario_editor.matrix_table import MatrixTable
from meeting_app.ui.console.office.scenario_editor.section_views import SectionView
from meeting_app.ui.console.office.scenario_editor.weights_panel import WeightsPanel
from meeting_app.ui.qt import theme
from meeting_app.ui.widgets.labels import Label


class OrderList(QListWidget):
    """Rows to drag, or to move with Alt and an arrow. `moved` after each move."""

    moved = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setFont(theme.current().font())

    def show_items(self, items: list[tuple[str, str]]) -> None:
        """Show (identity, words) in this order."""
        self.clear()
        for number, (name, words) in enumerate(items, 1):
            made = QListWidgetItem(_("{number}. {step}").format(number=number, step=words))
            made.setData(Qt.ItemDataRole.UserRole, name)
            self.addItem(made)
        self.setCurrentRow(0)

    def order(self) -> tuple[str, ...]:
        """The identities from the top down."""
        return tuple(str(self.item(at).data(Qt.ItemDataRole.UserRole)) for at in range(self.count()))

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self.moved.emit()

    def shift(self, by: int) -> None:
        """Move the current row."""
        at, to = self.currentRow(), self.currentRow() + by
        if at >= 0 and 0 <= to < self.count():
            item = self.takeItem(at)
            self.insertItem(to, item)
            self.setCurrentRow(to)
            self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        by = arrows.get(Qt.Key(event.key())) if event.modifiers() & Qt.KeyboardModifier.AltModifier else None
        if by is None:
            super().keyPressEvent(event)
        else:
            self.shift(by)


class OrderPanel(QWidget):
    """What one role wants most: issues at the left, the options of the chosen one at the right."""

    done = Signal()

    def __init__(self, manuscript: Manuscript, table: MatrixTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._manuscript, self._table = manuscript, table
        self._role = 0
        self._order: dict[str, tuple[str, ...]] = {}
        self.title = parts.label("", "strong")
        self.issues = OrderList(_("Issues, the weightiest first"))
        self.issues.currentRowChanged.connect(lambda _row: self._show_options())
        self.options = OrderList(_("Options, the best first"))
        self.options.moved.connect(self._ordered)
        for part in (self.issues, self.options):
            part.setFixedHeight(parts.px(150))
        self.give = parts.button(_("Give points by this order"), kind="main", icon="check")
        self.give.clicked.connect(self._give)
        self.leave = parts.button(_("Leave the points"), kind="quiet")
        self.leave.clicked.connect(self.done)
        left = column(parts.label(_("Issues, the weightiest first"), "caption", tone="muted"), self.issues)
        right = column(parts.label(_("Options, the best first"), "caption", tone="muted"), self.options)
        both = row(parts.growing(left), parts.growing(right), spacing=16)
        hint = parts.label(_("Drag, or move with Alt and an arrow."), "caption", tone="muted")
        self.setLayout(column(self.title, both, row(hint, STRETCH, self.leave, self.give)))

    def begin(self, role: int) -> None:
        """Show the order of a role's points as they are."""
        matrix = Matrix(self._manuscript.scenario)
        self._role = max(0, min(role, len(matrix.roles) - 1))
        self._order = dict(matrix.order(self._role))
        titles = dict(names.issues(self._manuscript.scenario))
        name = names.called(matrix.roles[self._role].name, self._role)
        self.title.setText(_("What does {name} want most?").format(name=name))
        self.issues.show_items([(issue, titles[issue]) for issue in self._order])
        self._show_options()
        self.issues.setFocus()

    def _show_options(self) -> None:
        issue = self._issue()
        if not issue:
            self.options.show_items([])
            return
        found = next(one for one in self._manuscript.scenario.issues if one.id == issue)
        titles = {option.id: names.called(option.title, at) for at, option in enumerate(found.options)}
        self.options.show_items([(name, titles[name]) for name in self._order[issue]])

    def _ordered(self) -> None:
        if issue := self._issue():
            self._order[issue] = self.options.order()

    def _issue(self) -> str:
        """The marked issue, "" for none."""
        at = self.issues.currentRow()
        return self.issues.order()[at] if at >= 0 else ""

    def _give(self) -> None:
        order = [(issue, self._order[issue]) for issue in self.issues.order()]
        self._manuscript.take(Matrix(self._manuscript.scenario).scored_by_order(self._role, order))
        self.done.emit()


class ScoresSection(SectionView):
    """The score table; with weights it is only read, except for the walk-aways."""

    def __init__(self, manuscript: Manuscript, parent: QWidget | None = None) -> None:
        super().__init__(manuscript, parent)
        self.table = MatrixTable(manuscript)
        self.table.said.connect(self._say)
        self.problem = parts.label("", "caption", tone="danger", wrap=True)
        self.problem.hide()
        self.nothing = parts.label(_("First write roles and issues; they make rows and columns here."),
                                   tone="muted", wrap=True)  # fmt: skip
        self.order = OrderPanel(manuscript, self.table)
        self.order.done.connect(self._leave_order)
        self.order.hide()
        self.weights = WeightsPanel(manuscript)
        self.weights.said.connect(self._say)
        self.ways = parts.segments(
            [("points", _("Points")), ("weights", _("Weights"))], _("How points are given")
        )
        self.ways.chosen.connect(lambda _way: self.refresh())
        if manuscript.scenario.values and not manuscript.scenario.scores:
            self.ways.set_value("weights")
        self.setLayout(self._arranged())
        self.refresh()

    def _arranged(self) -> QVBoxLayout:
        self.paste = parts.button(_("Paste"), kind="quiet", icon="clipboard-paste")
        self.paste.clicked.connect(self.table.paste)
        self.by_order = parts.button(_("Points by order"), kind="quiet", icon="list")
        self.by_order.clicked.connect(self._begin_order)
        words = _("Alt with an arrow changes an option's place.")
        self.hint = Label(words, "caption", tone="muted", elide=True)
        tools = row(parts.growing(column(self.hint)), self.by_order, self.paste, spacing=0)
        return column(
            row(self.ways, STRETCH), self.nothing, tools, self.problem, self.table, self.order, self.weights
        )

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def refresh(self) -> None:
        self.table.refresh()
        there = bool(self.table.cells.matrix.roles) and bool(self.manuscript.scenario.issues)
        weights = self.ways.value() == "weights"
        self.weights.setVisible(weights)
        if weights:
            self.weights.refresh()
        self.nothing.setVisible(not there)
        for part in (self.table, self.by_order, self.paste, self.hint):
            part.setVisible(there and not weights)
        if not there or weights:
            self.order.hide()

    def _begin_order(self) -> None:
        self.order.show()
        self.order.begin(self.table.currentIndex().column() - 1)

    def _leave_order(self) -> None:
        self.order.hide()
        self.table.setFocus()

    def focus_path(self, path: Path) -> bool:
        """To the first cell of a role or of a score that something is wrong with."""
        matrix, scenario = self.table.cells.matrix, self.manuscript.scenario
        role, row_ = "", 0
        if path[0] == "scores" and len(path) > 1:
            step = path[1]
            role = scenario.scores[step].role if isinstance(step, int) else step
            row_ = next((at for at, _line in enumerate(matrix.rows) if self._missing(at, role)), 0)
        elif path[0] == "roles" and len(path) > 1:
            role, row_ = scenario.roles[int(path[1])].id, len(matrix.rows) - 1
        columns = [one.id for one in matrix.roles]
        if not columns:
            return False
        self.ways.set_value("points")
        self.refresh()
        self.table.go_to(row_, columns.index(role) if role in columns else 0)
        return True

    def _missing(self, at: int, role: str) -> bool:
        matrix = self.table.cells.matrix
        columns = [one.id for one in matrix.roles]
        return matrix.rows[at].typed and role in columns and matrix.value(at, columns.index(role)) is None

    def first_field(self) -> QWidget | None:
        return self.table
