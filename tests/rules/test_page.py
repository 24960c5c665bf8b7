"""The page of the rules: the law of a day, a rule of our own by the keyboard, what it means for us."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from meeting_app.domain.rules.pack import RulePack
from meeting_app.domain.rules.share import Measure
from meeting_app.queries.rule_packs import own_packs
from meeting_app.ui.console.office.rule_presenter import offered_shares, pack_from, share_of, texts_of
from meeting_app.ui.console.office.rules import RulesPage
from tests.console_office import keyboard
from tests.console_office.conftest import Desktop
from tests.domain.rule_world import OWNERS

CTRL = Qt.KeyboardModifier.ControlModifier


def shown(desktop: Desktop, version: str) -> RulesPage:
    """The page at a rule."""
    desktop.go("rules", version=version)
    page = desktop.shell.page
    assert isinstance(page, RulesPage)
    return page


def own(desktop: Desktop) -> RulePack:
    """The only rule of our own."""
    found: tuple[RulePack, ...] = desktop.ask(own_packs)
    return found[0]


def test_the_law_of_another_day(desktop: Desktop, qtbot: QtBot) -> None:
    page = shown(desktop, "residents_representatives_2026")
    qtbot.waitUntil(page.list.hasFocus)
    groups = {row.version_id: (row.group, row.remark) for row in page.presenter.rows()}
    assert groups["residents_representatives_2026"] == ("now", "")
    assert groups["residents_assembly_1990"] == ("other", "ended on 31 December 2025")
    page.day.set_day(date(2025, 12, 31))
    groups = {row.version_id: (row.group, row.remark) for row in page.presenter.rows()}
    assert groups["residents_representatives_2026"] == ("other", "only from 1 January 2026")
    assert groups["residents_assembly_1990"] == ("now", "")
    assert page.name.text() == "Residents' representatives' meeting"
    assert page.change.isHidden()


def test_what_a_rule_means_follows_every_key(desktop: Desktop) -> None:
    page = shown(desktop, "residents_representatives_2026")
    meaning = page.meaning
    assert meaning.sentences() == (
        "Of 48 people: 32 people must be there; then 17 people must agree, and 25 people if all are there.",
    )
    meaning.persons.setText("49")
    assert "33 people must be there" in meaning.sentences()[0]
    meaning.persons.setText("x")
    assert meaning.sentences() == ("Type numbers.",)
    page.list.choose("owners_major_2021")
    assert meaning.area.text() == "6,148.32"
    assert "4,098.88 m² must vote; then 3,074.16 m² must agree" in meaning.sentences()[1]
    meaning.area.setText("100.5")
    assert "67.00 m² must vote" in meaning.sentences()[1]
    meaning.area.setText("")
    assert meaning.sentences() == ("Type numbers.",)


@pytest.fixture
def form(desktop: Desktop, qtbot: QtBot) -> RulesPage:
    """The page with a copy of the council's rule, its form open."""
    page = shown(desktop, "residents_council_custom")
    qtbot.waitUntil(page.list.hasFocus)
    keyboard.press(Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: keyboard.focused().accessibleName() == "Name of the rule")
    return page


def test_a_rule_of_our_own_by_the_keyboard(desktop: Desktop, form: RulesPage, qtbot: QtBot) -> None:
    assert own(desktop).name == "居民议事会 2"
    keyboard.write("三号楼议事会")
    form.form.form.fill(approval="2/3/least", base="cast", days="x")
    assert "at least two thirds" in form.form.form.fields["approval"].typed.currentText()  # type: ignore[union-attr]
    assert form.form.live.text().startswith(
        "Of 48 people: 25 people must be there; then 17 people must agree"
    )
    keyboard.enter()
    assert form.form.form.fields["days"].problem() == "A whole number of days, at most 365."
    keyboard.write("3")
    keyboard.enter()
    qtbot.waitUntil(lambda: own(desktop).name == "三号楼议事会")
    pack = own(desktop)
    assert (pack.approval.numerator, pack.approval.strict, pack.approval.base.value) == (2, False, "cast")
    assert (pack.notice_days, pack.sources) == (3, ())
    qtbot.waitUntil(form.list.hasFocus)
    assert form.name.text() == "三号楼议事会"


def test_nobody_need_take_part_and_areas_count(desktop: Desktop, form: RulesPage, qtbot: QtBot) -> None:
    fields = form.form.form.fields
    assert form.form.silent.isHidden()
    form.form.form.fill(counted="nobody", measures="both", proxies="3")
    assert fields["participation"].isHidden()
    assert not form.form.silent.isHidden()
    form.form.silent.setChecked(True)
    form.form.save.click()
    qtbot.waitUntil(lambda: own(desktop).participation is None)
    pack = own(desktop)
    assert (Measure.AREA in pack.measures, pack.owners.silent_join, pack.proxies.most) == (True, True, 3)


def test_a_taken_name_is_said_at_its_field(desktop: Desktop, form: RulesPage, qtbot: QtBot) -> None:
    keyboard.write("居民代表会议")
    keyboard.enter()
    qtbot.waitUntil(lambda: "already" in form.form.form.fields["name"].problem())
    keyboard.write("")
    keyboard.press(Qt.Key.Key_Backspace)
    form.form.form.fill(name=" ")
    form.form.save.click()
    assert form.form.form.fields["name"].problem() == "A name is needed."
    assert own(desktop).name == "居民议事会 2"


def test_esc_leaves_and_an_unused_rule_is_taken_away(desktop: Desktop, form: RulesPage, qtbot: QtBot) -> None:
    keyboard.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(form.list.hasFocus)
    assert form.change.isVisibleTo(form)
    form.remove.click()
    qtbot.waitUntil(lambda: desktop.ask(own_packs) == ())
    qtbot.waitUntil(form.change.isHidden)


def test_the_page_of_kinds_leads_here(desktop: Desktop) -> None:
    desktop.go("kinds")
    desktop.shell.page.rules.click()  # type: ignore[union-attr]
    assert isinstance(desktop.shell.page, RulesPage)


def test_the_form_s_texts_give_the_same_rule_again() -> None:
    texts = texts_of(OWNERS)
    assert pack_from(OWNERS, texts, int(texts.days)) == OWNERS
    rare = share_of("5/7/more", OWNERS.approval.base)
    assert ("5/7/more", "more than 5/7") in offered_shares([rare])


def test_the_form_is_in_sight_in_a_narrow_window(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.shell.resize(1093, 614)
    page = shown(desktop, "residents_council_custom")
    qtbot.waitUntil(page.list.hasFocus)
    keyboard.press(Qt.Key.Key_N, CTRL)
    name = page.form.form.fields["name"].control
    qtbot.waitUntil(name.hasFocus)
    qtbot.waitUntil(lambda: name.visibleRegion().boundingRect().height() == name.height())
