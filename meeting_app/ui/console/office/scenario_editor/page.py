"""The editor of a scenario: sections with lights at the left, the form in the middle, at the right what comes
of it: preview, balance, what is still to be done.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from meeting_app.actions.roleplay.scenarios import take_into_use
from meeting_app.documents.preview import Picture
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay.balance import Balance
from meeting_app.domain.roleplay.model import Scenario
from meeting_app.domain.roleplay.texts import Path
from meeting_app.i18n import _, ngettext
from meeting_app.queries.roleplay.scenarios import scenario_text
from meeting_app.scenarios import read_text
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import column, row
from meeting_app.ui.console.office.page import Page
from meeting_app.ui.console.office.scenario_editor.draft_desk import DraftDesk
from meeting_app.ui.console.office.scenario_editor.files import Files
from meeting_app.ui.console.office.scenario_editor.judging import ICONS, Judgement, Light
from meeting_app.ui.console.office.scenario_editor.manuscript import Manuscript
from meeting_app.ui.console.office.scenario_editor.meter_presenter import at_step
from meeting_app.ui.console.office.scenario_editor.phases_view import PhasesSection
from meeting_app.ui.console.office.scenario_editor.proofs import card_maker
from meeting_app.ui.console.office.scenario_editor.recount import Recount
from meeting_app.ui.console.office.scenario_editor.section_views import SectionView
from meeting_app.ui.console.office.scenario_editor.sections import BY_ID, SECTIONS, section_of
from meeting_app.ui.console.office.scenario_editor.side import Side
from meeting_app.ui.console.office.scenario_editor.trial import Trial
from meeting_app.ui.console.office.scenario_editor.trial_view import TrialView
from meeting_app.ui.console.office.scenario_editor.views import make_view
from meeting_app.ui.widgets.rows import Row, RowList

if TYPE_CHECKING:
    from meeting_app.ui.qt.office import Office

SECTION_ROW: Final = 36
CARD_PIXELS: Final = 560
# In a narrow window the sides are slimmer and buttons show only their icons.
LEFT_WIDTH, RIGHT_WIDTH = (196, 168), (288, 256)
NARROW: Final = 1000


class ScenarioPage(Page):
    """One scenario of the community; every change is kept while one types."""

    kinds: ClassVar[frozenset[str]] = frozenset({"scenario"})

    def __init__(
        self, office: "Office", scenario_id: str, section: str = "identity", parent: QWidget | None = None
    ) -> None:
        super().__init__(office, parent)
        self.scenario_id = scenario_id
        found = office.ask(scenario_text, scenario_id=scenario_id)
        if found is None:
            raise Refusal("gone", kind="scenario")
        self.manuscript = Manuscript(read_text(found.text.encode(), "scenario.yaml").scenario)
        self.judged: Judgement | None = None
        self.desk = DraftDesk(office, scenario_id, self.manuscript, found.text, self)
        self.recount = Recount(office, self)
        self._views: dict[str, SectionView] = {}
        self.view: SectionView | None = None
        self._make_parts()
        self.setLayout(self._arranged())
        self.manuscript.listeners.append(self._changed)
        self.desk.kept.connect(self._say_kept)
        self.desk.waiting.connect(self._say_waiting)
        self.desk.refused.connect(self.refused)
        self.recount.judged.connect(self._judged)
        self.sections.chosen.connect(self.open_section)
        self.sections.opened.connect(lambda _id: self._into_section())
        self._fit(narrow=False)
        self._show_head()
        self._show_lights()
        self._say_kept()
        self.sections.choose(section)
        self.recount.ask(self.manuscript.scenario, at_once=True)

    def _make_parts(self) -> None:
        self.title = parts.label("", "h1")
        self.title.setWordWrap(False)
        self.line = parts.label("", tone="muted")
        self.undo_button = self._tool("undo-2", _("One step back"), self.undo)
        self.redo_button = self._tool("redo-2", _("One step forth again"), self.redo)
        self.back = parts.button(_("Library"), icon="arrow-left")
        self.back.clicked.connect(self._back)
        self.files_button = parts.button(_("Files"), icon="folder-open")
        self.files_button.setCheckable(True)
        self.files_button.toggled.connect(self._toggle_files)
        self.try_button = parts.button(_("Try it out"), icon="play", key="F5")
        self.try_button.clicked.connect(self.try_out)
        self.use = parts.button(_("Take into use"), icon="circle-check")
        self.use.clicked.connect(self.take_into_use)
        self.sections = RowList(_("Sections"), height=SECTION_ROW, detail_below=False, on_paper=True)
        self._narrow = False
        self.side = Side(self.manuscript)
        self.side.wanted.connect(self.jump)
        self.side.meter.wanted.connect(self._slid)
        self.side.card_wanted.connect(self._draw_card)
        self.files = Files(self)
        self.files.hide()
        self.trial = TrialView(self.office)
        self.trial.left.connect(self.leave_trial)
        self.trial.taken.connect(self._take_times)
        self._room = QVBoxLayout()
        self.told_line = parts.label("", "caption", tone="muted", wrap=True)
        self.name = parts.label("", "h2")

    def _tool(self, icon: str, name: str, act: Callable[[], None]) -> QAbstractButton:
        made = parts.button("", icon=icon, name=name)
        made.clicked.connect(act)
        return made

    def _arranged(self) -> QVBoxLayout:
        words = parts.growing(column(self.title, self.line, spacing=0))
        tools = row(
            self.undo_button, self.redo_button, self.back, self.files_button, self.try_button, self.use
        )
        head = row(words, parts.at_top(parts.growing(tools)))
        middle = QWidget()
        middle.setLayout(column(self.name, self.told_line, 4, self._room, spacing=0))
        self._room.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        self._body.setLayout(row(self.sections, parts.growing(middle), self.side, spacing=16))
        self._stack = parts.stack(self._body, self.trial)
        return column(head, self.files, self._stack, margins=(24, 16, 24, 16))

    def first_field(self) -> QWidget | None:
        """The sections."""
        return self.sections

    def open_section(self, section: str) -> None:
        """Show a section; its view is made once."""
        self.manuscript.settle()
        view = self._views.get(section)
        if view is None:
            view = self._views[section] = make_view(self.manuscript, BY_ID[section])
            view.shown_part.connect(self.side.show_part)
            self._room.addWidget(view, 1)
        if self.view is not None and self.view is not view:
            self.view.hide()
        self.view = view
        self.name.setText(_(BY_ID[section].title))
        self.told_line.setText(_(BY_ID[section].told))
        view.refresh()
        if self.judged is not None:
            view.show_judgement(self.judged)
        view.show()
        self.side.show_section(section)

    def _into_section(self) -> None:
        field = self.view.first_field() if self.view is not None else None
        if field is not None:
            field.setFocus()

    def jump(self, path: Path) -> None:
        """To the field where something is to be mended."""
        self.sections.choose(section_of(path))
        if self.view is not None and not self.view.focus_path(path):
            self._into_section()

    def begin(self) -> None:
        """Add a part to the section (Ctrl+N)."""
        if self.view is not None:
            self.view.begin()

    def _changed(self) -> None:
        if self.view is not None:
            self.view.refresh()
        self.side.refresh()
        self._show_head()
        self.recount.ask(self.manuscript.scenario)

    def _show_head(self) -> None:
        scenario = self.manuscript.scenario
        self.title.setText(scenario.identity.title or _("Scenario without a title"))
        self.undo_button.setEnabled(self.manuscript.can_undo())
        self.redo_button.setEnabled(self.manuscript.can_redo())

    def _say_kept(self) -> None:
        self.line.setText(self._summary(_("everything is kept")))

    def _say_waiting(self) -> None:
        self.line.setText(self._summary(_("being kept …")))

    def _summary(self, state: str) -> str:
        scenario = self.manuscript.scenario
        players, count = scenario.players, len(scenario.roles)
        return _("{least} to {most} players, {roles}, {state}").format(
            least=players.least, most=players.most, state=state,
            roles=ngettext("{n} role", "{n} roles", count).format(n=count),
        )  # fmt: skip

    def _judged(self, judged: Judgement) -> None:
        self.judged = judged
        self._show_lights()
        self.side.show_judgement(judged)
        if self.view is not None:
            self.view.show_judgement(judged)

    def _show_lights(self) -> None:
        lights = self.judged.lights if self.judged is not None else {}
        rows = []
        for section in SECTIONS:
            icon, tone = ICONS[lights.get(section.id, Light.EMPTY)]
            rows.append(Row(section.id, _(section.title), icon=icon, tone=tone))
        self.sections.show_rows(rows)

    def undo(self) -> None:
        """One step back in this scenario."""
        self.manuscript.undo()

    def redo(self) -> None:
        """One step forth again."""
        self.manuscript.redo()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z and Ctrl+Y go through the scenario's changes; a field of text has its own."""
        typing = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
        if event.matches(QKeySequence.StandardKey.Undo) and not typing:
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo) and not typing:
            self.redo()
        elif event.key() == Qt.Key.Key_F5:
            self.try_out()
        else:
            super().keyPressEvent(event)

    def _toggle_files(self, open_: bool) -> None:
        self.files.setVisible(open_)
        if open_:
            self.files.package.setFocus()

    def adopt(self, scenario: Scenario) -> None:
        """Put another scenario in the place of this one; it stays the same row and is one step back."""
        identity = self.manuscript.scenario.identity
        same = replace(scenario, identity=replace(scenario.identity, id=identity.id))
        self.manuscript.settle()
        self.manuscript.take(same)
        self.tell(_("Brought in. One step back undoes it."), "ok")

    def try_out(self) -> None:
        """Play it alone with a fast clock (F5)."""
        plan = self.view.plan if isinstance(self.view, PhasesSection) else 0
        try:
            self.trial.begin(self.manuscript.scenario, plan)
        except Refusal as refusal:
            self.refused(refusal)
            return
        self._stack.setCurrentWidget(self.trial)
        self.trial.next.setFocus()

    def leave_trial(self) -> None:
        """Back to writing."""
        self.trial.stop()
        self._stack.setCurrentWidget(self._body)
        self.sections.setFocus()

    def _take_times(self, trial: Trial) -> None:
        self.manuscript.take(trial.with_more_time(self.manuscript.scenario))
        self.leave_trial()
        self.sections.choose("phases")

    def _draw_card(self, role: int) -> None:
        """The picture of a role's card, made away from this thread; an older one is not shown any more."""
        scenario = self.manuscript.scenario

        def drawn(picture: object) -> None:
            if self.manuscript.scenario is scenario and self.side.role() == role:
                self.side.preview.show_card(picture if isinstance(picture, Picture) else None)

        self.work(card_maker(scenario, role, CARD_PIXELS), drawn)

    def _slid(self, step: int) -> None:
        """The meter with the slider there, counted away from this thread; only the last step is shown."""
        judged = self.judged
        if judged is None or judged.meter is None:
            return
        meter = judged.meter

        def counted(found: tuple[Balance, dict[str, int]]) -> None:
            if self.judged is judged and self.side.meter.slider.value() == step:
                self.side.meter.show_trial(*found)

        self.work(lambda: at_step(meter, step), counted)

    def escape(self) -> bool:
        """Esc leaves the play-test, else goes to the sections."""
        if self._stack.currentWidget() is self.trial:
            self.leave_trial()
            return True
        self.sections.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def take_into_use(self) -> None:
        """Plays can be prepared from it as it is now."""

        def ordered() -> None:
            self.do(take_into_use, self._in_use, scenario_id=self.scenario_id)

        self.desk.keep(ordered)

    def _in_use(self, _nothing: object) -> None:
        self.tell(_("In use: plays are prepared from it as it is now."), "ok")

    def refresh(self) -> None:
        """Somebody else may have changed the draft."""
        text = self.desk.foreign()
        if text is not None:
            self.desk.adopt(text)
            self.manuscript.take(read_text(text.encode(), "scenario.yaml").scenario)
            self.desk.adopt(text)

    def _back(self) -> None:
        self.office.go("scenarios")

    def _fit(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self.sections.setFixedWidth(parts.px(LEFT_WIDTH[narrow]))
        self.side.setFixedWidth(parts.px(RIGHT_WIDTH[narrow]))
        for button, text in (
            (self.back, _("Library")), (self.files_button, _("Files")), (self.try_button, _("Try it out")),
        ):  # fmt: skip
            button.setText("" if narrow else text)
            button.setAccessibleName(text)
            button.setToolTip(text if narrow else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between the two forms by the width."""
        narrow = event.size().width() < parts.px(NARROW)
        if narrow != self._narrow:
            self._fit(narrow=narrow)
        super().resizeEvent(event)

    def hideEvent(self, event: object) -> None:
        """Keep at once what was just typed."""
        self.desk.leave()
        self.recount.stop()
        self.trial.stop()
        super().hideEvent(event)  # type: ignore[arg-type]
