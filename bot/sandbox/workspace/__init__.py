"""What a workspace holds: people, channels, messages, views and files, in memory."""
