"""What a rule means for a body of a size that one can type: of 48 persons 32 must be there, then 17 agree."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from meeting_app.domain.rules.pack import RulePack
from meeting_app.domain.rules.share import Amount, Measure
from meeting_app.i18n import _
from meeting_app.ui.console.office import parts, typed
from meeting_app.ui.console.office.layout import column, empty, row
from meeting_app.ui.console.office.rule_presenter import example
from meeting_app.ui.widgets.fields import Labelled
from meeting_app.ui.widgets.labels import Label
from meeting_app.wording import amounts, rules


class RuleMeaning(QWidget):
    """Two fields for the example and the sentences below them, which follow every key. With `told_elsewhere`
    that label says them instead.
    """

    def __init__(self, told_elsewhere: Label | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack: RulePack | None = None
        self._elsewhere = told_elsewhere
        self.persons = parts.line_edit(name=_("Example: persons"))
        self.area = parts.line_edit(name=_("Example: floor area in m²"))
        self.persons.textChanged.connect(self._show)
        self.area.textChanged.connect(self._show)
        self._area_field = Labelled(_("Floor area in m²"), self.area)
        self._sentences = QVBoxLayout()
        fields = row(parts.growing(Labelled(_("Persons"), self.persons)), parts.growing(self._area_field))
        self.setLayout(
            column(parts.label(_("What does this mean for us?"), "h2"), fields, self._sentences, spacing=8)
        )

    def show_pack(self, pack: RulePack) -> None:
        """Take a rule; the figures stay while they fit it."""
        by_area = Measure.AREA in pack.measures
        fresh = self._pack is None or by_area != (Measure.AREA in self._pack.measures)
        self._pack = pack
        self._area_field.setVisible(by_area)
        if fresh:
            size = example(pack)
            self.persons.setText(str(size.persons))
            self.area.setText(amounts.area(size.area_c))
        self._show()

    def example_size(self) -> Amount | None:
        """The example that is typed; None when it cannot be read."""
        persons, area = typed.whole_of(self.persons.text()), typed.fen_of(self.area.text())
        by_area = self._pack is not None and Measure.AREA in self._pack.measures
        if persons is None or (by_area and area is None):
            return None
        return Amount(persons, area or 0 if by_area else 0)

    def sentences(self) -> tuple[str, ...]:
        """What is said now."""
        size = self.example_size()
        if self._pack is None:
            return ()
        return (_("Type numbers."),) if size is None else rules.meaning(self._pack, size)

    def _show(self) -> None:
        if self._elsewhere is not None:
            self._elsewhere.setText("\n".join(self.sentences()))
            return
        empty(self._sentences)
        for sentence in self.sentences():
            self._sentences.addWidget(parts.label(sentence, wrap=True))
