"""The read side of role-play: the shelf of scenarios, a play while it is prepared and while it runs, the
annex of the minutes.
"""
