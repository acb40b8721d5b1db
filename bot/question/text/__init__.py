"""From what Slack sends to tokens."""
