"""Measurements of the product, and the table that shows them beside their limits or peers.

A new measurement is a module under `figures/` with functions marked by `@registry.measurement`.
"""
