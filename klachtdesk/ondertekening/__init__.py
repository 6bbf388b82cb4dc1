"""Freezing a PDF, signing its fields and judging signatures."""
