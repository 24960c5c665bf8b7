"""Tells whoever measures the start when the console became usable.

The process's birth comes from outside by the environment (what a system says of it is off by up to 0.3 s);
without being asked this writes nothing.
"""

import json
import os
import time
from pathlib import Path


def console_is_usable() -> None:
    """Called once, after the console's first paint with its data: writes the seconds since the birth."""
    target, born = os.environ.get("MEETING_APP_STAMP"), os.environ.get("MEETING_APP_BORN")
    if not target or not born:
        return
    fresh = Path(target).with_suffix(".new")
    fresh.write_text(json.dumps({"usable_s": time.time() - float(born)}), "utf-8")
    fresh.replace(target)
