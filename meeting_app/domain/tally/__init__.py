"""Exact counts of votes by every method the product offers. Whole numbers and fractions only; ballots in any
order give the same count; a tie is a result and is broken by a public lot or not at all
(research/tally_methods.md).
"""
