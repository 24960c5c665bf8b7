"""主持稿: the running order by the clock, then phase by phase what to say and what comes out, then everything
that only the facilitator knows.
"""

from collections.abc import Iterator

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.flow.block import Text
from meeting_app.documents.flow.closing import Ending, Verification
from meeting_app.documents.flow.head import Title
from meeting_app.documents.flow.measures import MM, SHEET, SMALL
from meeting_app.documents.flow.sheet import PageForm, render
from meeting_app.documents.flow.table import Cell, Column, Rows
from meeting_app.documents.roleplay import steps
from meeting_app.documents.roleplay.clues import RULES
from meeting_app.documents.roleplay.script_secrets import secrets
from meeting_app.documents.text.clean import one_line
from meeting_app.documents.text.faces import Voice, require_printable
from meeting_app.documents.text.ink import draw_text
from meeting_app.documents.text.lines import Shape
from meeting_app.documents.text.style import VERMILION, Span, Style
from meeting_app.documents.text.tags import artifact
from meeting_app.queries.papers_roleplay import Cue, ScriptPaper, ScriptPhase

WIDTH = 174 * MM
_LEFT, _TOP, _HEIGHT = 18 * MM, 20 * MM, 256 * MM
_TEXT = Style(Voice.SANS, 13.0)
_HEAD = Style(Voice.BOLD, 15.0, VERMILION)
_PHASE = Style(Voice.BOLD, 14.5)
_SAY = Style(Voice.SANS, 13.5)
_SECRET = Style(Voice.KAI, 13.5)
_KINDS = {
    "say": "说",
    "clue": "线索",
    "event": "事件",
    "warn": "提醒",
    "swap": "换角",
    "rotate": "换桌",
    "decide": "定",
}
_SCREENS = {
    "welcome": "欢迎", "title": "环节名", "roles": "角色表", "facts": "情况", "issues": "议题",
    "clue": "线索", "event": "事件", "proposals": "各桌方案", "cards": "红黄绿牌", "derole": "放下角色",
    "shift": "前后变化", "thanks": "感谢",
}  # fmt: skip


def facilitator_script(paper: ScriptPaper) -> bytes:
    """The PDF. Refuses with `no_glyph`."""
    require_printable(paper)
    title = f"{paper.head.title}主持稿"
    return render(paper.mark, title, [_page(paper)], list(_story(paper, title)), inside=True)


def _page(paper: ScriptPaper) -> PageForm:
    """A page for the desk: wider than official ones, with its number and the paper's."""

    def furniture(canvas: Canvas, page: int) -> None:
        y = 11 * MM
        note = f"{one_line(paper.mark.number)}　核对码 {paper.mark.code}　含有秘密，演完收好"
        with artifact(canvas):
            draw_text(canvas, _LEFT, y, note, SMALL)
            draw_text(canvas, SHEET[0] - _LEFT, y, f"第{page}页", SMALL, "right")

    return PageForm("script", _LEFT, _TOP, WIDTH, _HEIGHT, furniture)


def heading(text: str, keep: float = 24 * MM) -> Text:
    """A part of the script, listed in the bookmarks, with so much of what follows below it."""
    return Text([Span(text, _HEAD)], Shape(), 25.0, before=5 * MM, keep=keep, outline=(text, 1))


def _story(paper: ScriptPaper, title: str) -> Iterator[Flowable]:
    yield Title(title, Style(Voice.TITLE, 24.0), 34.0, after=2 * MM)
    yield Text([Span(_about(paper), _TEXT)], Shape(), 20.0)
    yield Text([Span(paper.head.fiction, Style(Voice.KAI, 13.0))], Shape(), 20.0, before=1 * MM)
    yield Text([Span(paper.setting, _TEXT)], Shape(), 20.0, before=1 * MM)
    yield heading("一、流程一览")
    yield _overview(paper)
    yield heading("二、一步一步")
    for phase in paper.phases:
        yield from _phase(phase)
    yield from secrets(paper, heading)
    issued = f"{paper.mark.issuer}　{words.day(paper.mark.issued_on)}"
    yield Ending([], Verification(paper.mark, [issued]))


def _about(paper: ScriptPaper) -> str:
    first = paper.phases[0].step if paper.phases else None
    day = f"{words.day(first.at.date())}{words.clock(first.at)}开始" if first and first.at else ""
    people = f"{paper.head.tables}桌{paper.head.people}人，全长{paper.minutes}分钟"
    return "，".join(part for part in (paper.meeting, day, paper.place, people) if part) + "。"


def _overview(paper: ScriptPaper) -> Rows:
    columns = (Column(22 * MM), Column(22 * MM), Column(44 * MM), Column(40 * MM), Column(WIDTH - 128 * MM))
    rows = []
    for phase in paper.phases:
        step = phase.step
        least = f"（最少{phase.least}）" if phase.least < step.minutes else ""
        skip = "，可跳过" if phase.skippable else ""
        rows.append(
            [steps.start(step), f"{step.minutes}分钟", step.title, f"{steps.mode(step)}{skip}",
             f"{_SCREENS.get(phase.screen, '')}{least}"]
        )  # fmt: skip
    return Rows(columns, ("时间", "长度", "环节", "方式", "大屏（最少）"), rows, pad=0.9 * MM)


def _phase(phase: ScriptPhase) -> Iterator[Flowable]:
    step = phase.step
    facts = "，".join(part for part in (f"{step.minutes}分钟", steps.mode(step)) if part)
    title = f"{steps.start(step)}　{step.title}"
    yield Text(
        [Span(title, _PHASE), Span(f"（{facts}）", _TEXT)], Shape(), 22.0, before=3 * MM, keep=20 * MM,
        outline=(title, 2),
    )  # fmt: skip
    if phase.cues:
        columns = (Column(20 * MM), Column(18 * MM), Column(WIDTH - 38 * MM))
        yield Rows(columns, (), [_cue(phase, cue) for cue in phase.cues], _SAY, pad=0.8 * MM)


def _cue(phase: ScriptPhase, cue: Cue) -> list[Cell | str]:
    """Time, kind, what to say or do; what stays secret is set in another face."""
    secret = cue.kind == "clue" and bool(cue.who)
    word = Cell(
        _KINDS.get(cue.kind, ""),
        style=Style(Voice.BOLD, 13.0, VERMILION if cue.kind != "say" else _SAY.colour),
    )
    told = Cell(cue_text(cue), style=_SECRET if secret else _SAY)
    return [Cell(steps.start(phase.step, cue.minute), style=_SAY), word, told]


def cue_text(cue: Cue) -> str:
    """What happens, in words."""
    who = "、".join(cue.who)
    if cue.kind == "clue":
        rule = RULES.get(cue.rule, "") if cue.who else "念给全桌听。"
        return f"《{cue.title}》给{who or '全桌'}：{cue.text}{rule}"
    if cue.kind == "event":
        return f"宣布《{cue.title}》：{cue.text}"
    if cue.kind == "warn":
        return f"还有{cue.title}分钟。"
    if cue.kind == "swap":
        return f"{cue.who[0]}和{cue.who[1]}互换角色，卡也换过来。"
    if cue.kind == "rotate":
        return f"除了{who}，其他人往下一桌换。" if who else "所有人往下一桌换。"
    if cue.kind == "decide":
        return (
            "时间到，各桌交最后的方案单，一起亮牌。" if cue.title == "final" else "先试着亮一次牌，不算数。"
        )
    return cue.text
