"""A poll that cannot be counted is refused before a ballot is read, with a sentence."""

import pytest

from meeting_app.domain.refusal import Refusal
from meeting_app.domain.tally.checks import check_setup
from meeting_app.domain.tally.count import Lot, Setup
from meeting_app.wording.refusals import SENTENCES, sentence


@pytest.mark.parametrize(
    ("setup", "lot", "code"),
    [
        (Setup(0), None, "tally_no_options"),
        (Setup(-1), None, "tally_no_options"),
        (Setup(2, seats=3), None, "tally_seats"),
        (Setup(2, seats=0), None, "tally_seats"),
        (Setup(2, seats=2, limit=1), None, "tally_one_seat"),
        (Setup(2), None, "tally_limit"),
        (Setup(2, limit=4), None, "tally_limit"),
        (Setup(2, limit=1, variant="coin"), None, "tally_variant"),
        (Setup(2, limit=1), Lot((0,)), "tally_lot"),
        (Setup(2, limit=1), Lot((0, 0)), "tally_lot"),
    ],
)
def test_the_impossible_is_refused(setup: Setup, lot: Lot | None, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_setup(setup, lot, least_limit=1, most_limit=3, one_seat=True, variants=("exact",))
    assert refused.value.code == code
    assert code in SENTENCES
    assert "{" not in sentence(refused.value)


def test_the_possible_passes() -> None:
    check_setup(Setup(1), None)
    check_setup(Setup(3, seats=3, limit=99, variant="exact"), Lot((2, 0, 1)), variants=("exact",))
