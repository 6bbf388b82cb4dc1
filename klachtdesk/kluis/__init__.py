"""The encrypted folder: keys, opening, locking and migrating."""
