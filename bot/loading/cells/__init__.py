"""What stands in a cell: a figure, the reason there is none, or a time."""
