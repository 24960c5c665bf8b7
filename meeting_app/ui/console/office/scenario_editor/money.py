"""The table of who pays how much: payers down, the options of one issue across, with the sum below."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from meeting_app.domain.roleplay import editing
from meeting_app.domain.roleplay import model as m
from meeting_app.domain.roleplay.texts import Path, yuan
from meeting_app.i18n import N_, _
from meeting_app.ui.console.office import parts
from meeting_app.ui.console.office.layout import column
from meeting_app.ui.console.office.scenario_editor import names
from meeting_app.ui.console.office.scenario_editor.controls import Box, TicksBox
from meeting_app.ui.console.office.scenario_editor.entries import Entry, from_typed
from meeting_app.ui.console.office.scenario_editor.grid import Grid
from meeting_app.ui.console.office.scenario_editor.grid_presenter import GridPresenter
from meeting_app.ui.console.office.scenario_editor.makers import NEW
from meeting_app.ui.console.office.scenario_editor.manuscript import Manuscript
from meeting_app.ui.console.office.scenario_editor.typing_in import cells_of

FIRST = (Entry(("label",), N_("Payer")), Entry(("count",), N_("Households"), "number"))


class MoneyPresenter(GridPresenter):
    """A row is a payer; its cells are label, count, and a share for each column of the table."""

    def __init__(self, manuscript: Manuscript, entry: Entry) -> None:
        super().__init__(manuscript, replace(entry, columns=FIRST, new=NEW["payers"]))

    def table(self) -> m.MoneyTable:
        """The table."""
        found: m.MoneyTable = editing.value_at(self._manuscript.scenario, self.base)
        return found

    def look(self) -> None:
        """The columns as they are now."""
        titles = names.option_titles(self._manuscript.scenario)
        places = [f"{one.issue}.{one.option}" for one in self.table().columns]
        self.columns = (
            *FIRST,
            *(Entry(("shares_fen", at), titles.get(place, place), "money")
              for at, place in enumerate(places)),
        )  # fmt: skip

    def value(self, row: int, column: int) -> Any:
        if column < len(FIRST) or row >= len(self.items()):
            return super().value(row, column)
        shares = self.table().columns[column - len(FIRST)].shares_fen
        return shares[row] if row < len(shares) else 0

    def put(self, row: int, column: int, typed: str) -> None:
        twin = self._twin()
        twin._type(row, column, typed)
        self._manuscript.take(twin._manuscript.scenario, (*self.base, row, column))

    def _twin(self) -> "MoneyPresenter":
        """The same over a scenario of its own, so that several changes become one step."""
        made = MoneyPresenter(Manuscript(self._manuscript.scenario), self.entry)
        made.base = self.base
        made.look()
        return made

    def _type(self, row: int, column: int, typed: str) -> None:
        if column < len(FIRST):
            super().put(row, column, typed)
            self._fit()
            return
        fen = from_typed(self.columns[column], typed)
        if row >= len(self.items()):
            super().put(row, 0, _("new payer"))
            self._fit()
        at = column - len(FIRST)
        shares = list(self.table().columns[at].shares_fen)
        shares[row] = fen
        self._keep(self._summed(at, tuple(shares)))

    def _summed(self, at: int, shares: tuple[int, ...]) -> m.MoneyTable:
        """The table with other shares of a column; its total is what they come to."""
        table = self.table()
        counts = [payer.count for payer in table.payers]
        total = sum(count * share for count, share in zip(counts, shares, strict=True))
        changed = replace(table.columns[at], shares_fen=shares, total_fen=total)
        return replace(table, columns=(*table.columns[:at], changed, *table.columns[at + 1 :]))

    def _keep(self, table: m.MoneyTable) -> None:
        self._manuscript.take(editing.put(self._manuscript.scenario, self.base, table))

    def _fit(self) -> None:
        """A share for every payer, and totals that follow the counts."""
        self._keep(refitted(self.table(), self.table().payers))

    def remove(self, row: int) -> None:
        payers = self.table().payers
        if row < len(payers):
            self._keep(refitted(self.table(), (*payers[:row], *payers[row + 1 :])))

    def move(self, row: int, by: int) -> int:
        payers, to = list(self.table().payers), row + by
        if not (row < len(payers) and 0 <= to < len(payers)):
            return row
        payers.insert(to, payers.pop(row))
        self._keep(refitted(self.table(), tuple(payers)))
        return to

    def paste(self, row: int, column: int, text: str) -> int:
        twin, taken = self._twin(), 0
        for down, cells in enumerate(cells_of(text)):
            if any(cells):
                taken += twin.paste_row(min(row + down, len(twin.items())), column, cells)
        self._manuscript.take(twin._manuscript.scenario)
        return taken

    def totals(self) -> str:
        """What every column comes to."""
        titles = [entry.label for entry in self.columns[len(FIRST) :]]
        return _("Together: {sums}").format(
            sums=_(", ").join(
                _("{title} {yuan} yuan").format(title=title, yuan=yuan(one.total_fen))
                for title, one in zip(titles, self.table().columns, strict=True)
            )
        )


def refitted(table: m.MoneyTable, payers: tuple[m.Payer, ...]) -> m.MoneyTable:
    """The table with these payers; totals follow."""
    fresh = editing.payers_changed(table, payers)
    columns = tuple(
        replace(one, total_fen=sum(
            payer.count * share for payer, share in zip(payers, one.shares_fen, strict=True)
        ))
        for one in fresh.columns
    )  # fmt: skip
    return replace(fresh, columns=columns)


COLUMNS = Entry(("columns",), N_("For which options"), "ticks", offers=names.options, pairs=True)


class _ColumnTicks(TicksBox):
    """Ticking an option makes a column of the table."""

    def value(self) -> Any:
        return [(one.issue, one.option) for one in super().value()]

    def put(self, value: Any) -> None:
        table: m.MoneyTable = editing.value_at(self.manuscript.scenario, self.base)
        known = {(one.issue, one.option): one for one in table.columns}
        nothing = (0,) * len(table.payers)
        columns = tuple(
            known.get((issue, option), m.MoneyColumn(issue, option, 0, nothing)) for issue, option in value
        )
        self.manuscript.put((*self.base, "columns"), columns)


class PayersBox(Box):
    """Which options the table shows, who pays, and how much each."""

    def __init__(self, manuscript: Manuscript, entry: Entry) -> None:
        super().__init__(manuscript, entry)
        self.presenter = MoneyPresenter(manuscript, entry)
        self.options = _ColumnTicks(manuscript, COLUMNS)
        self.grid = Grid(self.presenter)
        self.grid.said.connect(self.unread)
        self.sums = parts.label("", tone="muted", wrap=True)
        inner = QWidget()
        inner.setLayout(column(self.options, self.grid, self.sums))
        self.arrange(inner)

    def show_at(self, base: Path) -> None:
        self.presenter.base = base
        super().show_at(base)

    def fill(self, *, moved: bool) -> None:
        self.options.show_at(self.base)
        self.presenter.look()
        self.grid.show_columns()
        self.grid.show_parts()
        if moved:
            self.grid.setCurrentIndex(self.grid.cells.index(0, 0))
        self.sums.setText(self.presenter.totals())
        self.sums.setVisible(bool(self.presenter.table().columns))

    def focus(self, rest: Path) -> None:
        self.grid.setFocus()
