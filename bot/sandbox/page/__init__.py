"""A page that looks and works like a small Slack, drawn on the server."""
