"""Pages for the tests of the painters: the story of the drawings, and the same with texts that hurt."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from meeting_app.domain.clock import Clock, Instant
from meeting_app.queries.slides_types import (
    AgendaLine,
    AgendaSlide,
    BackdropSlide,
    BlackSlide,
    BreakSlide,
    CheckingSlide,
    ClosedSlide,
    FloorSlide,
    HandsSlide,
    Head,
    ItemSlide,
    MotionSlide,
    ResultSlide,
    RuleFacts,
    Slide,
    SpeakerSlide,
    WelcomeSlide,
)
from meeting_app.queries.slides_types_agenda import AttachmentSlide, ReadBackLine, ReadBackSlide
from meeting_app.queries.slides_types_draw import DrawSlide

ZONE = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 11, 28, 14, 30, tzinfo=ZONE)
AT = datetime(2026, 11, 28, 15, 21, 0, tzinfo=ZONE)
NOW = Instant(int(AT.timestamp() * 1000), 10_000_000, "boot")
LAW = "城市居民委员会组织法"

HEAD = Head("晨光社区居民代表会议", 3, 6, ("done", "done", "now", "next", "next", "next"))
RULE = RuleFacts(1, 2, True, 21, 41, LAW, (20,))
TITLES = (
    "开场与议事规则", "方案说明：装在哪、花多少、谁来出", "问题与讨论", "举手表决：加装电梯方案",
    "楼前空地做什么用", "任务分工与闭会",
)  # fmt: skip
MOTION = (
    "一、在四个单元的北侧各装一部，每部 57.8 万元，共 231.2 万元。\n"
    "二、政府补贴 80 万元，其余 151.2 万元由3至6层出。\n"
    "三、每户出：3层 2.2 万元，4层 2.9 万元，5层 3.5 万元，6层 4 万元；1、2层不出。\n"
    "四、电费和维护费由3至6层各户按出资比例分摊，每年公布一次账目。\n"
    "五、对一层住户的采光影响，由出资各户一次补偿，每户 1 万元。"
)


def running(limit_s: int, used_s: int) -> Clock:
    """A clock that has run for so long at NOW."""
    return Clock(limit_s * 1000, used_s * 1000, NOW)


def paused(limit_s: int, used_s: int = 0) -> Clock:
    """A clock that stands."""
    return Clock(limit_s * 1000, used_s * 1000)


def agenda(count: int = 6, current: int = 3) -> AgendaSlide:
    """An agenda with `count` items."""
    states = ["done"] * (current - 1) + ["now"] + ["next"] + ["later"] * count
    lines = tuple(
        AgendaLine(n + 1, TITLES[n % 6], 20 + 5 * (n % 3), START + timedelta(minutes=20 * n), states[n])
        for n in range(count)
    )
    return AgendaSlide(HEAD, lines, START + timedelta(minutes=115))


def stops(count: int, current: int) -> tuple[str, ...]:
    """The states of the stops of the agenda line."""
    return tuple("done" if n < current else "now" if n == current else "next" for n in range(count))


SPEAKER = SpeakerSlide(
    HEAD, "问题与讨论", "李桂芳", "3号楼", 2, 1, running(180, 46), ("陈国栋", "吴淑珍", "赵永康")
)
RESULT = ResultSlide(HEAD, "为3号楼四个单元各加装一部电梯", "adopted", 30, 7, 3, 1, 41, 47, 24, 1, 2, RULE)
OWNERS = "3号楼加装电梯业主会议"
WELCOME = WelcomeSlide(Head(OWNERS), "晨光社区", OWNERS, START, "居委会二楼议事厅", 58, 72, 48, 3)
WELCOME_AREA = replace(
    WELCOME,
    present=47,
    represented=5,
    area_here_c=400_125,
    area_c=614_832,
    area_needed_c=409_888,
    scope=(("3号楼", 0),),
)
MOTION_SLIDE = MotionSlide(HEAD, "为3号楼四个单元各加装一部电梯", MOTION, 0, RULE)
HANDS = HandsSlide(HEAD, "为3号楼四个单元各加装一部电梯", "for", 2, RULE)
PLAN = "装在哪、花多少、谁来出"
DECISIONS = (
    "为3号楼四个单元各加装一部电梯，30 人同意，通过。",
    "楼前空地先做停车棚和充电桩，一年后再看。",
    "噪声问题请物业公司在两周内回复。",
)

CAR = "请车牌尾号 27K 的车主挪一下车，挡住消防通道了"

DRAW = DrawSlide(
    HEAD, "抽签产生居民议事会成员", 412, 15, ("7A2C", "9E4D", "08FC", "B3A1"), "40729", "赵永康",
    tuple(
        (7 * place + 3, name, f"1E4DA1{place:02X}")
        for place, name in enumerate(("王*兰", "欧阳*", "张*", "李*明", "赵*康") * 3)
    ), 0,
)  # fmt: skip

READ_BACK = ReadBackSlide(
    HEAD,
    (
        ReadBackLine("decision", "充电棚离楼 8 米，施工前请住户到现场再看一次。"),
        ReadBackLine("task", "和充电运营单位签合同，合同全文贴到公示栏", "马德福", "2026-12-18", "张伟明"),
        ReadBackLine("parking", "快递三轮车能不能在新棚里充电", "王桂兰", fate="next_meeting"),
        ReadBackLine("decision", "会议延长 15 分钟，到 16:40 结束。"),
    ),
    0,
)  # fmt: skip

SAMPLES: dict[str, Slide] = {
    "read_back": READ_BACK,
    "read_back_last": replace(READ_BACK, page=9),
    "read_back_nothing": replace(READ_BACK, lines=()),
    "attachment_broken": AttachmentSlide(HEAD, "平面图.jpg", 1, 3, "0" * 64, b""),
    "welcome": WELCOME,
    "welcome_area": WELCOME_AREA,
    "welcome_short": replace(WELCOME, present=42, guests=0),
    "welcome_open": replace(WELCOME, needed=0),
    "agenda": agenda(),
    "agenda_long": agenda(14, 8),
    "item": ItemSlide(HEAD, "report", PLAN, "区城市更新中心 何文涛 工程师", running(900, 320)),
    "item_over": ItemSlide(HEAD, "report", PLAN, "何文涛", running(900, 975)),
    "item_waiting": ItemSlide(HEAD, "opening", "开场与议事规则", "", paused(300)),
    "item_plain": ItemSlide(HEAD, "vote", "举手表决：加装电梯方案", "王秀英", None),
    "speaker": SPEAKER,
    "speaker_warning": replace(SPEAKER, clock=running(180, 155), following=("陈国栋",)),
    "speaker_over": replace(SPEAKER, clock=running(180, 214)),
    "speaker_far_over": replace(SPEAKER, clock=running(180, 180 + 754), following=()),
    "floor": FloorSlide(HEAD, "加装电梯，一层的采光怎么补", running(1800, 700), ("陈国栋", "吴淑珍")),
    "floor_free": FloorSlide(HEAD, "问题与讨论", None, ()),
    "motion": MOTION_SLIDE,
    "motion_last": replace(MOTION_SLIDE, page=9),
    "hands_for": HANDS,
    "hands_against": replace(HANDS, choice="against", tellers=1),
    "hands_abstain": replace(HANDS, choice="abstain", represented=3),
    "checking": CheckingSlide(HEAD, "为3号楼四个单元各加装一部电梯"),
    "result_adopted": RESULT,
    "result_not_adopted": replace(RESULT, verdict="not_adopted", for_=19, against=16, abstain=5),
    "result_no_quorum": replace(
        RESULT, verdict="no_quorum", for_=0, against=0, abstain=0, not_voting=20, present=20
    ),
    "break": BreakSlide(HEAD, "休息一下", AT + timedelta(minutes=14)),
    "break_open": BreakSlide(HEAD, "休息一下", None),
    "closed": ClosedSlide(Head(HEAD.meeting), "晨光社区", DECISIONS),
    "closed_plain": ClosedSlide(Head(HEAD.meeting), "晨光社区", ()),
    "backdrop": BackdropSlide("晨光社区"),
    "black": BlackSlide(),
    "draw_waiting": replace(DRAW, number="", drawn_by="", chosen=()),
    "draw": DRAW,
    "draw_many": replace(DRAW, seats=30, chosen=DRAW.chosen * 2, page=1),
    "banner": replace(SPEAKER, head=replace(HEAD, banner=CAR)),
}

LONG_TITLE = (
    "关于晨光社区3号楼四个单元加装电梯的方案、费用分摊、一层住户采光补偿"
    "以及日后运行维护费用由谁承担的几个问题的说明与讨论"
)
LONG_ENGLISH = (
    "Where the four lifts go, what they cost, who pays for them, "
    "and how the ground floor is compensated for lost light"
)
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
NASTY = (LONG_TITLE, LONG_ENGLISH, WORD, "，。；：！？、）》”", "1" * 40, "\u4dae\u3400 𠮷", "短", "A")
NAMES = (
    "李", "欧阳娜娜", "阿不都热依木·阿不力孜", "Maximiliane-Katharina von Hohenzollern-Sigmaringen",
    "买买提·吐尔逊·库尔班江", "Wolfeschlegelsteinhausenbergerdorff",
)  # fmt: skip


def _nasty(number: int, title: str) -> dict[str, Slide]:
    head = Head(title, 17, 24, stops(24, 16), title if number % 2 else "")
    name = NAMES[number % len(NAMES)]
    lines = tuple(replace(line, title=title) for line in agenda(9, 5).lines)
    rule = replace(RULE, numerator=5, denominator=7, strict=False, needed=887, articles=(20, 21, 22))
    text = "\n".join([title * 3, f"1. {title * 12}", MOTION])
    many = (title, title * 2, *DECISIONS, *DECISIONS, title)
    home = "晨光社区东区12号楼"
    return {
        "welcome": replace(
            WELCOME, head=head, title=title, community=name, place=title, present=1234, eligible=5678,
            represented=120, needed=3000, area_here_c=4_127_300, area_c=11_887_464, area_needed_c=7_924_976,
        ),
        "agenda": AgendaSlide(head, lines, AT),
        "item": ItemSlide(head, "discussion", title, f"{name}，{title[:20]}", running(6000, 12)),
        "speaker": SpeakerSlide(head, title, name, home, 3, 0, running(9000, 1), (name, title[:24], "王五")),
        "over": replace(SPEAKER, head=head, name=name, clock=running(60, 60 + 6015)),
        "floor": FloorSlide(head, title, running(3600, 5000), (name,)),
        "motion": MotionSlide(head, title, text, number, RULE),
        "hands": replace(HANDS, head=head, title=title, rule=None if number % 2 else RULE),
        "checking": CheckingSlide(head, title),
        "result": replace(
            RESULT, head=head, title=title, for_=0, against=1204, abstain=0, not_voting=37, present=1241,
            verdict="not_adopted", rule=rule,
        ),
        "break": BreakSlide(head, title, AT),
        "closed": ClosedSlide(head, name, many),
        "thanks": ClosedSlide(head, name, ()),
        "backdrop": BackdropSlide(title, head),
        "draw_waiting": replace(DRAW, head=head, title=title, people=12_345, number="", chosen=()),
        "draw": replace(
            DRAW, head=head, title=title, number="0123456789" * 4, drawn_by=name, page=9,
            chosen=((12_345, name, "FFFFFFFF"),) * 40,
        ),
        "read_back": ReadBackSlide(
            head, (ReadBackLine("task", title * 2, name, "2026-12-18", title[:40]),) * 7, number
        ),
        "attachment": AttachmentSlide(head, title, 3, 60, "0" * 64, b""),
    }  # fmt: skip


def nasty() -> dict[str, Slide]:
    """The same pages with texts that hurt."""
    return {
        f"nasty{number}_{name}": slide
        for number, title in enumerate(NASTY)
        for name, slide in _nasty(number, title).items()
    }
