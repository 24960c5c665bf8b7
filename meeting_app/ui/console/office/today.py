"""Today: the next meeting with what it still needs, the tasks that are due, the topics by stage."""

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.ui.console.office.page import Page
from meeting_app.ui.console.office.painted import StageButton, TaskButton
from meeting_app.ui.console.office.today_presenter import (
    MeetingSheet,
    ReadyLine,
    StageCell,
    TaskLine,
    TodayPicture,
    TodayPresenter,
)

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office

ROW: Final = 48
LOW_ROW: Final = 40
MANY: Final = 6
# Where the button beside a missing fact leads.
REMEDIES: Final = {"projector": "projector"}


class TodayPage(Page):
    """The first page of an open community."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {"meeting", "agenda_item", "motion", "invitee", "paper", "task", "topic", "topic_stage"}
        | {"community", "person"}
    )

    def __init__(self, office: "Office", parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.presenter = TodayPresenter(office)
        self.heading = parts.label("", "h1")
        self.greeting = parts.label("", tone="muted")
        self.search = parts.button(_("Find people, topics, papers"), icon="search", key="Ctrl+F")
        self.search.clicked.connect(lambda: office.go("find"))
        self._sheet = parts.sheet()
        self._sheet_box = QVBoxLayout()
        self._sheet.setLayout(self._sheet_box)
        self._tasks = QVBoxLayout()
        self._stages = QHBoxLayout()
        self.stage_title = parts.label("", tone="muted")
        self.setLayout(self._arranged())
        self.refresh()

    def _arranged(self) -> QVBoxLayout:
        head = row(column(self.heading, self.greeting, spacing=0), STRETCH, parts.at_top(self.search))
        tasks = QWidget()
        tasks.setLayout(column(self._tasks, STRETCH))
        left = QWidget()
        left.setLayout(column(self._sheet, spacing=0))
        foot = parts.sheet()
        foot.setLayout(self._stages)
        below = row(parts.label(_("Where the topics stand"), "h2"), self.stage_title, STRETCH)
        return column(head, Columns(left, tasks, right_width=336), 8, below, foot, margins=(32, 24, 32, 24))

    def refresh(self) -> None:
        """Show today as it is now."""
        picture = self.presenter.picture()
        self.heading.setText(picture.heading)
        self.greeting.setText(picture.greeting)
        self._show_sheet(picture)
        self._show_tasks(picture)
        self._show_stages(picture)

    def _show_sheet(self, picture: TodayPicture) -> None:
        had_focus = self.main_button is not None and self.main_button.hasFocus()
        empty(self._sheet_box)
        self._sheet_box.setContentsMargins(parts.px(24), parts.px(16), parts.px(24), parts.px(20))
        if picture.meeting is None and not picture.roster_begun:
            self._sheet_box.addLayout(self._no_roster())
        elif picture.meeting is None:
            self._sheet_box.addLayout(self._nothing_planned())
        else:
            self._sheet_box.addLayout(self._meeting(picture.meeting))
        if had_focus and self.main_button is not None:
            self.main_button.setFocus()

    def _no_roster(self) -> QVBoxLayout:
        return self._begin(
            _("First bring in the roster"),
            _(
                "Invitations, check-in and quorum come from it. A sheet as the committee keeps it will "
                "do; people can also be added one by one."
            ),
            (_("Import a list"), "upload", "import"),
            (_("Call a meeting"), "call"),
        )

    def _nothing_planned(self) -> QVBoxLayout:
        return self._begin(
            _("No meeting is planned"),
            _(
                "Choose a topic that is ripe, or call a meeting right away. "
                "Agenda, invitations and notice come with it."
            ),
            (_("Call a meeting"), "calendar-days", "call"),
            (_("Look at the topics"), "topics"),
        )

    def _begin(
        self, title: str, sentence: str, first: tuple[str, str, str], other: tuple[str, str]
    ) -> QVBoxLayout:
        """A sheet without a meeting: what to do first (words, icon, page), and what else (words, page)."""
        words, icon, page = first
        main = parts.button(words, kind="main", icon=icon, key=_("Enter"))
        main.clicked.connect(lambda: self.office.go(page))
        beside = parts.button(other[0], kind="big")
        beside.clicked.connect(lambda: self.office.go(other[1]))
        self.main_button = main
        return column(
            parts.label(title, "h1"),
            parts.label(sentence, tone="muted", wrap=True),
            STRETCH,
            row(STRETCH, beside, main, spacing=16),
        )

    def _meeting(self, sheet: MeetingSheet) -> QVBoxLayout:
        main = parts.button(sheet.main, kind="main", icon="user-check", key=_("Enter"))
        main.clicked.connect(lambda: self.office.go(sheet.opens, meeting_id=sheet.meeting_id))
        self.main_button = main
        agenda = parts.button(_("Look at the agenda"), kind="quiet", icon="list-checks")
        agenda.clicked.connect(lambda: self.office.go("call", meeting_id=sheet.meeting_id))
        kicker = row(
            parts.icon_label("calendar-days", sheet.kicker),
            STRETCH,
            parts.label(sheet.remaining, "caption", tone="muted"),
        )
        height = ROW if len(sheet.ready) < MANY else LOW_ROW
        facts = [self._fact(line, sheet.meeting_id, height) for line in sheet.ready]
        return column(
            kicker,
            parts.label(sheet.title, "h1", wrap=True),
            parts.label(sheet.line, tone="muted", wrap=True),
            8,
            column(parts.hairline(), *facts, spacing=0),
            STRETCH,
            row(agenda, STRETCH, main, spacing=16),
            spacing=4,
        )

    def _fact(self, line: ReadyLine, meeting_id: str, height: int) -> QWidget:
        """One fact with its tick, or with a warning and the button that puts it right."""
        icon = parts.icon("check", tone="ok") if line.ok else parts.icon("triangle-alert", tone="warn")
        pieces: list[object] = [
            icon,
            parts.label(line.text),
            parts.label(line.detail, "caption", tone="muted"),
            STRETCH,
        ]
        if line.remedy:
            button = parts.button(line.remedy)
            button.setAccessibleDescription(line.text)
            button.clicked.connect(lambda: self._remedy(line.code, meeting_id))
            pieces.append(button)
        return parts.table_row(row(*pieces, spacing=12), height)

    def _remedy(self, code: str, meeting_id: str) -> None:
        if code in REMEDIES:
            self.office.projector.open_window()
        else:
            self.office.go("call", meeting_id=meeting_id)

    def _show_tasks(self, picture: TodayPicture) -> None:
        empty(self._tasks)
        every = parts.button(_("All {n}").format(n=picture.tasks_open), kind="quiet")
        every.setAccessibleName(_("All tasks"))
        every.clicked.connect(lambda: self.office.go("tasks"))
        self._tasks.setSpacing(0)
        self._tasks.addLayout(row(parts.label(_("To be done"), "h2"), STRETCH, every))
        self._tasks.addWidget(parts.hairline())
        for line in picture.tasks:
            self._tasks.addWidget(self._task(line))
        if not picture.tasks:
            self._tasks.addWidget(parts.label(_("Nothing is due this week."), tone="muted"))

    def _task(self, line: TaskLine) -> QAbstractButton:
        button = TaskButton(line.text, line.who, line.chip, line.tone)
        button.clicked.connect(lambda: self.office.go("tasks", task_id=line.task_id))
        return button

    def _show_stages(self, picture: TodayPicture) -> None:
        empty(self._stages)
        self._stages.setSpacing(0)
        self._stages.setContentsMargins(0, 0, 0, 0)
        total = _("{n} in all").format(n=picture.topics)
        self.stage_title.setText(total)
        for place, cell in enumerate(picture.stages):
            self._stages.addWidget(self._stage(cell, first=place == 0), 1)

    def _stage(self, cell: StageCell, *, first: bool) -> QAbstractButton:
        button = StageButton(
            cell.label, str(cell.count), cell.samples, highlighted=cell.stage == "deliberation", first=first
        )
        button.clicked.connect(lambda: self.office.go("topics", stage=cell.stage))
        return button
