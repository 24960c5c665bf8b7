"""Words of plays that several screens share: the state of a play, ways of casting."""

from collections.abc import Mapping

from meeting_app.i18n import N_

PLAY_CHIPS: Mapping[str, str] = {
    "prepared": N_("Preparing"),
    "cast": N_("Roles are cast"),
    "running": N_("Running"),
    "ended": N_("Play is over"),
}
PLAY_TONES: Mapping[str, str] = {"prepared": "plain", "cast": "ok", "running": "danger", "ended": "plain"}
CAST_MODES: Mapping[str, str] = {"opposite": N_("Against type"), "random": N_("By lot")}
