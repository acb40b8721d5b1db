"""What a question may have meant: its readings, other ones, and each of its words."""
