"""The same actions and papers without a window."""
