"""The office, tested through its windows and asserted in its records."""
