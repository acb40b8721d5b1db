"""Tables of a sheet: where they are, what their headings mean, and a statement for each cell."""
