"""One module for each intent: how its query becomes an answer."""
