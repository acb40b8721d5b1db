"""Loading figures: what a file says, what that would change, and all of it or nothing."""
