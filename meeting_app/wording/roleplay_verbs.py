"""What the journal calls the steps of a role-play."""

from collections.abc import Mapping

from meeting_app.i18n import N_

VERBS: Mapping[str, str] = {
    "add_from_library": N_("Scenario copied from the library"),
    "import_scenario": N_("Scenario brought in"),
    "start_scenario": N_("Scenario begun"),
    "save_draft": N_("Draft of a scenario kept"),
    "take_into_use": N_("Scenario taken into use"),
    "drop_draft": N_("Draft of a scenario dropped"),
    "duplicate_scenario": N_("Scenario copied"),
    "rename_scenario": N_("Scenario renamed"),
    "set_scenario_pictures": N_("Pictures of a scenario set"),
    "delete_scenario": N_("Scenario deleted"),
}
