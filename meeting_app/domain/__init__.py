"""Pure rules of the hall: functions and frozen dataclasses, exact numbers, no clock, no file, no SQL, no Qt."""
