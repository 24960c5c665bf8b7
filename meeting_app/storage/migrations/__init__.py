"""How the tables came to be what they are, step by step; run by Alembic inside `storage.schema.migrate`.

A step is frozen once it was released: it never imports the living tables. A new one is begun by letting
Alembic compare the scripts with `storage.tables` (on an empty database that was brought to the newest
revision, `alembic.command.revision(config, autogenerate=True, rev_id="0002")` with the connection of that
database in `config.attributes`) and then written by hand in the short forms of `columns`, so that it can be
read. `storage.schema.HEAD` names the newest. A test compares what the scripts make with what the tables say:
columns, types, keys, indices, on SQLite and on PostgreSQL.
"""
