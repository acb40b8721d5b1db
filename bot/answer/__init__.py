"""From a query to an honest answer: figures with their sources, or why there are none."""
