"""Papers of a play are numbered and registered; secrets are not kept; a second copy is asked for."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from sqlalchemy import select
from sqlalchemy.orm import Session

from meeting_app.actions.paper_folder import write_folder
from meeting_app.actions.papers import PaperRoom
from meeting_app.actions.roleplay import casting, preparing, printing, running
from meeting_app.actions.roleplay.polling import type_sheet
from meeting_app.documents import render
from meeting_app.documents.check import read_paper
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.roleplay import tokens
from meeting_app.queries.basics import paper_label
from meeting_app.queries.paper_list import paper_by_code, paper_bytes
from meeting_app.queries.roleplay.staging import PlayPapers, play_papers, staging_of
from meeting_app.queries.roleplay_papers import MAKERS
from meeting_app.storage.tables import JournalRow, PlayRow
from meeting_app.wording import labels
from meeting_app.wording.refusals import sentence
from tests.documents import tools
from tests.roleplay.playing import World, cast, prepared
from tests.storage.desks import Room

PATIENCE_S = 30


@pytest.fixture
def papers(stage: Room) -> Iterator[PaperRoom]:
    """The room that makes papers."""
    room = PaperRoom(stage.desk, stage.records)
    yield room
    room.close()


def _printed(
    papers: PaperRoom, play: str, kind: str, *, sheets: int = 0, again: bool = False
) -> printing.Printed:
    return papers.print_play(play, kind, sheets=sheets, again=again).result(PATIENCE_S)


def _known(stage: Room, play: str) -> PlayPapers:
    return stage.ask(play_papers, play_id=play)


def _refused(papers: PaperRoom, play: str, kind: str) -> Refusal:
    problem = papers.print_play(play, kind).exception(PATIENCE_S)
    assert isinstance(problem, Refusal)
    return problem


def test_every_kind_is_made_named_and_numbered() -> None:
    assert set(printing.PLAY_KINDS) == set(MAKERS) <= set(render.KINDS)
    assert set(MAKERS) <= set(labels.PAPERS)
    assert len({paper_label("晨居", kind, 2026, 1) for kind in MAKERS}) == len(MAKERS)


def test_a_set_is_printed_and_only_what_is_open_is_kept(stage: Room, world: World, papers: PaperRoom) -> None:
    play = cast(stage, world, 8)
    for kind in printing.PLAY_KINDS:
        made = _printed(papers, play, kind, sheets=3)
        read = read_paper(made.body)
        assert read.number == made.paper.number_label
        record = stage.ask(paper_by_code, check_code=(read.code or "").replace("-", ""))
        assert record is not None
        assert (record.sha256, record.content_digest) == (read.sha256, read.digest)
        assert not record.row.public
        assert record.row.title == read.title
        kept = stage.ask(paper_bytes, paper_id=made.paper.paper_id)
        open_kind = kind not in printing.SECRET_KINDS and kind != printing.POLLS
        assert kept == (made.body if open_kind else None)
    known = _known(stage, play)
    assert [one.row.kind for one in reversed(known.out)] == list(printing.PLAY_KINDS)
    assert (known.cast, known.tables, known.people, known.codes) == (True, 1, 8, 3)


def test_nothing_secret_reaches_a_folder_or_the_journal(
    stage: Room, world: World, papers: PaperRoom, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    play = cast(stage, world, 8)
    for kind in ("play_cards", "play_hosts"):
        _printed(papers, play, kind)
    write_folder(stage.records, folder)
    assert [file.name for file in folder.glob("*.pdf")] == ["晨居长〔2026〕1号 云桥里的电梯桌长单.pdf"]
    (last, *_rest) = stage.ask(_arguments)
    assert set(last) <= {"play_id", "paper_id"}


def _arguments(session: Session) -> tuple[dict[str, object], ...]:
    query = select(JournalRow).where(JournalRow.verb == "file_play_paper").order_by(JournalRow.number.desc())
    return tuple(json.loads(row.arguments) for row in session.scalars(query))


def test_a_second_secret_copy_is_asked_for_and_both_stay_in_the_register(
    stage: Room, world: World, papers: PaperRoom
) -> None:
    play = cast(stage, world, 8)
    first = _printed(papers, play, "play_cards")
    problem = _refused(papers, play, "play_cards")
    assert problem.code == "play_printed"
    assert first.paper.number_label in sentence(problem)
    second = _printed(papers, play, "play_cards", again=True)
    assert second.paper.number_label == first.paper.number_label.replace("1号", "2号")
    assert [one.row.state for one in _known(stage, play).out] == ["filed", "filed"]
    _printed(papers, play, "play_tents")
    _printed(papers, play, "play_tents")  # what is open is printed as often as is wanted


def test_copies_of_another_play_are_its_own(stage: Room, world: World, papers: PaperRoom) -> None:
    first = cast(stage, world, 8)
    _printed(papers, first, "play_cards")
    alone = stage.do(preparing.prepare_play, source="shipped:dogs", minutes=60)
    stage.do(preparing.set_players, play_id=alone, players=[
        preparing.Taking(one.person_id) for one in world.taking(7)
    ])  # fmt: skip
    stage.do(casting.cast_play, play_id=alone, seed=1)
    assert _known(stage, alone).out == ()
    assert _printed(papers, alone, "play_cards").paper.number_label.endswith("2号")
    assert stage.ask(staging_of, play_id=alone).starts_at is None
    script = tools.text(papers.preview_play(alone, "play_script").result(PATIENCE_S))
    assert "（预览）" in script
    assert "第0分" in script


def test_before_casting_there_is_nothing_to_print(stage: Room, world: World, papers: PaperRoom) -> None:
    play = prepared(stage, world, 8)
    known = _known(stage, play)
    assert (known.cast, known.people) == (False, 8)
    assert _refused(papers, play, "play_cards").code == "play_not_cast"
    assert stage.refused(printing.reserve_play_paper, play_id=play, kind="play_cards").code == "play_not_cast"


def test_the_script_begins_when_its_item_is_planned_and_then_when_it_began(
    stage: Room, world: World, papers: PaperRoom
) -> None:
    play = cast(stage, world, 8)
    planned = stage.ask(staging_of, play_id=play)
    assert planned.starts_at is not None
    assert planned.meeting == "电梯专题会"
    stage.do(running.start_play, play_id=play)
    began = stage.ask(staging_of, play_id=play).starts_at
    row = stage.ask(_play, play_id=play)
    assert began is not None
    assert row == int(began.timestamp() * 1000)


def _play(session: Session, *, play_id: str) -> int | None:
    row = session.get(PlayRow, play_id)
    return row.began_ms if row else None


def test_a_printed_poll_sheet_is_scanned_and_typed_once(stage: Room, world: World, papers: PaperRoom) -> None:
    play = cast(stage, world, 8)
    look = tools.codes(papers.preview_play(play, "play_polls").result(PATIENCE_S))
    assert any(text.endswith("-B-00000") for text in look)
    body = _printed(papers, play, "play_polls", sheets=5).body
    (before, after), *_others = [
        sorted((one.text for one in zxingcpp.read_barcodes(page)), reverse=True)
        for page in tools.pages(body, 150)[1:]
    ]
    assert tokens.poll_code(before) == tokens.poll_code(after)
    stage.do(type_sheet, play_id=play, wave="before", code=before, answers={"need": 4})
    problem = stage.refused(
        type_sheet, play_id=play, wave="before", code=tokens.poll_code(after).lower(), answers={"need": 5}
    )
    assert problem.code == "sheet_twice"
    _printed(papers, play, "play_polls", sheets=2)
    assert _known(stage, play).codes == 5  # codes that went out stay


def test_what_changed_while_it_was_set_is_not_registered(
    stage: Room, world: World, papers: PaperRoom
) -> None:
    play = cast(stage, world, 8)
    taken = stage.do(printing.reserve_play_paper, play_id=play, kind="play_tents")
    made = printing._made(stage.records, play, "play_tents", taken.mark)
    stage.do(preparing.set_players, play_id=play, players=world.taking(7))
    stage.do(casting.cast_play, play_id=play, seed=4711)
    problem = stage.refused(
        printing.file_play_paper, play_id=play, paper_id=taken.paper_id, taken=taken, made=made
    )
    assert problem.code == "paper_moved"
    assert _known(stage, play).out == ()
    unknown = stage.refused(printing.reserve_play_paper, play_id=play, kind="notice")
    assert unknown.code == "gone"


def test_no_name_of_a_player_is_on_any_paper(stage: Room, world: World, papers: PaperRoom) -> None:
    play = cast(stage, world, 8)
    for kind in printing.PLAY_KINDS:
        body = papers.preview_play(play, kind).result(PATIENCE_S)
        assert "居民0" not in tools.text(body), kind
