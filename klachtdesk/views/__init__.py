"""Frozen dataclasses that services hand to the window and to documents, one module a screen."""
