"""The community file: tables, the one writer's unit of work, journal, undo, change feed, migrations, backups."""
