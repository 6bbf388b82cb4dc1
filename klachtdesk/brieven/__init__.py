"""The words of letters: templates, the fields they may use, and how people are addressed. Knows no PDF and no kluis."""
