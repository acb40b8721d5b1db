"""What admins see in Slack: the menu and its modals, previews, what was loaded."""
