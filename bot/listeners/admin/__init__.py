"""What admins do in Slack: commands, the menu and its modals, previews, files."""
