"""The read side: each picture of the records as a frozen dataclass."""
