"""The tasks: groups by urgency on the left; on the right the chosen one, or its form."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.actions import notes as note_actions
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts, words
from meeting_app.ui.console.office.card_page import CardPage
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.filters import Filters
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.ui.console.office.rows import Row, RowList, heading, line
from meeting_app.ui.console.office.task_form import TaskForm
from meeting_app.ui.console.office.tasks_presenter import TaskItem, TaskSection, TasksPresenter, details

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office

ICONS = {"overdue": "circle-alert", "this_week": "clock", "later": "calendar-days", "done": "check"}


class TasksPage(CardPage):
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
        self.list.chosen.connect(self.show_chosen)
        self.list.opened.connect(lambda _id: self._edit())
        self.empty = parts.empty_state()
        self.form = TaskForm(office)
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(self.leave_form)
        self._make_card()
        self.setLayout(self._arranged())
        self.main_button = self.finish
        self.refresh()
        self.list.choose(task_id)

    def _arranged(self) -> QVBoxLayout:
        head = row(parts.heading(_("Tasks"), self.line), parts.at_top(self.add))
        left = QWidget()
        left.setLayout(column(row(self.filters, STRETCH), self.list, self.empty, spacing=16))
        buttons = parts.foot(self.slip, self.edit, self.finish)
        sides = self.put_beside(self.card, self.form, buttons, self.form.foot, self.form.save)
        return column(head, 8, Columns(left, *sides), margins=(32, 24, 32, 24))

    def _make_card(self) -> None:
        self.card = QWidget()
        self.card_text = parts.label("", "strong", wrap=True)
        self.card_due = parts.chip()
        self._facts = QVBoxLayout()
        self.slip = parts.button(_("Print the task slip"), icon="printer", key="Ctrl+P")
        self.slip.clicked.connect(self._slip)
        self.print_button = self.slip
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
        self.show_chosen(self.list.current_id())

    def has_card(self) -> bool:
        """Whether a task is chosen."""
        return self.list.current_id() in self._items

    def show_chosen(self, chosen: str) -> None:
        """The task on the card."""
        item = self._items.get(chosen)
        self.card.setVisible(item is not None and not self.typing())
        self.show_feet()
        if not self.typing():
            self.main_button = self.finish
        empty(self._facts)
        if item is None:
            return
        self.card_text.setText(item.text)
        self.card_due.set_chip(item.due, item.tone)
        for name, text in details(item):
            self._facts.addWidget(parts.fact(name, text))
        self.slip.setVisible(bool(item.row.meeting_id) and not item.done)
        parts.set_text(self.finish, _("Not done after all") if item.done else _("It is done"))

    def _filtered(self, body: str) -> None:
        self.presenter.body = body
        self.refresh()

    def _finish(self) -> None:
        item = self._items.get(self.list.current_id())
        if item is not None:
            action = note_actions.reopen_task if item.done else note_actions.finish_task
            self.do(action, task_id=item.row.id)

    def _slip(self) -> None:
        """The slips of the task's meeting, to be looked at and printed."""
        item = self._items.get(self.list.current_id())
        if item is not None and item.row.meeting_id:
            self.office.go("papers", meeting_id=item.row.meeting_id, preview="tasks")

    def begin(self) -> None:
        """Add a task."""
        self._open_form(None)

    def _edit(self) -> None:
        item = self._items.get(self.list.current_id())
        if item is not None:
            self._open_form(item)

    def _open_form(self, item: TaskItem | None) -> None:
        self.form.begin(item.row if item else None, self.presenter.today())
        self.turn_to_form(self.form.first())

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
