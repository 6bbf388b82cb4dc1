"""Qt item models over views."""
