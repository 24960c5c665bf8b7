"""The rules of decision: their files, the community's own, owners' rights, the page."""
