"""What follows from a question asked or a button pressed."""
