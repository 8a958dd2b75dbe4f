"""Rasa graph components: what a message means. Registered in config.yml by module path."""
