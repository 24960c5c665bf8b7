"""Drawing people by lot: the lists at the left, the chosen draw at the right, from freezing to the result."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.actions import draws as draw_actions
from meeting_app.actions.projection import pin_slide
from meeting_app.i18n import _
from meeting_app.queries.draw_bundle import draw_bundle
from meeting_app.queries.slides_draw import DRAW
from meeting_app.ui.console.office import draws_presenter as presenter
from meeting_app.ui.console.office import parts, saving
from meeting_app.ui.console.office.card_page import CardPage
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.draw_form import DrawForm
from meeting_app.ui.console.office.draw_places import DrawPlaces
from meeting_app.ui.console.office.draws_presenter import DrawsPresenter
from meeting_app.ui.console.office.form import Form
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.ui.console.office.rows import Row, RowList, heading, line

if TYPE_CHECKING:
    from meeting_app.domain.sortition.quotas import Quotas
    from meeting_app.queries.draws import DrawView, PlacesProof
    from meeting_app.ui.qt.office import Office


class DrawsPage(CardPage):
    """A draw is made once: the number is typed in front of all after the hall saw the code of the list."""

    kinds: ClassVar[frozenset[str]] = frozenset({"people_draw", "drawn_person", "meeting"})

    def __init__(self, office: "Office", draw_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.presenter = DrawsPresenter(office)
        self.view: DrawView | None = None
        self.add = parts.button(_("New draw"), icon="plus", key="Ctrl+N")
        self.add.clicked.connect(self.begin)
        self.list = RowList(_("Draws by lot"))
        self.list.chosen.connect(self.show_chosen)
        self.empty = parts.empty_state()
        self.form = DrawForm(self.presenter)
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(self.leave_form)
        self._make_card()
        self.setLayout(self._arranged())
        self.refresh()
        self.list.choose(draw_id)

    def _arranged(self) -> QVBoxLayout:
        told = _(
            "Who is drawn follows from a frozen list and a number from the hall; anybody can draw it again."
        )
        head = row(parts.heading(_("Drawing by lot"), told), parts.at_top(self.add))
        left = QWidget()
        left.setLayout(column(self.list, self.empty, spacing=16))
        buttons = (self.drop, self.copy, self.keep, self.record, self.show_hall, self.draw)
        sides = self.put_beside(self.card, self.form, parts.foot(*buttons), self.form.foot, self.form.save)
        columns = Columns(left, *sides, right_width=480)
        return column(head, 8, columns, margins=(32, 24, 32, 24))

    def _make_card(self) -> None:
        self.card = QWidget()
        self.title = parts.label("", "h2", wrap=True)
        self._facts = QVBoxLayout()
        self.places = DrawPlaces()
        self.places.wanted.connect(self._set_places)
        self.rolled = Form(2)
        hint = _("At least three digits, left to right")
        self.rolled.add("number", _("Number from the hall"), parts.line_edit(_("digits")), hint)
        self.rolled.add(
            "drawn_by", _("Who rolls or reads it?"), parts.line_edit(), _("Name, as it will be shown")
        )
        self.result_head = parts.label(_("Drawn, in this order"), "strong")
        self._result = QVBoxLayout()
        self.drop = parts.button(_("Drop the list"), icon="trash-2")
        self.drop.clicked.connect(self._drop)
        self.copy = parts.button(_("Copy the text to draw again"), icon="copy")
        self.copy.clicked.connect(self._copy)
        self.keep = parts.button(_("Save for drawing again"), icon="download")
        self.keep.clicked.connect(self._choose_place)
        self.record = parts.button(_("Make the record"), icon="file-text")
        self.record.clicked.connect(self._record)
        self.show_hall = parts.button(_("Show the hall"), icon="presentation")
        self.show_hall.clicked.connect(self._show_hall)
        self.draw = parts.button(_("Draw now"), kind="main", icon="check", key=_("Enter"))
        self.draw.clicked.connect(self._draw)
        self.card.setLayout(
            column(
                self.title, self._facts, self.rolled, self.result_head, self._result, self.places, STRETCH,
                spacing=12,
            )
        )  # fmt: skip

    def first_field(self) -> QWidget | None:
        """The list, or the way to the first draw."""
        return self.list if self.list.ids() else self.add

    def refresh(self) -> None:
        """Show the draws as they are now."""
        lines = self.presenter.lines()
        waiting = [one for one in lines if not one.drawn]
        done = [one for one in lines if one.drawn]
        shown = [*_group("waiting", _("Frozen, to be drawn"), waiting), *_group("done", _("Drawn"), done)]
        self.list.show_rows(shown)
        self.list.setVisible(bool(lines))
        self.empty.show_text(
            "" if lines else _("No draw yet. Draw a council, a jury or helpers fairly: choose “New draw”.")
        )
        self.show_chosen(self.list.current_id())

    def has_card(self) -> bool:
        """Whether a draw is chosen."""
        return self.view is not None

    def show_chosen(self, chosen: str) -> None:
        """The draw on the card, with what can be done with it now."""
        before = self.view.row.id if self.view else ""
        self.view = self.presenter.view(chosen)
        view = self.view
        self.card.setVisible(view is not None)
        self.show_feet()
        if view is None:
            return
        drawn = view.row.drawn
        self.title.setText(view.row.title)
        empty(self._facts)
        self._facts.setSpacing(0)
        for name, text in presenter.facts(view):
            self._facts.addWidget(parts.fact(name, text))
        self.places.setVisible(bool(view.features))
        others = self.places.show_view(view)
        self._show_result(view)
        waiting: tuple[QWidget, ...] = (self.rolled, self.drop, self.draw)
        for part in waiting:
            part.setVisible(not drawn)
        done: tuple[QWidget, ...] = (self.result_head, self.copy, self.keep)
        for part in done:
            part.setVisible(drawn)
        self.record.setVisible(drawn)
        self.show_hall.setVisible(bool(self.presenter.live_meeting(view)))
        self.main_button = self.form.save if self.typing() else self.copy if drawn else self.draw
        if chosen != before:
            self.rolled.fill(number="", drawn_by="")
        if others and not drawn and view.features:
            self._prove(view.row.id, view.quotas)

    def _show_result(self, view: "DrawView") -> None:
        empty(self._result)
        self._result.setSpacing(0)
        for place, ticket in enumerate(view.drawn.tickets, 1):
            self._result.addWidget(parts.fact(str(place), presenter.ticket_words(view, ticket)))

    def _prove(self, draw_id: str, quotas: "Quotas") -> None:
        self.places.say(_("Finding out whether all places can be held …"))

        def proved(proof: "PlacesProof") -> None:
            if self.view is not None and self.view.row.id == draw_id and self.view.quotas == quotas:
                self.places.show_proof(proof, quotas)

        self.work(lambda: self.presenter.proof(draw_id, quotas), proved)

    def _set_places(self, quotas: "Quotas") -> None:
        if self.view is not None:
            self.do(draw_actions.set_places, draw_id=self.view.row.id, quotas=quotas)

    def _draw(self) -> None:
        if self.view is None or self.rolled.needs(("number",), _("Type the number that was rolled.")):
            return
        if self.rolled.needs(("drawn_by",), _("Say who rolled it; the hall sees the name.")):
            return
        codes = {"lot_number": "number", "lot_number_short": "number"}
        refused = self.rolled.refusals(self.refused, codes)
        typed = "".join(self.rolled.fields["number"].text().split())
        name = self.rolled.fields["drawn_by"].text()
        self.do(
            draw_actions.draw_people, None, refused, draw_id=self.view.row.id, number=typed, drawn_by=name
        )

    def _drop(self) -> None:
        if self.view is not None:
            self.do(draw_actions.drop_draw, draw_id=self.view.row.id)

    def _copy(self) -> None:
        view = self.view
        if view is None:
            return

        def written(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self.tell(_("Copied: the code of the list, the number and every ticket."), "ok")

        self.work(lambda: self.presenter.replay_text(view), written)

    def _choose_place(self) -> None:
        if self.view is None:
            return
        file = saving.ask_place(self, _("Save for drawing again"), self.view.row.title, "zip")
        if file is not None:
            self.save_bundle(file)

    def save_bundle(self, file: Path) -> None:
        """Write the list, the number, the result and the script that draws again, as one file."""
        if self.view is None:
            return
        records, draw_id = self.office.records, self.view.row.id
        saving.save_made(self, file, lambda: records.ask(draw_bundle, draw_id=draw_id))

    def _record(self) -> None:
        """File the paper of the draw, or of all lots of its meeting, and show it. A draw outside any meeting
        never changes, so its paper is made once.
        """
        view = self.view
        if view is None:
            return
        papers, meeting = self.office.papers, view.meeting_id or ""
        filed = self.presenter.filed_record(view)
        if filed:
            self.office.go("papers", paper_id=filed)
            return
        made = papers.issue("draw", meeting) if meeting else papers.issue_draw(view.row.id)
        self.follow(made, lambda paper: self.office.go("papers", meeting_id=meeting, paper_id=paper.paper_id))

    def _show_hall(self) -> None:
        meeting = self.presenter.live_meeting(self.view) if self.view else ""
        if meeting:
            self.do(pin_slide, meeting_id=meeting, pinned=DRAW)

    def begin(self) -> None:
        """Prepare a draw."""
        self.form.begin()
        self.turn_to_form(self.form.first())

    def _save(self) -> None:
        self.do(
            draw_actions.list_people,
            self._listed,
            self.form.form.refusals(self.refused),
            **self.form.arguments(),
        )

    def _listed(self, draw_id: Any) -> None:
        self.refresh()
        self.leave_form()
        self.list.choose(str(draw_id))


def _group(code: str, title: str, lines: list[presenter.DrawLine]) -> list[Row]:
    rows = [
        line(one.id, one.title, one.detail, one.state, "ok" if one.drawn else "plain", "users")
        for one in lines
    ]
    return [heading(code, title, str(len(rows))), *rows] if rows else []
