"""Slack: messages, mentions, threads, buttons, the slash command and the Home tab, over HTTP or Socket Mode."""
