#!/usr/bin/env python3
"""The two commands of a clone: `run` starts the program, `test` runs every check. Python alone is enough.

    python3 packaging/bootstrap.py run [ARGUMENTS OF THE PROGRAM]
    python3 packaging/bootstrap.py test [--full] [ARGUMENTS OF PYTEST]
    python3 packaging/bootstrap.py pictures | bench | lock

This file must be understood by old Pythons too, because it is what tells their users what to install; the
rest is imported only after that check.
"""

import sys
import time

OLDEST = (3, 11)
NEWEST = (3, 14)
BIRTH = time.time()


def python_fits():
    # type: () -> bool
    """Say in both languages which Python is needed, when this one does not do."""
    if OLDEST <= sys.version_info[:2] <= NEWEST and sys.maxsize > 2**32:
        return True
    wanted = "Python %d.%d - %d.%d, 64 bit" % (OLDEST + NEWEST)
    found = "%d.%d" % sys.version_info[:2]
    sys.stderr.write("Meeting Hall needs %s; this is Python %s.\n" % (wanted, found))
    sys.stderr.write("议事厅需要 %s，现在的是 Python %s。\n" % (wanted, found))
    return False


if __name__ == "__main__":
    if not python_fits():
        sys.exit(1)
    from boot import commands, interpreter

    interpreter.prefer_the_better(sys.argv, BIRTH)
    sys.exit(commands.main(sys.argv[1:], interpreter.birth(BIRTH)))
