"""A new scenario: an empty one, or one made of a topic with an invented place and invented people."""

from typing import TYPE_CHECKING, Any, ClassVar
from uuid import uuid4

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.actions.roleplay.scenarios import start_scenario
from meeting_app.i18n import _
from meeting_app.queries.roleplay.scenarios import resident_names
from meeting_app.queries.start import today_view
from meeting_app.queries.topics import topic_list, topic_passport
from meeting_app.scenarios import write_text
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.layout import STRETCH, column, row
from meeting_app.ui.console.office.page import Page
from meeting_app.ui.console.office.scenario_editor import typing_in
from meeting_app.ui.console.office.scenario_editor.from_topic import Invented, scenario_from
from meeting_app.ui.console.office.scenario_editor.skeleton import empty_scenario

if TYPE_CHECKING:
    from meeting_app.domain.roleplay.model import Scenario
    from meeting_app.ui.qt.office import Office

LEAST_PEOPLE = 3


class NewScenarioPage(Page):
    """Asks for a title and, with a topic, for the invented place and people; the editor does the rest."""

    kinds: ClassVar[frozenset[str]] = frozenset({"topic"})

    def __init__(self, office: "Office", topic_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.form = Form()
        self.form.add("title", _("Title of the scenario"), parts.line_edit())
        told = _("Its facts and plans with their costs are taken over, no name of a place or person.")
        self.form.add("topic", _("Made of the topic"), parts.combo(), told)
        self.form.add("place", _("Invented place"), parts.line_edit(_("for example Cloud Bridge Lane")))
        self.form.add("people", _("Invented people, one a line"), parts.text_edit(rows=6),
                      _("They become the roles; three at least."))  # fmt: skip
        self.form.fields["topic"].changed.connect(self._show_fields)
        self.make = parts.button(_("Begin to write"), kind="main", icon="pencil", key=_("Enter"))
        self.make.clicked.connect(self._make)
        self.back = parts.button(_("Library"), icon="arrow-left")
        self.back.clicked.connect(lambda: office.go("scenarios"))
        self.main_button = self.make
        self.setLayout(self._arranged())
        self.refresh()
        self.form.fill(topic=topic_id)
        self._show_fields()

    def _arranged(self) -> QVBoxLayout:
        line = _("Everything else is asked in the editor. What is there is kept from the first letter on.")
        head = row(parts.heading(_("New scenario"), line), parts.at_top(self.back))
        inner = QWidget()
        inner.setLayout(column(self.form, 8, self.make, STRETCH))
        return column(head, 8, parts.centred(inner, 640), STRETCH, margins=(32, 24, 32, 24))

    def first_field(self) -> QWidget | None:
        """The title."""
        return self.form.fields["title"].control

    def refresh(self) -> None:
        """The topics as they are now."""
        topics = self.office.ask(topic_list, today=self.office.today())
        offered = [(row_.id, f"{row_.number_label} {row_.title}") for row_ in topics]
        self.form.offer("topic", [("", _("none, an empty scenario")), *offered])

    def _show_fields(self) -> None:
        there = bool(self.form.fields["topic"].text())
        for name in ("place", "people"):
            self.form.fields[name].setVisible(there)

    def _make(self) -> None:
        if self.form.needs(("title",), _("Give it a title.")):
            return
        typed, name = self.form.texts(), f"scenario_{uuid4().hex[:8]}"
        title = typing_in.line_of(typed["title"])
        if not typed["topic"]:
            self._start(empty_scenario(name, title))
            return
        people = tuple(typing_in.line_of(one) for one in typing_in.lines_of(typed["people"]))
        if self.form.needs(("place",), _("Invent a place; the real one must not be recognised.")):
            return
        if len(people) < LEAST_PEOPLE:
            self.form.complain("people", _("Invent at least three people."))
            return
        found = self.office.ask(topic_passport, topic_id=typed["topic"], today=self.office.today())
        residents = self.office.ask(resident_names)
        if real := [one for one in people if one in residents]:
            sentence = _("“{name}” is the name of a resident here. Invent another name.")
            self.form.complain("people", sentence.format(name=real[0]))
            return
        invented = Invented(title, typing_in.line_of(typed["place"]), people)
        self._start(scenario_from(found, name, invented, self._real_places(), residents))

    def _real_places(self) -> tuple[str, ...]:
        community = self.office.ask(today_view, today=self.office.today()).community
        if community is None:
            return ()
        return tuple(one for one in (community.name, community.short, community.address) if one)

    def _start(self, scenario: "Scenario") -> None:
        self.do(start_scenario, self._started, text=write_text(scenario))

    def _started(self, scenario_id: Any) -> None:
        self.office.go("scenario", scenario_id=str(scenario_id))
