"""Alembic's scripts: one file a revision, run on a connection that the store has opened."""
