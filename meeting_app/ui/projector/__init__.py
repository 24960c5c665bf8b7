"""The audience's picture."""
