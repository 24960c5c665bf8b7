"""Every way to count, by its code."""

from collections.abc import Mapping

from meeting_app.domain.tally import (
    borda,
    budget,
    choose_k,
    choose_one,
    dots,
    election,
    equal_shares,
    gradient,
    irv,
    schulze,
    score,
    star,
    stv,
    yes_no,
)
from meeting_app.domain.tally.count import Method

METHODS: Mapping[str, Method] = {
    method.code: method
    for method in (
        yes_no.METHOD,
        choose_one.METHOD,
        choose_k.METHOD,
        dots.METHOD,
        score.METHOD,
        star.METHOD,
        borda.METHOD,
        irv.METHOD,
        schulze.METHOD,
        stv.METHOD,
        election.METHOD,
        budget.METHOD,
        equal_shares.METHOD,
        gradient.METHOD,
    )
}
