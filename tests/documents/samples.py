"""A meeting to set papers from: all fiction, the same every time."""

import hashlib
from datetime import date, datetime, timedelta, timezone

from meeting_app.queries.papers import (
    AgendaPaper,
    AgendaRow,
    Attendee,
    Badge,
    BadgeSheet,
    Contact,
    DecisionLine,
    DecisionNoticePaper,
    MinutesItem,
    MinutesPaper,
    MinutesSpeech,
    MinutesVote,
    NoticeItem,
    NoticePaper,
    PaperMark,
    ParkedLine,
    Presence,
    PublicityPeriod,
    Share,
    SignInGroup,
    SignInPaper,
    SignInRow,
    TaskLine,
    TellerCount,
    VoteRule,
    VoteTotals,
    WorkingStep,
)

START = datetime(2026, 11, 28, 14, 30, tzinfo=timezone(timedelta(hours=8)))
ISSUER = "晨光社区居民委员会"
MEETING = "晨光社区第六届居民代表会议第二次会议"
CONTACT = Contact("居委会一楼窗口", "周敏", "5550 0128", "工作日9:00至17:00")
LAW = "《中华人民共和国城市居民委员会组织法》第二十八条、第二十九条"
QUESTION = "公共停车位和充电桩管理办法"
MOTION = (
    "通过《晨光社区公共停车位和充电桩管理办法》，自2027年1月1日起试行一年。",
    "（一）小区公共停车位86个，其中12个装充电桩，充满后1小时内驶离。",
    "（二）电费和服务费每度1.15元，差额进公共收益账户，每季度公布一次。",
    "（三）消防通道、单元门前6米不停车；第一次提醒，第二次张贴通知，第三次由物业联系挪车。",
    "（四）试行满一年前，由居委会把使用情况报居民代表会议评议。",
)
NAMES = (
    "周敏 李桂芳 陈国栋 王秀兰 赵永康 孙丽华 刘建军 何晓雯 马德福 林秀珍 郑𬱖 吴淑珍 许志强 "
    "沈玉梅 高文斌 黄美玲 罗家辉 梁㛃 宋喆 唐昇 韩堃 冯䶮 董国强 萧雅芝 程万里 曹凤英 "
    "袁立新 邓小满 傅春生 曾庆华 彭玉珍 吕思源 苏慧 卢建平 蒋文娟 蔡志远 贾宝山 丁香梅 魏国庆 "
    "薛冬梅 叶知秋 阎锡玲 余光中平 潘虹 杜鹃 戴安民 夏雨荷 阿依古丽·买买提"
).split()


def mark(number: str, seed: str = "paper", day: date = date(2026, 11, 12)) -> PaperMark:
    """A mark with a code and digest that follow from the seed."""
    digest = hashlib.sha256(seed.encode()).hexdigest()
    code = "-".join(digest[at : at + 4].upper().replace("I", "1") for at in (0, 4, 8))
    return PaperMark(number, code, digest, ISSUER, day)


def rule(needed: int | None = 21) -> VoteRule:
    """Two thirds of 48 present, more than half of those present."""
    return VoteRule(LAW, 48, Share(2, 3, True), 32, Share(1, 2, False), "present", needed)


def notice() -> NoticePaper:
    """The notice."""
    return NoticePaper(
        mark=mark("晨居通〔2026〕18号", "notice"),
        title="关于召开第六届居民代表会议第二次会议讨论停车管理办法的通知",
        addressee="全体居民代表",
        meeting_title=MEETING,
        called_by="居民委员会",
        starts_at=START,
        check_in_from=START - timedelta(minutes=30),
        place="居委会二楼议事厅",
        place_note="有坡道和扶手",
        attendees="居民代表和居委会成员共48人；居民可以列席，经主持人同意可以发言",
        items=(
            NoticeItem("通报前三季度居务和公共收益", 15, "周敏"),
            NoticeItem("讨论并表决公共停车位和充电桩管理办法", 45, "何晓雯", MOTION),
            NoticeItem("听取3号楼加装电梯协商情况", 20, "陈国栋"),
        ),
        rule=rule(None),
        contact=CONTACT,
        check_in=("code", "list"),
        bring="参会证和老花镜",
        attachments=("公共停车位和充电桩管理办法全文", "前三季度公共收益收支表"),
        posted_at=("各楼栋门厅", "社区公示栏"),
        delivered=48,
    )


