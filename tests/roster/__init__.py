"""Tests of reading and writing lists of residents."""
