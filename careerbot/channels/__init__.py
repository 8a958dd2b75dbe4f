"""Where people talk to the assistant: Rasa input channels, named in credentials.yml. They draw replies and know no facts."""
