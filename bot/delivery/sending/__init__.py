"""How a post reaches Slack once, whatever Slack answers."""
