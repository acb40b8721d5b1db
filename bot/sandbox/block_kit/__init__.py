"""Which blocks Slack takes, as Pydantic models; a payload that fits none is `invalid_blocks`.

The limits are those of docs.slack.dev/reference/block-kit, and those that were met in use.
"""
