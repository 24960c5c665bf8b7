"""The community file: tables, the writer's unit of work, journal, undo, change feed, migrations, backups."""
