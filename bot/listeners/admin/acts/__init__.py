"""What each sub-command does; the same functions as in a terminal do it."""
