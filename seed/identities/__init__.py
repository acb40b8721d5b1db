"""Accounting identities: figures that should add up."""
