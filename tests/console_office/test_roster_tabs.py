"""Units with their owners, groups and terms of office, through the window."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from meeting_app.actions.roster.watch import Watch
from meeting_app.queries import people as people_queries
from meeting_app.queries.resident_groups import offered_groups
from meeting_app.queries.units import units
from meeting_app.ui.console.office import typed
from meeting_app.ui.console.office import units_presenter as presenter
from meeting_app.ui.console.office.roster import RosterPage
from meeting_app.ui.console.office.roster_import import ImportPage
from tests.console_office import keyboard
from tests.console_office.conftest import NAMES, Desktop


@pytest.fixture
def page(desktop: Desktop) -> RosterPage:
    """The roster."""
    desktop.go("roster")
    shown = desktop.shell.page
    assert isinstance(shown, RosterPage)
    return shown


def test_shares_that_do_not_add_up_cannot_be_kept_and_then_can(
    desktop: Desktop, page: RosterPage, qtbot: QtBot
) -> None:
    page.show_tab("units")
    view = page.units
    assert view.counted.text() == "10 units, 886.00 m² in all"
    view.search.setText(NAMES[0])
    first = desktop.ask(units, text=NAMES[0]).rows[0]
    view.open_unit(first.unit_id)
    other = desktop.ask(people_queries.find_people, text=NAMES[1])[0]
    view.owners.finder.chosen.emit(other.person_id, other.name)
    assert [field.text() for field in view.owners.shares.values()] == ["1/2", "1/2"]
    share = view.owners.shares[other.person_id]
    share.setText("1/3")
    assert view.owners.sum.text() == "The shares come to 5/6, not to the whole."
    assert not view.save.isEnabled()
    share.setText("50%")
    view.owners.voter.set_value(other.person_id)
    view.form.fields["area"].set_text("90.5")
    view.save.click()
    qtbot.waitUntil(lambda: len(desktop.ask(units, text=NAMES[0]).rows[0].owners) == 2)
    kept = desktop.ask(units, text=NAMES[0]).rows[0]
    assert (kept.area_c, kept.voter_id) == (9050, other.person_id)
    assert {(owner.share_n, owner.share_d) for owner in kept.owners} == {(1, 2)}
    qtbot.waitUntil(lambda: "The unit is saved" in desktop.shell.banner.text())
    desktop.shell.undo()
    qtbot.waitUntil(lambda: desktop.ask(units, text=NAMES[0]).rows[0].area_c == 8860)


def test_an_area_that_cannot_be_read_is_said_at_its_field(desktop: Desktop, page: RosterPage) -> None:
    page.show_tab("units")
    page.units.form.fields["area"].set_text("abc")
    page.units.save.click()
    assert (
        "at most two decimals" in page.units.form.fields["area"].findChildren(type(page.counted))[-1].text()
    )
    assert {row.area_c for row in desktop.ask(units).rows} == {8860}


def test_groups_and_terms_of_office_on_the_card(desktop: Desktop, page: RosterPage, qtbot: QtBot) -> None:
    person = desktop.ask(people_queries.find_people, text=NAMES[2])[0].person_id
    page.open_person(person)
    card = page.card
    assert card.groups.follows.text() == "By age and home: old people"
    card.groups.ticks["parent"].click()
    qtbot.waitUntil(lambda: desktop.ask(people_queries.person_card, person_id=person).groups == ("parent",))
    card.groups.name.setText("dog owners")
    card.groups.name.returnPressed.emit()
    qtbot.waitUntil(lambda: "dog owners" in desktop.ask(offered_groups).values())
    qtbot.waitUntil(
        lambda: desktop.ask(people_queries.person_card, person_id=person).groups == ("parent", "g1")
    )
    card.capacities.capacity.set_value("expert")
    card.capacities.since.setText("2026-13-01")
    card.capacities.give.click()
    assert card.capacities.wrong.isVisible()
    card.capacities.since.setText("2026-01-01")
    card.capacities.until.setText("2030-12-31")
    card.capacities.give.click()
    qtbot.waitUntil(
        lambda: any(
            held.until == date(2030, 12, 31)
            for held in desktop.ask(people_queries.person_card, person_id=person).capacities
        )
    )


def test_a_long_import_is_stopped_by_the_keyboard_and_writes_nothing(
    desktop: Desktop, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = "".join(
        f"张{'一二三四五六七八九'[n % 9]}{'甲乙丙丁'[n % 4]},{n // 90 + 1}-1-{101 + n % 90}\n"
        for n in range(9_000)
    )
    file = tmp_path / "long.csv"
    file.write_text("姓名,房号\n" + rows, "utf-8")
    desktop.go("import", file=str(file))
    page = desktop.shell.page
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(page.progress.stop.isVisible)
    keyboard.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "Nothing was written" in desktop.shell.banner.text())
    assert page.choose.isVisible()
    assert desktop.ask(people_queries.roster).total == len(NAMES)


def test_the_bar_follows_what_is_under_way(desktop: Desktop) -> None:
    desktop.go("import")
    page = desktop.shell.page
    assert isinstance(page, ImportPage)
    watch = Watch()
    watch.begin(200)
    watch.step(50)
    page.show_under_way("…", watch)
    assert page.progress.count.text() == "50 of 200 rows"
    page.progress.end()


def test_shares_areas_and_days_as_typed() -> None:
    assert [presenter.share_of(text) for text in ("1/2", "５０％", "1", "3/2", "0/1", "1/0", "x")][3:] == [
        None
    ] * 4
    assert str(presenter.share_of("33.33%")) == "3333/10000"
    assert [presenter.area_of(text) for text in ("89.5", "1,083.26", "-1", "89.505", "abc")] == [
        8950, 108326, None, None, None,
    ]  # fmt: skip
    assert presenter.sum_sentence([]) == ("No owner: the unit is kept as the developer's.", True)
    assert presenter.sum_sentence([None])[1] is False
    assert typed.day_of("2026/1/2") == date(2026, 1, 2)
    assert [typed.day_of(text) for text in ("2026-02-30", "2026", "a-b-c", "")] == [None] * 4
