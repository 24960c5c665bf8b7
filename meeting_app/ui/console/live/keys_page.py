"""All keys of the meeting in one picture, over the middle; Esc or F1 goes back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from meeting_app.i18n import _
from meeting_app.ui.console.live import files_commands, plan_commands, sweep_commands
from meeting_app.ui.console.live.box import SPACE, across, down, held
from meeting_app.ui.console.live.commands import CONTEXT
from meeting_app.ui.console.live.context import Centre, Live
from meeting_app.ui.console.live.measures import Measures
from meeting_app.ui.console.live.roleplay import commands as play_commands
from meeting_app.ui.qt import theme
from meeting_app.ui.qt.commands import Command, CommandTable, key_name
from meeting_app.ui.widgets import Button, KeyCap, Label

CONTEXTS = (
    CONTEXT, play_commands.CONTEXT, plan_commands.CONTEXT, sweep_commands.CONTEXT, files_commands.CONTEXT
)  # fmt: skip


def _halved(groups: dict[str, list[Command]]) -> tuple[list[tuple[str, list[Command]]], ...]:
    """The groups in two columns of about the same height, in their order."""
    half = sum(map(len, groups.values())) / 2
    left: list[tuple[str, list[Command]]] = []
    right: list[tuple[str, list[Command]]] = []
    for title, some in groups.items():
        full = sum(len(one) for _title, one in left) + len(some) / 2 > half
        (right if full or right else left).append((title, some))
    return left, right


class KeysList(QScrollArea):
    """Read from the table that the keys themselves are read from; the arrow keys scroll it."""

    def __init__(self, table: CommandTable, contexts: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        halves = across(gap=48)
        for part in _halved(table.groups(contexts)):
            half = down(*(_group(title, some) for title, some in part), gap=16)
            half.addStretch(1)
            halves.addLayout(half, 1)
        self.setAccessibleName(_("All keys"))
        self.setWidget(held(halves))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def _group(title: str, commands: list[Command]) -> QGridLayout:
    now = theme.current()
    grid = QGridLayout()
    grid.setHorizontalSpacing(now.px(16))
    grid.setVerticalSpacing(now.px(6))
    grid.addWidget(Label(_(title), "caption", tone="muted"), 0, 0, 1, 2)
    for row, command in enumerate(commands, start=1):
        grid.addLayout(across(*(KeyCap(key_name(key)) for key in command.keys), SPACE), row, 0)
        grid.addWidget(Label(command.name(), wrap=True), row, 1)
    grid.setColumnStretch(1, 1)
    return grid


class KeysPage(Centre):
    """The list with the way back."""

    def __init__(self, live: Live, table: CommandTable, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self.close_button = Button(_("Back to the meeting"), icon="arrow-left", key=_("Esc"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        told = Label(
            _("Single keys act only while no field has the keyboard. A presenter's remote works with PgDn, "
              "PgUp and ."), tone="muted", wrap=True,
        )  # fmt: skip
        self._box = down(Label(_("All keys"), "h1"), told, 8, margins=(24, 24, 24, 24))
        self._area = KeysList(table, CONTEXTS)
        self._box.addWidget(self._area, 1)
        self._box.addLayout(across(self.close_button, SPACE))
        self.setLayout(self._box)

    def take_focus(self) -> None:
        """To the list of keys."""
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self, measures: Measures) -> None:
        self._box.setContentsMargins(*(theme.current().px(measures.centre),) * 4)
