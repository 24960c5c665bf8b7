"""The running console of a role-play: what to say, the tables, what comes out, one question at a time."""
