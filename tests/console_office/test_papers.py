"""Papers through the window: making, looking, printing, saving, checking a code; and the tasks."""

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from meeting_app.actions import meetings, notes
from meeting_app.actions.papers import one_sided
from meeting_app.documents.preview import opened
from meeting_app.queries import paper_list as paper_queries
from meeting_app.queries.more_papers import posting_rows
from meeting_app.ui.console.office.papers import PapersPage
from meeting_app.ui.console.office.tasks import TasksPage
from meeting_app.ui.qt.printing import (
    PrintFault,
    Printing,
    PrintJob,
    PrintReport,
    draw,
    qprinter,
    report_sentence,
    sheet_options,
)
from meeting_app.wording.times import ZONE
from tests.console_office import keyboard
from tests.console_office.conftest import MORNING, Desktop
from tests.documents.every import pdf


@pytest.fixture
def meeting_id(desktop: Desktop) -> str:
    """A council's meeting in preparation."""
    made: str = desktop.do(
        meetings.draft_meeting,
        kind="residents_council",
        title="小花园议事会",
        place="小花园",
        starts_at=datetime(2026, 11, 28, 19, 0, tzinfo=ZONE),
    )
    return made


@pytest.fixture
def page(desktop: Desktop, meeting_id: str, qtbot: QtBot) -> PapersPage:
    """The meeting's papers, of which the agenda was just made."""
    desktop.go("papers", meeting_id=meeting_id)
    shown = desktop.shell.page
    assert isinstance(shown, PapersPage)
    assert shown.blank.sentence.text() == "This meeting has no paper yet"
    shown.make("agenda")
    qtbot.waitUntil(shown.view.page.has_image)
    return shown


def lp(folder: Path, script: str) -> str:
    """A command that stands in for CUPS's own."""
    command = folder / "lp"
    command.write_text(f"#!{sys.executable}\nimport sys\n{script}\n", "utf-8")
    command.chmod(0o755)
    return str(command)


def report_of(qtbot: QtBot, printing: Printing) -> PrintReport:
    """Print a small job and hear what became of it."""
    with qtbot.waitSignal(printing.finished, timeout=10_000) as heard:
        printing.send(PrintJob(b"%PDF-1.7", "会议通知", 2))
    report = heard.args[0]
    assert isinstance(report, PrintReport)
    return report


def test_a_paper_is_shown_page_by_page(desktop: Desktop, page: PapersPage) -> None:
    assert page.list.titles() == ("Agenda",)
    assert page.view.state.text() == "page 1 of 1"
    assert page.view.page.accessibleName().endswith("page 1 of 1")


def test_a_paper_that_is_not_made_yet_is_looked_at_and_one_key_makes_and_prints_it(
    desktop: Desktop, meeting_id: str, qtbot: QtBot
) -> None:
    desktop.go("papers", meeting_id=meeting_id, preview="notice")
    page = desktop.shell.page
    assert isinstance(page, PapersPage)
    qtbot.waitUntil(page.view.page.has_image)
    assert page.title.text() == "Meeting notice, as it would be now"
    assert desktop.ask(paper_queries.paper_list) == ()
    page.printing.known = lambda: ()
    keyboard.control(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: "No printer is set up" in desktop.shell.banner.text())
    (filed,) = desktop.ask(paper_queries.paper_list)
    assert (filed.kind, page.list.current_id(), page.main.label()) == ("notice", filed.id, "Print")
    desktop.go("papers", meeting_id=meeting_id, preview="tasks")
    page = desktop.shell.page
    assert isinstance(page, PapersPage)
    qtbot.waitUntil(lambda: not page.main.isVisible())
    assert desktop.shell.banner.text(), "there is nothing to print, and it is said why"


def test_where_no_paper_is_the_page_says_what_to_do(desktop: Desktop, meeting_id: str, qtbot: QtBot) -> None:
    desktop.go("papers")
    page = desktop.shell.page
    assert isinstance(page, PapersPage)
    assert page.blank.isVisible()
    assert not any(one.isVisible() for one in (page.view, page.folder, page.printer, page.search))
    page.begin_here.click()
    assert desktop.went[-1][0] == "call"
    desktop.go("papers", meeting_id=meeting_id)
    page = desktop.shell.page
    assert isinstance(page, PapersPage)
    page.begin_here.click()
    qtbot.waitUntil(page.view.page.has_image)
    assert [row.kind for row in desktop.ask(paper_queries.paper_list)] == ["notice"]


