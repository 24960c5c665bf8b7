"""How far a long reading or writing is, and the wish to stop it: told and asked from different threads."""

from meeting_app.domain.refusal import Refusal

EVERY = 64


class Watch:
    """`done` of `total` steps; `total` 0 = not known yet. Plain attributes: each is written by one thread."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self.cancelled = False

    def begin(self, total: int) -> None:
        """A new piece of work of so many steps."""
        self.done, self.total = 0, total

    def step(self, by: int = 1) -> None:
        """So many steps further. Raises Refusal when somebody wants it stopped."""
        self.done += by
        if self.cancelled and self.done % EVERY < by:
            raise Refusal("import_stopped")
