"""会议记录 and 会议纪要 as a Word file for editing: what the PDF says, in the same words and order."""

from meeting_app.documents import minutes_words as told
from meeting_app.documents import words
from meeting_app.documents.attendance import stay_words
from meeting_app.documents.ballot.wording import GRADES
from meeting_app.documents.office.word import FANG, HEI, KAI, WordFile
from meeting_app.documents.roleplay import annex_words as said
from meeting_app.queries.papers import MinutesItem, MinutesPaper, MinutesVote
from meeting_app.queries.papers_vote import BallotVote
from meeting_app.queries.roleplay.annex import RoleplayAnnex

_WORKING = ("", "查什么", "算式", "要求", "")
_WIDTHS = (10, 36, 66, 28, 16)


def minutes_word(paper: MinutesPaper) -> bytes:
    """The file's bytes; the same order as the PDF."""
    full = paper.form == "record"
    file = WordFile(paper.heading, paper.mark.issuer, paper.mark.issued_on)
    file.title(paper.heading, red=True)
    facts = (
        ("时间：", words.span(paper.started_at, paper.ended_at)),
        ("地点：", paper.place),
        ("主持：", paper.chair),
        ("记录：", paper.recorder),
        *told.head_facts(paper),
    )
    for label, text in facts:
        if text:
            file.text([(HEI, label), (FANG, text)])
    for at, item in enumerate(paper.items, 1):
        _item(file, at, item, full)
    count = _results(file, paper, len(paper.items))
    _heading(file, count + 1, "到会情况")
    rows = [
        (str(one.number or "—"), one.name, one.place or one.capacity, stay_words(one))
        for one in paper.attendance
    ]
    file.table(("号", "姓名", "身份", "到会时间"), rows, (14, 40, 52, 50))
    for annex in paper.annexes:
        _annex(file, annex)
    if full:
        for label in told.signers(paper):
            file.text(f"{label}：________________")
    if paper.distribution:
        file.text(f"发送：{'、'.join(paper.distribution)}")
    return file.done()


def _heading(file: WordFile, at: int, title: str) -> None:
    file.text([(HEI, f"{words.number(at)}、{title}")], level=1)


def _item(file: WordFile, at: int, item: MinutesItem, full: bool) -> None:
    file.text([(HEI, f"{words.number(at)}、{item.title}"), (FANG, told.item_facts(item))], level=1)
    for note in item.notes:
        file.text(note)
    for speeches in told.told_together(item.speeches) if full else ():
        who, gist = told.speech_parts(speeches)
        file.text([(KAI, who), (FANG, gist)])
    for vote in item.votes:
        _vote(file, vote, full)
    for held in item.ballots:
        _ballots(file, held, full)