def test_a_code_is_checked(page: PapersPage, desktop: Desktop) -> None:
    code = desktop.ask(paper_queries.paper_list)[0].check_code
    page.genuine.code.setFocus()
    keyboard.write(f"{code[:4].lower()}-{code[4:]}")
    keyboard.enter()
    assert page.genuine.verdict.text().startswith("Genuine: ")
    keyboard.write("0000-0000-0000")
    keyboard.enter()
    assert page.genuine.verdict.text().startswith("No paper here carries this code")


def test_a_file_is_held_against_the_register(
    desktop: Desktop, page: PapersPage, qtbot: QtBot, tmp_path: Path
) -> None:
    body = desktop.ask(paper_queries.paper_bytes, paper_id=page.list.current_id())
    other = bytearray(body)
    other[len(body) // 2] ^= 1
    page.make("agenda")
    qtbot.waitUntil(lambda: len(page.list.ids()) == 2)
    newer = desktop.ask(paper_queries.paper_list)[0].number_label
    now = desktop.ask(paper_queries.paper_bytes, paper_id=page.list.ids()[0])
    expected: tuple[tuple[str, bytes, str], ...] = (
        ("now", now, "Genuine: "),
        ("before", body, f", but {newer}, dated "),
        ("altered", bytes(other), "has the same code, but its file is another one"),
        ("foreign", pdf("rules"), "no paper here carries its code"),
        ("letter", b"no PDF at all", "no paper here carries its code"),
    )
    for name, content, said in expected:
        (tmp_path / name).write_bytes(content)
        page.genuine.check_file(tmp_path / name)
        qtbot.waitUntil(partial(_in, page, said))
    page.genuine.check_file(tmp_path / "nothing")
    qtbot.waitUntil(lambda: "not there" in desktop.shell.banner.text())


def _in(page: PapersPage, said: str) -> bool:
    return said in page.genuine.verdict.text()


def test_a_paper_is_saved_and_a_place_that_cannot_be_written_is_told(
    desktop: Desktop, page: PapersPage, tmp_path: Path
) -> None:
    page.write_pdf(tmp_path / "议程.pdf")
    assert (tmp_path / "议程.pdf").read_bytes().startswith(b"%PDF")
    page.write_pdf(tmp_path / "nowhere" / "议程.pdf")
    assert "cannot be written" in desktop.shell.banner.text()


def test_without_a_printer_the_paper_stays_filed(desktop: Desktop, page: PapersPage, qtbot: QtBot) -> None:
    page.printing.known = lambda: ()
    keyboard.control(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: "No printer is set up" in desktop.shell.banner.text())
    assert len(desktop.ask(paper_queries.paper_list)) == 1


def test_the_pdf_itself_goes_to_the_printer(qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "out"
    script = f"open({str(out)!r}, 'wb').write(repr(sys.argv[1:]).encode() + sys.stdin.buffer.read())"
    printing = Printing(None, unheard, lambda: ("办公室",), lp(tmp_path, script))
    report = report_of(qtbot, printing)
    assert report.fault is None
    assert out.read_bytes() == repr(["-d", "办公室", "-n", "2", "-t", "会议通知", "-"]).encode() + b"%PDF-1.7"
    assert report_sentence(report) == "“会议通知” went to the printer 办公室, 2 copies."
    printing.deleteLater()


def unheard(_sentence: str) -> None:
    raise AssertionError("whoever ordered the print is still there")


def left_before_the_end(desktop: Desktop, page: PapersPage, qtbot: QtBot, folder: Path, end: str) -> Path:
    """Print by a command that waits until the page is gone, and does `end` then; the file for what it has."""
    out, go = folder / "out", folder / "go"
    script = (
        f"import os, time\nbody = sys.stdin.buffer.read()\nwhile not os.path.exists({str(go)!r}): "
        f"time.sleep(0.01)\n{end}"
    )
    page.printing.known, page.printing._command = lambda: ("办公室",), lp(folder, script)
    page.main.click()
    desktop.go("tasks")
    qtbot.waitUntil(lambda: not isValid(page))
    go.touch()
    qtbot.waitUntil(lambda: not QApplication.instance().findChildren(QProcess))  # type: ignore[union-attr]
    return out


def test_whoever_leaves_the_page_gets_the_print_all_the_same(
    desktop: Desktop, page: PapersPage, qtbot: QtBot, tmp_path: Path
) -> None:
    keep = f"open({str(tmp_path / 'out')!r}, 'wb').write(body)"
    out = left_before_the_end(desktop, page, qtbot, tmp_path, keep)
    assert out.read_bytes().startswith(b"%PDF")
    assert desktop.shell.banner.isHidden()


def test_whoever_leaves_while_the_paper_is_made_gets_the_print_all_the_same(
    desktop: Desktop, page: PapersPage, qtbot: QtBot, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    script = f"open({str(out) + '.part'!r}, 'wb').write(sys.stdin.buffer.read())\nimport os\n"
    script += f"os.rename({str(out) + '.part'!r}, {str(out)!r})"
    page.printing.known, page.printing._command = lambda: ("办公室",), lp(tmp_path, script)
    page.look("sign_in")
    page.main.click()
    desktop.go("tasks")
    qtbot.waitUntil(out.exists)
    qtbot.waitUntil(lambda: not QApplication.instance().findChildren(QProcess))  # type: ignore[union-attr]
    assert not isValid(page)
    assert out.read_bytes().startswith(b"%PDF")
    assert [row.kind for row in desktop.ask(paper_queries.paper_list)] == ["sign_in", "agenda"]
    assert desktop.shell.banner.isHidden()


def test_whoever_leaves_while_the_paper_is_made_is_told_of_a_missing_printer(
    desktop: Desktop, page: PapersPage, qtbot: QtBot
) -> None:
    page.printing.known = tuple
    page.look("sign_in")
    page.main.click()
    desktop.go("tasks")
    qtbot.waitUntil(lambda: "No printer is set up" in desktop.shell.banner.text())
    assert not isValid(page)


def test_whoever_leaves_the_page_is_told_of_a_print_that_failed(
    desktop: Desktop, page: PapersPage, qtbot: QtBot, tmp_path: Path
) -> None:
    left_before_the_end(desktop, page, qtbot, tmp_path, "sys.exit('out of order')")
    assert "The printer 办公室 did not take" in desktop.shell.banner.text()


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_where_pages_are_drawn_a_print_that_failed_is_told_too(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows; a PDF is drawn on a printer that nobody knows after whoever ordered it has gone."""
    monkeypatch.setattr(sys, "platform", "win32")
    told: list[str] = []
    printing = Printing(None, told.append, lambda: ("nowhere",))
    gate = Event()
    printing._painter = ThreadPoolExecutor(1)
    printing._painter.submit(gate.wait)
    printing.send(PrintJob(pdf("agenda"), "议程"))
    painter = printing._painter
    delete(printing)
    gate.set()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("The printer nowhere did not take “议程”.")
    painter.shutdown()


def test_a_paper_asks_for_the_sheet_that_it_is_made_for() -> None:
    def asked(body: bytes, *, one_sided: bool = False) -> list[str]:
        return sheet_options(PrintJob(body, "", one_sided=one_sided))[1::2]

    assert asked(pdf("agenda")) == ["media=A4", "print-scaling=none"]
    assert asked(pdf("poster"))[0] == "media=A3"
    assert asked(pdf("play_cards"), one_sided=True) == ["media=A4", "print-scaling=none", "sides=one-sided"]
    assert asked(b"%PDF-1.7") == []
    assert [one_sided(kind) for kind in ("ballot", "notice", "play_cards", "minutes")] == [True] * 3 + [False]


@pytest.mark.parametrize("name", ["poster", "play_cards"])
def test_where_pages_are_drawn_each_lies_on_its_own_sheet_at_its_own_size(
    qapp: QApplication, tmp_path: Path, name: str
) -> None:
    """As on Windows: the same ink in the same place, on A3 and on a sheet that lies on its side."""
    job, out = PrintJob(pdf(name), name, one_sided=True), tmp_path / "out.pdf"
    device = qprinter(job, "")
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(out))
    assert draw(job, device)
    assert device.duplex() is QPrinter.DuplexMode.DuplexNone
    assert _ink(out.read_bytes()) == pytest.approx(_ink(job.pdf), abs=2.0)


def _ink(body: bytes) -> list[float]:
    """How many pages, the first one's size, and the frame of its ink: points from the left and from the
    top.
    """
    with opened(body) as document:
        page = document[0].render(scale=2).to_pil().convert("L").point(lambda grey: 255 * (grey < 128))
        return [len(document), *document.get_page_size(0), *(edge / 2 for edge in page.getbbox() or ())]


def test_all_papers_are_written_into_a_folder(page: PapersPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.write_all(tmp_path / "文书")
    qtbot.waitUntil((tmp_path / "文书" / "register.json").is_file)
    assert len(list((tmp_path / "文书").glob("*.pdf"))) == 1
    (tmp_path / "file").write_text("no folder")
    page.write_all(tmp_path / "file")
    told: list[str] = []
    page.told.connect(lambda text, _tone: told.append(text))
    qtbot.waitUntil(lambda: any("cannot be written" in text for text in told))


def test_a_printer_that_refuses_and_a_missing_service_are_told(qtbot: QtBot, tmp_path: Path) -> None:
    refusing = Printing(None, unheard, lambda: ("办公室",), lp(tmp_path, "sys.exit('out of order')"))
    report = report_of(qtbot, refusing)
    assert (report.fault, report.detail) == (PrintFault.REFUSED, "out of order")
    missing = Printing(None, unheard, lambda: ("办公室",), str(tmp_path / "no-such-command"))
    assert report_of(qtbot, missing).fault is PrintFault.NO_COMMAND
    for fault in PrintFault:
        assert "is filed" in report_sentence(PrintReport(report.job, "办公室", fault))
    refusing.deleteLater()
    missing.deleteLater()


def test_tasks_are_added_finished_and_reopened(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.go("tasks")
    page = desktop.shell.page
    assert isinstance(page, TasksPage)
    assert "No task yet" in page.empty.text()
    keyboard.control(Qt.Key.Key_N)
    keyboard.enter()
    keyboard.write("贴出通知")
    keyboard.tab_to("Who does it?")
    keyboard.write("林晓梅")
    keyboard.enter()
    qtbot.waitUntil(lambda: page.list.titles() == ("贴出通知",))
    group = desktop.ask(paper_queries.task_list, today=MORNING.date())
    assert [(row.text, row.assignee) for row in group[2].rows] == [("贴出通知", "林晓梅")]
    qtbot.waitUntil(page.finish.isVisible)
    page.finish.click()
    qtbot.waitUntil(lambda: page.finish.label() == "Not done after all")
    assert desktop.ask(paper_queries.task_list, today=MORNING.date())[3].rows[0].state == "done"
    page.finish.click()
    qtbot.waitUntil(lambda: page.finish.label() == "It is done")


def test_a_late_task_comes_first(desktop: Desktop) -> None:
    for text, day in (("以后", 30), ("过期", 8)):
        desktop.do(notes.add_task, text=text, due_on=MORNING.date().replace(day=day))
    meeting = desktop.do(
        meetings.draft_meeting, kind="residents_council", title="议事会", place="社区", starts_at=MORNING
    )
    desktop.do(notes.add_task, text="会上定的", due_on=MORNING.date().replace(day=7), meeting_id=meeting)
    desktop.go("tasks")
    page = desktop.shell.page
    assert isinstance(page, TasksPage)
    assert page.list.titles() == ("会上定的", "过期", "以后")
    keyboard.control(Qt.Key.Key_P)
    assert desktop.went[-1] == ("papers", {"meeting_id": meeting, "preview": "tasks"})
    desktop.go("tasks")
    page = desktop.shell.page
    assert isinstance(page, TasksPage)
    page.list.choose(page.list.ids()[1])
    assert not page.slip.isVisible(), "what comes from no meeting has no slip"
    assert page.card_due.text() == "1 day late"


def test_a_copy_is_saved_in_another_form(page: PapersPage, qtbot: QtBot, tmp_path: Path) -> None:
    assert page.copies_in.form.count() == 1
    page.write_copy("png", tmp_path / "议程.png")
    qtbot.waitUntil((tmp_path / "议程.png").exists)
    assert (tmp_path / "议程.png").read_bytes().startswith(b"\x89PNG")
    page.make("notice")
    qtbot.waitUntil(lambda: page.copies_in.form.count() == 3)
    for form, start in (("docx", b"PK"), ("ics", b"BEGIN:VCALENDAR")):
        page.write_copy(form, tmp_path / f"通知.{form}")
        qtbot.waitUntil((tmp_path / f"通知.{form}").exists)
        assert (tmp_path / f"通知.{form}").read_bytes().startswith(start)


def test_a_paper_is_chosen_looked_at_and_made_again(desktop: Desktop, page: PapersPage, qtbot: QtBot) -> None:
    page._makers.kind.set_value("notice_large")
    page._makers.look_button.click()
    assert page.title.text() == "Notice in large print, as it would be now"
    page._makers.make_button.click()
    qtbot.waitUntil(lambda: len(desktop.ask(paper_queries.paper_list)) == 2)
    chooser = page._makers.kind
    last = chooser.count() - 2, chooser.count() - 1
    qtbot.waitUntil(lambda: {chooser.itemData(at) for at in last} == {"agenda", "notice_large"})
    assert "made again" in chooser.itemText(last[1])
    page.make("agenda")
    qtbot.waitUntil(lambda: len(page.list.ids()) == 3)
    assert "replaced" not in _words(page)

    def told() -> bool:
        page.list.choose(page.list.ids()[-1])  # again, for the new paper is chosen when it arrives
        return "A newer version has replaced this paper" in _words(page)

    qtbot.waitUntil(told)


def test_a_leak_is_told_and_can_be_made_all_the_same(
    desktop: Desktop, page: PapersPage, meeting_id: str, qtbot: QtBot
) -> None:
    desktop.do(meetings.edit_meeting, meeting_id=meeting_id, place="请打 13812345678")
    page.make("notice")
    qtbot.waitUntil(lambda: not page._makers.anyway.isHidden())
    assert len(desktop.ask(paper_queries.paper_list)) == 1
    page._makers.anyway.click()
    qtbot.waitUntil(lambda: len(desktop.ask(paper_queries.paper_list)) == 2)
    assert page._makers.anyway.isHidden()

    qtbot.waitUntil(lambda: "should not hang on a board: 13812345678" in _words(page))
    page.list.choose(page.list.ids()[1])
    qtbot.waitUntil(lambda: "Looked through: no full name" in _words(page))


def _words(page: PapersPage) -> str:
    return " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_where_a_paper_hangs_is_noted_with_a_photo_and_taken_down(
    desktop: Desktop, page: PapersPage, qtbot: QtBot, tmp_path: Path
) -> None:
    shown, photo = page.postings, tmp_path / "wall.png"
    assert shown.count.text() == "Not put up yet"
    QImage(40, 30, QImage.Format.Format_RGB32).save(str(photo))
    shown.take_photo(photo)
    qtbot.waitUntil(lambda: shown.photo.text() == "Photo chosen")
    shown.place.setText("3号楼门厅")
    shown.place.setFocus()
    keyboard.enter()
    qtbot.waitUntil(lambda: shown.count.text() == "Put up in 1 place")
    paper = desktop.ask(paper_queries.paper_list)[0].id
    (kept,) = desktop.ask(posting_rows, paper_id=paper)
    assert (kept.place, kept.removed_on, len(kept.photo)) == ("3号楼门厅", None, 64)
    assert shown.place.text() == ""
    _button(shown, "Taken down today: 3号楼门厅").click()
    qtbot.waitUntil(lambda: desktop.ask(posting_rows, paper_id=paper)[0].removed_on is not None)
    _button(shown, "Strike out: 3号楼门厅").click()
    qtbot.waitUntil(lambda: shown.count.text() == "Not put up yet")


def _button(shown: QWidget, name: str) -> QAbstractButton:
    return next(one for one in shown.findChildren(QAbstractButton) if one.accessibleName() == name)


def test_objections_are_noted_and_answered(desktop: Desktop, page: PapersPage, qtbot: QtBot) -> None:
    row = desktop.ask(paper_queries.paper_list)[0]
    assert page.objections.isHidden()
    page.objections.show_paper(replace(row, public_from=row.dated, public_to=row.dated))
    assert page.objections.count.text() == "No objection so far"
    page.objections.text.setText("太吵")
    page.objections.save.click()
    told: list[str] = []
    page.told.connect(lambda text, _tone: told.append(text))
    qtbot.waitUntil(lambda: any("No decision of this meeting" in text for text in told))
