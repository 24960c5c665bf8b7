"""Whatever the bytes are: a document within the limits, or a typed error with a place in the file."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meeting_app.yaml_text import Limits, Node, YamlError, parse
from meeting_app.yaml_text.read import SCANNERS

LIMITS = Limits(size=4000, depth=5, nodes=60, text=200)
WORDS = """a b 标题 ： : - [ ] { } , ， *x | > |2 " ' # --- ... %YAML \\ ~ no 012 12:30 １２ @ ` “ ” true 1e9
\\ud800 \\U00110000 \\x00 😀""".split()
BLANKS = [" ", "  ", "\n", "\r\n", "\t", "\u3000", ": ", "- ", "? ", "&x ", "!t ", "!!str ", "# ", "<<: "]
HIDDEN = ["\ufeff", "\x00", "\x85", "\u2028"]
PIECES = st.sampled_from([*WORDS, *BLANKS, *BLANKS, *HIDDEN])
SOUP = st.lists(PIECES, max_size=40).map("".join)


def read(data: bytes, scanner: Any) -> Node | YamlError:
    """The document, or the error; anything else that is raised fails the test."""
    try:
        return parse(data, "any.yaml", LIMITS, scanner)
    except YamlError as refused:
        return refused


def check(data: bytes, scanner: Any) -> None:
    """The promise of the reader."""
    found = read(data, scanner)
    if isinstance(found, YamlError):
        assert len(found.problems) == 1
        lines = data.count(b"\n") + data.count(b"\r") + 1
        assert 0 <= found.problems[0].line <= lines
        return
    nodes = list(found.walk())
    assert len(data) <= LIMITS.size
    assert len(nodes) <= LIMITS.nodes
    assert all(len(node.scalar) <= LIMITS.text for node in nodes if isinstance(node.scalar, str))


@pytest.mark.parametrize("scanner", SCANNERS, ids=lambda scanner: scanner.__name__)
@settings(max_examples=300, deadline=None)
@given(soup=SOUP)
def test_any_text(scanner: Any, soup: str) -> None:
    check(soup.encode(), scanner)


@pytest.mark.parametrize("scanner", SCANNERS, ids=lambda scanner: scanner.__name__)
@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=200))
def test_any_bytes(scanner: Any, data: bytes) -> None:
    check(data, scanner)


@settings(max_examples=150, deadline=None)
@given(soup=SOUP)
def test_both_scanners_read_the_same(soup: str) -> None:
    documents = [read(soup.encode(), scanner) for scanner in SCANNERS]
    if not any(isinstance(one, YamlError) for one in documents):
        values = [[node.scalar for node in one.walk()] for one in documents if isinstance(one, Node)]
        assert all(one == values[0] for one in values)


DEEP = [b"[" * 3999, b"{" * 3999, b"- " * 1999, b"a: " * 1300, b"? " * 1999, b'"' * 3999, b"&a " * 1300]


@pytest.mark.parametrize("data", [*DEEP, b"\n" * 3999], ids=lambda data: repr(data[:4]))
def test_depth_without_end(data: bytes) -> None:
    for scanner in SCANNERS:
        check(data, scanner)
