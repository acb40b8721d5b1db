"""What Slack shows beside text, as it goes on the wire: buttons, charts, tables, the Home tab."""
