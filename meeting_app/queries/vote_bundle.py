"""The bundle of a counted vote: everything by which somebody else can count it again without this program
(resources/retally/README.md). No names of voters, no order, no time of a vote.
"""

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app import resources
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.rules.trace import Step, StepCode
from meeting_app.domain.tally.bundle import Record, counts_record, lot_record, rule_record
from meeting_app.domain.tally.kept import sheet_ballots
from meeting_app.queries.vote_facts import lot_of, options_of, setup_of
from meeting_app.queries.vote_result import VoteResult, vote_result
from meeting_app.storage.tables import Motion, Poll
from meeting_app.storage.tables.journal import JournalRow

GUIDE, COUNTER = "README.md", "retally.py"


@dataclass(frozen=True, slots=True)
class VoteLine:
    """A confirmed vote by ballots in the list of what can be exported."""

    poll_id: str
    title: str
    round: int


def counted_votes(session: Session) -> tuple[VoteLine, ...]:
    """All confirmed votes by ballots, in the order in which they were held."""
    rows = session.execute(
        select(Poll, Motion.title)
        .join(Motion, Motion.id == Poll.motion_id)
        .where(Poll.form == "ballots", Poll.state == "published")
        .order_by(Poll.opened_ms)
    )
    return tuple(VoteLine(poll.id, title, poll.round) for poll, title in rows)


def _json(record: object) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


def _threshold(step: Step) -> Record:
    share = step.share
    if share is None:
        return {}
    # What candidates have stands in the count; what is asked of all of them is the same.
    have: Record = {} if step.about else {"have": step.actual}
    return {
        "name": step.code, "share": [share.numerator, share.denominator], "strict": share.strict,
        "base": share.base, "of": step.base, "measure": step.measure, **have,
    }  # fmt: skip


def _thresholds(result: VoteResult) -> list[Record]:
    """What the rule asked, each once."""
    asked = [
        _threshold(step)
        for code in (StepCode.QUORUM, StepCode.THRESHOLD)
        for step in result.outcome.found(code)
        if step.share is not None
    ]
    return [one for place, one in enumerate(asked) if one not in asked[:place]]


def _journal(session: Session, poll: Poll) -> bytes:
    """The rows of this vote, as they are chained."""
    rows = session.scalars(
        select(JournalRow).where(JournalRow.arguments.contains(poll.id)).order_by(JournalRow.number)
    )
    kept = (
        {
            "number": row.number, "wall_ms": row.wall_ms, "station": row.station, "verb": row.verb,
            "arguments": json.loads(row.arguments), "digest": row.digest, "previous": row.previous,
            "hash": row.hash,
        }
        for row in rows
    )  # fmt: skip
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in kept)


def vote_bundle(session: Session, *, poll_id: str) -> dict[str, bytes]:
    """The files of the bundle by name. Refuses a vote that is not counted."""
    poll, result = session.get(Poll, poll_id), vote_result(session, poll_id=poll_id)
    if poll is None or result is None or poll.sheet is None or result.declared:
        raise Refusal("vote_not_counted")
    options = options_of(session, poll.id)
    setup, names = setup_of(poll, options), [option.text for option in options]
    rule = rule_record(poll.id, poll.method, names, setup, _thresholds(result))
    rule["pack"] = json.loads(poll.rule)
    rule_file = _json(rule)
    counts = _counts(poll, result) | {"rule_sha256": hashlib.sha256(rule_file).hexdigest()}
    files = {
        "rule.json": rule_file,
        "ballots.csv": poll.sheet,
        "counts.json": _json(counts),
        "journal.jsonl": _journal(session, poll),
        GUIDE: resources.path("retally", GUIDE).read_bytes(),
        COUNTER: resources.path("retally", COUNTER).read_bytes(),
    }
    if poll.paper_codes:
        files["codes.csv"] = f"code\n{poll.paper_codes}\n".encode()
    lot = lot_of(poll, options)
    if lot is not None:
        files["lot.json"] = _json(lot_record(poll.lot_number, poll.sheet_hash, lot))
    return files


def _counts(poll: Poll, result: VoteResult) -> Record:
    outcome = result.outcome
    papers = (outcome.plain or outcome).turnout.papers
    record = counts_record(result.count, poll.sheet_hash, poll.unread, _areas(poll, len(result.options)))
    if papers is not None:
        record["papers"] = {
            "issued": papers.issued, "replaced": papers.replaced, "not_returned": papers.not_returned
        }  # fmt: skip
    for silent in outcome.found(StepCode.SILENT):
        agreed = silent.figure("for")
        record["joined"] = [agreed, silent.figure("area_c") if agreed else 0]
    return record | {"verdict": outcome.verdict, "chosen": [place + 1 for place in outcome.chosen]}


def _areas(poll: Poll, options: int) -> list[list[int]]:
    """For each option the areas (0.01 m²) for, against, abstaining and saying nothing, of valid ballots;
    empty where the vote has no areas.
    """
    sheet = poll.sheet or b""
    if not sheet.split(b"\n", 1)[0].endswith(b"area"):
        return []
    ballots = [
        (marks, area) for marks, area in sheet_ballots(sheet, options) if any(m is not None for m in marks)
    ]
    return [
        [sum(area for marks, area in ballots if marks[option] == said) for said in (1, -1, 0, None)]
        for option in range(options)
    ]


def zipped(files: dict[str, bytes]) -> bytes:
    """The bundle as one file; the same files give the same bytes."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in sorted(files.items()):
            packed.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content)
    return kept.getvalue()