def steps() -> tuple[WorkingStep, ...]:
    """The working of the sample's vote."""
    return (
        WorkingStep("notice", 0, 0, 10, 16, True),
        WorkingStep("quorum", 41, 48, 32, 41, True, Share(2, 3, True)),
        WorkingStep("tellers_agree", 41, 41, 41, 41, True),
        WorkingStep("reconciliation", 41, 41, 41, 41, True),
        WorkingStep("threshold", 29, 41, 21, 29, True, Share(1, 2, False)),
    )


def vote() -> MinutesVote:
    """29 for, 8 against, 3 abstaining, 1 raised no hand."""
    return MinutesVote(
        question=QUESTION,
        motion=MOTION,
        method="hands",
        taken_at=START + timedelta(minutes=66),
        members=48,
        present=41,
        totals=VoteTotals(29, 8, 3, 1),
        tellers=(TellerCount("赵永康", 29, 8, 3), TellerCount("王秀兰", 29, 8, 3)),
        rule=rule(),
        steps=steps(),
        outcome="adopted",
        moved_by="居委会",
    )


def attendance() -> tuple[Attendee, ...]:
    """48 members, 41 of them present, and two observers."""
    people = []
    for at, name in enumerate(NAMES, 1):
        state = "present" if at <= 41 else "excused" if at <= 45 else "absent"
        late = timedelta(minutes=at % 9)
        since = START - timedelta(minutes=20) + late
        stays: tuple[Presence, ...] = (Presence(since, None),) if state == "present" else ()
        if at == 13:
            stays = (
                Presence(START, START + timedelta(minutes=20)),
                Presence(START + timedelta(minutes=31), None),
            )
        place = f"{1 + (at - 1) // 4}号楼{1 + at % 4}单元"
        people.append(Attendee(at, name, "居民代表", state, place, stays))
    people.append(Attendee(0, "何文涛", "列席", "observer", "区城市更新中心", (Presence(START, None),)))
    return tuple(people)


def speeches() -> tuple[MinutesSpeech, ...]:
    """What was said."""
    said = (
        ("李桂芳", "for", 105, "晚上回来没车位，充电要拉飞线，早该有个办法。建议充满后先发提醒。"),
        (
            "陈国栋",
            "against",
            118,
            "差额进公共收益可以，但要写清楚谁记账、谁审；每度1.15元比隔壁小区贵0.1元。",
        ),
        ("郑𬱖", "question", 40, "夜里22:00以后充满的，也要1小时内挪吗？答：22:00至次日7:00不计时。"),
        (
            "阿依古丽·买买提",
            "for",
            86,
            "单元门前6米不停车对推轮椅的人很要紧——去年救护车就开不进来……赞成写进去。",
        ),
    )
    return tuple(
        MinutesSpeech(who, stance, START + timedelta(minutes=30 + 4 * at), seconds, gist)
        for at, (who, stance, seconds, gist) in enumerate(said)
    )


def minutes(form: str = "record") -> MinutesPaper:
    """The minutes."""
    return MinutesPaper(
        mark=mark("晨居记〔2026〕5号", "minutes", START.date()),
        form=form,
        heading=f"晨光社区居民代表会议{'记录' if form == 'record' else '纪要'}",
        started_at=START + timedelta(minutes=2),
        ended_at=START + timedelta(minutes=111),
        place="居委会二楼议事厅",
        chair="周敏",
        recorder="何晓雯",
        tellers=("赵永康", "王秀兰"),
        expected=48,
        present=41,
        quorum_needed=32,
        attendance=attendance(),
        items=(
            MinutesItem(
                1,
                "通报前三季度居务和公共收益",
                START + timedelta(minutes=2),
                START + timedelta(minutes=18),
                "周敏",
                ("公共收益前三季度收入186,420元，支出97,300元，结余转入下季度；收支表已在公示栏张贴。",),
            ),
            MinutesItem(
                2,
                "公共停车位和充电桩管理办法",
                START + timedelta(minutes=18),
                START + timedelta(minutes=74),
                "何晓雯",
                ("何晓雯说明了办法的五点内容和征求意见的情况：收到意见67条，采纳21条。",),
                speeches(),
                (vote(),),
            ),
            MinutesItem(3, "听取3号楼加装电梯协商情况", None, None),
        ),
        decisions=(
            DecisionLine("通过《晨光社区公共停车位和充电桩管理办法》，自2027年1月1日起试行一年。", 2),
        ),
        tasks=(
            TaskLine(
                "把办法全文张贴到各楼栋门厅，公示15天", "居委会 周敏", date(2026, 12, 1), "居务监督委员会"
            ),
            TaskLine("重新划线，装好12个充电桩的计时提醒", "物业公司 马德福", date(2026, 12, 25), "赵永康"),
        ),
        parked=(ParkedLine("访客车辆怎么收费", "宋喆"), ParkedLine("电动自行车棚的雨棚什么时候修")),
        distribution=("全体居民代表", "街道办事处", "物业公司"),
    )


