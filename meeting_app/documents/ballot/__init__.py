"""表决票: one face for all slips of a question, drawn once, and what differs from slip to slip."""
