"""What may honestly be said of numbers: pure functions, with their sources in docs/statistics.md.

Nothing here knows the store, Slack, the clock or words for people (`bot.reply.trend` has those).
"""
