"""Muster in several workspaces: the token of each, encrypted where it is kept."""
