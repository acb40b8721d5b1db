"""What comes with Muster, and how it is checked and loaded."""
