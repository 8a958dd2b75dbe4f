"""Rasa custom actions: read the tracker, ask `careerbot.advice`, hand on the Reply. Run by `rasa run actions` or in-process."""
