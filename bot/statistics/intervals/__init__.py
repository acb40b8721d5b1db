"""Intervals for rates and counts, and what a difference from a benchmark may be called."""
