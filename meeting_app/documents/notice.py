"""会议通知: the notice that calls a meeting, in letter form, with the text of every motion word for word."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from meeting_app.documents import words
from meeting_app.documents.flow.block import KEEP, Text, body, flush, labelled, pitched
from meeting_app.documents.flow.closing import Issued, Verification, ended
from meeting_app.documents.flow.head import Title
from meeting_app.documents.flow.measures import BODY, HEAD_2, INDENT, LEADING, MM, PITCH
from meeting_app.documents.flow.sheet import letter_page, official_page, on_fewer_pages, render
from meeting_app.documents.preview import page_sizes
from meeting_app.documents.text.faces import require_printable
from meeting_app.documents.text.lines import Shape
from meeting_app.documents.text.style import Span
from meeting_app.queries.papers import NoticeItem, NoticePaper, VoteRule

# Line pitches in points of a notice that fits one page then, and would not otherwise.
_CLOSE = (LEADING, 22.5, 20.5)
_CLOSER = (LEADING, 27.0, 25.5, 24.5)
_CHECK_IN = {
    "list": "在签到表上签名",
    "code": "出示参会证上的二维码",
    "badge": "出示参会证",
    "phone": "用手机扫会场的码",
}


def meeting_notice(paper: NoticePaper) -> bytes:
    """The PDF. Refuses with `no_glyph` when a character cannot be printed."""
    require_printable(paper)
    wide = _set(paper, LEADING)
    pages = len(page_sizes(wide))
    # One page hangs better than two; of more, one less when lines come only a little closer.
    closer = _CLOSE if pages == 2 else _CLOSER
    return on_fewer_pages(lambda leading: wide if leading == LEADING else _set(paper, leading), closer)


def _set(paper: NoticePaper, leading: float) -> bytes:
    """The paper on lines of `leading` points; on closer ones there is less room above the issuer."""
    seal = (2.0 if leading == LEADING else 0.4) * LEADING
    forms = [letter_page(paper.mark, 208 * MM), official_page(paper.mark)]
    closing = [Issued(paper.mark.issuer, paper.mark.issued_on, seal)]
    strip = Verification(paper.mark, _notes(paper), letter=True)
    story = pitched(_story(paper, leading < LEADING), leading)
    story = ended(story, closing, strip, max(1, len(paper.attachments)))
    return render(paper.mark, paper.title, forms, story)


def _story(paper: NoticePaper, close: bool) -> Iterator[Flowable]:
    yield Title(paper.title, after=(5 if close else 9) * MM)
    yield flush(f"{paper.addressee}：")
    when = f"{words.day(paper.starts_at)}（{words.weekday(paper.starts_at)}）"
    yield body(f"经{paper.called_by}召集，定于{when}召开{paper.meeting_title}。现通知如下。")
    for at, (label, text, more) in enumerate(_sections(paper), 1):
        yield labelled(f"{words.number(at)}、{label}。", text)
        yield from more
    yield from _attachments(paper.attachments)


def _sections(paper: NoticePaper) -> Iterator[tuple[str, str, list[Flowable]]]:
    """Label, first paragraph and further paragraphs of every section that has something to say."""
    start = paper.starts_at
    day = f"{words.short_day(start)}（{words.weekday(start)}）{words.clock(start)}"
    yield "时间", f"{day}，{words.clock(paper.check_in_from)}开始签到。", []
    yield "地点", _stop("，".join(part for part in (paper.place, paper.place_note) if part)), []
    yield "参加人", _stop(paper.attendees), []
    if paper.items:
        lines = [_agenda_line(at, item) for at, item in enumerate(paper.items, 1)]
        yield "议程", _agenda_lead(paper.items), [*lines]
    motions = [(at, item) for at, item in enumerate(paper.items, 1) if item.motion]
    if motions:
        texts = [block for at, item in motions for block in _motion(at, item)]
        yield "表决事项", "全文如下，会上不增加别的事项：", texts
    if motions and paper.rule is not None:
        yield "表决规则", _rule(paper.rule), []
    ways = "或".join(_CHECK_IN[way] for way in paper.check_in if way in _CHECK_IN)
    if ways:
        yield "签到", f"到会场门口{ways}。", []
    yield "来不了的", _absence(paper), []
    if paper.bring:
        yield "请带", _stop(paper.bring), []
    yield "咨询", _stop(words.contact(paper.contact)), []


def sections_of(paper: NoticePaper) -> Iterator[tuple[str, str, list[str]]]:
    """The same sections as plain text, for other formats: label, first paragraph, further paragraphs."""
    for label, text, more in _sections(paper):
        yield label, text, [block.plain() for block in more if isinstance(block, Text)]


def _stop(text: str) -> str:
    """The sentence with its full stop."""
    return text if text.endswith(("。", "！", "？")) else f"{text}。"


def _agenda_lead(items: tuple[NoticeItem, ...]) -> str:
    minutes = sum(item.minutes for item in items)
    return f"共{len(items)}项，约{minutes}分钟。" if minutes else f"共{len(items)}项。"


def _agenda_line(at: int, item: NoticeItem) -> Text:
    facts = [item.presenter, f"{item.minutes}分钟" if item.minutes else ""]
    note = "，".join(part for part in facts if part)
    tail = f"（{note}）" if note else ""
    return Text([Span(f"（{words.number(at)}）{item.title}", HEAD_2), Span(f"{tail}。", BODY)])


def _motion(at: int, item: NoticeItem) -> list[Flowable]:
    """The heading of a motion, kept with its text, and the text in Kai."""
    head = Text([Span(f"第{words.number(at)}项　{item.title}", HEAD_2)], keep=KEEP)
    return [head, *(Text([Span(clause, HEAD_2)]) for clause in item.motion), *map(body, item.vote)]


def _rule(rule: VoteRule) -> str:
    law = f"（{rule.law}）" if rule.law else ""
    text = f"全体成员{rule.members}人"
    if rule.quorum is not None:
        asked = "按本类会议的规定，" if rule.quorum_by_kind else ""
        text += f"，{asked}{words.share(rule.quorum)}（{rule.quorum_needed}人）到会，会议有效"
    return f"{text}；{words.base(rule)}{words.share(rule.decision)}同意，事项通过{law}。"


def _absence(paper: NoticePaper) -> str:
    if paper.proxy_allowed:
        return "可以写委托书请别人代为参加，写明姓名、事项、权限和期限并签名，开会前交签到台。"
    if paper.rule is None:
        return "请在开会前告诉下面的联系人。"
    return "请在开会前向下面的联系人请假。成员本人参加，不能委托别人表决。"


def _attachments(names: tuple[str, ...]) -> Iterator[Flowable]:
    """附件 one line below the text, numbers under each other."""
    for at, name in enumerate(names, 1):
        lead = "附件：" if at == 1 else "　　　"
        order = f"{at}．" if len(names) > 1 else ""
        hang = INDENT + (3 + (1.5 if order else 0)) * PITCH
        shape = Shape(first=INDENT, hang=hang, align="left")
        yield Text([Span(f"{lead}{order}{name}", BODY)], shape, before=LEADING if at == 1 else 0.0)


def _notes(paper: NoticePaper) -> list[str]:
    """Where the notice hangs and how many were handed out."""
    notes = []
    if paper.posted_at:
        notes.append(f"张贴：{'、'.join(paper.posted_at)}")
    if paper.delivered is not None:
        notes.append(f"逐户送达{paper.delivered}户")
    return ["　　".join(notes)] if notes else []
