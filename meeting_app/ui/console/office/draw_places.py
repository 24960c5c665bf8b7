"""How many places each group has: steppers while the list waits, figures after the draw."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.i18n import _, ngettext
from meeting_app.ui.console.office import draws_presenter as presenter
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import STRETCH, column, empty, row
from meeting_app.ui.widgets.steppers import Stepper
from meeting_app.wording import draws
from meeting_app.wording.labels import label

if TYPE_CHECKING:
    from meeting_app.domain.sortition.quotas import Quotas
    from meeting_app.queries.draws import DrawView, GroupPlaces, PlacesProof


class DrawPlaces(QWidget):
    """`wanted` carries the places as they stand on the steppers, when every feature adds up."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout()
        self._seats = 0
        self._shown: object = None
        self._steppers: list[dict[str, Stepper]] = []
        self._change: Quotas | None = None
        self.told = parts.label("", "caption", wrap=True)
        self.take = parts.button(_("Take over this change"), icon="check")
        self.take.clicked.connect(self._take)
        self.setLayout(column(self.told, row(self.take, STRETCH), self._lines, spacing=8))
        self.say("")

    def show_view(self, view: "DrawView") -> bool:
        """Show the groups of a draw; answers whether they are others than before. Steps half done stay."""
        shown = (view.row.id, view.row.drawn, view.quotas)
        if shown == self._shown:
            return False
        self._shown = shown
        self.say("")
        empty(self._lines)
        self._seats = view.row.seats
        self._steppers = []
        for feature, groups in view.features:
            self._lines.addWidget(parts.label(label(draws.FEATURES, feature), "strong"))
            self._lines.addWidget(parts.hairline())
            steppers = {group.code: self._stepper(group) for group in groups} if not view.row.drawn else {}
            self._steppers.append(steppers)
            for group in groups:
                self._lines.addWidget(_line(group, steppers.get(group.code)))
        return True

    def _stepper(self, group: "GroupPlaces") -> Stepper:
        made = parts.stepper(_("Places: {group}").format(group=draws.group(group.code)), 0, self._seats)
        made.set_value(group.places)
        made.changed.connect(self._changed)
        return made

    def quotas(self) -> "Quotas":
        """The places on the steppers."""
        return tuple({code: one.value() for code, one in feature.items()} for feature in self._steppers)

    def _changed(self) -> None:
        wrong = next(filter(None, (presenter.sums_words(one, self._seats) for one in self.quotas())), "")
        self.say(wrong, "warn")
        if not wrong:
            self.wanted.emit(self.quotas())

    def show_proof(self, proof: "PlacesProof", quotas: "Quotas") -> None:
        """Say whether the places can be held, else what would help."""
        self._change = proof.change
        if proof.holds:
            self.say(_("It is proved that all places can be held.") if quotas else "", "ok")
        elif proof.change is None:
            self.say(
                _("These places cannot all be held, and no small change helps. Take fewer groups."), "danger"
            )
        else:
            change = presenter.change_words(quotas, proof.change)
            self.say(
                _("These places cannot all be held. The smallest change: {change}.").format(change=change),
                "danger",
            )
        self.take.setVisible(proof.change is not None)

    def say(self, sentence: str, tone: str = "muted") -> None:
        """Something below the places; "" for nothing."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        parts.set_tone(self.told, tone)
        self.take.setVisible(False)

    def _take(self) -> None:
        if self._change is not None:
            self.wanted.emit(self._change)


def _line(group: "GroupPlaces", stepper: Stepper | None) -> QWidget:
    people = ngettext("{n} person", "{n} people", group.people).format(n=f"{group.people:,}")
    made = QWidget()
    end = stepper or parts.label(
        _("{chosen} of {places} places").format(chosen=group.chosen, places=group.places), tone="muted"
    )
    made.setLayout(
        row(
            parts.growing(parts.label(draws.group(group.code))),
            parts.label(people, "caption", tone="muted"),
            end,
            spacing=16,
            margins=(0, 4, 0, 4),
        )
    )
    return made
