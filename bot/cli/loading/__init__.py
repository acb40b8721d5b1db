"""Loading files from a terminal: what is released of all councils, and a council's own."""
