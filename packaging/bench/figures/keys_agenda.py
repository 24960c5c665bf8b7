"""Keys on the page of agenda and time in the largest meeting: 60 items, 500 people present, 200 hands up."""

import time

from PySide6.QtCore import Qt

from bench.figures.keys import LIMIT_MS
from bench.figures.keys_large import CONDITIONS, CPU_MS, large_hall
from bench.registry import Figure, measurement
from meeting_app.ui.console.live.plan import PlanPage

ALT, PLAIN = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
CHOSEN = 40  # a waiting item in the middle of the table
KEYS: tuple[tuple[str, tuple[tuple[Qt.Key, Qt.KeyboardModifier], ...]], ...] = (
    ("+, -: a minute more or less", ((Qt.Key.Key_Plus, PLAIN), (Qt.Key.Key_Minus, PLAIN))),
    ("Alt+Down, Alt+Up: move the item", ((Qt.Key.Key_Down, ALT), (Qt.Key.Key_Up, ALT))),
    ("S: leave it out and take it in", ((Qt.Key.Key_S, PLAIN), (Qt.Key.Key_S, PLAIN))),
    ("D: it may go, or no longer", ((Qt.Key.Key_D, PLAIN), (Qt.Key.Key_D, PLAIN))),
)


@measurement("keys_agenda")
def keys_agenda(rounds: int) -> list[Figure]:
    """Keys that change an agenda of 60 items, until the repaint with new previews after the commit."""
    taken: dict[str, list[float]] = {name: [] for name, _keys in KEYS}
    cpu: list[float] = []
    with large_hall() as hall:
        hall.shell.trips.plan()
        hall.settle(300)
        page = hall.shell.pages["plan"]
        assert isinstance(page, PlanPage)
        page.table.selectRow(CHOSEN)
        for _round in range(max(rounds, 10)):
            for name, pressed in KEYS:
                for key, modifier in pressed:
                    begun = time.process_time()
                    taken[name].append(hall.press(key, modifier))
                    cpu.append((time.process_time() - begun) * 1000)
                    hall.settle()
    figures = [Figure(name, tuple(ms), "ms", LIMIT_MS, "", CONDITIONS, "p95") for name, ms in taken.items()]
    return [
        *figures,
        Figure("CPU of a key and the hall's picture", tuple(cpu), "ms CPU", CPU_MS, "", CONDITIONS, "p95"),
    ]
