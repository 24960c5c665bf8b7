"""Groups that follow from the records, and those that are given."""

import pytest

from meeting_app.domain.resident_group import all_groups, following


@pytest.mark.parametrize(
    ("born", "groups"),
    [
        (None, ()), (2020, ("child",)), (2013, ("child",)), (2012, ("youth",)), (1998, ("youth",)),
        (1997, ()), (1967, ()), (1966, ("elderly",)), (1940, ("elderly",)),
    ],
)  # fmt: skip
def test_age_bands_of_2026(born: int | None, groups: tuple[str, ...]) -> None:
    assert following(born, 2026, tenant=False) == groups


def test_tenants_and_what_was_given_by_hand() -> None:
    assert following(1950, 2026, tenant=True) == ("elderly", "tenant")
    assert all_groups(("youth", "parent", "g1"), ("elderly",)) == ("elderly", "parent", "g1")
