"""Files that are handed out: whole under their name, or not there at all."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path


def write_whole(file: Path, content: bytes) -> None:
    """Write beside the place and put it there in one step: a full disk or a pulled stick leaves what was
    there before. Raises OSError as writing does.
    """
    # A name of its own length: what was typed may fill all that the file system allows.
    fresh = file.with_name(f".{hashlib.sha256(os.fsencode(file.name)).hexdigest()[:16]}.new")
    try:
        with fresh.open("wb") as written:
            written.write(content)
            written.flush()
            os.fsync(written.fileno())
        fresh.replace(file)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
        raise
