"""The bot: from a question in Slack or the terminal to an honest answer."""
