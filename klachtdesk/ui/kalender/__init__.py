"""The grid of a month: what it shows, how it is drawn, and what it says in words."""
