"""What keeps the assistant from starting. Imports no Rasa: every command says it, those that run without Rasa too."""


class CannotStart(Exception):
    """The assistant cannot start; the message says why and what to do, in a sentence for its keeper."""
