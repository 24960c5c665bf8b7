"""The reader of YAML: everything means what it looks like, everything else is an error with its place."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from meeting_app.yaml_text import Kind, Limits, Node, YamlError, parse, parse_file
from meeting_app.yaml_text.read import SCANNERS


@pytest.fixture(params=SCANNERS, ids=lambda scanner: scanner.__name__)
def scanner(request: pytest.FixtureRequest) -> Any:
    """The fast scanner and the slow one: both read the same."""
    return request.param


def plain(node: Node) -> Any:
    """A document as Python's own values."""
    if node.kind is Kind.MAP:
        return {entry.name: plain(entry.node) for entry in node.entries}
    return [plain(item) for item in node.items] if node.kind is Kind.LIST else node.scalar


GOOD = """\ufeff# 规则
name: 居民代表会议
english: "yes"
short: '012'
when: "12:30"
day: 2026-11-30
count: 48
share: 1.50
minus: -3
secret: true
none: null
left_out:
articles: [28, 29]
inner: {a: 1, b: 文字：带冒号}
text: |
  第一行：说明
  　　第二行
list:
  - 标题：测试
  - name: 甲
    more: 乙 # 备注
"""


def test_a_file_means_what_it_looks_like(scanner: Any) -> None:
    document = parse(GOOD.replace("\n", "\r\n").encode(), "good.yaml", scanner=scanner)
    assert plain(document) == {
        "name": "居民代表会议",
        "english": "yes",
        "short": "012",
        "when": "12:30",
        "day": "2026-11-30",
        "count": 48,
        "share": Decimal("1.50"),
        "minus": -3,
        "secret": True,
        "none": None,
        "left_out": None,
        "articles": [28, 29],
        "inner": {"a": 1, "b": "文字：带冒号"},
        "text": "第一行：说明\n　　第二行\n",
        "list": ["标题：测试", {"name": "甲", "more": "乙"}],
    }
    name = document.entries[0]
    assert (name.name, name.line, name.column) == ("name", 2, 1)
    assert (name.node.line, name.node.column) == (2, 7)
    assert document.get("count") is not None
    assert document.get("nothing") is None
    assert sum(1 for _node in document.walk()) == 24


BAD: list[tuple[str, str, int, int]] = [
    # (text, code, line, column)
    ("a: 1\nb: 2\na: 3\n", "twice", 3, 1),
    ("a: &x 1\nb: 2\n", "anchor", 1, 4),
    ("a: 1\nb: *x\n", "alias", 2, 4),
    ("a: !!python/object:os.system 1\n", "tag", 1, 4),
    ("a: !x 1\n", "tag", 1, 4),
    ("<<: {a: 1}\n*x : 2", "alias", 2, 1),
    ("标题：测试\n内容：二\n", "wide_colon", 1, 3),
    ("id: a\n标题：测试\nb: c\n", "wide_colon", 2, 3),
    ("id: a\n标题：\n  zh: c\n", "wide_colon", 2, 3),
    ("id: a\n  标题：测试\n", "wide_colon", 2, 5),
    ("a：b: c\n", "wide_colon", 1, 1),
    ("a: b\n　name: c\n", "name_with_blank", 2, 1),
    ("a:\n　　b: c\n", "name_with_blank", 2, 1),
    ("a:\n　- c\n  - d\n", "wide_space", 2, 1),
    ("a:\n\tb: 1\n", "tab", 2, 1),
    ("a: [1,\n\t2]\n", "tab", 2, 1),
    ("a: 12:30\n", "clock", 1, 4),
    ("a: 1:2\n", "clock", 1, 4),
    ("a: no\n", "yes_no", 1, 4),
    ("a: Yes\n", "yes_no", 1, 4),
    ("a: ON\n", "yes_no", 1, 4),
    ("a: True\n", "yes_no", 1, 4),
    ("no: a\n", "yes_no", 1, 1),
    ("a: ~\n", "nothing", 1, 4),
    ("a: Null\n", "nothing", 1, 4),
    ("a: 012\n", "odd_number", 1, 4),
    ("a: 0x1F\n", "odd_number", 1, 4),
    ("a: 0o17\n", "odd_number", 1, 4),
    ("a: 0b1\n", "odd_number", 1, 4),
    ("a: 1_000\n", "odd_number", 1, 4),
    ("a: +5\n", "odd_number", 1, 4),
    ("a: 1e3\n", "odd_number", 1, 4),
    ("a: .5\n", "odd_number", 1, 4),
    ("a: 1.\n", "odd_number", 1, 4),
    ("a: .inf\n", "odd_number", 1, 4),
    ("a: .NaN\n", "odd_number", 1, 4),
    ("a: １２\n", "wide_number", 1, 4),
    ("a: 12：30\n", "wide_number", 1, 4),
    ("a: 1234567890123456789012\n", "number_too_long", 1, 4),
    ("1: a\n", "name_not_text", 1, 1),
    ("true: a\n", "name_not_text", 1, 1),
    ("? [a]\n: b\n", "name_not_text", 1, 3),
    ('"": a\n', "name_with_blank", 1, 1),
    ("my name: a\n", "name_with_blank", 1, 1),
    ("a: one\n  two\n", "runs_on", 1, 4),
    ('a: "one\n  two"\n', "open_quote", 1, 4),
    ('a: "one\nb: 2\n', "open_quote", 1, 4),
    ("a: b: c\n", "quote_needed", 1, 5),
    ("a: [1，2]\nb: [1, 2，\n", "wide_bracket", 2, 9),
    ("a: 1\nb:2\n", "colon_space", 2, 2),
    ("a:\n  -1\n  -2\n", "dash_space", 2, 3),
    ("a:\n  － one\n  － two\n", "wide_dash", 2, 3),
    ("a: @b\n", "reserved", 1, 4),
    ("a: `b\n", "reserved", 1, 4),
    ("a: {b: 1\n", "open_bracket", 1, 4),
    ("a: 1\n b: 2\n", "runs_on", 1, 4),
    ("a: b\n]\n", "syntax", 2, 1),
    ("a: 1\n---\nb: 2\n", "documents", 2, 1),
    ("%YAML 1.2\n---\na: 1\n", "directive", 1, 1),
    ("", "empty", 1, 1),
    ("# nothing\n", "empty", 1, 1),
    ("null\n", "empty", 1, 1),
    ("a: b\x00\n", "hidden_character", 1, 5),
    ("a: b\n\u202ec: d\n", "hidden_character", 2, 1),
    ("a: b\u2028c: d\n", "hidden_character", 1, 5),
    ("a: b\ufeff\n", "hidden_character", 1, 5),
    ('a: "\\0"\n', "hidden_character", 1, 4),
    ("a: [[[[[[[[[[[[[1]]]]]]]]]]]]]\n", "too_deep", 1, 15),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), BAD, ids=lambda value: repr(value)[:30])
