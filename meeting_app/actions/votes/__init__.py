"""A vote by ballots from preparation to publication; `casting.cast` is the one door for all channels."""
