"""What Slack tells an app: events, commands, buttons and modals, over HTTP or a socket."""
