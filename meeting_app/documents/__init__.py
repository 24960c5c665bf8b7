"""Papers made from what the queries answer, with the Chinese text layer."""