def _annex(file: WordFile, annex: RoleplayAnnex) -> None:
    """A role-play, with the sentence that nothing was decided."""
    file.text([(HEI, f"附：{said.TITLE}")], level=1)
    for line in (said.NO_DECISION, said.about(annex)):
        file.text(line)
    if annex.tables:
        file.table(said.TABLE_HEAD, [said.table_row(one) for one in annex.tables], (16, 18, 26, 96))
    for line in said.chosen(annex):
        file.text(line)
    if annex.shifts:
        for line in said.shift_notes(annex):
            file.text(line)
        file.table(said.SHIFT_HEAD, [said.shift_row(one) for one in annex.shifts], (52, 24, 24, 36, 20))
        head, rows = said.camp_table(annex)
        if rows:
            file.table(head, rows, (52, *(104 // (len(head) - 1),) * (len(head) - 1)))
    for quote in annex.quotes:
        file.text(f"“{quote}”")
    if annex.suggestions:
        file.table(("建议", "谁来办"), said.suggestions(annex), (112, 44))
    file.text(said.LEFT_OUT)


def _vote(file: WordFile, vote: MinutesVote, full: bool) -> None:
    file.text([(KAI, f"表决：{vote.question}")], level=2)
    for clause in vote.motion:
        file.text([(KAI, clause)])
    file.text(told.how_voted(vote))
    file.text([(HEI, words.outcome(vote.outcome)), (FANG, f"。{told.why(vote)}")])
    if vote.outcome != "no_quorum" and not told.is_seen(vote):
        totals = vote.totals
        heads = ("同意", "反对", "弃权", "未举手", "废票")
        values = (totals.in_favour, totals.against, totals.abstain, totals.not_voting, totals.invalid)
        file.table(heads, [tuple(map(str, values))], (31, 31, 31, 31, 32))
    if full and vote.steps:
        rows = [
            (str(at), *words.working(step, vote.totals, len(vote.tellers)), _holds(step.holds))
            for at, step in enumerate(vote.steps, 1)
        ]
        file.table(_WORKING, rows, _WIDTHS)
    if vote.rule.law:
        file.text(f"依据：{vote.rule.law}。")
    for objection in vote.objections:
        file.text([(HEI, "对表决的异议："), (FANG, objection)])


def _holds(holds: bool) -> str:
    return "符合" if holds else "不符合"


def _ballots(file: WordFile, vote: BallotVote, full: bool) -> None:
    """A vote by ballots with what each option got."""
    file.text([(KAI, f"表决：{vote.question}")], level=2)
    for clause in vote.motion:
        file.text([(KAI, clause)])
    file.text(told.how_balloted(vote))
    file.text([(HEI, vote.verdict), (FANG, f"。{vote.sentence}")])
    head, rows = option_rows(vote)
    file.table(head, rows, _widths(len(head)))
    for sentence in (vote.turnout, vote.without_silent, vote.lot):
        if sentence:
            file.text(sentence)
    if full:
        steps = [
            (str(at), line.title, line.rule, line.figure, _holds(line.holds))
            for at, line in enumerate(vote.working, 1)
        ]
        if steps:
            file.table(("", "查什么", "规定", "实际", ""), steps, (10, 32, 62, 36, 16))
        for sentence in vote.rounds:
            file.text(sentence)
    file.text(f"依据：{vote.law}。")
    file.text(told.sealed(vote))


def _widths(columns: int) -> tuple[int, ...]:
    """Widths in mm: the name first and widest, figures all alike."""
    figure = 36 if columns < 4 else 28 if columns < 6 else 20
    return (156 - figure * (columns - 1), *(figure,) * (columns - 1))


def option_rows(vote: BallotVote) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The options of a vote by ballots as a table: steps of support, areas of owners, or figures."""
    if vote.spread:
        return ("选项", *GRADES), [(one.text, *map(str, one.voices)) for one in vote.spread]
    if vote.sums:
        every = (*vote.options, *vote.sums)
        return ("", "人数", "面积（平方米）"), [(one.name, one.figure, one.area) for one in every]
    rows = [(one.name, one.cost or "—", one.figure, "√" if one.chosen else "") for one in vote.options]
    head = ("选项", "造价", vote.figures, "结果")
    if any(one.cost for one in vote.options):
        return head, list(rows)
    return (head[0], *head[2:]), [(name, *rest) for name, _cost, *rest in rows]


def _results(file: WordFile, paper: MinutesPaper, count: int) -> int:
    """Decisions, tasks and what else was noted, as far as there are any; answers the last number."""
    if paper.decisions:
        count += 1
        _heading(file, count, "会议决定")
        for at, decision in enumerate(paper.decisions, 1):
            file.text([(KAI, f"（{words.number(at)}）{decision.text}")])
    if paper.tasks:
        count += 1
        _heading(file, count, "任务")
        rows = [
            (one.text, one.assignee, told.due(paper, one.due), one.supervisor or "—") for one in paper.tasks
        ]
        file.table(("做什么", "谁负责", "什么时候", "谁督办"), rows, (66, 34, 30, 26))
    for title, lines in told.further_lines(paper):
        count += 1
        _heading(file, count, title)
        for line in lines:
            file.text(line)
    return count
