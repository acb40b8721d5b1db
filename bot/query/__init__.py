"""What was asked: the contract between question and answer."""
