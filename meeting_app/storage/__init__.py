"""The records: tables, the community file, migrations, journal, undo and backups."""
