"""A reglement of the office's own: copying one, changing it, what that does, and putting it in force."""
