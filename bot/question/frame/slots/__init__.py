"""The slots of a query, each filled from the mentions."""
