"""Where things are. The project is a folder that is cloned and run in place."""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
KNOWLEDGE = PROJECT / "knowledge"
MODELS = PROJECT / "models"
# What the assistant writes besides conversations (endpoints.yml says where those stand): its secret, logs, what was imported.
STATE = Path(os.environ.get("CAREERBOT_STATE") or PROJECT / ".careerbot")
