"""Role-play on a public issue: a fictional twin of the place, roles opposite to real life, a negotiation at
small tables, a debrief (research/roleplay_and_facilitation.md).
"""
