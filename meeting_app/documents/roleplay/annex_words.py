"""换位体验（非表决）: what the annex of the minutes says, for the PDF and the Word file.

Means and changes are in points of a scale from 1 to 5 with two decimals; intervals are rounded outwards.
What the rule of `domain.roleplay.stance` keeps back is said to be kept back
(research/roleplay_and_facilitation.md 3.8).
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from meeting_app.documents import words
from meeting_app.domain.roleplay.stance import ENOUGH, LEAST, Interval, hundredths
from meeting_app.queries.roleplay.annex import AnnexShift, AnnexTable, RoleplayAnnex

TITLE: Final = "换位体验（非表决）"
NO_DECISION: Final = (
    "这是一次练习，没有对任何真实事项表决，也没有作出决定。真实事项按法定程序另行讨论和决定；"
    "属于业主共同决定的，按《中华人民共和国民法典》第二百七十八条表决。"
)
LEFT_OUT: Final = "不记谁演了谁、角色卡上写了什么、谁的答卷和分数。"
TABLE_HEAD: Final = ("桌", "提案", "亮牌结果", "谈成的事")
SHIFT_HEAD: Final = ("问题", "演之前", "演之后", "变化和95%区间", "升/平/降")


def about(annex: RoleplayAnnex) -> str:
    """What was played, when, by how many."""
    when = f"{words.span(annex.began_at, annex.ended_at)}，" if annex.began_at else ""
    tables = f"分{len(annex.tables)}桌，" if annex.tables else ""
    return f"{when}{annex.people}人参加，{tables}剧本是《{annex.title}》。{annex.fiction}"


def table_row(table: AnnexTable) -> tuple[str, str, str, str]:
    """What a table came to: the issues of an accepted deal, else those on which all agree."""
    settled = table.deal if table.accepted else table.agreed
    told = "；".join(f"{issue}：{'、'.join(options) or '不选'}" for issue, options in settled)
    verdict = {None: "没有亮牌", True: "通过", False: "没有通过"}[table.accepted]
    return f"第{table.number}桌", f"{table.proposals}次", verdict, told or "没有"


def chosen(annex: RoleplayAnnex) -> Iterator[str]:
    """Which options of each issue were chosen by how many tables, the most first."""
    for issue in annex.issues:
        picked = sorted((one for one in issue.options if one.tables), key=lambda one: -one.tables)
        if picked:
            yield f"{issue.title}：{'，'.join(f'{one.title}（{one.tables}桌）' for one in picked)}。"


def points(value: Fraction | None) -> str:
    """3.42, or a dash for what is kept back."""
    return "—" if value is None else _hundredths(hundredths(value))


def _hundredths(value: int, sign: bool = False) -> str:
    lead = "-" if value < 0 else "+" if sign and value else ""
    return f"{lead}{abs(value) // 100}.{abs(value) % 100:02d}"


def change(interval: Interval | None) -> str:
    """+0.61 and in a second line （+0.18至+1.04）, or a dash."""
    if interval is None:
        return "—"
    mean = _hundredths(hundredths(interval.mean), True)
    return f"{mean}\n（{_hundredths(interval.low_c, True)}至{_hundredths(interval.high_c, True)}）"


def shift_row(shift: AnnexShift) -> tuple[str, str, str, str, str]:
    """A question with its means, its change and how many moved."""
    known = shift.shift
    moved = "—"
    if known.up is not None:
        moved = f"{known.up}/{known.same}/{known.down}"
    before = f"{points(known.mean_before)}\n（{known.before}份）"
    after = f"{points(known.mean_after)}\n（{known.after}份）"
    return shift.text, before, after, change(known.change), moved


def shift_notes(annex: RoleplayAnnex) -> Iterator[str]:
    """How the table of shifts is to be read."""
    before, after, pairs = annex.sheets
    yield f"收回演之前的问卷{before}份，演之后的{after}份，前后能配成对的{pairs}份；1分最低，5分最高。"
    if pairs < LEAST:
        yield f"配成对的不足{LEAST}份，不公布变化，免得认出是谁。"
        return
    if pairs < ENOUGH:
        yield f"配成对的不足{ENOUGH}份，仅供参考，不能代表全体居民。"
    if any(one.shift.change is not None and one.shift.up is None for one in annex.shifts):
        yield f"升、平、降里有一项是1到{LEAST - 1}份的，这三项不公布，写作“—”。"


def camp_table(annex: RoleplayAnnex) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Head and rows of how real-life camps moved, in their order; no rows when none may be told."""
    told = {camp for one in annex.shifts for camp, _count, _mean in one.shift.camps}
    titles = [pair for pair in (annex.shifts[0].camps if annex.shifts else ()) if pair[0] in told]
    rows = []
    for one in annex.shifts:
        known = {camp: (count, mean) for camp, count, mean in one.shift.camps}
        if known:
            rows.append((one.text, *(_camp(known.get(camp)) for camp, _title in titles)))
    return ("变化按本人情况分", *(title for _camp_id, title in titles)), rows


def _camp(found: tuple[int, Fraction] | None) -> str:
    return "—" if found is None else f"{_hundredths(hundredths(found[1]), True)}（{found[0]}份）"


def suggestions(annex: RoleplayAnnex) -> list[tuple[str, str]]:
    """What goes on to the real agenda, and who sees to it."""
    return [(one.text, one.who or "待定") for one in annex.suggestions]
