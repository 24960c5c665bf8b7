"""A vote from its preparation to its export: the urn, the one door, the result that explains itself."""
