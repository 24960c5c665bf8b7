"""Why the system could not write a file, in the reader's language."""

import errno
from typing import Final

from meeting_app.i18n import N_, _

WHY: Final = {
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.EACCES: N_("nothing may be written there"),
    errno.EPERM: N_("nothing may be written there"),
    errno.EROFS: N_("nothing may be written there"),
    errno.ENOENT: N_("the folder is not there"),
    errno.EEXIST: N_("a file of that name is in the way"),
    errno.ENOTDIR: N_("a file of that name is in the way"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EIO: N_("the disk or stick does not answer"),
}


def why(error: OSError) -> str:
    """The reason in words; a rare one as the system says it."""
    said = WHY.get(error.errno or 0)
    return _(said) if said else error.strerror or str(error)
