"""What refusals about people say: lists that are no lists, proxies, walking in."""

from collections.abc import Mapping

from meeting_app.i18n import N_

SENTENCES: Mapping[str, str] = {
    "roster_picture": N_("This file is a picture or a PDF, not a list. Choose the list itself, as XLSX or CSV; nothing was changed."),
    "roster_old_excel": N_("This is a list in the old Excel format. Open it, save it as XLSX, and choose that file; nothing was changed."),
    "import_stopped": N_("Stopped. Nothing was written; the roster is as it was."),
}  # fmt: skip
