"""Councils side by side, by what was released of all of them for one day."""
