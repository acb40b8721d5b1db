"""Following in Slack: what is followed where, changed by whom, seen when."""
