"""Papers from the records to the register and back: filed, numbered, verified, exported."""
