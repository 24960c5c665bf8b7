"""The program's front door: `meeting-app`, `python -m meeting_app`."""

import sys

from meeting_app import i18n
from meeting_app.cli import arguments


def main(argv: list[str] | None = None) -> int:
    """Run the windows or a command; the exit code is 0, 1 (could not be done) or 2 (wrong words)."""
    i18n.set_language(arguments.spoken(sys.argv[1:] if argv is None else argv))
    chosen = arguments.read(argv)
    if chosen.command in arguments.WINDOWLESS:
        from meeting_app.cli import commands

        return commands.run(chosen)
    from meeting_app import app

    return app.run(chosen)


if __name__ == "__main__":
    sys.exit(main())
