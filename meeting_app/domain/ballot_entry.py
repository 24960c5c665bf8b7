"""A ballot typed as a row of numbers, the same for every method, so that a keyboard alone is enough.

What the numbers mean follows from the way of counting:
- a question: 1 for, 2 against, 3 abstain;
- choosing: the numbers of the marked options ("1 3");
- ranking: the options from the first choice on ("2 1 3");
- points and dots: one number an option, in the order of the ballot paper ("5 0 3");
- how far one goes along: one step an option as printed above the boxes, 5 full support to 1 cannot go along,
  0 for a line without a mark ("4 0 1").
Nothing typed is a blank ballot.
"""

from enum import StrEnum

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.tally.budget import CODE as BUDGET
from meeting_app.domain.tally.budget import DOTS
from meeting_app.domain.tally.count import Marks
from meeting_app.domain.tally.gradient import STEPS

SEPARATORS = str.maketrans({",": " ", ";": " ", "\uff0c": " ", "\u3001": " ", "\uff1b": " ", "\u3000": " "})
ANSWERS = {1: 1, 2: -1, 3: 0}
RANKED = frozenset({"borda", "irv", "schulze", "stv"})
GRADED = frozenset({"score", "star", "dots"})
STEPPED = frozenset({"gradient"})
ASKED = frozenset({"yes_no"})


class Typing(StrEnum):
    """How a ballot of a method is typed."""

    ANSWER = "answer"
    CHOICES = "choices"
    RANKING = "ranking"
    POINTS = "points"
    STEPS = "steps"


def filled_as(method: str, variant: str) -> str:
    """As a ballot of which method it is filled: a budget may be given dots instead of marks."""
    return "dots" if (method, variant) == (BUDGET, DOTS) else method


def typing_of(method: str) -> Typing:
    """How a ballot of that method is typed."""
    if method in ASKED:
        return Typing.ANSWER
    if method in RANKED:
        return Typing.RANKING
    if method in STEPPED:
        return Typing.STEPS
    return Typing.POINTS if method in GRADED else Typing.CHOICES


def numbers_of(text: str) -> tuple[int, ...]:
    """The numbers of a typed row. Refuses anything else."""
    words = text.translate(SEPARATORS).split()
    if not all(word.isascii() and word.isdigit() and len(word) < 6 for word in words):
        raise Refusal("entry_not_numbers")
    return tuple(int(word) for word in words)


def marks_from(method: str, text: str, options: int) -> Marks:
    """The marks of a typed row. Refuses numbers that no option has, an option that stands twice, and points
    for more options than there are.
    """
    numbers = numbers_of(text)
    typing = typing_of(method)
    if typing is Typing.ANSWER:
        return _answer(numbers, options)
    if typing is Typing.POINTS:
        return _points(numbers, options)
    if typing is Typing.STEPS:
        return _steps(numbers, options)
    if any(not 1 <= number <= options for number in numbers):
        raise Refusal("entry_no_option", options=options)
    if len(set(numbers)) < len(numbers):
        raise Refusal("entry_twice")
    if typing is Typing.RANKING:
        ranks = {number: place for place, number in enumerate(numbers, start=1)}
        return tuple(ranks.get(number) for number in range(1, options + 1))
    return tuple(1 if number in numbers else None for number in range(1, options + 1))


def _answer(numbers: tuple[int, ...], options: int) -> Marks:
    if not numbers:
        return (None,) * options
    if len(numbers) != options or any(number not in ANSWERS for number in numbers):
        raise Refusal("entry_answer")
    return tuple(ANSWERS[number] for number in numbers)


def _points(numbers: tuple[int, ...], options: int) -> Marks:
    if not numbers:
        return (None,) * options
    if len(numbers) != options:
        raise Refusal("entry_points", options=options, given=len(numbers))
    return numbers


def _steps(numbers: tuple[int, ...], options: int) -> Marks:
    if any(number > max(STEPS) for number in numbers):
        raise Refusal("entry_steps", most=max(STEPS))
    return tuple(number or None for number in _points(numbers, options))


def entry_of(method: str, marks: Marks) -> str:
    """The row that gives these marks, for showing what was typed."""
    typing = typing_of(method)
    if all(mark is None for mark in marks):
        return ""
    if typing is Typing.ANSWER:
        back = {mark: number for number, mark in ANSWERS.items()}
        return " ".join(str(back[mark]) if mark in back else "?" for mark in marks)
    if typing in (Typing.POINTS, Typing.STEPS):
        return " ".join(str(mark or 0) for mark in marks)
    marked = [(mark, place) for place, mark in enumerate(marks, start=1) if mark is not None]
    order = sorted(marked) if typing is Typing.RANKING else marked
    return " ".join(str(place) for _mark, place in order)
