"""The annex of a role-play tells how tables and opinions came out, and never who played whom."""

import io
import zipfile
from dataclasses import replace
from fractions import Fraction

from meeting_app.documents import render
from meeting_app.documents.office.minutes_word import minutes_word
from meeting_app.documents.roleplay import annex_words as said
from meeting_app.domain.roleplay.stance import Interval
from meeting_app.domain.roleplay.texts import private_strings
from meeting_app.scenarios.library import shipped
from tests.documents import annexes, samples, tools
from tests.documents.every import pdf


def _flat(body: bytes) -> str:
    return "".join(tools.text(body).split())


def test_the_annex_says_first_that_nothing_was_decided() -> None:
    flat = _flat(pdf("roleplay-minutes"))
    order = [
        "附：换位体验（非表决）",
        "没有对任何真实事项表决，也没有作出决定",
        "第二百七十八条",
        "16人参加，分2桌，剧本是《云桥里的电梯》",
        "第1桌2次通过装哪一种：半层入户；",
        "第2桌3次没有通过装哪一种：半层入户；怎么施工：暑假集中六十天",
        "装哪一种：半层入户（2桌）。",
        "配成对的15份",
        "仅供参考",
        "咱们自己的老楼也应该加装电梯",
        "“原来一层怕的不是电梯，是没人替他算那笔账。”",
        "列出补偿的几种办法。居委会周敏",
        "不记谁演了谁",
        "发送：",
    ]
    places = [flat.find(words) for words in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)


def test_the_annex_stands_between_attendance_and_signatures() -> None:
    record = replace(samples.minutes(), annexes=(annexes.annex(41),))
    flat = _flat(render.pdf("minutes", record))
    order = ["程万里", "附：换位体验", "不记谁演了谁", "主持人", "监票人（王秀兰）"]
    places = [flat.rfind(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)


def test_nothing_secret_and_no_role_is_in_it() -> None:
    flat = _flat(pdf("roleplay-minutes"))
    lift = shipped("lift").scenario
    open_words = {
        one for issue in lift.issues for option in issue.options for one in (option.title, option.text)
    }
    assert [
        one for one in private_strings(lift) if "".join(one.split()) in flat and one not in open_words
    ] == []
    assert [role.name for role in lift.roles if role.name in flat] == []


def test_below_five_pairs_nothing_is_told_of_changes() -> None:
    few = annexes.annex(5)  # four pairs
    rows = [said.shift_row(one) for one in few.shifts]
    assert {row[3:] for row in rows} == {("—", "—")}
    assert {row[2] for row in rows} == {"—\n（4份）"}
    assert any("不足5份，不公布变化" in note for note in said.shift_notes(few))
    none = replace(few, sheets=(0, 0, 0), shifts=annexes.annex(0).shifts)
    paper = replace(samples.minutes(), annexes=(none,))
    assert "演之前演之后变化" not in _flat(render.pdf("minutes", paper))


def test_thirty_pairs_are_told_without_reserve_and_camps_with_their_titles() -> None:
    many = annexes.annex(41)
    assert not any("仅供参考" in note for note in said.shift_notes(many))
    head, rows = said.camp_table(many)
    assert head == ("变化按本人情况分", "一层或二层", "五层以上")
    assert all(row[1].endswith("（20份）") and row[2].endswith("（20份）") for row in rows)
    assert said.camp_table(annexes.annex(8)) == (("变化按本人情况分",), [])


def test_numbers_are_rounded_and_signed() -> None:
    assert said.points(Fraction(10, 3)) == "3.33"
    assert said.change(Interval(Fraction(-1, 8), -61, 37)) == "-0.13\n（-0.61至+0.37）"
    assert said.change(Interval(Fraction(0), 0, 0)) == "0.00\n（0.00至0.00）"


def test_the_word_file_has_the_annex_too() -> None:
    body = minutes_word(replace(samples.minutes("minutes"), annexes=(annexes.annex(),)))
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        text = archive.read("word/document.xml").decode()
    for words in ("换位体验（非表决）", "第二百七十八条", "不记谁演了谁", "待定"):
        assert words in text


def test_a_meeting_whose_tables_said_nothing_has_a_short_annex() -> None:
    bare = replace(annexes.annex(), tables=(), issues=(), shifts=(), quotes=(), suggestions=(), began_at=None)
    flat = _flat(render.pdf("summary", replace(samples.minutes("minutes"), annexes=(bare,))))
    assert "没有作出决定" in flat
    assert "看法的变化" not in flat
