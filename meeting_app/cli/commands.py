"""Commands without a window: verify a paper, back up, export the papers, check the records."""

import hashlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final

from meeting_app import i18n
from meeting_app.actions import backups
from meeting_app.actions.communities import Opened, back_up_file, open_community
from meeting_app.actions.paper_folder import Registered, read_register, write_folder
from meeting_app.cli.arguments import Chosen
from meeting_app.domain import codes
from meeting_app.domain.refusal import Refusal
from meeting_app.i18n import _
from meeting_app.queries.journal import broken_link
from meeting_app.queries.paper_list import PaperRecord, paper_by_code, paper_by_hash
from meeting_app.settings import LAST_COMMUNITY, Profile
from meeting_app.wording import backups as backup_words
from meeting_app.wording import files, refusals, times

DONE, REFUSED = 0, 1


@contextmanager
def _opened(file: Path) -> Iterator[Opened]:
    community = open_community(file)
    try:
        yield community
    finally:
        community.close()


def _say_record(found: PaperRecord) -> None:
    row = found.row
    print(_("Number: {number}").format(number=row.number_label))
    print(_("Title: {title}").format(title=row.title))
    print(_("Date: {date}").format(date=times.full_day(row.dated)))
    print(_("Digest of the content: {digest}").format(digest=found.content_digest))
    if found.successor is not None:
        _say_successor(found.successor.number_label, found.successor.dated)
    elif row.state == "superseded":
        print(_("A later paper has taken its place."))


def _say_successor(number: str, dated: date) -> None:
    told = _("A later paper has taken its place: {number}, dated {day}.")
    print(told.format(number=number, day=times.full_day(dated)))


def verify(chosen: Chosen) -> int:
    """Hold a file against the register: by its bytes, else by the code printed on it."""
    assert chosen.file is not None
    try:
        body = chosen.file.read_bytes()
    except OSError:
        print(_("The file {file} cannot be read.").format(file=chosen.file), file=sys.stderr)
        return REFUSED
    if chosen.register is not None:
        return _verify_by(chosen.register, body)
    records = chosen.community or _opened_last(chosen)
    if records is None:
        told = _("No community was opened on this laptop yet. Say with --community what to check against.")
        print(told, file=sys.stderr)
        return REFUSED
    with _opened(records) as community:
        found = community.records.ask(paper_by_hash, sha256=hashlib.sha256(body).hexdigest())
        if found is not None:
            print(_("This is what was filed."))
            _say_record(found)
            return DONE
        print(_("This is not what was filed."))
        _say_other(community, body)
    return REFUSED


def _opened_last(chosen: Chosen) -> Path | None:
    """The community that the windows opened last here. A register that lies beside the file would prove
    nothing: whoever forged the one can have written the other.
    """
    last = Profile(chosen.profile).settings.get(LAST_COMMUNITY)
    if last:
        print(_("Checked against {file}.").format(file=last))
    return Path(last) if last else None


def _verify_by(register: Path, body: bytes) -> int:
    """Hold a file against an exported register."""
    from meeting_app.documents.check import read_paper

    try:
        entries = read_register(register)
    except OSError:
        print(_("The file {file} cannot be read.").format(file=register), file=sys.stderr)
        return REFUSED
    digest = hashlib.sha256(body).hexdigest()
    found = next((one for one in entries if one.sha256 == digest), None)
    if found is not None:
        print(_("This is what was filed."))
        _say_entry(found)
        return DONE
    print(_("This is not what was filed."))
    code = codes.normalise(read_paper(body).code or "")
    other = next((one for one in entries if code and one.code == code), None)
    if other is None:
        print(_("No paper with its code is in the register."))
    else:
        print(_("The register has a paper with the same code, but its file is another one:"))
        _say_entry(other)
    return REFUSED


def _say_entry(entry: Registered) -> None:
    print(_("Number: {number}").format(number=entry.number))
    print(_("Title: {title}").format(title=entry.title))
    print(_("Date: {date}").format(date=times.full_day(date.fromisoformat(entry.dated))))
    print(_("Digest of the content: {digest}").format(digest=entry.content_digest))
    if entry.replaced_by:
        _say_successor(entry.replaced_by, date.fromisoformat(entry.replaced_on))
    elif entry.state == "superseded":
        print(_("A later paper has taken its place."))


def _say_other(community: Opened, body: bytes) -> None:
    """Tell whose code the foreign file carries."""
    from meeting_app.documents.check import read_paper

    code = codes.normalise(read_paper(body).code or "")
    other = community.records.ask(paper_by_code, check_code=code) if code else None
    if other is None:
        print(_("No paper with its code is in the register."))
        return
    print(_("The register has a paper with the same code, but its file is another one:"))
    _say_record(other)


def backup(chosen: Chosen) -> int:
    """Write a backup, also of a community that is open elsewhere."""
    assert chosen.file is not None
    target = back_up_file(chosen.file, chosen.out)
    print(_("Backup written: {file}").format(file=target))
    return DONE


def restore(chosen: Chosen) -> int:
    """Make a new file of a backup; nothing that is there is written over."""
    assert chosen.file is not None
    row = backups.backup_row(chosen.file)
    target = chosen.out or backups.restored_file(row, _("restored"), chosen.file.parent)
    made = backups.restore_backup(row, target)
    held = made.held
    print(backup_words.restored(held.community, row.made_at, made.file, held.last_at, held.boxes))
    return DONE


def export(chosen: Chosen) -> int:
    """All filed papers as files named by number and title."""
    assert chosen.file is not None
    assert chosen.out is not None
    try:
        with _opened(chosen.file) as community:
            count = write_folder(community.records, chosen.out)
    except OSError as error:
        print(
            _("Nothing can be written in {place}: {why}").format(place=chosen.out, why=files.why(error)),
            file=sys.stderr,
        )
        return REFUSED
    print(i18n.ngettext("{n} paper written.", "{n} papers written.", count).format(n=count))
    return DONE


def check(chosen: Chosen) -> int:
    """The database's own check and the chain of the journal."""
    assert chosen.file is not None
    with _opened(chosen.file) as community:
        found = community.integrity()
        link = community.records.ask(broken_link)
    print(_("Database: {found}").format(found=found))
    if link is None:
        print(_("Journal: every entry fits the one before."))
    else:
        print(_("Journal: entry {number} does not fit the one before.").format(number=link))
    return DONE if found == "ok" and link is None else REFUSED


def votes(chosen: Chosen) -> int:
    """Every confirmed vote with what is needed to count it again."""
    from meeting_app.cli.votes import export_votes

    return export_votes(chosen)


def rules(chosen: Chosen) -> int:
    """Check a rule's file."""
    from meeting_app.cli.rule_files import check_rule

    assert chosen.file is not None
    return check_rule(chosen.file)


COMMANDS: Final[dict[str, Callable[[Chosen], int]]] = {
    "verify": verify,
    "backup": backup,
    "restore": restore,
    "export": export,
    "votes": votes,
    "check": check,
    "rules": rules,
}


def run(chosen: Chosen) -> int:
    """Carry out a command; what is refused is said in a sentence."""
    i18n.set_language(chosen.language or i18n.system_language())
    try:
        return COMMANDS[chosen.command](chosen)
    except Refusal as refusal:
        print(refusals.sentence(refusal), file=sys.stderr)
        return REFUSED
