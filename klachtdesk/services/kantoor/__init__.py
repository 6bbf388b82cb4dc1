"""The office itself: name and address, who has which task, the bodies above it, and what it chose."""
