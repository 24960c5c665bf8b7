"""Speaks to the person at the keyboard in English and Chinese at once.

The catalogues are not there yet when these sentences are needed, so both languages stand side by side here.
"""

import sys


class StopError(Exception):
    """The command cannot go on; the sentences have been said."""


def prepare_output() -> None:
    """Never die of a terminal that cannot show Chinese, and keep our lines and the children's in order."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace", line_buffering=True)


def say(english: str, chinese: str) -> None:
    """One thing that happens, in both languages."""
    print(f"· {english}  {chinese}", flush=True)


def stop(english: str, chinese: str, *lines: str) -> StopError:
    """Tell why it cannot go on and what to do; raise what this answers."""
    print(english, chinese, *lines, sep="\n", file=sys.stderr, flush=True)
    return StopError(english)
