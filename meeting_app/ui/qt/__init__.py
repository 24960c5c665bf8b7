"""Screens, tasks on threads, faces and theme: what every window stands on."""
