"""Running the assistant: the trained model, the actions in the same process, and where conversations are kept."""
