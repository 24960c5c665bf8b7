"""The tasks: groups by urgency on the left; on the right the chosen one, or its form."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.actions import notes as note_actions
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts, words
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.filters import Filters
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.ui.console.office.page import Page
from meeting_app.ui.console.office.rows import Row, RowList, heading, line
from meeting_app.ui.console.office.task_form import TaskForm
from meeting_app.ui.console.office.tasks_presenter import TaskItem, TaskSection, TasksPresenter, details

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office

CARD, FORM = range(2)
ICONS = {"overdue": "circle-alert", "this_week": "clock", "later": "calendar-days", "done": "check"}


class TasksPage(Page):
    """`task_id` chooses a task from the start."""

    kinds: ClassVar[frozenset[str]] = frozenset({"task", "meeting", "topic", "body"})

    def __init__(self, office: "Office", task_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.presenter = TasksPresenter(office)
        self._items: dict[str, TaskItem] = {}
        self.line = parts.label("", tone="muted")
        self.add = parts.button(_("Add a task"), icon="plus", key="Ctrl+N")
        self.add.clicked.connect(self.begin)
        self.filters = Filters(_("Organisations"))
        self.filters.chosen.connect(self._filtered)
        self.list = RowList(_("Tasks"))
        self.list.chosen.connect(self._show_card)
        self.list.opened.connect(lambda _id: self._edit())
        self.empty = parts.empty_state()
        self.form = TaskForm(office)
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(self.leave_form)
        self._side = parts.stack()
        self._side.addWidget(self._card())
        self._side.addWidget(self.form)
        self._feet = parts.feet(parts.foot(self.edit, self.finish), self.form.foot)
        self.setLayout(self._arranged())
        self._turn_to(CARD)
        self.refresh()
        self.list.choose(task_id)

    def _arranged(self) -> QVBoxLayout:
        head = row(parts.heading(_("Tasks"), self.line), parts.at_top(self.add))
        left = QWidget()
        left.setLayout(column(row(self.filters, STRETCH), self.list, self.empty, spacing=16))
        return column(head, 8, Columns(left, self._side, self._feet), margins=(32, 24, 32, 24))

    def _card(self) -> QWidget:
        self.card = QWidget()
        self.card_text = parts.label("", "strong", wrap=True)
        self.card_due = parts.chip()
        self._facts = QVBoxLayout()
        self.edit = parts.button(_("Change"), icon="pencil")
        self.edit.clicked.connect(self._edit)
        self.finish = parts.button("", kind="main", icon="check")
        self.finish.clicked.connect(self._finish)
        self.card.setLayout(
            column(
                self.card_text,
                row(self.card_due, STRETCH),
                parts.hairline(),
                self._facts,
                STRETCH,
                spacing=12,
            )
        )
        return self.card

    def first_field(self) -> QWidget | None:
        """The list."""
        return self.list

    def refresh(self) -> None:
        """Show the tasks as they are now."""
        picture = self.presenter.picture()
        self.line.setText(picture.line)
        self.filters.show_options(
            [(choice.body, choice.text) for choice in picture.filters], self.presenter.body
        )
        self._items = {item.row.id: item for section in picture.sections for item in section.items}
        self.list.show_rows([shown for section in picture.sections for shown in _rows(section)])
        self.list.setVisible(bool(picture.sections))
        self.empty.show_text(picture.empty)
        self._show_card(self.list.current_id())

    def _show_card(self, task_id: str) -> None:
        item = self._items.get(task_id)
        self.card.setVisible(item is not None and self._side.currentIndex() == CARD)
        self._show_feet()
        empty(self._facts)
        if item is None:
            return
        self.card_text.setText(item.text)
        self.card_due.set_chip(item.due, item.tone)
        for name, text in details(item):
            self._facts.addWidget(parts.fact(name, text))
        parts.set_text(self.finish, _("Not done after all") if item.done else _("It is done"))

    def _filtered(self, body: str) -> None:
        self.presenter.body = body
        self.refresh()

    def _finish(self) -> None:
        item = self._items.get(self.list.current_id())
        if item is not None:
            action = note_actions.reopen_task if item.done else note_actions.finish_task
            self.do(action, task_id=item.row.id)

    def _turn_to(self, place: int) -> None:
        """The chosen task or the form, each with its buttons."""
        self._side.setCurrentIndex(place)
        self._feet.setCurrentIndex(place)
        self._show_feet()
        self.main_button = self.form.save if place == FORM else self.finish

    def _show_feet(self) -> None:
        """Buttons only for a task that is chosen, or for the form."""
        self._feet.setVisible(self._side.currentIndex() == FORM or self.list.current_id() in self._items)

    def begin(self) -> None:
        """Add a task."""
        self._open_form(None)

    def _edit(self) -> None:
        item = self._items.get(self.list.current_id())
        if item is not None:
            self._open_form(item)

    def _open_form(self, item: TaskItem | None) -> None:
        self.form.begin(item.row if item else None, self.presenter.today())
        self._turn_to(FORM)
        self.form.first().setFocus()

    def leave_form(self) -> None:
        """Back to the chosen task."""
        self._turn_to(CARD)
        self._show_card(self.list.current_id())
        self.list.setFocus()

    def _save(self) -> None:
        refused = self.form.refused_or(self.refused)
        if self.form.task_id:
            self.do(
                note_actions.edit_task,
                self._saved,
                refused,
                task_id=self.form.task_id,
                **self.form.arguments(),
            )
        else:
            self.do(note_actions.add_task, self._saved, refused, **self.form.arguments())

    def _saved(self, task_id: str | None) -> None:
        self.refresh()
        self.leave_form()
        if task_id:
            self.list.choose(task_id)

    def escape(self) -> bool:
        """Esc leaves the form."""
        if self._side.currentIndex() == FORM:
            self.leave_form()
            return True
        return False


def _rows(section: TaskSection) -> list[Row]:
    head = heading(section.code, section.label, section.count, section.tone, ICONS[section.code])
    return [
        head,
        *(
            line(
                item.row.id,
                item.text,
                words.joined((item.source, item.who)),
                item.due,
                item.tone,
                "check" if item.done else "circle",
            )
            for item in section.items
        ),
    ]
