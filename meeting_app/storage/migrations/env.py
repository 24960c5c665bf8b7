"""Runs the migrations on the connection and in the transaction of the caller, so that all of it holds or
nothing.
"""

from alembic import context

import meeting_app.storage.tables  # noqa: F401
from meeting_app.storage.base import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