def test_what_is_refused(text: str, code: str, line: int, column: int, scanner: Any) -> None:
    with pytest.raises(YamlError) as refused:
        parse(text.encode(), "bad.yaml", scanner=scanner)
    problem = refused.value.problems[0]
    assert (problem.code, problem.line) == (code, line), str(problem)
    if code not in ("directive", "syntax"):  # the two scanners point at different ends of the same thing
        assert problem.column == column
    assert problem.file == "bad.yaml"
    assert str(problem).startswith(f"bad.yaml:{line}:")


@pytest.mark.parametrize("word", ["\\ud800", "\\U00110000", "\\UFFFFFFFF"])
def test_escapes_that_are_no_character(word: str, scanner: Any) -> None:
    with pytest.raises(YamlError):
        parse(f'a: "{word}"\n'.encode(), "bad.yaml", scanner=scanner)


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        ("标题: 一\n内容: 二\n".encode("gbk"), "gbk", 1),
        ("a: 1\n内容: 二\n".encode("gb18030"), "gbk", 2),
        (b"a: 1\nb: \xff\n", "encoding", 2),
        ("a: 1\n".encode("utf-16"), "utf16", 1),
        ("a: 1\n".encode("utf-16-be"), "hidden_character", 1),
    ],
)
def test_other_encodings(data: bytes, code: str, line: int) -> None:
    with pytest.raises(YamlError) as refused:
        parse(data, "bad.yaml")
    assert (refused.value.problems[0].code, refused.value.problems[0].line) == (code, line)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a" * 101, "too_large"),
        (b"a: [1,1,1,1,1,1,1,1,1,1,1]", "too_many"),
        (b"a: " + b"b" * 21, "text_too_long"),
        (b"a: |\n  " + b"b" * 21, "text_too_long"),
        (b"a: {b: {c: 1}}", "too_deep"),
    ],
)
def test_files_have_a_measure(data: bytes, code: str) -> None:
    with pytest.raises(YamlError) as refused:
        parse(data, "bad.yaml", Limits(size=100, depth=2, nodes=10, text=20))
    assert refused.value.problems[0].code == code


def test_a_file_is_read_no_further_than_its_measure(tmp_path: Path) -> None:
    file = tmp_path / "rule.yaml"
    file.write_bytes(b"a: 1\n")
    assert plain(parse_file(file)) == {"a": 1}
    with pytest.raises(YamlError) as refused:
        parse_file(file, Limits(size=3))
    assert refused.value.problems[0].params == {"size": 4, "most": 3}
    with pytest.raises(YamlError) as refused:
        parse_file(tmp_path / "none.yaml")
    assert refused.value.problems[0].code == "unreadable"
