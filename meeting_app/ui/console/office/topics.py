"""The topics: filters by stage, a search, the list; beside it the chosen topic, or the form for a new one."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.actions import topics as topic_actions
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.filters import Filters
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.page import Page
from meeting_app.ui.console.office.rows import Row, RowList
from meeting_app.ui.console.office.topic_form import TopicForm
from meeting_app.ui.console.office.topics_presenter import ALL, TopicLine, TopicsPresenter

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office


class TopicsPage(Page):
    """All topics of the community; `stage` chooses one stage from the start, `new` opens the form."""

    kinds: ClassVar[frozenset[str]] = frozenset({"topic", "topic_stage", "support", "plan"})

    def __init__(
        self, office: "Office", stage: str = ALL, new: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, parent)
        self.presenter = TopicsPresenter(office)
        self.presenter.stage = stage
        self._lines: dict[str, TopicLine] = {}
        self.add = parts.button(_("Add a topic"), icon="plus", key="Ctrl+N")
        self.add.clicked.connect(self.begin)
        self.search = parts.search_field(_("Search in the titles"))
        self.search.textChanged.connect(self._searched)
        self.filters = Filters(_("Stages"))
        self.filters.chosen.connect(self._filtered)
        self.list = RowList(_("Topics"))
        self.list.opened.connect(lambda topic_id: office.go("topic", topic_id=topic_id))
        self.list.chosen.connect(self._show_card)
        self.empty = parts.empty_state()
        self._side = parts.stack()
        self._side.addWidget(self._card())
        self.form = TopicForm(office)
        self.form.cancelled.connect(self._leave_form)
        self.form.saved.connect(self._add)
        self._side.addWidget(self.form)
        self._feet = parts.feet(parts.foot(self.open), self.form.foot)
        self.setLayout(self._arranged())
        self._turn_to(0)
        self.refresh()
        if new:
            self.begin()

    def _arranged(self) -> QVBoxLayout:
        head = row(
            parts.heading(
                _("Topics"),
                _("Every topic walks six stages; none is skipped silently."),
            ),
            parts.at_top(self.add),
        )  # fmt: skip
        left = QWidget()
        left.setLayout(column(row(self.filters, spacing=8), self.search, self.list, self.empty))
        return column(head, 8, Columns(left, self._side, self._feet), margins=(32, 24, 32, 24))

    def _card(self) -> QWidget:
        """The chosen topic in short."""
        card = QWidget()
        self.card_title = parts.label("", "h2", serif=True, wrap=True)
        self.card_stage = parts.chip()
        self.card_due = parts.chip()
        self.card_detail = parts.label("", tone="muted", wrap=True)
        self.open = parts.button(_("Open the passport"), kind="main", icon="arrow-right", key=_("Enter"))
        self.open.clicked.connect(lambda: self.office.go("topic", topic_id=self.list.current_id()))
        card.setLayout(
            column(
                self.card_title,
                row(self.card_stage, self.card_due, STRETCH),
                self.card_detail,
                STRETCH,
                spacing=12,
            )
        )
        return card

    def first_field(self) -> QWidget | None:
        """The list, or the new topic's title."""
        return self.form.first() if self._side.currentIndex() == 1 else self.list

    def refresh(self) -> None:
        """Show the list as it is now; the chosen topic stays chosen."""
        picture = self.presenter.picture()
        self._lines = {line.topic_id: line for line in picture.lines}
        self.filters.show_options(
            [(choice.stage, choice.text) for choice in picture.filters], self.presenter.stage
        )
        self.list.show_rows([_row(shown) for shown in picture.lines])
        self.list.setVisible(bool(picture.lines))
        self.empty.show_text(picture.empty)
        self._show_card(self.list.current_id())

    def _show_card(self, topic_id: str) -> None:
        line = self._lines.get(topic_id)
        for widget in (self.card_title, self.card_stage, self.card_detail, self.open):
            widget.setVisible(line is not None)
        self.card_due.setVisible(line is not None and bool(line.due))
        if line is not None:
            self.card_title.setText(line.title)
            self.card_stage.set_chip(line.chip, line.tone)
            self.card_due.set_chip(line.due, "plain", "clock")
            self.card_detail.setText(line.detail)

    def _searched(self, text: str) -> None:
        self.presenter.text = text.strip()
        self.refresh()

    def _filtered(self, stage: str) -> None:
        self.presenter.stage = stage
        self.refresh()

    def _turn_to(self, place: int) -> None:
        """The chosen topic (0) or the form (1), each with its buttons."""
        self._side.setCurrentIndex(place)
        self._feet.setCurrentIndex(place)
        self.main_button = self.form.save if place else self.open

    def begin(self) -> None:
        """Open the form for a new topic."""
        self.form.begin()
        self._turn_to(1)
        self.form.first().setFocus()

    def _leave_form(self) -> None:
        self._turn_to(0)
        self._show_card(self.list.current_id())
        self.list.setFocus()

    def _add(self) -> None:
        self.do(
            topic_actions.add_topic,
            self._added,
            self.form.refused_or(self.refused),
            **self.form.new_arguments(),
        )

    def _added(self, topic_id: str) -> None:
        self.office.go("topic", topic_id=topic_id)

    def escape(self) -> bool:
        """Esc leaves the form."""
        if self._side.currentIndex() == 1:
            self._leave_form()
            return True
        return False


def _row(line: TopicLine) -> Row:
    """The stage as a chip, the due date before it."""
    icon = "circle-alert" if line.tone == "danger" else ""
    return Row(
        line.topic_id,
        line.title,
        line.detail,
        trail=line.due,
        chip=line.chip,
        chip_tone=line.tone,
        chip_icon=icon,
    )
