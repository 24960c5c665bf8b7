"""The desk itself: one writer, whose listeners cannot stop it, and which ends what was ordered."""

import threading
from concurrent.futures import Future
from typing import Any

import pytest

from meeting_app.actions import people, running, topics
from meeting_app.actions.desk import is_final
from meeting_app.storage.work import Work
from tests.storage.desks import Room


def test_actions_take_names_only(room: Room) -> None:
    with pytest.raises(TypeError, match="keyword"):
        room.desk.do(topics.add_topic, "加装电梯")  # type: ignore[call-arg]


def test_what_cannot_be_taken_back_says_so_before() -> None:
    assert is_final(running.close_meeting)
    assert is_final(people.forget_person)
    assert not is_final(running.open_meeting)


def test_a_bug_reaches_whoever_asked_and_the_writer_goes_on(room: Room) -> None:
    def broken(work: Work) -> None:
        people.new_person(work, "王桂兰")
        raise ZeroDivisionError

    before = room.rows_written()
    assert isinstance(room.desk.do(broken).exception(10), ZeroDivisionError)
    assert room.rows_written() == before
    room.do(topics.add_topic, title="甲")


def test_a_listener_that_fails_stops_neither_the_result_nor_the_writer(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Any] = []
    monkeypatch.setattr(threading, "excepthook", told.append)

    def listener(_number: int) -> None:
        raise RuntimeError("the window is gone")

    room.desk.committed.append(listener)
    assert room.do(topics.add_topic, title="甲")
    assert room.do(topics.add_topic, title="乙")
    assert [type(hook.exc_value) for hook in told] == [RuntimeError, RuntimeError]


def test_a_clock_whose_listener_fails_does_not_end_the_writer(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Any] = []
    monkeypatch.setattr(threading, "excepthook", told.append)

    def listener(_jump_ms: int) -> None:
        raise RuntimeError("the window is gone")

    room.do(topics.add_topic, title="甲")
    room.desk.clock_jumps.append(listener)
    room.time.wall_ms += 3_600_000
    room.desk.look_at_clock()
    assert room.do(topics.add_topic, title="乙")
    assert [type(hook.exc_value) for hook in told] == [RuntimeError]


def test_what_is_ordered_while_the_desk_closes_is_done_or_cancelled(room: Room) -> None:
    futures: list[Future[str]] = []

    def order_on() -> None:
        while not (futures and futures[-1].cancelled()):
            futures.append(room.desk.do(topics.add_topic, title="甲"))

    threads = [threading.Thread(target=order_on) for _number in range(4)]
    for thread in threads:
        thread.start()
    room.desk.close()
    for thread in threads:
        thread.join(60)
    assert all(future.done() for future in futures)


def test_what_was_ordered_is_finished_and_nothing_is_taken_on_after(
    room: Room,
) -> None:
    futures = [room.desk.do(topics.add_topic, title=str(number)) for number in range(20)]
    room.desk.close()
    assert all(future.done() for future in futures)
    assert len({future.result() for future in futures}) == 20
    assert room.desk.do(topics.add_topic, title="太晚").cancelled()


def test_an_order_may_be_withdrawn_before_its_turn(room: Room) -> None:
    gate = threading.Event()

    def slow(work: Work) -> None:
        assert work.session is not None
        gate.wait(10)

    before = room.rows_written()
    first = room.desk.do(slow)
    second = room.desk.do(topics.add_topic, title="算了")
    assert second.cancel()
    gate.set()
    first.result(60)
    room.do(topics.add_topic, title="甲")
    assert room.rows_written()[0] == before[0] + 1
