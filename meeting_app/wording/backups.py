"""Backups in words: why one was made, where it lies, and what was restored from when."""

from datetime import datetime
from pathlib import Path
from typing import Final

from meeting_app.i18n import N_, _, ngettext
from meeting_app.wording import times

REASONS: Final = {
    "manual": N_("made by hand"),
    "end": N_("when the community was closed"),
    "migration": N_("before the file came to a new version"),
    "convened": N_("when a meeting was called"),
    "live": N_("when a meeting began"),
    "closed": N_("when a meeting was over"),
    "cancelled": N_("when a meeting was called off"),
}
_MEGABYTE: Final = 1_000_000


def moment(value: datetime) -> str:
    """21 November 2026, 08:00."""
    return _("{day}, {time}").format(day=times.full_day(value.date()), time=times.clock(value))


def reason(code: str) -> str:
    """Why it was made; of several steps the first, of a copy with a name of its own nothing."""
    known = REASONS.get(code.split("-", maxsplit=1)[0])
    return _(known) if known else ""


def place(folder: Path, *, beside: bool) -> str:
    """Where it lies."""
    return _("beside the community's file") if beside else str(folder)


def size(count: int) -> str:
    """3.4 MB, at least 0.1."""
    return _("{n} MB").format(n=f"{max(count, _MEGABYTE // 10) / _MEGABYTE:.1f}")


def restored(
    community: str, made_at: datetime, file: Path, last_at: datetime | None = None, boxes: int = 0
) -> str:
    """What was restored, from when, where it lies, and what was left alone."""
    sentences = [
        _("“{community}” was restored from the backup of {moment} into a new file: {file}.").format(
            community=community, moment=moment(made_at), file=file
        )
    ]
    if last_at is not None:
        told = _("The last thing noted in it is of {moment}.")
        sentences.append(told.format(moment=moment(last_at)))
    if boxes:
        told = ngettext(
            "{n} secret vote was open then; its ballot box is in no backup.",
            "{n} secret votes were open then; their ballot boxes are in no backup.",
            boxes,
        )
        sentences.append(told.format(n=boxes))
    sentences.append(_("The file of before was not touched."))
    return ("" if times.is_chinese() else " ").join(sentences)
