"""How a body decides, as data, and its exact application to the figures of a vote.

How to use it:

1. `in_force.pack_on(packs, code, day)` finds the pack of a family that is in force on the meeting's day (the
   packs themselves are read by `queries.rule_packs`); `frozen.pack_to_json` freezes it with the poll.
2. Count the turnout as a `figures.Turnout` (who was entitled, present, valid/blank/invalid ballots, papers
   issued and left) and, for a question, the `figures.Voices`.
3. `judge.judge_question(pack, turnout, voices)` for one question with for / against / abstain;
   `election.judge_election(pack, turnout, votes, seats)` for candidates who need a share of the votes;
   `choice.judge_choice(pack, turnout, count, seats)` when a method of `domain.tally` chose by itself (ranks,
   scores, dots, money) and the rule only says whether the vote was valid. `hands.judge_hands` is the first
   one for a show of hands.
4. Each answers one `trace.Outcome`: the verdict and the numbered steps composition → notice →
   reconciliation → quorum → ballot validity → threshold → seats → tie → further election. Console,
   projector and papers say the same because they all read it; `wording.rules` has the words.

Figures that cannot be (negative, more than there are) are refused with the pack named; what a law declares
invalid (more ballots than papers issued) is the verdict `void`, not a refusal. All comparisons are cross
products of integers, areas are hundredths of a square metre. 以上 includes the number, 超过 and 过半数 do not
(民法典 art. 1259).
"""
