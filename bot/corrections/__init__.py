"""Telling people, once and where they asked, that a figure they were given has changed."""
