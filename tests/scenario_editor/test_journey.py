"""A person types a small whole scenario by the keyboard alone, gives it away and brings it back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from meeting_app.actions import topics
from meeting_app.actions.roleplay.scenarios import import_scenario
from meeting_app.documents.office.scenario_book import scenario_book, scenario_of_book
from meeting_app.domain.refusal import Refusal
from meeting_app.queries.roleplay.scenarios import scenario_text
from meeting_app.scenarios import read_text, write_text
from meeting_app.scenarios.library import shipped, shipped_names
from meeting_app.ui.console.office.scenario_editor.files import scenario_in
from meeting_app.ui.console.office.scenario_editor.new_page import NewScenarioPage
from meeting_app.ui.console.office.scenario_editor.page import ScenarioPage
from tests.console_office.conftest import Desktop
from tests.console_office.keyboard import enter, focused, press, tab_to, write
from tests.domain.roleplay_sample import sample
from tests.scenario_editor.conftest import Open, kept, settled

ROLES = (
    ("Auntie Wu", "lives on the top storey", "fell on the stairs last month"),
    ("Mr Tang", "mends shoes below the stairs", "needs the morning light to work"),
    ("Ms Lin", "carries a pram up every day", "wants to move out in three years"),
)
ISSUES = (("Shall there be a lift?", ("yes, outside", "no")), ("Who pays?", ("by storey", "all alike")))
POINTS = (("60", "0", "40"), ("0", "55", "10"), ("40", "0", "35"), ("0", "45", "0"), ("50", "50", "45"))


def _go(page: ScenarioPage, section: str) -> None:
    """Esc to the sections, arrows to the section, Enter into it."""
    press(Qt.Key.Key_Escape)
    while page.sections.current_id() != section:
        rows = page.sections.rows
        down = rows.place_of(section) > rows.place_of(page.sections.current_id())
        press(Qt.Key.Key_Down if down else Qt.Key.Key_Up)
    enter()


def _keys(text: str) -> None:
    for letter in text:
        QTest.keyClicks(focused(), letter)


def _write_it(page: ScenarioPage) -> None:
    _go(page, "identity")
    for name, words in (
        ("Notice of fiction", "Invented; nothing is decided today."), ("Fewest players", "3"),
        ("Most players", "3"), ("Fewest at one table", "3"), ("Most at one table", "3"),
    ):  # fmt: skip
        tab_to(name)
        write(words)
    _go(page, "setting")
    write("An old house of six storeys.")
    for name, public, secret in ROLES:
        _go(page, "roles")
        press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        write(name)
        tab_to("Public brief")
        write(public)
        tab_to("Secret brief")
        write(secret)
    for title, options in ISSUES:
        _go(page, "issues")
        press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        write(title)
        tab_to("Options")
        for option in options:
            _keys(option)
            enter()
    _go(page, "scores")
    table = page.view.table  # type: ignore[union-attr]
    for column in range(len(ROLES)):
        table.go_to(0, column)
        for row in POINTS:
            _keys(row[column])
            enter()


def test_a_small_scenario_from_the_first_letter_to_the_table(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    desktop.go("scenarios")
    tab_to("Write a scenario")
    enter()
    write("The lift")
    enter()
    qtbot.waitUntil(lambda: isinstance(desktop.shell.page, ScenarioPage))
    page = desktop.shell.page
    assert isinstance(page, ScenarioPage)
    _write_it(page)
    settled(page, qtbot)
    assert page.judged is not None
    assert [(one.code, one.case, one.path, one.params) for one in page.judged.findings if one.blocks] == []
    assert page.judged.balance is not None
    assert page.judged.balance.possible == 4
    whole = page.manuscript.scenario
    assert [role.name for role in whole.roles] == [name for name, _public, _secret in ROLES]
    assert [role.walk_away for role in whole.roles] == [50, 50, 45]
    package, table = tmp_path / "lift.zip", tmp_path / "lift.xlsx"
    page.files.save_package(package)
    page.files.save_table(table)
    qtbot.waitUntil(lambda: package.is_file() and table.is_file())
    page.take_into_use()
    qtbot.waitUntil(lambda: desktop.ask(scenario_text, scenario_id=page.scenario_id).state == "ready")
    desktop.go("today")
    desktop.go("scenario", scenario_id=page.scenario_id)
    again = desktop.shell.page
    assert isinstance(again, ScenarioPage)
    assert again.manuscript.scenario == whole
    for file in (package, table):
        assert scenario_in(file.read_bytes()) == whole
        made = desktop.do(import_scenario, data=file.read_bytes(), file=file.name)
        found = desktop.ask(scenario_text, scenario_id=made)
        assert read_text(found.text.encode(), "x.yaml").scenario == whole
        assert not found.is_draft


@pytest.mark.parametrize("name", shipped_names())
def test_a_table_holds_a_whole_scenario(name: str) -> None:
    scenario = shipped(name).scenario
    assert scenario_of_book(scenario_book(scenario)) == scenario


def test_a_table_changed_elsewhere_comes_back(
    edit: Open, desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    page = edit("lift")
    file = tmp_path / "lift.xlsx"
    page.files.save_table(file)
    qtbot.waitUntil(file.is_file)
    book = load_workbook(file)
    points, texts = book.worksheets[0], book.worksheets[1]
    assert (points["A4"].value, points["B4"].value, points["C1"].value, points["C4"].value) == (
        "半层入户", "way.half", "吴阿婆", 35,
    )  # fmt: skip
    points["C4"] = 36
    cell = next(row[1] for row in texts.iter_rows() if row[0].value == "roles[wu].public")
    cell.value = "=住在六层"
    cell.data_type = "s"
    book.save(file)
    page.files.bring_in(file)
    qtbot.waitUntil(lambda: page.manuscript.scenario.scores[0].points == 36)
    assert page.manuscript.scenario.roles[0].public == "=住在六层"
    settled(page, qtbot)
    assert kept(desktop, page) == page.manuscript.scenario
    page.undo()
    assert page.manuscript.scenario == shipped("lift").scenario


def test_what_is_no_table_is_refused_and_nothing_changes(edit: Open, qtbot: QtBot, tmp_path: Path) -> None:
    page = edit("lift")
    said: list[str] = []
    page.told.connect(lambda sentence, _tone: said.append(sentence))
    for number, data in enumerate((b"nothing", b"PK\x03\x04broken", _without_sheet())):
        file = tmp_path / f"{number}.xlsx"
        file.write_bytes(data)
        page.files.bring_in(file)
        qtbot.waitUntil(lambda number=number: len([one for one in said if one]) > number)  # type: ignore[misc]
    page.files.bring_in(tmp_path / "gone.xlsx")
    qtbot.waitUntil(lambda: len([one for one in said if one]) > 3)
    assert page.manuscript.scenario == shipped("lift").scenario
    with pytest.raises(Refusal, match="scenario_book_unfit"):
        scenario_of_book(_without_names())


def _without_sheet() -> bytes:
    return _changed(lambda book: book.remove(book.worksheets[2]))


def _without_names() -> bytes:
    return _changed(lambda book: book.worksheets[1].delete_rows(2, 400))


def _changed(change: object) -> bytes:
    from io import BytesIO

    from openpyxl import load_workbook

    book = load_workbook(BytesIO(scenario_book(sample())))
    change(book)  # type: ignore[operator]
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def test_blanks_around_texts_are_not_written() -> None:
    from meeting_app.domain.roleplay.editing import put, trimmed

    loose = put(put(sample(), ("setting",), "  A yard.\n "), ("roles", 3, "sheet"), (" Who? ",))
    assert read_text(write_text(loose).encode(), "x.yaml").scenario == trimmed(loose)


def test_a_scenario_is_made_of_a_topic(desktop: Desktop, qtbot: QtBot) -> None:
    topic = desktop.do(
        topics.add_topic, title="晨光社区3号楼加装电梯",
        summary="晨光社区3号楼没有电梯。王桂芳说上下楼难。补贴二十万元", category="电梯",
    )  # fmt: skip
    desktop.do(
        topics.add_plan, topic_id=topic, title="装在北面", text="李建国家采光不受影响", cost_fen=48_000_000
    )
    desktop.do(topics.add_plan, topic_id=topic, title="装在南面", text="", cost_fen=64_000_000)
    desktop.go("scenario_new", topic_id=topic)
    page = desktop.shell.page
    assert isinstance(page, NewScenarioPage)
    write("云桥里的电梯")
    tab_to("Invented place")
    write("云桥里")
    tab_to("Invented people, one a line")
    write("吴阿婆\n张敏\n唐师傅")
    page.make.click()
    assert "张敏" in page.form.fields["people"].problem()
    write("吴阿婆\n林小雨\n唐师傅")
    page.make.click()
    qtbot.waitUntil(lambda: isinstance(desktop.shell.page, ScenarioPage))
    made = desktop.shell.page
    assert isinstance(made, ScenarioPage)
    scenario = made.manuscript.scenario
    text = write_text(scenario)
    assert not [real for real in ("晨光", "王桂芳", "李建国") if real in text]
    assert [fact.text for fact in scenario.facts] == [
        "云桥里3号楼没有电梯。",
        "a resident说上下楼难。",
        "补贴二十万元",
    ]
    assert [(one.title, one.cost_fen) for one in scenario.issues[0].options] == [
        ("装在北面", 48_000_000), ("装在南面", 64_000_000),
    ]  # fmt: skip
    assert [role.name for role in scenario.roles] == ["吴阿婆", "林小雨", "唐师傅"]
    assert "云桥里" in scenario.identity.fiction
