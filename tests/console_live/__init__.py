"""Tests of the live window."""