def decision_notice(settled: bool = False) -> DecisionNoticePaper:
    """The public notice; settled it is an announcement without objections."""
    return DecisionNoticePaper(
        mark=mark(f"晨居公{'告' if settled else '示'}〔2026〕22号", "decision", date(2026, 11, 30)),
        title=f"关于公共停车位和充电桩管理办法表决结果的{'公告' if settled else '公示'}",
        meeting_title="居民代表会议",
        held_on=START.date(),
        question=QUESTION,
        motion=MOTION[:1],
        method="hands",
        members=48,
        present=41,
        totals=VoteTotals(29, 8, 3, 1),
        rule=rule(),
        steps=steps(),
        outcome="adopted",
        tellers=("赵*康（2号楼1单元）", "王*兰（1号楼3单元）"),
        objections_to=CONTACT,
        publicity=None if settled else PublicityPeriod(date(2026, 12, 1), date(2026, 12, 15), 15, 5),
        records_note="会议记录和两名监票人的计数表归档，居民可以申请查看。",
        posted_at=("各楼栋门厅", "社区公示栏"),
    )


def sign_in() -> SignInPaper:
    """The sheet, by buildings, with blank rows for guests."""
    rows = [
        SignInRow(at, name, f"{1 + (at - 1) // 4}号楼{1 + at % 4}单元", "居民代表")
        for at, name in enumerate(NAMES, 1)
    ]
    rows[20] = SignInRow(21, NAMES[20], "6号楼", "居委会成员", "兼第三小组组长")
    groups = (SignInGroup("居民代表", tuple(rows)), SignInGroup("来宾", (), 15))
    return SignInPaper(
        mark("晨居签〔2026〕18号", "sign-in"), "居民代表会议签到表", START, "居委会二楼议事厅", 48, 32, groups
    )


def agenda() -> AgendaPaper:
    """The programme."""
    at = START
    rows = []
    for number, title, kind, length, who in (
        (1, "开场：说明议程和规则", "opening", 5, "周敏"),
        (2, "通报前三季度居务和公共收益", "report", 15, "周敏"),
        (3, "讨论公共停车位和充电桩管理办法", "discussion", 35, "何晓雯"),
        (0, "休息", "break", 10, ""),
        (4, "表决公共停车位和充电桩管理办法", "vote", 10, "何晓雯"),
        (5, "听取3号楼加装电梯协商情况", "report", 20, "陈国栋"),
        (6, "小结和任务", "closing", 5, "周敏"),
    ):
        rows.append(AgendaRow(number, title, kind, at, length, who))
        at += timedelta(minutes=length)
    rules = (
        "每人每次发言2分钟，最多两次；没发过言的先说。",
        "先举手，叫到名字再说；说事，不说人。",
        "赞成和反对轮流发言。",
    )
    return AgendaPaper(
        mark("晨居通〔2026〕18号附1", "agenda"),
        "居民代表会议议程",
        START,
        at,
        "居委会二楼议事厅",
        "周敏",
        tuple(rows),
        rules,
    )


def badges(count: int = 12) -> BadgeSheet:
    """Badges of the first members."""
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    made = []
    for at, name in enumerate(NAMES[-count:], 1):
        code = "".join(alphabet[byte % 32] for byte in hashlib.sha256(name.encode()).digest()[:6])
        made.append(Badge(at, name, f"YST*{code}", "居民代表", f"{at}号楼{1 + at % 4}单元"))
    return BadgeSheet(mark("晨居证〔2026〕18号", "badges"), "晨光社区居民代表会议", START.date(), tuple(made))
