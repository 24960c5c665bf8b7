"""Which view a section has."""

from meeting_app.ui.console.office.scenario_editor.manuscript import Manuscript
from meeting_app.ui.console.office.scenario_editor.phases_view import PhasesSection
from meeting_app.ui.console.office.scenario_editor.scores_view import ScoresSection
from meeting_app.ui.console.office.scenario_editor.section_views import FormSection, ListSection, SectionView
from meeting_app.ui.console.office.scenario_editor.sections import Section


def make_view(manuscript: Manuscript, section: Section) -> SectionView:
    """The view of a section."""
    if section.id == "scores":
        return ScoresSection(manuscript)
    if section.id == "phases":
        return PhasesSection(manuscript)
    if section.listed is not None:
        return ListSection(manuscript, section.listed)
    return FormSection(manuscript, section)
