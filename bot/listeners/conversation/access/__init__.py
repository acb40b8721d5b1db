"""Whom figures are for, and who may read along."""
