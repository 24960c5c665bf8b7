"""All controls of the ground in one column, as the drawing of the components shows them."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from meeting_app.ui.widgets import (
    Banner,
    Bar,
    Button,
    CheckBox,
    Chip,
    Choice,
    ClockLabel,
    Column,
    DateField,
    EmptyState,
    Field,
    FillSwatch,
    JournalStrip,
    KeyCap,
    Label,
    Labelled,
    Line,
    LiveDot,
    MainButton,
    Part,
    Progress,
    QuietButton,
    RingMark,
    Row,
    RowList,
    SearchBox,
    SectionHead,
    Segment,
    Segmented,
    Sheet,
    Stage,
    StageLine,
    Stepper,
    Table,
    TextArea,
    TimeField,
    VoteMark,
)

MODES = (("content", "内容", "monitor-play"), ("black", "黑屏", "moon"), ("desktop", "桌面", "monitor"))
STAGES = (
    Stage("征集", "done", "6月3日", "25 户附议"),
    Stage("酝酿", "skipped", "7月10日", "3 个方案"),
    Stage("协商", "now", "今天 14:30", "业主会议"),
    Stage("公示", "ahead", "通过后 3 日内", "贴满 15 日"),
)
WAITING = (
    Row("1", "赵明德", "3单元 5层", lead="1", chip="下一位", chip_tone="ok", strong=True),
    Row("2", "刘素芬", "1单元 1层", lead="2", trail="15:44 举手"),
)
DUE = (
    Row(
        "1", "给1层住户送采光测算书", "物业　王师傅，张国强家在等", icon="star", chip="过期 1 天",
        chip_tone="danger", chip_icon="circle-alert",
    ),
)  # fmt: skip


def _row(*parts: QWidget) -> QHBoxLayout:
    box = QHBoxLayout()
    box.setSpacing(8)
    for part in parts:
        box.addWidget(part)
    box.addStretch(1)
    return box


def _off(button: Button) -> Button:
    button.setEnabled(False)
    return button


def _on(button: Button) -> Button:
    button.setCheckable(True)
    button.setChecked(True)
    return button


def _buttons(column: QVBoxLayout) -> None:
    column.addLayout(
        _row(MainButton("主要", icon="check", key="回车"), _off(MainButton("不可用", icon="check")))
    )
    step = Button("下一项", kind="big", icon="skip-forward", key="PgDn", sub="举手表决：选用方案")
    column.addLayout(_row(Button("次大", kind="big", icon="pause", key="空格"), step))
    plain = Button("普通", icon="plus")
    column.addLayout(_row(plain, _on(Button("选中")), _off(Button("不可用")), QuietButton("文字")))
    chosen = Segmented("谁看", [Segment("in", "内部"), Segment("out", "公开"), Segment("all", "都要")])
    chosen.set_value("out")
    column.addWidget(chosen)
    column.addWidget(Segmented("投影", [Segment(*mode) for mode in MODES], tall=True))


def _fields(column: QVBoxLayout) -> None:
    column.addLayout(_row(Field("姓名", "提示文字"), SearchBox("找", "找人、找议题", key="Ctrl+F")))
    who = Choice("谁办")
    who.offer([("a", "物业"), ("b", "居委会")])
    column.addLayout(_row(who, CheckBox("打印通知")))
    column.addLayout(_row(Stepper("时间", value=8, form="{n} 分"), DateField("日期"), TimeField("几点")))
    text = Labelled("提案文本", TextArea("提案", "写一句话", rows=2))
    text.complain("请写明提案")
    column.addWidget(text)


def _figures(column: QVBoxLayout) -> None:
    bar = Bar("票数", height=24)
    bar.show_parts([Part("for", 60), Part("against", 20), Part("abstain", 12), Part("void", 8)], 100, 51)
    column.addWidget(bar)
    legend = [
        part
        for choice, word in (("for", "同意"), ("against", "反对"), ("abstain", "弃权"))
        for part in (FillSwatch(choice), VoteMark(choice), Label(word, tone=choice, bold=True))
    ]
    column.addLayout(_row(*legend))
    stages = StageLine("环节")
    stages.show_stages(STAGES)
    column.addWidget(stages)
    clock = ClockLabel("还剩", pixels=96)
    clock.show_time("1:24")
    column.addLayout(_row(LiveDot(), Label("正在发言", "caption"), clock))


def _lists(column: QVBoxLayout) -> None:
    column.addWidget(SectionHead("等候发言", count="4 人", remark="没发言的先请，其次讲得少的"))
    queue = RowList("等候发言", height=52, detail_below=False)
    queue.show_rows(WAITING)
    due = RowList("要办的事")
    due.show_rows(DUE)
    for rows in (queue, due):
        rows.fit_height(4)
        column.addWidget(rows)
    table = Table("分摊", [Column("楼层", stretch=1), Column("元 / 户", figures=True)])
    table.show_lines([Line("6", ("6层", "57,352.94")), Line("5", ("5层", "52,941.18"), strong=True)])
    table.setFixedHeight(140)
    column.addWidget(table)


def _grounds(column: QVBoxLayout) -> None:
    chips = (
        Chip("普通"), Chip("好", "ok", icon="check"), Chip("注意", "warn", icon="clock"),
        Chip("过期", "danger", icon="circle-alert"), KeyCap("F1"),
    )  # fmt: skip
    column.addLayout(_row(*chips))
    sheet = Sheet(padding=8)
    sheet.body.addWidget(EmptyState("还没有议题", "先写一个", button=Button("写一个", icon="plus")))
    column.addWidget(sheet)
    column.addWidget(Progress("正在生成", "停下"))
    banner = Banner()
    banner.tell(
        "投影机断开了。", "会照常开。", icon="monitor-x", buttons=(("look", "重新检测", "refresh-cw"),)
    )
    column.addWidget(banner)
    resting, telling = JournalStrip(), JournalStrip()
    resting.show_journal("15:46:03　请王桂芳发言", "15:45:51　李建国发言结束")
    telling.show_toast("已请赵明德发言")
    column.addWidget(resting)
    column.addWidget(telling)


def gallery() -> QWidget:
    """The column, not yet shown."""
    window = QWidget()
    window.setObjectName("window")
    column = QVBoxLayout(window)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(12)
    column.addLayout(_row(RingMark(), Label("晨光社区", "h1")))
    for fill in (_buttons, _fields, _figures, _lists, _grounds):
        fill(column)
    return window
