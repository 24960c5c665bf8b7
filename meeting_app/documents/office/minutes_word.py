"""会议记录 and 会议纪要 as a Word file for editing."""

from meeting_app.documents import words
from meeting_app.documents.attendance import stay_words
from meeting_app.documents.office.word import FANG, HEI, KAI, WordFile
from meeting_app.documents.opening import came
from meeting_app.documents.roleplay import annex_words as said
from meeting_app.queries.papers import MinutesItem, MinutesPaper, MinutesVote
from meeting_app.queries.roleplay.annex import RoleplayAnnex


def minutes_word(paper: MinutesPaper) -> bytes:
    """The file's bytes; the same order as the PDF."""
    full = paper.form == "record"
    file = WordFile(paper.heading, paper.mark.issuer, paper.mark.issued_on)
    file.title(paper.heading, red=True)
    facts = (
        ("时间", words.span(paper.started_at, paper.ended_at)),
        ("地点", paper.place),
        ("主持", paper.chair),
        ("记录", paper.recorder),
        ("计票", "、".join(paper.tellers)),
        ("到会", came(paper)),
    )
    for label, text in facts:
        if text:
            file.text([(HEI, f"{label}："), (FANG, text)])
    for at, item in enumerate(paper.items, 1):
        _item(file, at, item, full)
    _results(file, paper)
    file.text([(HEI, "到会情况")], level=1)
    rows = [
        (str(one.number or "—"), one.name, one.place or one.capacity, stay_words(one))
        for one in paper.attendance
    ]
    file.table(("号", "姓名", "身份", "到会时间"), rows, (14, 40, 52, 50))
    for annex in paper.annexes:
        _annex(file, annex)
    if full:
        for label in ("主持人", "记录员", *(f"监票人（{name}）" for name in paper.tellers)):
            file.text(f"{label}：________________")
    return file.done()


def _item(file: WordFile, at: int, item: MinutesItem, full: bool) -> None:
    file.text([(HEI, f"{words.number(at)}、{item.title}")], level=1)
    for note in item.notes:
        file.text(note)
    for speech in item.speeches if full else ():
        stance = words.STANCES.get(speech.stance, "")
        about = "，".join(part for part in (stance, words.talk(speech.seconds)) if part)
        file.text([(KAI, f"{speech.speaker}（{about}）："), (FANG, speech.gist or "没有记下要点。")])
    for vote in item.votes:
        _vote(file, vote)


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


def _vote(file: WordFile, vote: MinutesVote) -> None:
    file.text([(KAI, f"表决：{vote.question}")], level=2)
    for clause in vote.motion:
        file.text([(KAI, clause)])
    told = words.sentence(vote.members, vote.present, vote.totals, vote.rule, vote.outcome)
    file.text([(HEI, words.outcome(vote.outcome)), (FANG, f"。{told}")])
    totals = vote.totals
    heads = ("同意", "反对", "弃权", "未举手", "废票")
    values = (totals.in_favour, totals.against, totals.abstain, totals.not_voting, totals.invalid)
    file.table(heads, [tuple(map(str, values))], (31, 31, 31, 31, 32))
    for objection in vote.objections:
        file.text([(HEI, "对表决的异议："), (FANG, objection)])


def _results(file: WordFile, paper: MinutesPaper) -> None:
    """Decisions, tasks and parked questions, as far as there are any."""
    if paper.decisions:
        file.text([(HEI, "会议决定")], level=1)
        for at, decision in enumerate(paper.decisions, 1):
            file.text([(KAI, f"（{words.number(at)}）{decision.text}")])
    if paper.tasks:
        file.text([(HEI, "任务")], level=1)
        rows = [
            (one.text, one.assignee, words.day(one.due) if one.due else "—", one.supervisor or "—")
            for one in paper.tasks
        ]
        file.table(("做什么", "谁负责", "什么时候", "谁督办"), rows, (66, 34, 30, 26))
    if paper.parked:
        file.text([(HEI, "暂存的问题")], level=1)
        for at, parked in enumerate(paper.parked, 1):
            file.text(f"{at}．{parked.text}")
