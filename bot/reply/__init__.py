"""Answers as text, as JSON of the contract and as Slack blocks."""
