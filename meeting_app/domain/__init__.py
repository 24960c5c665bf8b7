"""Pure rules of the hall: functions and frozen dataclasses, exact numbers; no clock, file, SQL or Qt."""
