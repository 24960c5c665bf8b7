"""Puts the parts together: windows, demonstration, pictures. The only place that knows them all."""

import gc

from meeting_app.cli.arguments import Chosen


def run(chosen: Chosen) -> int:
    """Run what was chosen; imports are late, so that each start loads only what it needs."""
    if chosen.command == "demo":
        from meeting_app.app.demo import run as play

        return play(chosen)
    if chosen.command == "pictures":
        from meeting_app.app.pictures import run as take

        return take(chosen)
    gc.disable()  # until the console is usable: nothing of what is loaded at the start is garbage
    from meeting_app.app.windows import run as show

    return show(chosen)
