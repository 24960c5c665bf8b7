"""The program's front door: `meeting-app`, `python -m meeting_app`."""

import os
import sys

from meeting_app import i18n, resources
from meeting_app.cli import arguments
from meeting_app.i18n import _


def main(argv: list[str] | None = None) -> int:
    """Run the windows or a command; the exit code is 0, 1 (could not be done) or 2 (wrong words)."""
    try:
        i18n.set_language(arguments.spoken(sys.argv[1:] if argv is None else argv))
        resources.check()
        return _run(argv)
    except resources.ResourceMissingError as missing:
        told = _(
            "This installation is incomplete, so the program cannot start ({missing}). No community was"
            " touched. Install it again; in a clone run `python3 packaging/bootstrap.py run`."
        )
        sys.stderr.write(told.format(missing=missing) + "\n")
        return 1
    except BrokenPipeError:
        # Whoever reads the output has enough of it (`| head`): the interpreter must not try again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _run(argv: list[str] | None) -> int:
    chosen = arguments.read(argv)
    if chosen.command in arguments.WINDOWLESS:
        from meeting_app.cli import commands

        code = commands.run(chosen)
        sys.stdout.flush()  # here, where a reader that went away is no mistake
        return code
    from meeting_app import app

    return app.run(chosen)


if __name__ == "__main__":
    sys.exit(main())
