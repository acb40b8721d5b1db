"""What is asked of the slots: a figure, a change, a ranking, words, or nothing we may answer."""
