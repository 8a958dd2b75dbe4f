"""Measuring how well the assistant understands, on questions it was not trained on, beside baselines trained on the same data."""
