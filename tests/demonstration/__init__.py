"""Tests of the demonstration community and its scripted meeting."""
