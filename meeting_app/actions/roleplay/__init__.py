"""Role-play: the community's scenarios, preparing and casting a play, running it, its poll.

What would overwrite something private (a scenario's text, who plays whom, a sheet of the poll) keeps no image
and is final (decisions.md 14); everything else of a play is taken back like any action.
"""
