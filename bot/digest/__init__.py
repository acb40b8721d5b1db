"""The weekly digest: which slot is due, what is worth saying, and a line for all the rest."""
