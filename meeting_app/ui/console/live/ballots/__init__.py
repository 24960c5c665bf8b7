"""A vote by ballots in the middle of the live window: before, while it runs, after."""
