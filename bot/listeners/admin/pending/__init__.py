"""Figures on their way: shown, asked about, and loaded or not."""
