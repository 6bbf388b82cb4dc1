"""PDF: the page base, and one module a kind of document."""
