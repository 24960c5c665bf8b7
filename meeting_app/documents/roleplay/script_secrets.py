"""The last part of the script: rule, events and what they change, roles with secrets, points, debrief."""

from collections.abc import Callable, Iterator

from reportlab.platypus import Flowable

from meeting_app.documents.flow.block import Text
from meeting_app.documents.flow.measures import MM
from meeting_app.documents.flow.table import Cell, Column, Rows
from meeting_app.documents.roleplay import steps
from meeting_app.documents.text.faces import Voice
from meeting_app.documents.text.lines import Shape
from meeting_app.documents.text.style import Span, Style
from meeting_app.queries.papers_roleplay import ScriptEvent, ScriptPaper, ScriptRole

_WIDTH = 174 * MM
_TEXT = Style(Voice.SANS, 13.0)
_BOLD = Style(Voice.BOLD, 13.0)
_SMALL = Style(Voice.SANS, 11.5)
_POINTS = Style(Voice.SANS, 10.5)
_MOST_COLUMNS = 8  # roles beside each other in a table of points
_EFFECTS = {"walk_away": "底线", "weight": "看重“{what}”的程度", "score": "“{issue}：{what}”的分数"}


def secrets(paper: ScriptPaper, heading: Callable[..., Text]) -> Iterator[Flowable]:
    """Everything that only the facilitator knows."""
    yield heading("三、怎么算成")
    yield _line("", steps.accepting(paper.accepting) + "缺一个角色，就少算一人。")
    for constraint in paper.constraints:
        yield _line("限制：", constraint)
    yield _line("没谈成：", paper.accepting.failure)
    yield _line("黄牌红牌：", f"{paper.yellow}{paper.red}")
    yield _line("护着大家：", paper.safety)
    if paper.events:
        yield heading("四、事件和它改变什么")
        for event in paper.events:
            yield _line(f"{event.title}（{_trigger(event)}）：", f"{event.text}{_changes(event)}")
    yield heading("五、角色的秘密", keep=48 * MM)
    columns = (Column(31 * MM), Column(98 * MM), Column(_WIDTH - 129 * MM))
    yield Rows(columns, ("角色", "秘密和心愿", "底线"), [_role(role) for role in paper.roles], _SMALL, pad=MM)
    if paper.scored:
        yield heading("六、每种办法值几分", keep=40 * MM)
        for first in range(0, len(paper.scored), _MOST_COLUMNS):
            yield _points(paper, first)
    yield heading("七、回头看")
    yield _line("先放下角色：", f"“{paper.derole}”")
    for title, question, minutes in paper.rounds:
        yield _line(f"{title}（{minutes}分钟）：", question)
    shown = (
        "可以把分数亮出来讲讲，说明分数不是对错。" if paper.reveal_scores else "不公布分数，免得当成对错。"
    )
    yield _line("分数：", shown)
    if paper.materials:
        yield _line("要带的东西：", f"{'；'.join(paper.materials)}。")


def _line(label: str, text: str) -> Text:
    return Text([Span(label, _BOLD), Span(text, _TEXT)], Shape(), 20.0, after=1 * MM)


def _trigger(event: ScriptEvent) -> str:
    if event.trigger == "time":
        return f"“{event.phase}”第{event.minute}分钟"
    if event.trigger == "deadlock":
        return f"{event.minute}分钟没有新提案时"
    return "由主持人决定放不放"


def _changes(event: ScriptEvent) -> str:
    parts = []
    for role, kind, issue, what, by in event.effects:
        name = _EFFECTS.get(kind, "").format(issue=issue, what=what)
        parts.append(f"{role}的{name}{'加' if by > 0 else '减'}{abs(by)}")
    return f"（只有主持人知道：{'，'.join(parts)}。）" if parts else ""


def _role(role: ScriptRole) -> list[Cell | str]:
    name = f"{role.role}\n{role.party}" + ("\n一定要他同意" if role.veto else "")
    aims = f"\n心愿：{'；'.join(role.aims)}" if role.aims else ""
    limit = f"{role.walk_away}分。{role.walk_away_text}" if role.walk_away is not None else "不打分，只看。"
    return [Cell(name, style=Style(Voice.BOLD, 11.5)), f"{role.secret}{aims}" or role.public, limit]


def _points(paper: ScriptPaper, first: int) -> Rows:
    """Options down, so many roles across."""
    names = paper.scored[first : first + _MOST_COLUMNS]
    each = 15.5 * MM
    columns = (Column(_WIDTH - each * len(names)), *(Column(each, "center") for _ in names))
    rows: list[list[Cell | str]] = []
    for issue, options in paper.points:
        rows.append([Cell(issue, style=Style(Voice.BOLD, 10.5)), *("" for _ in names)])
        for option, values in options:
            rows.append([f"　{option}", *(str(one) for one in values[first : first + len(names)])])
    return Rows(columns, ("", *names), rows, _POINTS, pad=0.5 * MM, after=3 * MM)
