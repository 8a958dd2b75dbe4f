"""Answers: knowledge in, a channel-neutral `Reply` out. Imports no Rasa."""
