"""The yearly discussion of all klachten: what it is about, what it decides, and when it is due."""
