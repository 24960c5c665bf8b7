"""The tasks without their widgets: grouped by urgency, because the question is what must be done now."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from meeting_app.i18n import N_, _, ngettext
from meeting_app.queries import paper_list as task_queries
from meeting_app.ui.console.office import words
from meeting_app.wording import times

if TYPE_CHECKING:
    from meeting_app.queries.paper_list import TaskGroup, TaskRow
    from meeting_app.ui.qt.office import Office

GROUPS = {
    "overdue": N_("Late"),
    "this_week": N_("This week"),
    "later": N_("Later"),
    "done": N_("Done"),
}
TONES = {"overdue": "danger", "this_week": "warn", "later": "plain", "done": "ok"}
EVERYBODY = ""
BODIES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class TaskItem:
    """One task in its group."""

    row: "TaskRow"
    text: str
    source: str
    who: str
    due: str
    tone: str
    done: bool


@dataclass(frozen=True, slots=True)
class TaskSection:
    """A group with its heading."""

    code: str
    label: str
    count: str
    tone: str
    items: tuple[TaskItem, ...]


@dataclass(frozen=True, slots=True)
class BodyFilter:
    """A button over the list: an organisation's name ("" = everybody) and its words with the count."""

    body: str
    text: str


@dataclass(frozen=True, slots=True)
class TasksPicture:
    """The whole page; `empty` says what to do first."""

    line: str
    filters: tuple[BodyFilter, ...]
    sections: tuple[TaskSection, ...]
    empty: str


class TasksPresenter:
    """Asks for the tasks of everybody or of one organisation."""

    def __init__(self, office: "Office") -> None:
        self._office = office
        self.body = EVERYBODY

    def today(self) -> date:
        """The legal date of now."""
        return self._office.today()

    def picture(self) -> TasksPicture:
        """The tasks as they stand today."""
        today = self.today()
        groups = self._office.records.ask(task_queries.task_list, today=today)
        rows = [row for group in groups for row in group.rows]
        open_rows = [row for row in rows if row.state != "done"]
        sections = tuple(section for section in (self._section(group) for group in groups) if section.items)
        return TasksPicture(
            _("{day}. What meetings decided and residents asked for, nothing lost.").format(
                day=words.weekday_day(today)
            ),
            self._filters(open_rows),
            sections,
            "" if sections else _("No task yet. Tasks come from meetings; you can also add one here."),
        )

    def _filters(self, rows: "list[TaskRow]") -> tuple[BodyFilter, ...]:
        names = sorted(
            {row.body for row in rows if row.body}, key=lambda name: -sum(r.body == name for r in rows)
        )
        each = (
            BodyFilter(name, f"{name} {sum(row.body == name for row in rows)}")
            for name in names[:BODIES_SHOWN]
        )
        return (BodyFilter(EVERYBODY, _("All {n}").format(n=len(rows))), *each)

    def _section(self, group: "TaskGroup") -> TaskSection:
        rows = [row for row in group.rows if self.body in (EVERYBODY, row.body)]
        count = ngettext("{n} task", "{n} tasks", len(rows)).format(n=len(rows))
        return TaskSection(
            group.code, _(GROUPS[group.code]), count, TONES[group.code], tuple(task_item(row) for row in rows)
        )


def task_item(row: "TaskRow") -> TaskItem:
    """A task with where it comes from, who does it and when it is due."""
    done = row.state == "done"
    due, tone = (_("done"), "ok") if done else words.days_left(row.days_left)
    return TaskItem(
        row,
        row.text,
        row.meeting_title or row.topic_title or _("added by hand"),
        words.joined((row.body, row.assignee)),
        due,
        tone,
        done,
    )


def details(item: TaskItem) -> tuple[tuple[str, str], ...]:
    """The facts about one task, each with its name; empty ones are left out."""
    row = item.row
    facts = (
        (_("Who does it"), item.who),
        (_("Who watches"), row.supervisor),
        (_("Due"), times.full_day(row.due_on) if row.due_on else ""),
        (_("From the meeting"), row.meeting_title),
        (_("Topic"), row.topic_title),
    )
    return tuple((name, text) for name, text in facts if text)
