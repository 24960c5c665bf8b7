"""What a role-play refuses, in words."""

from collections.abc import Mapping

from meeting_app.i18n import N_

SENTENCES: Mapping[str, str] = {
    "roleplay_too_many_choices": N_(
        "“{issue}” can be settled in more than {most} ways, which nobody can weigh. Take away options, or allow fewer of them together; nothing was changed."
    ),
    "roleplay_no_tables": N_(
        "{count} players make no tables of this scenario. Ask some to watch, or choose another scenario; nothing was changed."
    ),
}
