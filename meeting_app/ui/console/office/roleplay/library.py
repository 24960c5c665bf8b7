"""Role-play: plays and scenarios at the left, the chosen one at the right, and from there to a new play."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from meeting_app.actions.roleplay import preparing
from meeting_app.actions.roleplay import scenarios as acts
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.queries.roleplay.scenarios import SHIPPED
from meeting_app.ui.console.office import parts, saving
from meeting_app.ui.console.office.card_page import CardPage
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.ui.console.office.roleplay import library_presenter as presenter
from meeting_app.ui.console.office.roleplay.library_presenter import PLAY, LibraryPresenter
from meeting_app.ui.console.office.roleplay.prepare_form import PrepareForm
from meeting_app.ui.console.office.rows import RowList

if TYPE_CHECKING:
    from meeting_app.queries.roleplay.casting import PlayLine
    from meeting_app.queries.roleplay.scenarios import ScenarioCard
    from meeting_app.ui.qt.office import Office

EDITOR, NEW = "scenario", "scenario_new"


class ScenariosPage(CardPage):
    """A scenario is chosen, a play of it is prepared; own scenarios are copied, edited, given away."""

    kinds: ClassVar[frozenset[str]] = frozenset({"scenario", "play", "player", "meeting", "agenda_item"})

    def __init__(self, office: "Office", chosen: str = "", parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.presenter = LibraryPresenter(office)
        self.cards: tuple[ScenarioCard, ...] = ()
        self.plays: tuple[PlayLine, ...] = ()
        self._wanted = chosen
        self.write = parts.button(_("Write a scenario"), icon="plus", key="Ctrl+N")
        self.write.clicked.connect(self.begin)
        self.bring = parts.button(_("Bring in a scenario"), icon="upload")
        self.bring.clicked.connect(self.choose_file)
        self.list = RowList(_("Plays and scenarios"))
        self.list.chosen.connect(self.show_chosen)
        self.list.opened.connect(self._opened)
        self.empty = parts.empty_state()
        self.form = PrepareForm()
        self.form.saved.connect(self._prepare)
        self.form.cancelled.connect(self.leave_form)
        self._make_card()
        self.setLayout(self._arranged())
        self.empty.show_text(_("Reading the scenarios …"))  # in its place first: alone it were a window
        self.refresh()

    def _arranged(self) -> QVBoxLayout:
        told = _(
            "A made-up place, roles opposite to real life, small tables: one understands the other side. "
            "A role-play never decides anything."
        )
        head = row(
            parts.heading(_("Role-play"), told),
            parts.at_top(self.bring),
            parts.at_top(self.write),
            spacing=16,
        )
        left = QWidget()
        left.setLayout(column(self.list, self.empty, spacing=16))
        buttons = (self.drop, self.give, self.change, self.open, self.prepare)
        sides = self.put_beside(self.card, self.form, parts.foot(*buttons), self.form.foot, self.form.save)
        columns = Columns(left, *sides, right_width=480)
        return column(head, 8, columns, margins=(32, 24, 32, 24))

    def _make_card(self) -> None:
        self.card = QWidget()
        self.title = parts.label("", "h2", wrap=True)
        self.about = parts.label("", wrap=True)
        self._facts = QVBoxLayout()
        self.drop = parts.button("", icon="trash-2")
        self.drop.clicked.connect(self._drop)
        self.give = parts.button(_("Save as a file"), icon="download")
        self.give.clicked.connect(self._choose_place)
        self.change = parts.button("", icon="pencil")
        self.change.clicked.connect(self._change)
        self.open = parts.button(_("Open the play"), kind="main", icon="users", key=_("Enter"))
        self.open.clicked.connect(lambda: self._opened(self.list.current_id()))
        self.prepare = parts.button(_("Prepare a play"), kind="main", icon="play", key=_("Enter"))
        self.prepare.clicked.connect(self._begin_play)
        self.card.setLayout(column(self.title, self.about, self._facts, STRETCH, spacing=12))

    def first_field(self) -> QWidget | None:
        """The list."""
        return self.list

    def refresh(self) -> None:
        """Show what there is; scenarios are read away from this thread."""
        self.plays = self.presenter.plays()
        self._show_rows()
        self.work(self.presenter.shelf, self._arrived)

    def _arrived(self, cards: Any) -> None:
        first = not self.cards
        self.cards = tuple(cards)
        self.empty.show_text("")
        self._show_rows()
        if first and not self.list.hasFocus() and self.focusWidget() in (None, self.bring, self.write):
            self.list.setFocus()

    def _show_rows(self) -> None:
        self.list.show_rows(presenter.rows(self.plays, self.cards))
        self.list.setVisible(bool(self.cards or self.plays))
        if self._wanted in self.list.ids():
            self.list.choose(self._wanted)
            self._wanted = ""
        self.show_chosen(self.list.current_id())

    def chosen_card(self) -> "ScenarioCard | None":
        """The scenario that is chosen."""
        return next((card for card in self.cards if card.source == self.list.current_id()), None)

    def chosen_play(self) -> "PlayLine | None":
        """The play that is chosen."""
        return next((one for one in self.plays if PLAY + one.id == self.list.current_id()), None)

    def has_card(self) -> bool:
        """Whether a play or a scenario is chosen."""
        return (self.chosen_card() or self.chosen_play()) is not None

    def show_chosen(self, _chosen: str) -> None:
        """The play or the scenario on the card."""
        card, play = self.chosen_card(), self.chosen_play()
        shown = card or play
        self.card.setVisible(shown is not None)
        self.show_feet()
        if shown is None:
            return
        self.title.setText(presenter.called(card) if card else shown.title)
        self.about.setText(presenter.summary(card) if card else "")
        self.about.setVisible(bool(self.about.text()))
        empty(self._facts)
        self._facts.setSpacing(0)
        facts = presenter.card_facts(card) if card else presenter.play_facts(play) if play else ()
        for name, text in facts:
            self._facts.addWidget(parts.fact(name, text))
        self._show_buttons(card, play)

    def _show_buttons(self, card: "ScenarioCard | None", play: "PlayLine | None") -> None:
        own = card is not None and not card.source.startswith(SHIPPED)
        droppable = play is not None and play.state in ("prepared", "cast")
        self.drop.setText(_("Delete the scenario") if own else _("Drop the play"))
        self.drop.setVisible(own or droppable)
        self.give.setVisible(card is not None and card.usable)
        self.change.setText(_("Edit") if own else _("Copy and change"))
        self.change.setVisible(card is not None)
        self.open.setVisible(play is not None)
        self.prepare.setVisible(card is not None and card.usable)
        if not self.typing():
            self.main_button = self.open if play else self.prepare

    def _opened(self, row_id: str) -> None:
        if row_id.startswith(PLAY):
            self.office.go("play", play_id=row_id.removeprefix(PLAY))
        elif self.prepare.isVisible():
            self._begin_play()

    def _drop(self) -> None:
        card, play = self.chosen_card(), self.chosen_play()
        if play is not None:
            self.do(preparing.drop_play, play_id=play.id)
        elif card is not None:
            self.do(acts.delete_scenario, scenario_id=card.source)

    def _change(self) -> None:
        card = self.chosen_card()
        if card is None:
            return
        if not card.source.startswith(SHIPPED):
            self.office.go(EDITOR, scenario_id=card.source)
            return
        name = card.source.removeprefix(SHIPPED)
        self.do(acts.add_from_library, lambda made: self.office.go(EDITOR, scenario_id=str(made)), name=name)

    def begin(self) -> None:
        """Begin a scenario of one's own."""
        self.office.go(NEW)

    def choose_file(self) -> None:
        """Choose a file with a scenario."""
        kinds = _("Scenarios") + " (*.zip *.xlsx *.yaml *.yml *.json)"
        name, _chosen = QFileDialog.getOpenFileName(
            self, _("Bring in a scenario"), saving.documents_folder(), kinds
        )
        if name:
            self.bring_in(Path(name))

    def bring_in(self, file: Path) -> None:
        """Take over a scenario from a file."""

        def read() -> bytes:
            try:
                return file.read_bytes()
            except OSError as problem:
                raise Refusal("scenario_no_file", name=file.name) from problem

        def take(data: Any) -> None:
            self.do(acts.import_scenario, self._brought, data=data, file=file.name)

        self.work(read, take)

    def _brought(self, made: Any) -> None:
        self._wanted = str(made)
        self.refresh()
        self.tell(_("The scenario was taken over. Look it through before it is played."), "ok")

    def _choose_place(self) -> None:
        card = self.chosen_card()
        if card is None:
            return
        file = saving.ask_place(self, _("Save as a file"), card.title, "zip")
        if file is not None:
            self.save_package(file)

    def save_package(self, file: Path) -> None:
        """Write the chosen scenario with its pictures as one file."""
        card = self.chosen_card()
        if card is None:
            return
        source = card.source
        saving.save_made(self, file, lambda: self.presenter.package(source))

    def _begin_play(self) -> None:
        card = self.chosen_card()
        if card is None or not card.usable:
            return
        self.form.begin(card, self.presenter.items())
        self.turn_to_form(self.form.first())

    def _prepare(self) -> None:
        self.do(
            preparing.prepare_play,
            lambda made: self.office.go("play", play_id=str(made)),
            **self.form.arguments(),
        )
