"""Agendas: kinds of meetings, items, re-planning, what is parked."""
