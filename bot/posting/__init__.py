"""Posts the digests that are due, each once, whoever else does so at the same time."""
