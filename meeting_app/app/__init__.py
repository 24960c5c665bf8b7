"""Puts the parts together: the windows, the scripted demonstration, the pictures. The only place that knows
them all.
"""

from meeting_app.cli.arguments import Chosen


def run(chosen: Chosen) -> int:
    """Run what was chosen; imports are late, so that each start loads only what it needs."""
    if chosen.command == "demo":
        from meeting_app.app import demo

        return demo.run(chosen)
    if chosen.command == "pictures":
        from meeting_app.app import pictures

        return pictures.run(chosen)
    from meeting_app.app import windows

    return windows.run(chosen)
