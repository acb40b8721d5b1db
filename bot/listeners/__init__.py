"""What Slack calls when something happens: Slack → pipeline → Slack."""
