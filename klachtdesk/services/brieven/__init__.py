"""Letters: what they say, to whom, how they look, and making them final."""
