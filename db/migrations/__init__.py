"""The steps by which a store becomes the store of today."""
