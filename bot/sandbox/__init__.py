"""A Slack on this machine: its Web API, its deliveries, and a page to chat in.

It knows Slack and nothing of any bot: it serves the tests and `muster demo` alike. `Sandbox` in
sandbox.py is where to begin; docs/sandbox.md says what it can do and what it leaves out.
"""
