"""Who takes part in a play: people found or taken from the meeting, and what each says of the own life."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.columns import Columns
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.ui.console.office.person_finder import PersonFinder
from meeting_app.ui.console.office.roleplay import play_presenter as presenter
from meeting_app.ui.console.office.rows import RowList
from meeting_app.ui.widgets.fields import CheckBox, Choice, Labelled

if TYPE_CHECKING:
    from meeting_app.queries.roleplay.casting import CastingView, CastPlayer
    from meeting_app.ui.qt.office import Office


class PlayersPart(QWidget):
    """Signals: wanted(list of Taking), apart(pair), together(pair), add_all(), cast()."""

    wanted = Signal(object)
    apart = Signal(object)
    together = Signal(object)
    add_all = Signal()
    cast = Signal()

    def __init__(self, office: "Office", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: CastingView | None = None
        self._filling = False
        self.finder = PersonFinder(office, _("Add somebody"), _("Name, initials, number or room"))
        self.finder.chosen.connect(self._add)
        self.all_here = parts.button(_("Take all who are here"), icon="user-check")
        self.all_here.clicked.connect(self.add_all)
        self.sentence = parts.label("", "strong", wrap=True)
        self.list = RowList(_("Players"))
        self.list.chosen.connect(lambda _id: self._show_player())
        self._make_side()
        left = QWidget()
        head = row(parts.growing(self.finder), parts.at_top(self.all_here), spacing=16)
        left.setLayout(column(head, self.sentence, self.list, spacing=12))
        foot = parts.foot(self.remove, self.cast_button)
        self.setLayout(column(Columns(left, self.side, foot, right_width=400)))

    def _make_side(self) -> None:
        self.side = QWidget()
        self.name = parts.label("", "h2", wrap=True)
        told = _("Asked so that the role is unlike the own life. Forgotten when the play ends.")
        self.note = parts.label(told, "caption", tone="muted", wrap=True)
        self._asked = QVBoxLayout()
        self.choices: dict[str, Choice] = {}
        self.watches: CheckBox = parts.check_box(_("Only watches"))
        self.watches.clicked.connect(lambda _on=False: self._flag())
        self.reading: CheckBox = parts.check_box(_("Needs help with reading"))
        self.reading.clicked.connect(lambda _on=False: self._flag())
        self.foe = Choice(_("Not at one table with"))
        self.foe.chosen.connect(self._keep_apart)
        self._pairs = QVBoxLayout()
        self.remove = parts.button(_("Does not take part"), icon="x")
        self.remove.clicked.connect(self._remove)
        self.cast_button = parts.button(_("Cast the roles"), kind="main", icon="dices", key=_("Enter"))
        self.cast_button.clicked.connect(self.cast)
        self.side.setLayout(
            column(
                self.name, self._asked, self.note, row(self.watches, self.reading, STRETCH, spacing=24),
                Labelled(_("Not at one table with"), self.foe), self._pairs, STRETCH, spacing=12,
            )
        )  # fmt: skip

    def show_view(self, view: "CastingView") -> None:
        """Show the play."""
        fresh = self.view is None or self.view.asked != view.asked
        self.view = view
        if fresh:
            self._ask_anew(view)
        self.sentence.setText(presenter.tables_sentence(view))
        self.sentence.set_tone("" if view.sizes or not view.players else "warn")
        self.list.show_rows(presenter.player_rows(view))
        preparing = view.play.state in ("prepared", "cast")
        for part in (self.finder, self.all_here, self.remove):
            part.setEnabled(preparing)
        self.cast_button.setEnabled(preparing and bool(view.sizes))
        self.cast_button.setText(_("Cast the roles") if view.play.state == "prepared" else _("Cast anew"))
        self._show_player()

    def _ask_anew(self, view: "CastingView") -> None:
        empty(self._asked)
        self.choices = {}
        for attribute in view.asked:
            choice = Choice(attribute.title)
            choice.offer([("", _("not said")), *attribute.values])
            choice.chosen.connect(self._answered)
            self.choices[attribute.id] = choice
            self._asked.addWidget(Labelled(attribute.title, choice))

    def current(self) -> "CastPlayer | None":
        """Who is chosen."""
        players = self.view.players if self.view else ()
        return next((one for one in players if one.person_id == self.list.current_id()), None)

    def _show_player(self) -> None:
        one = self.current()
        self.side.setVisible(one is not None)
        self.remove.setVisible(one is not None)
        if one is None or self.view is None:
            return
        self._filling = True
        self.name.setText(one.name)
        answers = dict(one.attributes)
        for name, choice in self.choices.items():
            choice.set_value(answers.get(name, ""))
        self.watches.setChecked(one.watches)
        self.reading.setChecked(one.reading_help)
        others = [(other.person_id, other.name) for other in self.view.players if other is not one]
        self.foe.offer([("", _("nobody in particular")), *sorted(others, key=lambda pair: pair[1])])
        self._show_pairs(self.view, one)
        self._filling = False

    def _show_pairs(self, view: "CastingView", one: "CastPlayer") -> None:
        empty(self._pairs)
        names = {other.person_id: other.name for other in view.players}
        for pair in view.apart:
            if one.person_id not in pair:
                continue
            other = pair[0] if pair[1] == one.person_id else pair[1]
            name = names.get(other, _("somebody who does not take part"))
            drop = parts.button("", kind="quiet", icon="x", name=_("May sit with {name}").format(name=name))
            drop.clicked.connect(lambda _on=False, pair=pair: self.together.emit(pair))
            made = QWidget()
            made.setLayout(row(parts.growing(parts.label(_("apart from {name}").format(name=name))), drop))
            self._pairs.addWidget(made)

    def _add(self, person_id: str, _name: str) -> None:
        if self.view is not None:
            self.finder.clear()
            self.wanted.emit(presenter.with_people(self.view, [person_id]))

    def _answered(self, value: Any) -> None:
        choice, one = self.sender(), self.current()
        name = next((name for name, known in self.choices.items() if known is choice), "")
        if not self._filling and self.view is not None and one is not None and name:
            self.wanted.emit(presenter.answered(self.view, one.person_id, name, str(value)))

    def _flag(self) -> None:
        one = self.current()
        if self.view is None or one is None:
            return
        from meeting_app.actions.roleplay.preparing import Taking

        taking = Taking(
            one.person_id, dict(one.attributes), self.watches.isChecked(), self.reading.isChecked()
        )
        self.wanted.emit(presenter.changed(self.view, taking))

    def _keep_apart(self, value: Any) -> None:
        one = self.current()
        if not self._filling and one is not None and value:
            self.apart.emit((one.person_id, str(value)))

    def _remove(self) -> None:
        one = self.current()
        if self.view is not None and one is not None:
            self.wanted.emit(presenter.without(self.view, one.person_id))
