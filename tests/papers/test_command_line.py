"""The same papers without a window: verify, export, back up, check."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import icalendar
import pytest

from meeting_app.actions.communities import open_community
from meeting_app.actions.community import edit_community
from meeting_app.actions.meetings import cancel_meeting, draft_meeting
from meeting_app.actions.paper_copies import CALENDAR, make_copy
from meeting_app.actions.paper_folder import readable_name
from meeting_app.actions.papers import PaperRoom
from meeting_app.actions.topics import add_topic
from meeting_app.queries.basics import ZONE
from meeting_app.queries.meetings import meeting_list
from meeting_app.queries.paper_list import paper_list
from meeting_app.queries.topics import topic_list
from meeting_app.settings import Profile
from tests.papers.conftest import Office, Told

Command = Callable[..., Told]
THIRD = "第三次居民代表会议"


def test_verify_tells_the_filed_paper_from_all_others(
    office: Office, program: Command, command: Command, tmp_path: Path
) -> None:
    """Asked of the file while it is open here, as an office would."""
    filed = office.issue("decision_notice", THIRD)
    assert filed.pages == 1  # two questions with their figures on one sheet for the board
    body = office.body(filed)
    paper = tmp_path / "公示.pdf"
    paper.write_bytes(body)
    yes = program("verify", paper, "--community", office.file)
    assert yes.returncode == 0, yes.stderr
    assert "This is what was filed." in yes.stdout
    assert filed.number_label in yes.stdout
    middle = len(body) // 2
    paper.write_bytes(body[:middle] + bytes([body[middle] ^ 1]) + body[middle + 1 :])
    no = command("verify", paper, "--community", office.file)
    assert no.returncode == 1
    assert "This is not what was filed." in no.stdout
    assert filed.number_label in no.stdout
    paper.write_bytes(_foreign(office))
    other = command("verify", paper, "--community", office.file)
    assert other.returncode == 1
    assert "No paper with its code is in the register." in other.stdout


def _foreign(office: Office) -> bytes:
    """A paper of ours that was only looked at, never filed."""
    room: PaperRoom = office.opened.papers
    return room.preview("agenda", office.meeting(THIRD)).result(60)


def test_a_superseded_paper_is_told_as_such(office: Office, command: Command, tmp_path: Path) -> None:
    old = office.body(office.issue("agenda", THIRD))
    office.issue("agenda", THIRD)
    last = office.issue("agenda", THIRD)
    paper = tmp_path / "a.pdf"
    paper.write_bytes(old)
    assert command("export", office.file, "--out", tmp_path).returncode == 0
    for held in (("--community", office.file), ("--register", tmp_path / "register.json")):
        told = command("verify", paper, *held)
        assert told.returncode == 0
        assert f"A later paper has taken its place: {last.number_label}, dated " in told.stdout


def test_a_filed_number_stays_when_the_community_is_renamed(
    office: Office, command: Command, tmp_path: Path
) -> None:
    filed = office.issue("notice", THIRD)
    office.opened.desk.do(edit_community, short="新名").result(30)
    later = office.issue("agenda", THIRD)
    assert later.number_label.startswith("新名")
    listed = {row.id: row.number_label for row in office.opened.records.ask(paper_list)}
    assert listed == {filed.paper_id: filed.number_label, later.paper_id: later.number_label}
    assert not filed.number_label.startswith("新名")
    paper = tmp_path / "a.pdf"
    paper.write_bytes(office.body(filed))
    assert f"Number: {filed.number_label}\n" in command("verify", paper, "--community", office.file).stdout
    assert command("export", office.file, "--out", tmp_path).returncode == 0
    assert (tmp_path / f"{readable_name(filed.number_label, filed.title)}.pdf").is_file()
    assert filed.number_label in (tmp_path / "register.json").read_text("utf-8")


def test_topics_and_meetings_are_cited_as_they_were_numbered(office: Office) -> None:
    desk, records = office.opened.desk, office.opened.records

    def cited() -> dict[str, str]:
        topics = {row.id: row.number_label for row in records.ask(topic_list, today=date(2026, 12, 1))}
        return topics | {row.id: row.number_label for row in records.ask(meeting_list)}

    before = cited()
    assert all(label.startswith("晨居") for label in before.values())
    desk.do(edit_community, short="新名").result(30)
    topic = desk.do(add_topic, title="门口的路灯").result(30)
    starts = datetime(2026, 12, 20, 14, 30, tzinfo=ZONE)
    kind = "representatives_meeting"
    meeting = desk.do(draft_meeting, kind=kind, title="临时会", place="议事厅", starts_at=starts).result(30)
    after = cited()
    assert (after.pop(topic), after.pop(meeting)) == ("新名议〔2026〕25号", "新名会〔2026〕18号")
    assert after == before


def test_a_calling_off_reaches_calendars_as_a_later_change(office: Office) -> None:
    records = office.opened.records
    meeting, title = next((row.id, row.title) for row in records.ask(meeting_list) if row.state == "convened")
    filed = office.issue("notice", title)
    (before,) = make_copy(records, paper_id=filed.paper_id, form=CALENDAR)
    office.opened.desk.do(cancel_meeting, meeting_id=meeting).result(30)
    (after,) = make_copy(records, paper_id=filed.paper_id, form=CALENDAR)
    (old,), (new,) = (icalendar.Calendar.from_ical(one.body).walk("VEVENT") for one in (before, after))
    assert (str(old["STATUS"]), str(new["STATUS"])) == ("CONFIRMED", "CANCELLED")
    assert old["UID"] == new["UID"]
    assert int(str(new["SEQUENCE"])) > int(str(old["SEQUENCE"]))


def test_export_writes_every_paper_under_a_name_that_windows_takes(
    office: Office, command: Command, tmp_path: Path
) -> None:
    issued = [office.issue(kind, "居民议事会：垃圾投放点撤并") for kind in ("notice", "agenda", "minutes")]
    told = command("export", office.file, "--out", tmp_path / "papers")
    assert told.returncode == 0, told.stderr
    files = {file.name: file.read_bytes() for file in (tmp_path / "papers").glob("*.pdf")}
    assert len(files) == 3
    for one in issued:
        assert files[f"{readable_name(one.number_label, one.title)}.pdf"] == office.body(one)
    for name in files:
        assert not set(name) & set('\\/:*?"<>|')
        assert len(name) <= 124


def test_a_place_that_cannot_be_written_is_told_in_words(
    office: Office, command: Command, tmp_path: Path
) -> None:
    (tmp_path / "papers").write_bytes(b"")
    told = command("export", office.file, "--out", tmp_path / "papers")
    assert told.returncode == 1
    assert "a file of that name is in the way" in told.stderr
    assert "Errno" not in told.stderr


def test_a_file_is_held_against_the_exported_register(
    office: Office, command: Command, tmp_path: Path
) -> None:
    filed = office.issue("agenda", THIRD)
    assert command("export", office.file, "--out", tmp_path).returncode == 0
    register = tmp_path / "register.json"
    (paper,) = tmp_path.glob("*.pdf")
    yes = command("verify", paper, "--register", register)
    assert yes.returncode == 0
    assert "This is what was filed." in yes.stdout
    assert filed.number_label in yes.stdout
    paper.write_bytes(paper.read_bytes().replace(b"%%EOF", b"%%EOF "))
    no = command("verify", paper, "--register", register)
    assert no.returncode == 1
    assert "the same code, but its file is another one" in no.stdout
    wrong = command("verify", paper, "--register", paper)
    assert wrong.returncode == 1
    assert "Traceback" not in wrong.stderr


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a/b\\c:d*e?f", "a-b-c-d-e-f"),
        ("晨居通〔2026〕1号 通知. ", "晨居通〔2026〕1号 通知"),
        ("...", "-"),
        ("一\n二\t三", "一-二-三"),
        ("长" * 300, "长" * 76),
        ("n" * 300, "n" * 120),
        ("𬱖" * 300, "𬱖" * 57),
        ("COM¹ 海报", "COM¹ 海报"),
        ("com¹.x", "-com¹.x"),
        ("\ud800", "-"),
        ("con.通知", "-con.通知"),
        ("LPT1", "-LPT1"),
    ],
)
def test_names_of_files(text: str, name: str) -> None:
    assert readable_name(text) == name


def test_a_backup_holds_the_same_papers(office: Office, command: Command, tmp_path: Path) -> None:
    filed = office.issue("notice", THIRD)
    told = command("backup", office.file, "--out", tmp_path)
    assert told.returncode == 0, told.stderr
    (copy,) = tmp_path.glob("*.yst")
    opened = open_community(copy)
    try:
        assert [row.id for row in opened.records.ask(paper_list)] == [filed.paper_id]
    finally:
        opened.close()


def test_without_a_word_a_file_is_held_against_the_community_opened_last(
    office: Office, command: Command, tmp_path: Path
) -> None:
    filed = office.issue("agenda", THIRD)
    paper, profile = tmp_path / "paper.pdf", tmp_path / "profile"
    paper.write_bytes(office.body(filed))
    nothing = command("--profile", profile, "verify", paper)
    assert nothing.returncode == 1
    assert "--community" in nothing.stderr
    Profile(profile).settings.remember_community(str(office.file))
    told = command("--profile", profile, "verify", paper)
    assert told.returncode == 0
    assert "This is what was filed." in told.stdout
    assert str(office.file) in told.stdout


def test_a_backup_is_restored_into_a_new_file_only(
    office: Office, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert command("backup", office.file, "--out", tmp_path).returncode == 0
    (kept,) = tmp_path.glob("*.yst")
    told = command("restore", kept, "--out", tmp_path / "neu.yst")
    assert told.returncode == 0, told.stderr
    assert "was restored from the backup of" in told.stdout
    monkeypatch.chdir(tmp_path)
    assert command("restore", kept.name, "--out", "dort.yst").returncode == 0
    again = command("restore", kept, "--out", tmp_path / "neu.yst")
    assert again.returncode == 1
    assert "a file of that name already" in again.stderr


def test_check_finds_records_and_journal_whole(office: Office, command: Command) -> None:
    office.issue("notice", THIRD)
    told = command("check", office.file)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "Database: ok" in told.stdout


def test_a_file_that_is_not_there_is_told_in_a_sentence(program: Command, tmp_path: Path) -> None:
    told = program("check", tmp_path / "nothing.yst")
    assert told.returncode == 1
    assert told.stderr.strip()
    assert "Traceback" not in told.stderr
