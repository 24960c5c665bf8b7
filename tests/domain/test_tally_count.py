"""What all methods share: reading ballots, and the order of a public draw."""

from meeting_app.domain.tally.count import BLANK, Lot, Marks, Setup, sort_ballots


def _read(marks: Marks, setup: Setup) -> str:
    made = [mark for mark in marks if mark is not None]
    if not made:
        return BLANK
    return "too_many" if len(made) > setup.limit else ""


def test_ballots_are_sorted_by_what_their_reader_says() -> None:
    ballots = ((1, None), (None, None), (1, 1), (None, 1), (1, 1))
    told = sort_ballots(ballots, Setup(options=2, limit=1), _read)
    assert told.valid == ((1, None), (None, 1))
    assert told.blank == 1
    assert told.spoilt == (("too_many", 2),)


def test_the_draw_favours_the_earlier_option() -> None:
    lot = Lot((2, 0, 1))
    assert lot.first((0, 1)) == 0
    assert lot.first((0, 2)) == 2
    assert lot.last((0, 2)) == 0
