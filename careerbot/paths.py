"""Where things are. The project is a folder that is cloned and run in place."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
KNOWLEDGE = PROJECT / "knowledge"
MODELS = PROJECT / "models"
STATE = PROJECT / ".careerbot"  # what a running assistant writes: conversations, logs
