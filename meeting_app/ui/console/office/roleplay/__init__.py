"""Role-play in the office: the library of scenarios, preparing and casting a play, its poll."""
