"""Runs the migrations on the connection and in the transaction of the caller, so that all of it holds or
nothing.
"""

from alembic import context

from meeting_app.storage.base import Base
from meeting_app.storage.tables import load_all

load_all()
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
