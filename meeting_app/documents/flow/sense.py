"""Breaks a title into lines by sense and shape.

A title of an official paper is centred, no line of it stops inside a word, and the lines form a trapezium
or a diamond. The words that titles are made of are few; what is not among them is kept whole as far as the
ordinary rules go.
"""

import re
from functools import lru_cache
from itertools import accumulate

from meeting_app.documents.text.breaks import opportunities
from meeting_app.documents.text.clean import one_line
from meeting_app.documents.text.faces import look_up
from meeting_app.documents.text.lines import text_width
from meeting_app.documents.text.style import Style

_WORDS = (
    "居民代表会议 居民会议 业主大会 业主会议 居民委员会 社区居民 居民代表 议事会 听证会 "
    "联席会议 表决结果 会议记录 会议纪要 公共收益 加装电梯 维修资金 停车位 充电桩 "
    "垃圾分类 微更新 方案 事项 通知 公示 公告 决定 决议 社区 小区 关于 召开 讨论 "
    "修缮 改造 使用 管理 规定 公约 委员会 居委会 业委会 物业 服务 活动 设施 健身 "
    "凉亭 花园 广场 道路 楼道 门禁 安装 更换 协商 审议 通过 选举 结果 情况 报告 "
    "工作 计划 预算 办法 管理办法 停车 协商情况 居务 公共停车位 公共区域 公共空间 "
    "前三季度 上半年 下半年 临时停车 临时 高峰 人车分流 分流 老年人 助餐 助餐点 补贴 "
    "标准 屋面 防水层 绿化 补种 文明养犬 条款 居民公约 修订 增加 确定 设立 同意 维修 "
    "条例 年度 评议会 评议 述职 换届 候选人 名单 推选 业主委员会 监督委员会 居务监督 "
    "消防通道 电动自行车 自行车 充电 雨棚 车棚 围墙 门卫 监控 照明 路灯 排水 管网 "
    "雨污分流 外墙 保温 屋顶 阳台 儿童 游乐 文化 活动室 图书室 志愿者 志愿服务 积分 "
    "兑换 时间银行 邻里节 成果 展示 经费 支出 收入 使用情况 收支 收费 出入口 东门 "
    "西门 南门 北门 早晚 单元 居民议事 议事厅 代表 推进 试行 暂行 实施 细则 章程 "
    "规则 赞成 阻拦"
).split()
# A line begins well before a verb or after a conjunction of a title, and badly before 的, 和, 等.
_GOOD_START = ("表决", "讨论", "审议", "通过", "召开", "加装", "修缮", "改造", "关于", "暨", "并", "但")
# What ends the name of a thing stays with it: 充电桩管理办法.
_LAST_OF_NAME = ("管理办法", "办法", "方案", "规定", "细则", "章程", "制度")
_AND = ("和", "与", "及")
_BAD_START = ("的", "等", "了", "后", "前", "中", "上", "下")
_BAD_END = ("和", "与", "及", "对", "在", "由", "为", "将", "召", "讨")
_FEW = 4
_ORDINAL = re.compile(
    "第[一二三四五六七八九十百〇零0-9]+[届次期号批轮]?(?:会议|全体会议)?|《[^》]{1,14}》|〔[0-9]+〕[0-9]+号"
)


def title_lines(title: str, style: Style, width: float) -> list[str]:
    """The lines of a title; as few as fit the width."""
    return list(_title_lines(one_line(title), style, width))


@lru_cache(maxsize=256)
def _title_lines(title: str, style: Style, width: float) -> list[str]:
    total = text_width(title, style)
    if total <= width:
        return [title]
    places = _places(title)
    count = max(2, -int(-total // width))
    for lines in range(count, count + _FEW):
        found = _best(title, places, lines, style, width)
        if found:
            return found
    return _forced(title, style, width)


def _places(title: str) -> list[int]:
    """Where a line may begin: between words, as far as they are known."""
    may_break, _ = opportunities(title, [])
    inside = {at for match in _ORDINAL.finditer(title) for at in range(match.start() + 1, match.end())}
    for word in _WORDS:
        at = title.find(word)
        while at >= 0:
            inside |= set(range(at + 1, at + len(word)))
            at = title.find(word, at + 1)
    return [at for at in range(1, len(title)) if may_break[at] and at not in inside]


def _best(title: str, places: list[int], count: int, style: Style, width: float) -> list[str] | None:
    """The best division into `count` lines by dynamic programming; None when none fits."""
    advances = (em * style.size + style.pitch for em in look_up(style.voice, title)[1])
    edges = list(accumulate(advances, initial=0.0))
    ideal = edges[-1] / count
    # best[end] = (penalty, where its last line begins) for the text before `end`, line by line.
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for number in range(count):
        found: dict[int, tuple[float, int]] = {}
        for end in places if number < count - 1 else [len(title)]:
            join = _join_cost(title, end)
            for start, (penalty, _) in best[-1].items():
                long = edges[end] - edges[start]
                if start < end and long - style.pitch <= width + 0.01:
                    cost = penalty + ((long - ideal) / style.size) ** 2 + join
                    if end not in found or cost < found[end][0]:
                        found[end] = (cost, start)
        best.append(found)
    return _read_back(title, best) if len(title) in best[-1] else None


def _read_back(title: str, best: list[dict[int, tuple[float, int]]]) -> list[str]:
    """The lines that the best division has, from the last to the first."""
    lines, end = [], len(title)
    for found in reversed(best[1:]):
        start = found[end][1]
        lines.append(title[start:end].strip())
        end = start
    return lines[::-1]


def _join_cost(title: str, end: int) -> float:
    """How badly a line ends before `end`, in squared characters."""
    rest, done = title[end:], title[:end]
    cost = 0.0
    if rest.startswith(_GOOD_START):
        cost -= 30.0
    if rest.startswith(_LAST_OF_NAME):
        cost += 12.0
    if rest.startswith(_BAD_START):
        cost += 60.0
    if rest.startswith(_AND):
        cost += 5.0
    if done.endswith(_BAD_END):
        cost += 20.0
    return cost


def _forced(title: str, style: Style, width: float) -> list[str]:
    """Lines filled one after the other, for a title without any good place."""
    lines, line = [], ""
    for sign in title:
        if line and text_width(line + sign, style) > width:
            lines.append(line)
            line = ""
        line += sign
    return [*lines, line]
