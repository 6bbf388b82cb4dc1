"""The parts of the window in which a letter is made."""
