"""A second process that takes pictures beside the first: painting needs the whole of a core.

It is begun anew (spawned, as on every system), so it shares nothing with the first but the orders. What goes
wrong in it is raised in the first.
"""

import multiprocessing
from contextlib import suppress
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Final, Self

from meeting_app.app.shares import Share
from meeting_app.domain.refusal import Refusal

PATIENCE_S: Final = 10.0  # how long it may take to end once it has nothing more to do


class Beside:
    """Takes shares one after the other. It loads itself while the first process still prepares them."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._orders, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self._open = 0

    @property
    def pid(self) -> int:
        """The process's number."""
        assert self._process.pid is not None
        return self._process.pid

    def order(self, share: Share) -> None:
        """Take this share when the ones before are done; answers at once."""
        with suppress(OSError):  # it has ended: `finish` tells so
            self._orders.send(share)
        self._open += 1

    def finish(self) -> None:
        """Wait until all is done. Raises what went wrong: OSError, Refusal, or `picture_taker_ended` when the
        process is gone.
        """
        while self._open:
            try:
                fault = self._orders.recv()
            except (EOFError, OSError) as gone:
                raise Refusal("picture_taker_ended") from gone
            self._open -= 1
            if fault is not None:
                raise fault

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """End the process: by itself when all went well, else at once."""
        self._orders.close()
        if kind is not None:
            self._process.terminate()
        self._process.join(PATIENCE_S)
        self._process.close()


def _serve(orders: Connection) -> None:
    """The second process: shares until the first one hangs up. A bug ends it, with its trace on the error
    stream.
    """
    from meeting_app.app.sittings import application, sit

    app = application()
    while True:
        try:
            share = orders.recv()
        except EOFError:
            return
        fault: Exception | None = None
        try:
            sit(app, share)
        except (OSError, Refusal) as error:
            fault = error
        orders.send(fault)
