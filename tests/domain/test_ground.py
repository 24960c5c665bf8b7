"""Digests and refusals."""

import multiprocessing
from datetime import date

import pytest

from meeting_app.domain.digest import canonical, digest
from meeting_app.domain.refusal import Refusal
from meeting_app.domain.stage import Stage


def test_the_same_content_gives_the_same_digest() -> None:
    assert digest({"b": [1, 2], "a": "议"}) == digest({"a": "议", "b": (1, 2)})
    assert len(digest(None)) == 64


def test_the_canonical_text() -> None:
    value = {"b": True, "a": [None, date(2026, 1, 1), Stage.DRAFTING], 1: "x"}
    assert canonical(value) == b'{"1":"x","a":[null,"2026-01-01","drafting"],"b":true}'


def test_a_digest_takes_exact_numbers_only() -> None:
    with pytest.raises(TypeError, match="exact"):
        digest([1, [0.5]])


def test_a_refusal_names_its_reason_and_its_numbers() -> None:
    refusal = Refusal("no_quorum", short=1, present=31)
    assert str(refusal) == "no_quorum(present=31, short=1)"


def test_a_refusal_goes_from_process_to_process() -> None:
    sent, received = multiprocessing.Pipe()
    sent.send(Refusal("no_quorum", present=29, needed=32))
    came = received.recv()
    assert (came.code, came.params) == ("no_quorum", {"present": 29, "needed": 32})
    for end in (sent, received):
        end.close()
