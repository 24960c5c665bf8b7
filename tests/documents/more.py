"""Contents of forms, slips and boards: the same meeting as in `samples`."""

from datetime import date, timedelta

from meeting_app.queries.papers_more import (
    DeliveryPaper,
    DeliveryRow,
    ObjectionLine,
    Plate,
    PlateSheet,
    PostingLine,
    ProxyPair,
    ProxyPaper,
    PublicityReportPaper,
    RulesPaper,
    TaskSlip,
    TaskSlipPaper,
)
from tests.documents import samples
from tests.documents.samples import CONTACT, MEETING, NAMES, QUESTION, START

RULES = (
    "举手发言，主持人点名后再说，面向主持人说。",
    "没发过言的先说；每人每次2分钟，同一件事最多两次。",
    "先说同意还是不同意，再说理由。",
    "一次只谈一件事，谈完再谈下一件。",
    "对事不对人，不打断，不猜别人的动机。",
    "说完了再表决；同意的比反对的多才算通过，一样多不通过。",
)


def proxy(filled: bool = False) -> ProxyPaper:
    """An empty form, or one that is filled in."""
    pair = ProxyPair(NAMES[10], "2号楼3单元", NAMES[47], "12号楼1单元", "全部表决事项")
    return ProxyPaper(
        samples.mark("晨居委〔2026〕2号", "proxy"), "3号楼业主会议", START, "居委会二楼议事厅",
        ("3号楼四个单元各加装一部电梯", "选定施工单位"), CONTACT, (pair if filled else ProxyPair(),),
        "每人最多受两位业主委托。",
    )  # fmt: skip


def plates() -> PlateSheet:
    """Those at the table."""
    people = (("周敏", "主持人"), ("何晓雯", "记录员"), ("欧阳秀兰", ""), (NAMES[47], "3号楼居民代表"))
    return PlateSheet(
        samples.mark("晨居席〔2026〕2号", "plates"), MEETING, tuple(Plate(*one) for one in people)
    )


def rules() -> RulesPaper:
    """The rules of order."""
    return RulesPaper(samples.mark("晨居则〔2026〕1号", "rules"), "议事规则", RULES, "居民代表会议通过")


def report(objections: bool = True) -> PublicityReportPaper:
    """The end of a public notice, with two objections answered."""
    first = date(2026, 12, 1)
    lines = (
        ObjectionLine(first + timedelta(days=3), "夜里充满的车也要1小时内挪，做不到。",
                      "22:00至次日7:00充满的不计时，办法第二条已写明。", first + timedelta(days=6)),
        ObjectionLine(first + timedelta(days=9), "服务费比隔壁小区贵，请说明成本。",
                      "成本和隔壁小区的差别已张贴在公示栏；每季度公布收支。", first + timedelta(days=13)),
    )  # fmt: skip
    return PublicityReportPaper(
        samples.mark("晨居公报〔2026〕6号", "report", date(2026, 12, 16)),
        "关于公共停车位和充电桩管理办法公示结果的报告", f"关于{QUESTION}表决结果的公示",
        "晨居公示〔2026〕22号", first, date(2026, 12, 15), 15,
        (
            PostingLine("各楼栋门厅", first),
            PostingLine("社区公示栏", first, None, "雨淋坏，12月5日重贴", True),
        ),
        lines if objections else (), "settled", CONTACT,
    )  # fmt: skip


def delivery() -> DeliveryPaper:
    """Who is to have the notice."""
    rows = tuple(
        DeliveryRow(at, name, f"{1 + (at - 1) // 4}号楼{1 + at % 4}单元") for at, name in enumerate(NAMES, 1)
    )
    return DeliveryPaper(
        samples.mark("晨居送〔2026〕18号", "delivery"), "送达回证",
        samples.notice().title, samples.notice().mark.number, date(2026, 11, 18), rows,
    )  # fmt: skip


def tasks() -> TaskSlipPaper:
    """Two tasks."""
    return TaskSlipPaper(
        samples.mark("晨居督〔2026〕7号", "tasks", date(2026, 11, 30)), MEETING, START.date(),
        (
            TaskSlip("把停车管理办法全文贴到各楼栋门厅和社区公示栏，公示15天", f"{MEETING}决定（记录第5号）",
                     "居委会，周敏", "居务监督委员会", date(2026, 12, 1), 1),
            TaskSlip("重新划线，装好12个充电桩的计时提醒", f"{MEETING}决定（记录第5号）",
                     "物业公司，马德福", "赵永康", date(2026, 12, 25), 25),
        ), CONTACT,
    )  # fmt: skip
