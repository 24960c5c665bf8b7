"""What a scenario says of itself."""

from dataclasses import replace

from tests.domain.roleplay_sample import sample


def test_observers_have_no_score() -> None:
    scenario = sample()
    assert [role.id for role in scenario.scored] == ["old", "young", "ground"]
    assert [role.observer for role in scenario.roles] == [False, False, False, True]


def test_an_issue_of_several_options() -> None:
    issue = sample().issues[0]
    assert not issue.multiple
    assert replace(issue, most=2).multiple
    assert replace(issue, least=0).multiple
