"""Files people bring: read whole, every fault told at once, stored in one transaction or not."""
