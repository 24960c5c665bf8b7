"""Copies of papers for office programs and calendars; the PDF stays the record."""
