"""Conversation tests: what they may hold, playing them, and saying what went wrong. docs/testing.md explains them."""
