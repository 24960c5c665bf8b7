"""Rules of decision in words."""

from meeting_app.domain.rules.pack import RulePack
from meeting_app.wording import times


def pack_name(pack: RulePack) -> str:
    """The pack's name in the reader's language, as far as it has one."""
    return pack.name if times.is_chinese() else pack.name_en or pack.name
