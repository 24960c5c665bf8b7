"""The keys of a page that has its own: they act while it is shown, before those of the meeting."""

from collections.abc import Callable, Sequence

from meeting_app.ui.console.live.context import Centre
from meeting_app.ui.qt.commands import Command, CommandTable

# method of the page, title, keys, whether holding the key acts again and again
Declared = tuple[str, str, tuple[str, ...], bool]


def add_to(
    table: CommandTable, context: str, group: str, declared: Sequence[Declared], page: Callable[[], Centre]
) -> None:
    """Add a page's commands; `page` answers it when a key is pressed. Raises CommandClash."""
    start = context.removeprefix("live_")
    for name, title, keys, repeats in declared:
        act = _act(page, name)
        table.add(Command(f"{start}_{name}", title, act, keys, context, group=group, repeats=repeats))


def _act(page: Callable[[], Centre], name: str) -> Callable[[], None]:
    def act() -> None:
        getattr(page(), name)()

    return act
