"""The write side: one verb per function, one transaction each; the only writers."""
