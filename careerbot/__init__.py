"""Careerbot: a career adviser to talk to. The floors, from the ground up: knowledge, advice, understanding, conversation, channels."""

__version__ = "0.1.0"
