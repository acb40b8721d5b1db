"""Figures in order: of teams, months, roles, or of all councils."""
