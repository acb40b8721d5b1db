"""What answering in Slack costs: the sandbox as Slack, and the bot in a process of its own."""
